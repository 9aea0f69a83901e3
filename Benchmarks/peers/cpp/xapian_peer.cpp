// Xapian as a measured engine: xapian_peer REQUEST FOLDING. Its own term generator keeps diacritics, so words are made here.
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "folding.h"

using Clock = std::chrono::steady_clock;
using Fields = std::map<std::string, std::string>;

// Glass keeps a term together with its document's number in one key of at most 255 bytes.
static constexpr size_t longest_term = 240;

static Fields read_request(const char* path) {
  Fields fields;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    size_t equals = line.find('=');
    if (equals != std::string::npos) fields[line.substr(0, equals)] = line.substr(equals + 1);
  }
  return fields;
}

static double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

static double cpu_seconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

// The most memory this process has held, as Linux says.
static size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::stoul(line.substr(6)) * 1024;
  throw std::runtime_error("no VmHWM in /proc/self/status");
}

static void index(Fields& request, const Folding& folding) {
  const std::string path = request["index"], loose = path + ".loose";
  const bool compact = request["compact"] == "1";
  std::ifstream lines(request["lines"]);
  auto start = Clock::now();
  double cpu_start = cpu_seconds();
  size_t documents = 0;
  {
    Xapian::WritableDatabase database(compact ? loose : path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
    std::string line, room;
    for (; std::getline(lines, line); documents++) {
      Xapian::Document document;
      Xapian::termpos position = 0;
      folding.words(line, room, [&](const std::string& word) {
        if (word.size() <= longest_term) document.add_posting(word, ++position);
      });
      database.add_document(document);
    }
    database.commit();
    if (compact) database.compact(path, Xapian::Compactor::FULL);
  }
  double seconds = seconds_since(start), cpu = cpu_seconds() - cpu_start;
  if (compact) std::filesystem::remove_all(loose);
  printf("{\"version\":\"Xapian %s\",\"documents\":%zu,\"seconds\":%.6f,\"cpu_seconds\":%.6f,\"peak_rss_bytes\":%zu}\n",
         Xapian::version_string(), documents, seconds, cpu, peak_memory());
}

static Xapian::Query query_of(const std::vector<std::string>& words, const std::string& match) {
  if (match == "phrase") return Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), words.size());
  return Xapian::Query(match == "all" ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, words.begin(), words.end());
}

static void search(Fields& request, const Folding& folding) {
  const std::string match = request["match"];
  const unsigned top = std::stoul(request["top"]);
  std::vector<std::string> names, texts;
  std::ifstream queries(request["queries"]);
  for (std::string line; std::getline(queries, line);) {
    size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    names.push_back(line.substr(0, tab));
    texts.push_back(line.substr(tab + 1));
  }
  Xapian::Database database(request["index"]);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
  std::vector<std::string> words;
  std::string room;
  auto answer = [&](const std::string& text) {
    words.clear();
    folding.words(text, room, [&](const std::string& word) { words.push_back(word); });
    if (words.empty()) return Xapian::MSet();
    enquire.set_query(query_of(words, match));
    return enquire.get_mset(0, top);
  };
  std::vector<Xapian::MSet> answers(texts.size());
  const double warm_seconds = std::stod(request["warm_seconds"]);
  int warm_passes = 0;
  for (auto start = Clock::now(); warm_seconds > 0 && (warm_passes == 0 || seconds_since(start) < warm_seconds); warm_passes++)
    for (const auto& text : texts) answer(text);
  std::ofstream latencies(request["latencies"]);
  for (int pass = std::stoi(request["passes"]); pass > 0; pass--) {
    for (size_t i = 0; i < texts.size(); i++) {
      auto start = Clock::now();
      answers[i] = answer(texts[i]);
      latencies << std::chrono::nanoseconds(Clock::now() - start).count() << ' ';
    }
    latencies << '\n';
  }
  std::ofstream hits(request["hits"]);
  for (size_t i = 0; i < answers.size(); i++)
    for (auto hit = answers[i].begin(); hit != answers[i].end(); ++hit)
      hits << names[i] << '\t' << *hit - 1 << '\t' << hit.get_weight() << '\n';
  printf("{\"version\":\"Xapian %s\",\"documents\":%u,\"warm_passes\":%d,\"peak_rss_bytes\":%zu}\n", Xapian::version_string(),
         database.get_doccount(), warm_passes, peak_memory());
}

int main(int count, char** arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: xapian_peer REQUEST FOLDING\n");
    return 2;
  }
  try {
    Fields request = read_request(arguments[1]);
    Folding folding(arguments[2]);
    request["action"] == "index" ? index(request, folding) : search(request, folding);
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}
