package dev.chorus.source;

import dev.chorus.input.Unpacking;
import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import dev.chorus.source.format.FieldException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads files of records that somebody labelled.
///
/// Unlike posts to be analysed, gold data must be right: the first bad record ends the reading.
final class GoldRecords {
  private GoldRecords() {}

  /// Makes something of a record.
  interface Parser<T> {
    T of(Map<String, Object> fields) throws FieldException;
  }

  static <T> List<T> read(Path file, Parser<T> parser) throws UnreadableSourceException {
    List<T> read = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Consumer<JsonRecord> take =
        record -> {
          switch (record) {
            case JsonRecord.Broken broken -> wrong.add(broken.line() + ": " + broken.reason());
            case JsonRecord.Good good -> {
              try {
                read.add(parser.of(good.fields()));
              } catch (FieldException e) {
                wrong.add(good.line() + ": " + e.getMessage());
              }
            }
          }
        };
    try (InputStream in = Files.newInputStream(file)) {
      new Unpacking<>(Optional.empty(), new Texts(take)).visit(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException(file + ": there is no such file.", e);
    } catch (NotJsonException e) {
      throw new UnreadableSourceException(file + " " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new UnreadableSourceException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (!wrong.isEmpty()) throw new UnreadableSourceException(file + ":" + wrong.getFirst());
    return read;
  }

  /// Passes on the records of every text.
  private record Texts(Consumer<JsonRecord> take) implements Unpacking.Visitor<NotJsonException> {
    @Override
    public void text(String name, InputStream utf8) throws IOException, NotJsonException {
      JsonRecords.read(utf8, take);
    }

    @Override
    public void other(String name, String what) throws NotJsonException {
      throw new NotJsonException("is " + what);
    }

    @Override
    public void broken(String name, IOException e) throws NotJsonException {
      throw new NotJsonException("cannot be read to its end: " + e.getMessage());
    }
  }
}
