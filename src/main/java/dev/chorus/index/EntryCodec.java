package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.index.column.ByteOutput;
import dev.chorus.index.column.CompactData;
import dev.chorus.index.column.Digest;
import dev.chorus.index.column.ReactionCodec;
import dev.chorus.index.column.StoredReactions;
import java.io.DataInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/// An entry as bytes and back, all but the vector of its reaction, which Lucene keeps in a field of
/// its own.
///
/// Part of [IndexStore#FORMAT]: a change here is a new format.
final class EntryCodec {
  private EntryCodec() {}

  static BytesRef encode(Entry entry) throws IOException {
    ByteOutput out = new ByteOutput();
    CompactData.writeInt(out, entry.reposts().size());
    ReactionCodec.write(out, entry.placed());
    // What only a writer wants comes last, so that readers need not pass over it.
    CompactData.writeString(out, entry.key());
    for (String repost : entry.reposts()) CompactData.writeString(out, repost);
    CompactData.writeList(out, List.copyOf(entry.versions()), CompactData::writeString);
    CompactData.writeList(
        out, List.copyOf(entry.older()), (o, d) -> CompactData.writeString(o, d.hex()));
    return new BytesRef(out.toByteArray());
  }

  /// The entry as a writer left it.
  ///
  /// @param doc its number in the segment
  static Entry decode(LeafReader segment, int doc) throws IOException {
    DataInput in = StoredReactions.open(segment.storedFields(), doc);
    int count = CompactData.readInt(in);
    Placed placed = ReactionCodec.read(in);
    String key = CompactData.readString(in);
    Set<String> reposts = new HashSet<>();
    for (int i = 0; i < count; i++) reposts.add(CompactData.readString(in));
    Set<String> versions = new HashSet<>(CompactData.readList(in, CompactData::readString));
    Set<Digest> older =
        new LinkedHashSet<>(CompactData.readList(in, i -> new Digest(CompactData.readString(i))));
    return Entry.stored(
        key,
        reposts,
        versions,
        older,
        new Placed(
            placed.reaction().with(StoredReactions.vector(segment, doc)), placed.placement()));
  }
}
