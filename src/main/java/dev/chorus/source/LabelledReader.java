package dev.chorus.source;

import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads labelled posts: records with `id`, `text` and labels such as `sentiment`, `stance`,
/// `camp` or `cluster`.
public final class LabelledReader {
  private LabelledReader() {}

  /// A post with what somebody said of it.
  public record Labelled(Post post, Map<String, String> labels) {
    public Labelled {
      labels = Map.copyOf(labels);
    }

    /// The post, asking for a stance on the target of its label, if it has one.
    public Post asked() {
      return Post.builder(post.id(), post.text())
          .targets(label("target").stream().toList())
          .build();
    }

    /// A label by any of its names, the first that is there.
    public Optional<String> label(String... names) {
      for (String name : names) {
        if (labels.containsKey(name)) return Optional.of(labels.get(name));
      }
      return Optional.empty();
    }
  }

  /// @throws UnreadableSourceException if the file or a record of it cannot be read
  public static List<Labelled> read(Path file) throws UnreadableSourceException {
    return GoldRecords.read(file, LabelledReader::labelled);
  }

  private static Labelled labelled(Map<String, Object> fields) throws FieldException {
    Fields record = new Fields(fields);
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : List.of("label", "sentiment", "stance", "camp", "cluster", "target")) {
      if (record.holds(name, String.class)) {
        record.text(name).ifPresent(value -> labels.put(name, value));
      }
    }
    if (fields.get("score") instanceof Number score) labels.put("score", score.toString());
    return new Labelled(Post.of(record.id("id"), unquoted(record.words("text"))), labels);
  }

  /// Some published data sets hold the quotation marks of a table twice.
  private static String unquoted(String text) {
    return text.replace("\\\"\"", "\"").replace("\"\"", "\"");
  }
}
