import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** Answers queries one after another, each from its text to its top hits on the clock. */
final class Searching {
  private final IndexSearcher searcher;
  private final Analyzer analyzer;
  private final String match;
  private final int top;

  private Searching(IndexSearcher searcher, Request request) throws IOException {
    this.searcher = searcher;
    this.analyzer = Analyses.named(request.text("analysis"));
    this.match = request.text("match");
    this.top = request.integer("top");
  }

  static String run(Request request) throws IOException {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(request.path("queries"))) {
      int tab = line.indexOf('\t');
      if (tab < 0) continue;
      names.add(line.substring(0, tab));
      texts.add(line.substring(tab + 1));
    }
    IndexSearcher.setDefaultQueryCache(null); // an answer kept from the pass before would be no search
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(request.path("index")))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
      Searching searching = new Searching(searcher, request);
      int warmPasses = searching.warmUp(texts, request.number("warm_seconds"));
      TopDocs[] answers = new TopDocs[texts.size()];
      try (PrintWriter latencies = new PrintWriter(Files.newBufferedWriter(request.path("latencies")))) {
        for (int pass = 0; pass < request.integer("passes"); pass++) searching.timedPass(texts, answers, latencies);
      }
      try (PrintWriter hits = new PrintWriter(Files.newBufferedWriter(request.path("hits")))) {
        for (int i = 0; i < answers.length; i++) searching.write(names.get(i), answers[i], hits);
      }
      return Peer.json("documents", reader.numDocs(), "segments", reader.leaves().size(), "warm_passes", warmPasses);
    }
  }

  private int warmUp(List<String> texts, double seconds) throws IOException {
    int passes = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (seconds > 0 && (passes == 0 || System.nanoTime() < end)) {
      for (String text : texts) answer(text);
      passes++;
    }
    return passes;
  }

  private void timedPass(List<String> texts, TopDocs[] answers, PrintWriter latencies) throws IOException {
    long[] nanoseconds = new long[answers.length];
    for (int i = 0; i < answers.length; i++) {
      String text = texts.get(i);
      long start = System.nanoTime();
      answers[i] = answer(text);
      nanoseconds[i] = System.nanoTime() - start;
    }
    StringBuilder line = new StringBuilder();
    for (long each : nanoseconds) line.append(each).append(' ');
    latencies.println(line);
  }

  private TopDocs answer(String text) throws IOException {
    List<Term> terms = analyze(text);
    return terms.isEmpty() ? null : searcher.search(query(terms), top);
  }

  private List<Term> analyze(String text) throws IOException {
    List<Term> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(Indexing.TEXT, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) terms.add(new Term(Indexing.TEXT, term.toString()));
      tokens.end();
    }
    return terms;
  }

  private Query query(List<Term> terms) {
    if (terms.size() == 1) return new TermQuery(terms.get(0));
    if (match.equals("phrase")) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (Term term : terms) phrase.add(term);
      return phrase.build();
    }
    BooleanClause.Occur occur = match.equals("all") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    for (Term term : terms) clauses.add(new TermQuery(term), occur);
    return clauses.build();
  }

  private void write(String name, TopDocs answer, PrintWriter hits) throws IOException {
    if (answer == null) return;
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (ScoreDoc hit : answer.scoreDocs) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), Indexing.ORDINAL);
      if (!ordinals.advanceExact(hit.doc - leaf.docBase)) throw new IllegalStateException("a document without an ordinal");
      hits.println(name + "\t" + ordinals.longValue() + "\t" + hit.score);
    }
  }
}
