package dev.chorus.index;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries that records have changed since the last commit, and what becomes of each record.
///
/// Every id is answered for by one entry at most: that of the post in all its versions, or that of
/// the original if it is a repost.
final class Entries {
  private Stored stored;
  private final Map<String, Entry> byKey = new HashMap<>();

  /// By the ids of reposts and of other versions.
  private final Map<String, Entry> byOther = new HashMap<>();

  /// Ids under which the index shows what has changed since.
  private final Set<String> outdated = new LinkedHashSet<>();

  private long characters;

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
  Taken take(Post post) throws IOException {
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
      own.get().storedAs().ifPresent(outdated::add);
      its.get().absorb(own.get(), post);
      return changed(its.get());
    }
    return merge(own.get(), post);
  }

  /// What becomes of a note that came apart from its post; nothing if the post is not there.
  Optional<Taken> note(String post, Note note) throws IOException {
    Optional<Entry> entry = find(post);
    if (entry.isEmpty()) return Optional.empty();
    return Optional.of(
        entry.get().join(List.of(note)) ? changed(entry.get()) : new Taken.Unchanged());
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
      alone.get().storedAs().ifPresent(outdated::add);
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
    return switch (entry.merge(post)) {
      case NEWER -> changed(entry);
      // The id of an older version is worth knowing.
      case OLDER -> entry.versions().size() > versions ? changed(entry) : new Taken.Unchanged();
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
    touch(entry);
    return new Taken.Updated(entry.work());
  }

  private void touch(Entry entry) {
    byKey.put(entry.key(), entry);
    entry.storedAs().ifPresent(outdated::add);
    entry.reposts().forEach(id -> byOther.put(id, entry));
    entry.versions().forEach(id -> byOther.put(id, entry));
    characters += entry.post().text().length();
  }

  private Optional<Entry> find(String id) throws IOException {
    Entry pending = byKey.get(id);
    if (pending == null) pending = byOther.get(id);
    return pending != null ? Optional.of(pending) : stored.find(id);
  }

  Collection<Entry> changed() {
    return byKey.values();
  }

  Set<String> outdated() {
    return outdated;
  }

  /// UTF-16 units of text that are held.
  long characters() {
    return characters;
  }

  /// Begins anew, with all changes in the index.
  void startFrom(Stored now) {
    stored = now;
    byKey.clear();
    byOther.clear();
    outdated.clear();
    characters = 0;
  }
}
