package dev.chorus.source.format;

import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Takes the posts that a [PostFormat] finds in one record, and turns every complaint about a part
/// of it into one rejection, so that the other parts are read.
public final class Results {
  private final Place at;
  private final Supplier<Original> record;
  private final Optional<Charset> encoding;
  private final PostFormat any;
  private final Consumer<ReadResult> sink;

  /// Whether a result is being taken.
  private boolean delivering;
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

  /// The same, with words in front of every message, such as the number of a row.
  public Results starting(String words) {
    return new Results(
        at,
        record,
        encoding,
        any,
        result ->
            sink.accept(
                switch (result) {
                  case ReadResult.Rejected r ->
                      new ReadResult.Rejected(r.at(), words + r.reason(), r.original());
                  case ReadResult.Remark r ->
                      new ReadResult.Remark(r.at(), words + r.text(), r.example());
                  case ReadResult.Parsed _, ReadResult.Noted _, ReadResult.EndOfFile _ -> result;
                }));
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

  /// Gives a post on, unless its words were taken down. A post that names itself as the one that it
  /// answers, quotes or repeats stands alone.
  ///
  /// Words that begin with `RT @name:` are those of `name`: the post repeats one of which nothing
  /// else is known.
  public void add(Post post) {
    addAsItIs(Retweets.resolved(post));
  }

  /// The same for posts whose source says which are reposts.
  public void addAsItIs(Post post) {
    if (isRemoved(post.text())) {
      reject("its words were taken down: they are \"" + post.text().strip() + "\".");
      return;
    }
    Links links = post.links();
    Predicate<String> another = id -> !id.equals(post.id());
    Links others =
        new Links(
            links.inReplyTo().filter(another),
            links.quotes().filter(another),
            links.repostOf().filter(another),
            links.thread(),
            links.versionOf().filter(another));
    give(new ReadResult.Parsed(at, others.equals(links) ? post : post.with(others)));
  }

  private static final Pattern REMOVED =
      Pattern.compile(
          "\\[ ?(?:removed|deleted)(?: by (?:user|reddit|moderators?|author|admins?))? ?\\]"
              + "|\\[(?:flagged|dead|unavailable)\\]",
          Pattern.CASE_INSENSITIVE);

  /// Whether a text is only what a platform shows in place of one that was taken down.
  public static boolean isRemoved(String text) {
    return text.length() < 40 && REMOVED.matcher(text.strip()).matches();
  }

  /// A note on a post that stands elsewhere.
  ///
  /// @param post its id
  public void add(String post, Note note) {
    give(new ReadResult.Noted(at, post, note));
  }

  /// A part that cannot be read as a post, with the reason.
  public void reject(String reason) {
    if (original == null) original = record.get();
    give(new ReadResult.Rejected(at, reason, original));
  }

  /// Something to know that is neither a post nor a part left out.
  public void remark(String text) {
    give(new ReadResult.Remark(at, text));
  }

  private void give(ReadResult result) {
    delivering = true;
    sink.accept(result);
    delivering = false;
  }

  /// Does something; if a field is wrong, that is a rejection. A mistake of Chorus itself costs
  /// this record alone, too, and says so.
  public void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (FieldException e) {
      reject(e.getMessage());
    } catch (RuntimeException e) {
      // Failures of whoever takes the results are theirs.
      if (delivering) throw e;
      reject(
          "Chorus made a mistake in reading it ("
              + e
              + "); please report it, with the record if you may.");
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
