import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A line a document into a committed index; merges are waited for. */
final class Indexing {
  static final String TEXT = "text";
  static final String ORDINAL = "ordinal";
  /** Lines a thread takes at once, so that the threads seldom wait for each other. */
  private static final int BATCH = 64;

  private final BufferedReader lines;
  private long next = 0;

  private Indexing(BufferedReader lines) {
    this.lines = lines;
  }

  static String run(Request request) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(Analyses.named(request.text("analysis")));
    config.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    config.setRAMBufferSizeMB(request.number("buffer_megabytes"));
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setUseCompoundFile(false);
    try (Directory directory = FSDirectory.open(request.path("index"));
        BufferedReader lines = Files.newBufferedReader(request.path("lines"))) {
      long start = System.nanoTime();
      long cpuStart = Peer.cpuNanoseconds();
      Indexing indexing = new Indexing(lines);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        indexing.addAll(writer, request.integer("threads"));
        if (request.text("compact").equals("1")) writer.forceMerge(1);
      } // closing flushes, waits for merges, and commits
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (Peer.cpuNanoseconds() - cpuStart) / 1e9;
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return Peer.json(
            "seconds", seconds, "cpu_seconds", cpuSeconds, "documents", reader.numDocs(), "segments", reader.leaves().size());
      }
    }
  }

  private void addAll(IndexWriter writer, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<Void> work = () -> addBatches(writer);
        ends.add(pool.submit(work));
      }
      for (Future<Void> end : ends) end.get();
    } finally {
      pool.shutdown();
    }
  }

  private Void addBatches(IndexWriter writer) throws IOException {
    TextField text = new TextField(TEXT, "", Field.Store.NO);
    NumericDocValuesField ordinal = new NumericDocValuesField(ORDINAL, 0);
    Document document = new Document();
    document.add(text);
    document.add(ordinal);
    List<String> batch = new ArrayList<>(BATCH);
    for (long first = take(batch); !batch.isEmpty(); first = take(batch)) {
      for (int i = 0; i < batch.size(); i++) {
        text.setStringValue(batch.get(i));
        ordinal.setLongValue(first + i);
        writer.addDocument(document);
      }
    }
    return null;
  }

  /** Fills the batch with the next lines; the ordinal of the first. */
  private synchronized long take(List<String> batch) throws IOException {
    batch.clear();
    String line;
    while (batch.size() < BATCH && (line = lines.readLine()) != null) batch.add(line);
    long first = next;
    next += batch.size();
    return first;
  }
}
