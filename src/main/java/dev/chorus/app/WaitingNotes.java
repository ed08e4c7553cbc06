package dev.chorus.app;

import dev.chorus.json.Json;
import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import dev.chorus.post.Note;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.ReadResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Notes that wait until all posts of a run are in, as files come in any order. A download of
/// community notes has millions of them, so only the first ones are held in memory, and the others
/// in a temporary file.
final class WaitingNotes implements AutoCloseable {
  private final int most;
  private final List<ReadResult.Noted> held = new ArrayList<>();
  private Optional<Path> file = Optional.empty();
  private OutputStream out;

  /// @param most notes held in memory, from 1
  WaitingNotes(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /// @throws IOException if the temporary file cannot be written
  void add(ReadResult.Noted noted) throws IOException {
    if (held.size() < most) {
      held.add(noted);
      return;
    }
    if (out == null) {
      file = Optional.of(Files.createTempFile("chorus-notes", ".jsonl"));
      out = new BufferedOutputStream(Files.newOutputStream(file.get()), 1 << 16);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", noted.at().file());
    json.put("line", noted.at().line());
    json.put("post", noted.post());
    json.put("kind", noted.note().kind());
    json.put("text", noted.note().text());
    noted.note().source().ifPresent(source -> json.put("source", source));
    out.write(Json.utf8(json));
    out.write('\n');
  }

  /// Gives all of them to `sink`, in the order in which they came.
  ///
  /// @throws IOException if the temporary file cannot be written or read back
  void drain(Consumer<ReadResult.Noted> sink) throws IOException {
    held.forEach(sink);
    held.clear();
    if (file.isEmpty()) return;
    out.close();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.get()))) {
      JsonRecords.read(in, record -> sink.accept(noted(record)));
    } catch (NotJsonException e) {
      throw new IOException(e);
    }
  }

  private static ReadResult.Noted noted(JsonRecord record) {
    if (!(record instanceof JsonRecord.Good good)) {
      throw new IllegalStateException("what was written here is a record");
    }
    Map<String, Object> json = good.fields();
    return new ReadResult.Noted(
        new Place((String) json.get("file"), ((Number) json.get("line")).longValue()),
        (String) json.get("post"),
        new Note(
            (String) json.get("kind"),
            (String) json.get("text"),
            Optional.ofNullable((String) json.get("source"))));
  }

  @Override
  public void close() throws IOException {
    try {
      if (out != null) out.close();
    } finally {
      if (file.isPresent()) Files.deleteIfExists(file.get());
    }
  }
}
