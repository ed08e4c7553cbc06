package dev.chorus.source;

import dev.chorus.json.JsonRecord;
import dev.chorus.post.Post;
import dev.chorus.source.format.ChorusFormat;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.RejectsFormat;
import dev.chorus.source.format.Results;
import dev.chorus.source.layout.LayoutSettings;
import dev.chorus.source.layout.UnknownShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads the records of one file: each by the format that recognises it, and the others, together,
/// by the names of their fields.
final class FileRecords implements PostFormat {
  private static final PostFormat CHORUS = new ChorusFormat();

  private final String name;
  private final ReadSettings settings;
  private final Consumer<ReadResult> sink;
  private final Map<String, String> columns;
  private final UnknownShape unknown;

  /// Reads rows, if not the names of their columns do.
  private Optional<PostFormat> rows = Optional.empty();

  private long posts;
  private boolean leftOut;
  private long rejected;

  /// Whether a record of this file was in Chorus's own shape: then those that lack something are
  /// meant to be, too.
  private boolean speaksChorus;

  /// @param columns by field, as somebody said
  /// @param doubles names that several columns of the table have; empty for JSON
  /// @param shapes what was explained of other files already
  FileRecords(
      String name,
      ReadSettings settings,
      Map<String, String> columns,
      boolean isTable,
      Set<String> doubles,
      Set<String> shapes,
      Consumer<ReadResult> sink) {
    this.name = name;
    this.settings = settings;
    this.sink = sink;
    this.columns = columns;
    this.unknown =
        new UnknownShape(
            new LayoutSettings(
                base(name), columns, settings.days(), settings.ids(), doubles, isTable),
            (text, example) -> {
              if (shapes.add(text)) sink.accept(remark(text, example));
            });
  }

  private ReadResult.Remark remark(String text, Optional<Post> example) {
    return new ReadResult.Remark(new Place(name, 0), text, example);
  }

  /// The name without folders and archives.
  private static String base(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
  }

  /// What stands at a place of the file.
  ///
  /// @param original the record, for rejections
  Results results(long line, Supplier<Original> original) {
    return new Results(
        new Place(name, line),
        original,
        settings.encoding(),
        this,
        result -> {
          switch (result) {
            case ReadResult.Parsed _, ReadResult.Noted _ -> posts++;
            case ReadResult.Rejected _ -> rejected++;
            case ReadResult.Remark _, ReadResult.EndOfFile _ -> {}
          }
          sink.accept(result);
        });
  }

  /// The bytes of a record, which go away when the next one is read.
  private static final class Kept implements Supplier<Original> {
    private final JsonRecord record;
    private Original original;

    Kept(JsonRecord record) {
      this.record = record;
    }

    @Override
    public Original get() {
      if (original != null) return original;
      return switch (record) {
        case JsonRecord.Broken broken -> new Original.Text(broken.bytes());
        case JsonRecord.Good good -> new Original.Json(good.bytes());
      };
    }

    void keep() {
      original = get();
    }
  }

  void take(JsonRecord record) {
    Kept original = new Kept(record);
    Results found = results(record.line(), original);
    switch (record) {
      case JsonRecord.Broken broken -> unknown.inOrder(() -> found.reject(broken.reason() + "."));
      case JsonRecord.Good good ->
          read(new RecordFields(MongoValues.plain(good.fields()), found::remark), found);
    }
    if (unknown.isHolding()) original.keep();
  }

  /// Columns by field, as somebody said.
  Map<String, String> columns() {
    return columns;
  }

  /// What stands in the rows that follow.
  void header(List<String> names) {
    if (!columns.isEmpty()) return;
    rows =
        settings.format().isPresent()
            ? settings.format().flatMap(Formats::find).filter(PostFormat::readsRows)
            : Formats.ofRows(names);
    if (rows.isPresent()) {
      sink.accept(
          remark(
              "the columns are those of the format \"" + rows.get().id() + "\".",
              Optional.empty()));
    }
  }

  /// Takes a row of a table with named columns.
  void takeRow(Map<String, Object> row, Results results) {
    if (rows.isEmpty()) {
      unknown.takeRow(row, results);
      return;
    }
    RecordFields fields = new RecordFields(row, results::remark);
    results.attempt(() -> rows.get().read(fields, results));
  }

  /// Rejects a record, in the order of the file.
  void reject(Results results, String reason) {
    unknown.inOrder(() -> results.reject(reason));
  }

  @Override
  public String id() {
    return "auto";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return true;
  }

  /// Reads a record of whatever format.
  @Override
  public void read(RecordFields record, Results results) {
    if (isKnown(record, results)) return;
    unknown.takeJson(
        record.values(), results, (inner, at) -> isKnown(new RecordFields(inner, at::remark), at));
  }

  /// Reads a record if some format knows it; tells whether it did.
  private boolean isKnown(RecordFields record, Results results) {
    if (settings.format().isEmpty()
        && settings.columns().isEmpty()
        && ChorusFormat.isEvidently(record)) {
      speaksChorus = true;
      unknown.inOrder(() -> results.attempt(() -> CHORUS.read(record, results)));
      return true;
    }
    Optional<PostFormat> format =
        settings.format().isPresent()
            ? settings.format().filter(n -> !n.equals(ReadSettings.FLAT)).map(Formats::named)
            : Formats.of(record);
    if (format.isEmpty()) return false;
    leftOut |= format.get() instanceof RejectsFormat;
    if (settings.format().isEmpty()) {
      // Somebody who names fields means records that no format knows.
      if (!settings.columns().isEmpty() && !format.get().id().equals("rejects")) return false;
      if (format.get() instanceof ChorusFormat) {
        boolean whole =
            (record.holds("id", String.class) || record.has("kind"))
                && record.values().containsKey("text");
        if (!whole && !speaksChorus) return false;
        speaksChorus = true;
      }
    }
    unknown.inOrder(() -> results.attempt(() -> format.get().read(record, results)));
    return true;
  }

  /// Reads what is still waiting.
  ///
  /// @throws FieldException if no record of the file can be read
  void end() throws FieldException {
    // A file of records that were left out before has none that must be readable.
    unknown.end(posts > 0 || leftOut);
  }

  /// Posts and rejections so far.
  long count() {
    return posts + rejected;
  }

  ReadResult.EndOfFile endOfFile() {
    return new ReadResult.EndOfFile(new Place(name, 0), posts, rejected);
  }
}
