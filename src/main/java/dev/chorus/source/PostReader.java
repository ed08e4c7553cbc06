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
  private long results;

  private PostReader(String name, Consumer<ReadResult> sink) {
    this.name = name;
    this.sink = sink;
  }

  /// Gives what each record of a file holds to `sink`, in order: posts, or why it is none.
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

  /// Gives what each record of a stream holds to `sink`. Does not close the stream.
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
    if (results == 0) {
      throw new UnreadableSourceException(
          shown + " holds no posts; wanted at least one object with \"id\" and \"text\".");
    }
  }

  private void take(JsonRecord record) {
    Results results = new Results(new Place(name, record.line()), this::give);
    switch (record) {
      case JsonRecord.Broken broken -> results.reject(broken.reason() + ".");
      case JsonRecord.Good good -> {
        Fields fields = new Fields(good.fields());
        results.attempt(() -> PostFormat.of(fields).read(fields, results));
      }
    }
  }

  private void give(ReadResult result) {
    if (!(result instanceof ReadResult.Remark)) results++;
    sink.accept(result);
  }
}
