package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.column.Digest;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What one document of the index stands for: a post in its newest version with the reposts that
/// were counted into it, or a repost that stands for an original that has not come yet.
///
/// What it holds in the end depends on the records that came, not on their order, as far as they
/// tell which is newer ([Versions]).
final class Entry {
  /// Versions of a post that nothing tells apart but their order. More are not edits but an id that
  /// was given to everything.
  static final int MOST_VERSIONS = 50;

  private String key;
  private Post post;
  private Digest digest;
  private final Set<Digest> older = new LinkedHashSet<>();
  private final SortedSet<String> reposts = new TreeSet<>();
  private Optional<Placed> analysis = Optional.empty();

  /// The last analysis that was asked for and has not come back.
  private PendingAnalysis underWay;

  private Optional<String> storedAs = Optional.empty();

  /// Ids of versions that are not the key.
  private final SortedSet<String> versions = new TreeSet<>();

  /// Those who wait to hear whether the index has what they gave.
  private final List<Consumer<Throwable>> waiting = new ArrayList<>();

  private Entry(String key, Post post) {
    this.key = key;
    this.post = post;
    this.digest = Digest.of(post);
  }

  /// A post of its own.
  static Entry of(Post post) {
    Entry entry = new Entry(key(post), post);
    entry.know(post);
    return entry;
  }

  /// A repost whose original has not come.
  static Entry standIn(Post repost) {
    Entry entry = new Entry(original(repost).orElseThrow(), repost);
    entry.reposts.add(repost.id());
    return entry;
  }

  /// As an index gives it back.
  static Entry stored(
      String key, Set<String> reposts, Set<String> versions, Set<Digest> older, Placed analysis) {
    Entry entry = new Entry(key, analysis.reaction().post());
    entry.reposts.addAll(reposts);
    entry.versions.addAll(versions);
    entry.older.addAll(older);
    entry.analysis = Optional.of(analysis);
    entry.storedAs = Optional.of(entry.post.id());
    return entry;
  }

  /// What the post repeats; a post that names itself repeats nothing.
  static Optional<String> original(Post post) {
    return post.links().repostOf().filter(id -> !id.equals(post.id()));
  }

  /// What names a post in all its versions: the id of the first.
  static String key(Post post) {
    return post.links().versionOf().orElse(post.id());
  }

  private void know(Post version) {
    if (!version.id().equals(key)) versions.add(version.id());
  }

  /// Id of the original in its first version, whether it has come or not.
  String key() {
    return key;
  }

  /// The id under which the index shows it until the next commit.
  Optional<String> storedAs() {
    return storedAs;
  }

  /// The record that is shown, as its source has it.
  Post post() {
    return post;
  }

  Digest digest() {
    return digest;
  }

  /// Versions that gave way to a later one although they say nothing of being older: when they come
  /// again, they are not taken for news.
  Set<Digest> older() {
    return older;
  }

  /// Ids of the reposts that were counted, the one that stands for the original among them.
  SortedSet<String> reposts() {
    return reposts;
  }

  /// Ids of versions other than the [#key].
  SortedSet<String> versions() {
    return versions;
  }

  private boolean isStandIn() {
    return original(post).isPresent();
  }

  /// Whether this record is in here already, as it is or in a newer version.
  boolean knows(Digest record) {
    return digest.equals(record) || older.contains(record);
  }

  enum Merged {
    NEWER,
    /// What was there stays.
    OLDER,
    /// One of too many.
    REFUSED
  }

  /// Adds notes that came apart from the post.
  ///
  /// @return whether one of them is new
  boolean join(List<Note> notes) {
    List<Note> own = post.notes().stream().filter(note -> !note.isApart()).toList();
    SortedMap<String, Note> apart = new TreeMap<>();
    for (Note note : apart(post)) apart.put(note.source().orElseThrow(), note);
    boolean changed = false;
    for (Note note : notes) {
      // The post may have brought the same words itself.
      if (own.stream().anyMatch(its -> its.text().equals(note.text()))) continue;
      changed |= !note.equals(apart.put(note.source().orElseThrow(), note));
    }
    if (!changed) return false;
    // In an order that does not depend on that of the files.
    post = post.withNotes(Stream.concat(own.stream(), apart.values().stream()).toList());
    return true;
  }

