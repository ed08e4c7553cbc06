package dev.chorus.source;

import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import dev.chorus.post.Post;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads labelled posts: records with `id`, `text` and labels such as `sentiment`, `stance` or
/// `camp`.
///
/// Unlike posts to be analysed, gold data must be right: the first bad record ends the reading.
public final class LabelledReader {
  /// Some published data sets hold characters as literal escapes (`\u2019`); a model trained on
  /// those would not know the real ones.
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private LabelledReader() {}

  /// A post with what somebody said of it.
  public record Labelled(Post post, Map<String, String> labels) {
    public Labelled {
      labels = Map.copyOf(labels);
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
    List<Labelled> labelled = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      JsonRecords.read(
          in,
          record -> {
            switch (record) {
              case JsonRecord.Broken broken -> wrong.add(broken.line() + ": " + broken.reason());
              case JsonRecord.Good good -> {
                try {
                  labelled.add(labelled(good.fields()));
                } catch (FieldException e) {
                  wrong.add(good.line() + ": " + e.getMessage());
                }
              }
            }
          });
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException(file + ": there is no such file.", e);
    } catch (NotJsonException e) {
      throw new UnreadableSourceException(file + " " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new UnreadableSourceException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (!wrong.isEmpty()) throw new UnreadableSourceException(file + ":" + wrong.getFirst());
    return labelled;
  }

  private static Labelled labelled(Map<String, Object> fields) throws FieldException {
    Fields record = new Fields(fields);
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : List.of("label", "sentiment", "stance", "camp", "target")) {
      if (record.holds(name, String.class)) {
        record.text(name).ifPresent(value -> labels.put(name, value));
      }
    }
    if (fields.get("score") instanceof Number score) labels.put("score", score.toString());
    return new Labelled(Post.of(record.id("id"), unescaped(record.words("text"))), labels);
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))))
        .replace("\\\"\"", "\"")
        .replace("\"\"", "\"");
  }
}
