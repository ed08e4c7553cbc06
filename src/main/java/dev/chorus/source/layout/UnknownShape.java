package dev.chorus.source.layout;

import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Reads the records of one file that no format knows: holds the first ones until enough are there
/// to tell what their columns mean, then makes posts of all. The order of the file is kept.
public final class UnknownShape {
  /// Records that are looked at before a decision. A proof, such as a day above 12, may come late.
  private static final int MOST = 50_000;

  /// The same in characters, as records are held in memory.
  private static final long MOST_CHARACTERS = 16 << 20;

  private final LayoutSettings settings;
  private final BiConsumer<String, Optional<Post>> explain;
  private final List<Runnable> held = new ArrayList<>();
  private final List<Map<String, Object>> sample = new ArrayList<>();
  private long characters;
  private Layout layout;
  private FieldException trouble;
  private boolean explained;

  /// Records behind those that were looked at in vain.
  private long dropped;

  /// @param explain gets how the file is understood, and its first post
  public UnknownShape(LayoutSettings settings, BiConsumer<String, Optional<Post>> explain) {
    this.settings = settings;
    this.explain = explain;
  }

  /// Whether records wait for a decision.
  public boolean isHolding() {
    return layout == null && !held.isEmpty();
  }

  /// Does something in the order of the file, such as reading a record of a known format.
  public void inOrder(Runnable action) {
    if (isHolding()) held.add(action);
    else action.run();
  }

  /// Takes a record of JSON, with all records inside it.
  ///
  /// @param known reads a record inside it that some format knows; tells whether it did
  public void takeJson(Map<?, ?> record, Results results, Known known) {
    Nesting.each(
        record,
        this::isPost,
        (inner, parent) -> {
          if (inner != record && known.read(inner, results)) return;
          Map<String, Object> flat = FlatRecord.of(inner);
          if (parent != null) link(flat, parent);
          take(flat, Extras.of(inner, results), results);
        });
  }

  /// Reads records of known formats.
  public interface Known {
    boolean read(Map<?, ?> record, Results results);
  }

  private boolean isPost(Map<?, ?> record) {
    Map<String, Object> flat = FlatRecord.of(record);
    String given = settings.columns().get(Field.TEXT.path());
    return given != null ? flat.containsKey(given) : LayoutFinder.holdsText(flat);
  }

  /// A reply that stands below its post need not name it.
  private static void link(Map<String, Object> flat, Map<?, ?> parent) {
    Object id = parent.get("id");
    if (id == null) id = parent.get("comment_id");
    boolean named =
        flat.keySet().stream().anyMatch(k -> FieldNames.fields(k).containsKey(Field.IN_REPLY_TO));
    if (id != null && !named) flat.put(Field.IN_REPLY_TO.path(), id);
  }

  /// Takes a row of a table.
  public void takeRow(Map<String, Object> row, Results results) {
    take(row, Extras.NONE, results);
  }

  private void take(Map<String, Object> row, Extras extras, Results results) {
    if (trouble != null) {
      dropped++;
      return;
    }
    if (layout != null) {
      read(row, extras, results);
      return;
    }
    held.add(() -> read(row, extras, results));
    sample.add(row);
    for (Object value : row.values()) characters += value instanceof String s ? s.length() : 8;
    if (sample.size() >= MOST || characters >= MOST_CHARACTERS) decide();
  }

  private void read(Map<String, Object> row, Extras extras, Results results) {
    if (trouble != null) {
      results.reject(textless(row));
      return;
    }
    results.attempt(
        () -> {
          Post post = layout.post(row, extras, results::remark);
          if (!explained) {
            explained = true;
            explain.accept(LayoutWords.explained(layout.decisions()), Optional.of(post));
          }
          results.add(post);
        });
  }

  /// Why a record of no known shape is no post.
  private String textless(Map<String, Object> row) {
    return row.keySet().stream()
        .filter(path -> FieldNames.fields(path).containsKey(Field.TEXT))
        .findFirst()
        .map(path -> "\"" + path + "\" is empty; wanted the words of the post.")
        .orElse(trouble.getMessage() + ".");
  }

  private void decide() {
    try {
      layout = LayoutFinder.find(sample, settings);
    } catch (FieldException e) {
      trouble = e;
      return;
    }
    release();
  }

  private void release() {
    List<Runnable> all = List.copyOf(held);
    held.clear();
    sample.clear();
    all.forEach(Runnable::run);
  }

  /// Reads what is still held.
  ///
  /// @param others whether the file holds posts of known formats
  /// @throws FieldException if no record of this kind can be read: then none was given
  public void end(boolean others) throws FieldException {
    if (layout == null && trouble == null && !held.isEmpty()) decide();
    if (trouble == null) return;
    if (!others || dropped > 0) throw trouble;
    // Then each record is named.
    release();
  }
}
