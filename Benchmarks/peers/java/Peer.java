import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

  /** An object of the versions that run and of numbers by their names. */
  static String json(Object... namesAndNumbers) {
    // Version.LATEST is read when this runs, not copied by the compiler: it is an object, not a constant.
    String version = "Lucene " + Version.LATEST + " on Java " + Runtime.version().feature();
    StringBuilder json = new StringBuilder("{\"version\":\"" + version + "\"");
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      json.append(String.format(Locale.ROOT, ",\"%s\":%s", namesAndNumbers[i], namesAndNumbers[i + 1]));
    }
    return json.append('}').toString();
  }
}
