package dev.chorus.index;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The entries that records have changed since the last commit, and what becomes of each record.
///
/// Every id is answered for by one entry at most: that of the post in all its versions, or that of
/// the original if it is a repost.
final class Entries {
  private Stored stored;
  private final Map<String, Entry> byKey = new HashMap<>();

  /// By the ids of reposts and of other versions.
  private final Map<String, Entry> byOther = new HashMap<>();

  /// Ids under which the index shows what has changed since, and the entry that it is part of now.
  private final Map<String, Entry> outdated = new LinkedHashMap<>();

  private long characters;

  /// What the last record was taken into.
  private Entry touched;

  /// What is in the index.
  interface Stored {
    /// Whether this very record, or a version of it that gave way, is in the index, or it is a
    /// repost that was counted: what can be told without reading the whole entry.
    boolean knows(Post record) throws IOException;

    /// The entry that answers for an id.
    Optional<Entry> find(String id) throws IOException;
  }

  Entries(Stored stored) {
    this.stored = stored;
  }

  /// What becomes of a record.
  ///
  /// @param lost told why, if the index cannot have it in the end
  Taken take(Post post, Consumer<Throwable> lost) throws IOException {
    touched = null;
    Taken taken = take(post);
    if (touched != null) touched.tell(lost);
    return taken;
  }

  private Taken take(Post post) throws IOException {
    boolean untouched = !byKey.containsKey(post.id()) && !byOther.containsKey(post.id());
    boolean bringsNotes = post.notes().stream().anyMatch(Note::isApart);
    if (untouched && !bringsNotes && stored.knows(post)) return new Taken.Unchanged();
    if (post.links().versionOf().isPresent()) return takeVersion(post);
    Optional<Entry> own = find(post.id());
    Optional<String> original = Entry.original(post);
    if (original.isEmpty()) return own.isEmpty() ? add(Entry.of(post)) : merge(own.get(), post);

    Optional<Entry> its = find(original.get());
    if (own.isEmpty()) {
      if (its.isEmpty()) return add(Entry.standIn(post));
      its.get().count(post);
      return changed(its.get());
    }
    // Known as a post of its own until now: it becomes a repost.
    if (own.get().key().equals(post.id()) && !own.equals(its)) {
      byKey.remove(post.id());
      if (its.isEmpty()) {
        own.get().becomeRepostOf(original.get(), post);
        return changed(own.get());
      }
      outdated(own.get(), its.get());
      its.get().absorb(own.get(), post);
      return changed(its.get());
    }
    return merge(own.get(), post);
  }

  /// What becomes of a note that came apart from its post; nothing if the post is not there.
  ///
  /// @param lost told why, if the index cannot have the post with it in the end
  Optional<Taken> note(String post, Note note, Consumer<Throwable> lost) throws IOException {
    Optional<Entry> entry = find(post);
    if (entry.isEmpty()) return Optional.empty();
    if (!entry.get().join(List.of(note))) return Optional.of(new Taken.Unchanged());
    Taken taken = changed(entry.get());
    entry.get().tell(lost);
    return Optional.of(taken);
  }

  /// A record of a post whose first version has another id. If it was taken for a post of its own
  /// until now, or a repost stands for it, both become one.
  private Taken takeVersion(Post version) throws IOException {
    String first = Entry.key(version);
    Optional<Entry> its = find(first);
    Optional<Entry> alone = find(version.id()).filter(e -> e.key().equals(version.id()));
    if (alone.isEmpty() || alone.equals(its)) {
      return its.isEmpty() ? add(Entry.of(version)) : merge(its.get(), version);
    }
    byKey.remove(version.id());
    Entry one = its.orElse(alone.get());
    if (its.isEmpty()) {
      one.becomeVersionOf(first);
    } else {
      outdated(alone.get(), one);
      one.absorbVersion(alone.get());
    }
    Taken taken = merge(one, version);
    return taken instanceof Taken.Unchanged ? changed(one) : taken;
  }

