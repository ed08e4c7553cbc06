package dev.chorus.source.format;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes the posts that a [PostFormat] finds in one record, and turns every complaint about a part
/// of it into one rejection, so that the other parts are read.
public final class Results {
  private final Place at;
  private final Supplier<Original> record;
  private final Optional<Charset> encoding;
  private final PostFormat any;
  private final Consumer<ReadResult> sink;
  private Original original;

  /// @param at where the record stands, and so everything in it
  /// @param record makes a copy of the record as it was read, for rejections; asked for it once at
  ///     most
  /// @param encoding that the user named for texts that are not UTF-8
  /// @param any reads a record of unknown format
  public Results(
      Place at,
      Supplier<Original> record,
      Optional<Charset> encoding,
      PostFormat any,
      Consumer<ReadResult> sink) {
    this.at = at;
    this.record = record;
    this.encoding = encoding;
    this.any = any;
    this.sink = sink;
  }

  /// Something to do with a part of a record.
  public interface Visit {
    void visit(RecordFields part) throws FieldException;
  }

  /// Something to do that a wrong field ends.
  public interface Attempt {
    void run() throws FieldException;
  }

  /// Reads a part that is a record of its own, of whatever format.
  ///
  /// @throws FieldException if it cannot be read
  public void read(RecordFields part) throws FieldException {
    any.read(part, this);
  }

  /// The encoding that the user named for texts that are not UTF-8.
  Optional<Charset> encoding() {
    return encoding;
  }

  public void add(Post post) {
    sink.accept(new ReadResult.Parsed(at, post));
  }

  /// A note on a post that stands elsewhere.
  ///
  /// @param post its id
  public void add(String post, Note note) {
    sink.accept(new ReadResult.Noted(at, post, note));
  }

  /// A part that cannot be read as a post, with the reason.
  public void reject(String reason) {
    if (original == null) original = record.get();
    sink.accept(new ReadResult.Rejected(at, reason, original));
  }

  /// Something to know that is neither a post nor a part left out.
  public void remark(String text) {
    sink.accept(new ReadResult.Remark(at, text));
  }

  /// Does something; if a field is wrong, that is a rejection.
  public void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (FieldException e) {
      reject(e.getMessage());
    }
  }

  /// Visits each object of a list; whatever is wrong with one is a rejection of that one.
  ///
  /// @throws FieldException if the field is there and no list
  public void each(RecordFields record, String list, Visit visit) throws FieldException {
    for (int i = 0; i < record.size(list); i++) {
      int element = i;
      attempt(() -> visit.visit(record.element(list, element)));
    }
  }
}