  private static List<Note> apart(Post post) {
    return post.notes().stream().filter(Note::isApart).toList();
  }

  /// Takes a record of the post that is shown, or of the original that it stands for.
  Merged merge(Post other) {
    boolean isOriginal = key(other).equals(key);
    if (isOriginal) know(other);
    if (isStandIn() && isOriginal) {
      show(other);
      return Merged.NEWER;
    }
    Digest its = Digest.of(other);
    int order = Versions.AGE.compare(other, post);
    if (knows(its) || order < 0) return join(apart(other)) ? Merged.NEWER : Merged.OLDER;
    if (order > 0) {
      older.clear();
    } else if (older.size() == MOST_VERSIONS) {
      return Merged.REFUSED;
    } else {
      older.add(digest);
    }
    List<Note> apart = apart(post);
    post = other;
    digest = its;
    join(apart);
    return Merged.NEWER;
  }

  /// Counts a repost; if the original is not there, the first of them stands for it.
  ///
  /// @return whether it is new
  boolean count(Post repost) {
    if (!reposts.add(repost.id())) return false;
    offer(repost);
    return true;
  }

  private void takeOver(Entry other) {
    waiting.addAll(other.waiting);
    other.waiting.clear();
  }

  /// Takes over what was taken for an original and is a repost of this.
  ///
  /// @param repost the record that says so
  void absorb(Entry other, Post repost) {
    takeOver(other);
    reposts.addAll(other.reposts);
    reposts.add(other.key);
    if (other.isStandIn()) offer(other.post);
    offer(repost);
    join(apart(other.post));
  }

  /// Takes over what was taken for a post of its own and is a version of this.
  void absorbVersion(Entry other) {
    takeOver(other);
    reposts.addAll(other.reposts);
    versions.addAll(other.versions);
    versions.add(other.key);
    if (!other.isStandIn()) merge(other.post);
  }

  /// Turns what was taken for a post of its own into a version of another.
  void becomeVersionOf(String first) {
    versions.add(key);
    versions.remove(first);
    key = first;
  }

  /// Turns what was taken for an original into a repost of another.
  void becomeRepostOf(String original, Post repost) {
    reposts.add(key);
    key = original;
    offer(repost);
    if (post.id().equals(repost.id())) show(repost);
  }

  private void offer(Post repost) {
    if (isStandIn() && Versions.STAND_IN.compare(repost, post) < 0) show(repost);
  }

  private void show(Post other) {
    List<Note> apart = apart(post);
    post = other;
    digest = Digest.of(other);
    older.clear();
    join(apart);
  }

  /// The analysis that the post that is shown still needs, unless one like it is under way.
  Optional<PendingAnalysis> work() {
    if (underWay != null && Versions.readAlike(underWay.post(), post)) return Optional.empty();
    if (analysis.filter(a -> Versions.readAlike(a.reaction().post(), post)).isPresent()) {
      underWay = null;
      return Optional.empty();
    }
    underWay = new PendingAnalysis(this, post);
    return Optional.of(underWay);
  }

  /// Takes a result; one that the post has outrun is dropped.
  void finish(PendingAnalysis done, Placed placed) {
    if (underWay != done) return;
    underWay = null;
    analysis = Optional.of(placed);
  }

  /// Whether it lacks an analysis that was asked for.
  boolean isWaiting() {
    return underWay != null;
  }

  /// @param lost told why, if the index cannot have this
  void tell(Consumer<Throwable> lost) {
    waiting.add(lost);
  }

  List<Consumer<Throwable>> waiting() {
    return waiting;
  }

  /// Whether this is the analysis that it lacks.
  boolean awaits(PendingAnalysis work) {
    return underWay == work;
  }

  /// Takes another placement of what was analysed.
  void place(Placement placement) {
    analysis = analysis.map(a -> new Placed(a.reaction(), placement));
  }

  /// The analysis, of the record that is shown.
  Placed placed() {
    if (underWay != null) throw new IllegalStateException(post.id() + " is still being analysed");
    Placed its = analysis.orElseThrow();
    return new Placed(its.reaction().with(post), its.placement());
  }
}
