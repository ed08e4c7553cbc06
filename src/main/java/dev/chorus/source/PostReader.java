package dev.chorus.source;

import dev.chorus.input.Bytes;
import dev.chorus.input.Document;
import dev.chorus.input.Metered;
import dev.chorus.input.Unpacking;
import dev.chorus.json.Json;
import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import dev.chorus.source.export.Archives;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.sheet.LocalFile;
import dev.chorus.source.sheet.ParquetRecords;
import dev.chorus.source.sheet.RowsAsText;
import dev.chorus.source.sheet.Workbook;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Reads posts from files: finds how the file is packed and encoded, its shape and that of each
/// record by content, and streams.
///
/// A folder is read with all files in it, sorted by name, and an archive in its own order. Hidden
/// files, whose names begin with a dot, are skipped in both. A file there without posts gets a
/// remark, as exports come with pictures and notes. A damaged file gets a remark, too, and is
/// counted, so that the input as a whole fails in the end.
public final class PostReader {
  private final String root;
  private final ReadSettings settings;
  private final LongConsumer taken;
  private final Consumer<ReadResult> sink;
  private final Set<String> shapes = new HashSet<>();
  private long results;
  private long damaged;

  /// The file that is being read, if it is one and not a stream.
  private Optional<Path> disk = Optional.empty();

  private final Archives archives = new Archives();
  private final Neighbours neighbours = new Neighbours(archives);

  private PostReader(
      String root, ReadSettings settings, LongConsumer taken, Consumer<ReadResult> sink) {
    this.root = root;
    this.settings = settings;
    this.taken = taken;
    this.sink = sink;
  }

  /// Gives the content of each record of a file to `sink`, in order: posts, or a rejection.
  ///
  /// @param file the path of a file or folder as the user gave it; `-` is standard input
  /// @param standardInput the stream that `-` reads
  /// @throws UnreadableSourceException if the file as a whole cannot be read; records given before
  ///     that stay given
  public static void read(
      Path file, InputStream standardInput, ReadSettings settings, Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    read(file, standardInput, settings, _ -> {}, sink);
  }

  /// The same for somebody who wants to know how far it is.
  ///
  /// @param taken gets how many bytes of a file on disk are done with, of the [InputSize]; some
  ///     before the posts that stand in them are given
  public static void read(
      Path file,
      InputStream standardInput,
      ReadSettings settings,
      LongConsumer taken,
      Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    PostReader reader = new PostReader(file.toString(), settings, taken, sink);
    if (file.toString().equals("-")) {
      reader.read(standardInput);
    } else if (Files.isDirectory(file)) {
      reader.folder(file);
      reader.end();
    } else {
      reader.disk = Optional.of(file);
      reader.neighbours.lookAround(file);
      try (InputStream in = reader.open(file)) {
        reader.read(in);
      } catch (NoSuchFileException e) {
        throw new UnreadableSourceException(file + ": there is no such file.", e);
      } catch (AccessDeniedException e) {
        throw new UnreadableSourceException(file + ": you may not read this file.", e);
      } catch (IOException e) {
        throw new UnreadableSourceException(file + " cannot be read: " + reason(e) + ".", e);
      }
    }
  }

  /// The same with everything found out from the content.
  public static void read(Path file, InputStream standardInput, Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    read(file, standardInput, ReadSettings.AUTO, sink);
  }

  /// Gives the content of each record of a stream to `sink`. Does not close the stream.
  ///
  /// @param name its name in messages and places; `-` is standard input
  /// @throws UnreadableSourceException if the stream as a whole cannot be read
  public static void read(InputStream in, String name, Consumer<ReadResult> sink)
      throws UnreadableSourceException {
    new PostReader(name, ReadSettings.AUTO, _ -> {}, sink).read(in);
  }

