// Words of UTF-8 text, folded by the table that peers/text.py makes: lower case without diacritics.
#pragma once

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

class Folding {
public:
  explicit Folding(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    for (char pair[2]; file.read(pair, 2);) table.push_back(uint8_t(pair[0]) | uint8_t(pair[1]) << 8);
    if (table.empty()) throw std::runtime_error("no folding table at " + path);
  }

  // Calls `emit` with each word of the text, a run of letters and digits; `word` is room to be used again.
  template <class Emit>
  void words(const std::string& text, std::string& word, Emit emit) const {
    word.clear();
    for (size_t at = 0; at < text.size();) {
      uint16_t folded = entry(decode(text, at));
      if (folded == separator) {
        if (!word.empty()) emit(word);
        word.clear();
      } else if (folded != dropped) {
        append(word, folded);
      }
    }
    if (!word.empty()) emit(word);
  }

private:
  static constexpr uint16_t dropped = 0, separator = 0xFFFF;
  std::vector<uint16_t> table;

  uint16_t entry(uint32_t code) const { return code < table.size() ? table[code] : separator; }

  // The code point at `at`, which moves behind it. The text is valid UTF-8: Python wrote it.
  static uint32_t decode(const std::string& text, size_t& at) {
    uint8_t first = text[at++];
    if (first < 0x80) return first;
    int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    uint32_t code = first & (0x3F >> more);
    for (; more > 0 && at < text.size(); more--) code = code << 6 | (text[at++] & 0x3F);
    return code;
  }

  static void append(std::string& word, uint16_t code) {
    if (code < 0x80) {
      word += char(code);
    } else if (code < 0x800) {
      word += char(0xC0 | code >> 6);
      word += char(0x80 | (code & 0x3F));
    } else {
      word += char(0xE0 | code >> 12);
      word += char(0x80 | (code >> 6 & 0x3F));
      word += char(0x80 | (code & 0x3F));
    }
  }
};
