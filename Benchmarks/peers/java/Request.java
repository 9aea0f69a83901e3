import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What this process is to do: lines of key=value, as peers/engines/protocol.py writes them. */
final class Request {
  private final Map<String, String> fields = new HashMap<>();

  Request(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0) fields.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  String text(String key) {
    String value = fields.get(key);
    if (value == null) throw new IllegalArgumentException("the request has no " + key);
    return value;
  }

  Path path(String key) {
    return Path.of(text(key));
  }

  int integer(String key) {
    return Integer.parseInt(text(key));
  }

  double number(String key) {
    return Double.parseDouble(text(key));
  }
}
