package dev.chorus.index.column;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Entry;
import dev.chorus.language.About;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// A placed reaction as bytes and back, all but its vector, which Lucene keeps in a field of its
/// own.
///
/// Part of [IndexStore#FORMAT]: a change here is a new format.
public final class ReactionCodec {
  private ReactionCodec() {}

  @FunctionalInterface
  private interface Writer<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  public static BytesRef encode(Entry entry) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    Placed placed = entry.placed();
    out.writeVInt(entry.reposts().size());
    writePost(out, entry.post());
    writeReaction(out, placed.reaction());
    writePlacement(out, placed.placement());
    // What only a writer wants comes last, so that readers need not pass over it.
    out.writeString(entry.key());
    for (String repost : entry.reposts()) out.writeString(repost);
    writeList(out, List.copyOf(entry.versions()), DataOutput::writeString);
    writeList(out, List.copyOf(entry.older()), (o, d) -> o.writeString(d.hex()));
    return new BytesRef(out.toArrayCopy());
  }

  /// The reaction as it counts, with the reposts among its engagement.
  public static Placed decode(BytesRef bytes) throws IOException {
    DataInput in = input(bytes);
    int reposts = in.readVInt();
    Reaction reaction = readReaction(in, Entry.counted(readPost(in), reposts));
    return new Placed(reaction, readPlacement(in));
  }

  /// The entry as a writer left it.
  public static Entry decodeEntry(BytesRef bytes, Optional<Vector> vector) throws IOException {
    DataInput in = input(bytes);
    int count = in.readVInt();
    Reaction reaction = readReaction(in, readPost(in)).with(vector);
    Placed placed = new Placed(reaction, readPlacement(in));
    String key = in.readString();
    Set<String> reposts = new HashSet<>();
    for (int i = 0; i < count; i++) reposts.add(in.readString());
    Set<String> versions = new HashSet<>(readList(in, DataInput::readString));
    Set<Digest> older = new LinkedHashSet<>(readList(in, i -> new Digest(i.readString())));
    return Entry.stored(key, reposts, versions, older, placed);
  }

  private static DataInput input(BytesRef bytes) {
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }

  /// The bytes of the post alone: what tells whether it was edited.
  static byte[] postBytes(Post post) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    writePost(out, post);
    return out.toArrayCopy();
  }

  private static void writePost(DataOutput out, Post post) throws IOException {
    out.writeString(post.id());
    out.writeString(post.text());
    out.writeVInt(post.kind().ordinal());
    writeOptional(out, post.platform(), DataOutput::writeString);
    writeOptional(out, post.lang(), DataOutput::writeString);
    writeOptional(out, post.createdAt(), ReactionCodec::writeTime);
    writeOptional(out, post.editedAt(), ReactionCodec::writeTime);
    writeOptional(out, post.url(), DataOutput::writeString);
    writeOptional(out, post.author().name(), DataOutput::writeString);
    writeOptional(out, post.author().handle(), DataOutput::writeString);
    writeOptional(out, post.author().role(), DataOutput::writeString);
    writeList(out, post.author().affiliations(), DataOutput::writeString);
    writeOptional(out, post.links().inReplyTo(), DataOutput::writeString);
    writeOptional(out, post.links().quotes(), DataOutput::writeString);
    writeOptional(out, post.links().repostOf(), DataOutput::writeString);
    writeOptional(out, post.links().thread(), DataOutput::writeString);
    writeOptional(out, post.links().versionOf(), DataOutput::writeString);
    Engagement e = post.engagement();
    for (long n : new long[] {e.likes(), e.reposts(), e.replies(), e.views()}) out.writeVLong(n);
    writeList(
        out,
        post.notes(),
        (o, n) -> {
          o.writeString(n.kind());
          o.writeString(n.text());
          writeOptional(o, n.source(), DataOutput::writeString);
        });
    writeList(out, post.targets(), DataOutput::writeString);
  }

  private static Post readPost(DataInput in) throws IOException {
    return new Post(
        in.readString(),
        in.readString(),
        Kind.values()[in.readVInt()],
        readOptional(in, DataInput::readString),
        readOptional(in, DataInput::readString),
        readOptional(in, ReactionCodec::readTime),
        readOptional(in, ReactionCodec::readTime),
        readOptional(in, DataInput::readString),
        new Author(
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString),
            readList(in, DataInput::readString)),
        new Links(
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString),
            readOptional(in, DataInput::readString)),
        new Engagement(in.readVLong(), in.readVLong(), in.readVLong(), in.readVLong()),
        readList(
            in,
            i -> new Note(i.readString(), i.readString(), readOptional(i, DataInput::readString))),
        readList(in, DataInput::readString));
  }

  private static void writeReaction(DataOutput out, Reaction reaction) throws IOException {
    out.writeString(reaction.lang());
    writeOptional(
        out,
        reaction.sentiment(),
        (o, s) -> {
          writeDouble(o, s.negative());
          writeDouble(o, s.neutral());
          writeDouble(o, s.positive());
        });
    writeOptional(
        out,
        reaction.about(),
        (o, a) -> {
          writeDouble(o, a.event());
          o.writeVInt(a.kind().ordinal());
        });
    writeList(
        out,
        reaction.mentions(),
        (o, m) -> {
          o.writeString(m.text());
          writeSpan(o, m.span());
          o.writeVInt(m.type().ordinal());
          o.writeString(m.name());
        });
    writeList(
        out,
        reaction.stances(),
        (o, s) -> {
          o.writeString(s.target());
          o.writeVInt(s.side().ordinal());
          writeDouble(o, s.probability());
          writeOptional(o, s.evidence(), ReactionCodec::writeSpan);
          o.writeByte((byte) (s.reported() ? 1 : 0));
        });
    writeList(
        out,
        reaction.issues(),
        (o, i) -> {
          o.writeString(i.id());
          writeDouble(o, i.probability());
        });
    writeList(out, reaction.sentences(), ReactionCodec::writeSpan);
  }

  private static Reaction readReaction(DataInput in, Post post) throws IOException {
    return new Reaction(
        post,
        in.readString(),
        readOptional(in, i -> new Sentiment(readDouble(i), readDouble(i), readDouble(i))),
        readOptional(in, i -> new About(readDouble(i), About.Kind.values()[i.readVInt()])),
        readList(
            in,
            i ->
                new Mention(
                    i.readString(),
                    readSpan(i),
                    EntityType.values()[i.readVInt()],
                    i.readString())),
        readList(
            in,
            i ->
                new Stance(
                    i.readString(),
                    Side.values()[i.readVInt()],
                    readDouble(i),
                    readOptional(i, ReactionCodec::readSpan),
                    i.readByte() == 1)),
        readList(in, i -> new Reaction.Spoken(i.readString(), readDouble(i))),
        readList(in, ReactionCodec::readSpan),
        Optional.empty());
  }

  private static void writePlacement(DataOutput out, Placement placement) throws IOException {
    out.writeString(placement.camp());
    writeDouble(out, placement.probability());
    writeList(
        out,
        placement.alternatives(),
        (o, a) -> {
          o.writeString(a.camp());
          writeDouble(o, a.probability());
        });
    writeList(
        out,
        placement.reasons(),
        (o, r) -> {
          o.writeString(r.what());
          writeDouble(o, r.weight());
        });
    writeList(
        out,
        List.copyOf(placement.learned().entrySet()),
        (o, l) -> {
          o.writeString(l.getKey());
          writeDouble(o, l.getValue());
        });
  }

  private static Placement readPlacement(DataInput in) throws IOException {
    return new Placement(
        in.readString(),
        readDouble(in),
        readList(in, i -> new Placement.Alternative(i.readString(), readDouble(i))),
        readList(in, i -> new Placement.Reason(i.readString(), readDouble(i))),
        readMap(in));
  }

  private static Map<String, Double> readMap(DataInput in) throws IOException {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int left = in.readVInt(); left > 0; left--) map.put(in.readString(), readDouble(in));
    return map;
  }

  private static void writeTime(DataOutput out, Instant time) throws IOException {
    out.writeZLong(time.getEpochSecond());
    out.writeVInt(time.getNano());
  }

  private static Instant readTime(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
  }

  private static void writeSpan(DataOutput out, Span span) throws IOException {
    out.writeVInt(span.start());
    out.writeVInt(span.end());
  }

  private static Span readSpan(DataInput in) throws IOException {
    return new Span(in.readVInt(), in.readVInt());
  }

  private static void writeDouble(DataOutput out, double value) throws IOException {
    out.writeLong(Double.doubleToLongBits(value));
  }

  private static double readDouble(DataInput in) throws IOException {
    return Double.longBitsToDouble(in.readLong());
  }

  private static <T> void writeOptional(DataOutput out, Optional<T> value, Writer<T> writer)
      throws IOException {
    out.writeByte((byte) (value.isPresent() ? 1 : 0));
    if (value.isPresent()) writer.write(out, value.get());
  }

  private static <T> Optional<T> readOptional(DataInput in, Reader<T> reader) throws IOException {
    return in.readByte() == 0 ? Optional.empty() : Optional.of(reader.read(in));
  }

  private static <T> void writeList(DataOutput out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeVInt(values.size());
    for (T value : values) writer.write(out, value);
  }

  private static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
    int size = in.readVInt();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) values.add(reader.read(in));
    return values;
  }
}