  private void read(InputStream in) throws UnreadableSourceException {
    try {
      unpack(root, in);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          Place.shown(root) + " cannot be read any further: " + reason(e) + ".", e);
    }
    end();
  }

  private void end() throws UnreadableSourceException {
    archives
        .leftOut()
        .ifPresent(left -> sink.accept(new ReadResult.Remark(new Place(root, 0), left)));
    if (damaged > 0) {
      throw new UnreadableSourceException(
          String.format(
              Locale.ENGLISH,
              "%s: %,d of the files in it cannot be read to the end; they are named above.",
              Place.shown(root),
              damaged));
    }
    if (results == 0) unusable(root, NO_POSTS);
  }

  private static final String NO_POSTS =
      "holds no posts; wanted at least one object with \"id\" and \"text\"";

  private void folder(Path folder) throws UnreadableSourceException {
    for (Path path : list(folder)) {
      if (Folder.isEntered(path)) {
        folder(path);
      } else if (Files.isDirectory(path)) {
        unusable(path.toString(), "is a link to a folder");
      } else if (Files.isRegularFile(path)) {
        disk = Optional.of(path);
        neighbours.lookAround(path);
        try (InputStream in = open(path)) {
          unpack(path.toString(), in);
        } catch (IOException e) {
          damaged(path.toString(), e);
        }
      } else {
        unusable(path.toString(), "is no file");
      }
    }
  }

  private List<Path> list(Path folder) {
    try {
      Folder all = Folder.of(folder);
      if (all.isIndex()) {
        sink.accept(
            new ReadResult.Remark(new Place(folder.toString(), 0), "is an index; left out."));
      }
      return all.content();
    } catch (IOException e) {
      damaged(folder.toString(), e);
      return List.of();
    }
  }

  private InputStream open(Path file) throws IOException {
    return new Metered(Files.newInputStream(file), InputSize.file(file), taken);
  }

  /// The reason of a failure, without the name of the file, which some exceptions put in front.
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) return "you may not read it";
    if (e instanceof FileSystemException f && f.getReason() != null) return f.getReason();
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void unpack(String name, InputStream in) throws IOException, UnreadableSourceException {
    new Unpacking<>(
            settings.encoding(),
            new Unpacking.Visitor<UnreadableSourceException>() {
              @Override
              public void text(String text, InputStream utf8)
                  throws IOException, UnreadableSourceException {
                PostReader.this.text(text, utf8);
              }

              @Override
              public void document(String file, Document kind, boolean itself, InputStream content)
                  throws IOException, UnreadableSourceException {
                PostReader.this.document(file, kind, itself ? disk : Optional.empty(), content);
              }

              @Override
              public void other(String file, String what) throws UnreadableSourceException {
                unusable(file, "is " + what);
              }

              @Override
              public void broken(String file, IOException e) {
                damaged(file, e);
              }
            })
        .visit(name, in);
  }

  /// @param on where it lies on disk as it is, if it does
  private void document(String name, Document kind, Optional<Path> on, InputStream content)
      throws IOException, UnreadableSourceException {
    try (LocalFile file = LocalFile.of(on, content)) {
      switch (kind) {
        case OFFICE -> workbook(name, file.path());
        case PARQUET -> parquet(name, file.path());
      }
    } catch (FieldException e) {
      unusable(name, e.getMessage());
    }
  }

  private void workbook(String name, Path file)
      throws IOException, FieldException, UnreadableSourceException {
    try (Workbook workbook = Workbook.open(file, settings.sheet())) {
      workbook
          .explained()
          .ifPresent(text -> sink.accept(new ReadResult.Remark(new Place(name, 0), text + ".")));
      text(name, new RowsAsText(workbook));
    }
  }

  private void parquet(String name, Path file)
      throws IOException, FieldException, UnreadableSourceException {
    FileRecords posts = records(name, columns(name), Optional.empty());
    try (ParquetRecords records = ParquetRecords.open(file)) {
      long row = 0;
      for (Optional<Map<String, Object>> record; (record = records.next()).isPresent(); ) {
        Map<String, Object> fields = record.get();
        Supplier<byte[]> json = () -> Json.compact(fields).getBytes(StandardCharsets.UTF_8);
        posts.take(new JsonRecord.Good(++row, fields, json));
      }
    } catch (IOException e) {
      end(name, posts);
      throw e;
    }
    finish(name, posts);
  }

  private FileRecords records(String name, Map<String, String> columns, Optional<Table> table) {
    return new FileRecords(
        name,
        settings,
        columns,
        table.isPresent(),
        table.map(Table::doubles).orElse(Set.of()),
        shapes,
        result -> give(archives.complete(result)));
  }

  private void text(String name, InputStream utf8) throws IOException, UnreadableSourceException {
    InputStream in = new BufferedInputStream(utf8, TableFinder.LOOKED_AT);
    byte[] start = Bytes.peek(in, TableFinder.LOOKED_AT);
    Optional<String> without = Archives.withoutPosts(name, start);
    if (without.isPresent()) {
      if (Archives.isAbout(name)) neighbours.learn(name, in);
      if (name.equals(root)) unusable(name, without.get());
      archives.leaveOut(name);
      return;
    }
    FileRecords records = null;
    try {
      Map<String, String> columns = columns(name);
      Optional<Table> table = table(start, columns);
      records = records(name, columns, table);
      if (table.isPresent()) {
        table.get().read(in, records);
      } else {
        JsonRecords.read(in, records::take);
      }
    } catch (FieldException e) {
      unusable(name, e.getMessage());
      return;
    } catch (NotJsonException e) {
      unusable(name, e.getMessage() + TableFinder.hint(start));
      return;
    } catch (IOException e) {
      // What stands before the damage is read all the same.
      if (records != null) end(name, records);
      throw e;
    }
    finish(name, records);
  }

  private void finish(String name, FileRecords records) throws UnreadableSourceException {
    if (!end(name, records)) return;
    if (!settings.columns().isEmpty()) remember(name);
    if (records.count() == 0) unusable(name, NO_POSTS);
    else if (!name.equals(root)) sink.accept(records.endOfFile());
  }

  /// @return whether records of the file could be read
  private boolean end(String name, FileRecords records) throws UnreadableSourceException {
    try {
      records.end();
      return true;
    } catch (FieldException e) {
      unusable(name, e.getMessage());
      return false;
    }
  }

  /// Columns by field, as somebody said now or earlier.
  private Map<String, String> columns(String name) throws FieldException {
    if (!settings.columns().isEmpty()) return settings.columns();
    return disk.isPresent() && !name.contains("!") ? ColumnMemory.recall(disk.get()) : Map.of();
  }

  /// The text as a table, if it is one.
  private Optional<Table> table(byte[] start, Map<String, String> columns) throws FieldException {
    if (settings.format().isPresent() && !settings.isTable() && !readsRows()) {
      return Optional.empty();
    }
    return TableFinder.find(start, settings, columns);
  }

  private boolean readsRows() {
    return settings
        .format()
        .filter(n -> !n.equals(ReadSettings.FLAT))
        .flatMap(Formats::find)
        .filter(PostFormat::readsRows)
        .isPresent();
  }

  /// Keeps the columns for the next time.
  private void remember(String name) {
    if (disk.isEmpty()) return;
    try {
      ColumnMemory.remember(disk.get(), settings.columns());
    } catch (IOException e) {
      sink.accept(
          new ReadResult.Remark(
              new Place(name, 0), "--map could not be kept beside it: " + reason(e) + "."));
    }
  }

  private void give(ReadResult result) {
    switch (result) {
      case ReadResult.Parsed _, ReadResult.Noted _, ReadResult.Rejected _ -> results++;
      case ReadResult.Remark _, ReadResult.EndOfFile _ -> {}
    }
    sink.accept(result);
  }

  /// A file without posts: the whole input, or one of many.
  private void unusable(String name, String why) throws UnreadableSourceException {
    if (name.equals(root)) {
      throw new UnreadableSourceException(Place.shown(name) + " " + why + ".");
    }
    sink.accept(new ReadResult.Remark(new Place(name, 0), why + "; the file was left out."));
  }

  /// One of many files that ends in the middle.
  private void damaged(String name, IOException e) {
    damaged++;
    sink.accept(
        new ReadResult.Remark(
            new Place(name, 0), "cannot be read any further: " + reason(e) + "."));
  }
}
