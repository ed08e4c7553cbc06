package dev.chorus.app;

import dev.chorus.json.Json;
import dev.chorus.source.format.ReadResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The records that were left out, one a line with the reasons and the place, in a shape that can
/// be read again. What is wrong in several parts of one record (a page of posts) is one line.
final class RejectsFile {
  private final Path file;
  private final BufferedWriter out;
  private final List<String> reasons = new ArrayList<>();
  private ReadResult.Rejected last;

  private RejectsFile(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  /// Begins the file anew.
  ///
  /// @param inputs what will be read, and so must not be overwritten
  static RejectsFile open(Path file, List<Path> inputs) throws UserException {
    try {
      for (Path input : inputs) {
        if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
          throw new UserException(
              "--rejects " + file + " is also to be read; name another file for what is left out.");
        }
      }
      return new RejectsFile(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  void add(ReadResult.Rejected rejected) throws UserException {
    // Results of one record share it.
    if (last != null && last.record() != rejected.record()) flush();
    last = rejected;
    reasons.add(rejected.reason());
  }

  /// Writes down what is waiting for more reasons.
  void flush() throws UserException {
    try {
      if (last != null) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("reasons", reasons);
        line.put("file", last.at().file());
        line.put("line", last.at().line());
        line.put("record", bare(last.record()));
        out.write(Json.compact(line));
        out.write('\n');
        last = null;
        reasons.clear();
      }
      out.flush();
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  /// A record out of such a file is not wrapped another time.
  private static Object bare(Object record) {
    return record instanceof Map<?, ?> map
            && map.get("reasons") instanceof List<?>
            && map.containsKey("line")
            && map.containsKey("record")
        ? map.get("record")
        : record;
  }

  void close() throws UserException {
    try (out) {
      flush();
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  private static UserException trouble(Path file, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new UserException("--rejects " + file + " cannot be written: " + why + ".");
  }
}
