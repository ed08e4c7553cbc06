package dev.chorus.index;

import dev.chorus.index.column.Digest;
import dev.chorus.index.text.IndexFields;
import dev.chorus.post.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// What an index says of ids, as of one moment; perhaps one that lies over another. For one thread.
///
/// Every record of an input is looked up, most of them in vain, so the dictionaries stay open.
final class StoredEntries implements Entries.Stored {
  private final List<Leaf> leaves = new ArrayList<>();

  /// Another index that is asked for what this one has not got.
  private final Optional<StoredEntries> below;

  StoredEntries(DirectoryReader reader) throws IOException {
    this(reader, Optional.empty());
  }

  /// @param below what it says of an id is outdated by whatever the reader says of it
  StoredEntries(DirectoryReader reader, Optional<StoredEntries> below) throws IOException {
    this.below = below;
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      Terms keys = leaf.terms(IndexFields.KEY);
      if (keys == null) continue;
      Terms reposts = leaf.terms(IndexFields.REPOST);
      leaves.add(
          new Leaf(leaf, keys.iterator(), reposts == null ? TermsEnum.EMPTY : reposts.iterator()));
    }
  }

  private record Hit(LeafReader reader, int doc) {}

  private record Leaf(LeafReader reader, TermsEnum keys, TermsEnum reposts) {
    Optional<Hit> find(TermsEnum ids, BytesRef id) throws IOException {
      if (!ids.seekExact(id)) return Optional.empty();
      PostingsEnum docs = ids.postings(null, PostingsEnum.NONE);
      Bits live = reader.getLiveDocs();
      int doc = docs.nextDoc();
      while (doc != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(doc)) return Optional.of(new Hit(reader, doc));
        doc = docs.nextDoc();
      }
      return Optional.empty();
    }
  }

  private Optional<Hit> find(Function<Leaf, TermsEnum> ids, BytesRef id) throws IOException {
    for (Leaf leaf : leaves) {
      Optional<Hit> hit = leaf.find(ids.apply(leaf), id);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }

  @Override
  public boolean knows(Post record) throws IOException {
    BytesRef id = new BytesRef(record.id());
    Optional<Hit> hit = find(Leaf::keys, id);
    if (hit.isPresent()) return holds(hit.get(), Digest.of(record));
    hit = find(Leaf::reposts, id);
    if (hit.isEmpty()) return below.isPresent() && below.get().knows(record);
    return !isShown(hit.get(), id) || holds(hit.get(), Digest.of(record));
  }

  private static boolean holds(Hit hit, Digest digest) throws IOException {
    BinaryDocValues hashes = hit.reader().getBinaryDocValues(IndexFields.HASH);
    if (!hashes.advanceExact(hit.doc())) return false;
    BytesRef all = hashes.binaryValue();
    byte[] wanted = digest.bytes();
    for (int i = 0; i < all.length; i += Digest.BYTES) {
      int from = all.offset + i;
      if (Arrays.equals(all.bytes, from, from + Digest.BYTES, wanted, 0, Digest.BYTES)) return true;
    }
    return false;
  }

  private static boolean isShown(Hit hit, BytesRef id) throws IOException {
    SortedDocValues ids = hit.reader().getSortedDocValues(IndexFields.ID);
    return ids.advanceExact(hit.doc()) && ids.lookupOrd(ids.ordValue()).bytesEquals(id);
  }

  @Override
  public Optional<Entry> find(String id) throws IOException {
    BytesRef term = new BytesRef(id);
    Optional<Hit> hit = find(Leaf::keys, term);
    if (hit.isEmpty()) hit = find(Leaf::reposts, term);
    if (hit.isEmpty()) return below.isPresent() ? below.get().find(id) : Optional.empty();
    return Optional.of(EntryCodec.decode(hit.get().reader(), hit.get().doc()));
  }
}