  /// A record of a post that an entry answers for.
  private Taken merge(Entry entry, Post post) {
    boolean isOriginal =
        entry.key().equals(Entry.key(post)) || entry.versions().contains(post.id());
    boolean isStandIn = entry.post().id().equals(post.id()) && Entry.original(post).isPresent();
    // What was counted as a repost stays one, also if another source does not say that it is.
    if (!isOriginal && !isStandIn) return new Taken.Unchanged();
    int versions = entry.versions().size();
    Post before = entry.post();
    Optional<String> collision =
        before.id().equals(post.id()) ? Collision.of(before, post) : Optional.empty();
    return switch (entry.merge(post)) {
      case NEWER -> changed(entry, collision);
      // The id of an older version is worth knowing.
      case OLDER ->
          entry.versions().size() > versions ? changed(entry) : new Taken.Unchanged(collision);
      case REFUSED ->
          new Taken.Refused(
              "\"id\" is \""
                  + post.id()
                  + "\", which "
                  + Entry.MOST_VERSIONS
                  + " records with other contents have had already; wanted an id of its own, or"
                  + " \"editedAt\" to tell that it is a newer version.");
    };
  }

  private Taken add(Entry entry) {
    touch(entry);
    return new Taken.Added(entry.work().orElseThrow());
  }

  private Taken changed(Entry entry) {
    return changed(entry, Optional.empty());
  }

  private Taken changed(Entry entry, Optional<String> collision) {
    touch(entry);
    return new Taken.Updated(entry.work(), collision);
  }

  private void touch(Entry entry) {
    touched = entry;
    byKey.put(entry.key(), entry);
    entry.storedAs().ifPresent(id -> outdated.put(id, entry));
    entry.reposts().forEach(id -> byOther.put(id, entry));
    entry.versions().forEach(id -> byOther.put(id, entry));
    characters += entry.post().text().length();
  }

  /// What the index shows of an entry is part of another now.
  private void outdated(Entry entry, Entry other) {
    entry.storedAs().ifPresent(id -> outdated.put(id, other));
    outdated.replaceAll((_, its) -> its == entry ? other : its);
  }

  private Optional<Entry> find(String id) throws IOException {
    Entry pending = byKey.get(id);
    if (pending == null) pending = byOther.get(id);
    return pending != null ? Optional.of(pending) : stored.find(id);
  }

  Collection<Entry> changed() {
    return byKey.values();
  }

  /// Those of the changed that can go into the index: all but those that lack an analysis, and
  /// those that are to be shown under an id that such a one still has there.
  Set<Entry> ready() {
    return byKey.values().stream()
        .filter(entry -> !entry.isWaiting())
        .filter(entry -> !outdated.getOrDefault(entry.post().id(), entry).isWaiting())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The ids under which the index shows older states of some entries.
  List<String> outdated(Set<Entry> of) {
    return outdated.entrySet().stream()
        .filter(e -> of.contains(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// What the index had of an entry before it changed: several, if it was several then.
  List<Entry> before(Entry entry) throws IOException {
    List<Entry> before = new ArrayList<>();
    for (String id : outdated(Set.of(entry))) stored.find(id).ifPresent(before::add);
    return before;
  }

  /// UTF-16 units of text that are held.
  long characters() {
    return characters;
  }

  /// Goes on without some entries, whose changes are in the index or given up.
  ///
  /// @param now what is in the index
  void startFrom(Stored now, Set<Entry> without) {
    stored = now;
    byKey.values().removeIf(without::contains);
    byOther.values().removeIf(without::contains);
    outdated.values().removeIf(without::contains);
    characters = byKey.values().stream().mapToLong(e -> e.post().text().length()).sum();
  }

  /// Forgets the changes of an entry.
  void drop(Entry entry) {
    startFrom(stored, Set.of(entry));
  }
}
