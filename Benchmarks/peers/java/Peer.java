import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.util.Version;

/**
 * Lucene as a measured engine: Peer REQUEST. Only calls that Lucene 8 and Lucene 10 share are used, so that a compiler
 * which cannot read the classes of the new one may compile against the old one.
 */
public final class Peer {
  private Peer() {}

  public static void main(String[] arguments) throws Exception {
    Request request = new Request(Path.of(arguments[0]));
    System.out.println(request.text("action").equals("index") ? Indexing.run(request) : Searching.run(request));
  }

  static long cpuNanoseconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** The most memory this process has held, as Linux says. */
  private static long peakMemory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
    throw new IOException("no VmHWM in /proc/self/status");
  }

  /** An object of the versions that run and of numbers by their names. */
  static String json(Object... namesAndNumbers) throws IOException {
    // Version.LATEST is read when this runs, not copied by the compiler: it is an object, not a constant.
    String version = "Lucene " + Version.LATEST + " on Java " + Runtime.version().feature();
    StringBuilder json = new StringBuilder("{\"version\":\"" + version + "\",\"peak_rss_bytes\":" + peakMemory());
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      json.append(String.format(Locale.ROOT, ",\"%s\":%s", namesAndNumbers[i], namesAndNumbers[i + 1]));
    }
    return json.append('}').toString();
  }
}
