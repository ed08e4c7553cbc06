package dev.chorus.source;

import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads posts from files: finds the shape of the file and of each record by content, and streams.
public final class PostReader {
  private final String name;
  private final Consumer<ReadResult> sink;
  private long records;

  private PostReader(String name, Consumer<ReadResult> sink) {
    this.name = name;
    this.sink = sink;
  }

  /// Gives each record of a file to `sink`, in order: a post, or why it is none.
  ///
  /// @param file the path as the user gave it; `-` is standard input
  /// @param standardInput what `-` reads
  /// @throws UnreadableSourceException if the file as a whole cannot be read; records given before
  ///     that stay given
  public static void read(Path file, InputStream standardInput, Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    if (file.toString().equals("-")) {
      read(standardInput, "-", sink);
      return;
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableSourceException(
          file + " is a directory; name the files in it, such as " + file + "/*.json");
    }
    try (InputStream in = Files.newInputStream(file)) {
      read(in, file.toString(), sink);
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException(file + ": there is no such file.", e);
    } catch (AccessDeniedException e) {
      throw new UnreadableSourceException(file + ": you may not read this file.", e);
    } catch (IOException e) {
      throw new UnreadableSourceException(file + " cannot be read: " + reason(e) + ".", e);
    }
  }

  /// Gives each record of a stream to `sink`. Does not close the stream.
  ///
  /// @param name what messages and places call it; `-` is standard input
  /// @throws UnreadableSourceException if the stream as a whole cannot be read
  public static void read(InputStream in, String name, Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    new PostReader(name, sink).read(in);
  }

  /// What went wrong, without the name of the file, which some exceptions put in front.
  private static String reason(IOException e) {
    if (e instanceof FileSystemException f && f.getReason() != null) return f.getReason();
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void read(InputStream in) throws UnreadableSourceException {
    String shown = name.equals("-") ? "standard input" : name;
    try {
      JsonRecords.read(in, this::take);
    } catch (NotJsonException e) {
      throw new UnreadableSourceException(shown + " " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          shown + " cannot be read any further: " + reason(e) + ".", e);
    }
    if (records == 0) {
      throw new UnreadableSourceException(
          shown + " holds no posts; wanted at least one object with \"id\" and \"text\".");
    }
  }

  private void take(JsonRecord record) {
    records++;
    Place at = new Place(name, record.line());
    sink.accept(
        switch (record) {
          case JsonRecord.Broken broken -> new ReadResult.Rejected(at, broken.reason() + ".");
          case JsonRecord.Good good -> read(at, new Fields(good.fields()));
        });
  }

  private static ReadResult read(Place at, Fields fields) {
    for (PostFormat format : PostFormat.ALL) {
      if (!format.recognises(fields)) continue;
      try {
        return new ReadResult.Parsed(at, format.read(fields));
      } catch (FieldException e) {
        return new ReadResult.Rejected(at, e.getMessage());
      }
    }
    throw new IllegalStateException("the last format takes every record");
  }
}
