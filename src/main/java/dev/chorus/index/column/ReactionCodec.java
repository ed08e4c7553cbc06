package dev.chorus.index.column;

import static dev.chorus.index.column.CompactData.readBoolean;
import static dev.chorus.index.column.CompactData.readDouble;
import static dev.chorus.index.column.CompactData.readInt;
import static dev.chorus.index.column.CompactData.readList;
import static dev.chorus.index.column.CompactData.readLong;
import static dev.chorus.index.column.CompactData.readOptional;
import static dev.chorus.index.column.CompactData.readString;
import static dev.chorus.index.column.CompactData.writeBoolean;
import static dev.chorus.index.column.CompactData.writeDouble;
import static dev.chorus.index.column.CompactData.writeInt;
import static dev.chorus.index.column.CompactData.writeList;
import static dev.chorus.index.column.CompactData.writeLong;
import static dev.chorus.index.column.CompactData.writeOptional;
import static dev.chorus.index.column.CompactData.writeString;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.language.About;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A placed reaction as bytes and back, all but its vector: as an index stores it, and as a process
/// can hand it to another.
///
/// Part of [dev.chorus.index.IndexStore#FORMAT]: a change here is a new format.
public final class ReactionCodec {
  private ReactionCodec() {}

  public static void write(DataOutput out, Placed placed) throws IOException {
    writePost(out, placed.reaction().post());
    writeReaction(out, placed.reaction());
    writePlacement(out, placed.placement());
  }

  /// @return the reaction without a vector
  /// @throws IOException if the bytes end early, or hold what this version does not write
  public static Placed read(DataInput in) throws IOException {
    Reaction reaction = readReaction(in, readPost(in));
    return new Placed(reaction, readPlacement(in));
  }

  /// The bytes of the post alone: what tells whether it was edited.
  static byte[] postBytes(Post post) throws IOException {
    ByteOutput out = new ByteOutput();
    writePost(out, post);
    return out.toByteArray();
  }

  private static void writePost(DataOutput out, Post post) throws IOException {
    writeString(out, post.id());
    writeString(out, post.text());
    writeInt(out, StoredCode.KIND.of(post.kind()));
    writeOptional(out, post.platform(), CompactData::writeString);
    writeOptional(out, post.lang(), CompactData::writeString);
    writeOptional(out, post.createdAt(), CompactData::writeTime);
    writeOptional(out, post.editedAt(), CompactData::writeTime);
    writeOptional(out, post.url(), CompactData::writeString);
    writeOptional(out, post.author().name(), CompactData::writeString);
    writeOptional(out, post.author().handle(), CompactData::writeString);
    writeOptional(out, post.author().role(), CompactData::writeString);
    writeList(out, post.author().affiliations(), CompactData::writeString);
    writeOptional(out, post.links().inReplyTo(), CompactData::writeString);
    writeOptional(out, post.links().quotes(), CompactData::writeString);
    writeOptional(out, post.links().repostOf(), CompactData::writeString);
    writeOptional(out, post.links().thread(), CompactData::writeString);
    writeOptional(out, post.links().versionOf(), CompactData::writeString);
    Engagement e = post.engagement();
    for (long n : new long[] {e.likes(), e.reposts(), e.replies(), e.views()}) writeLong(out, n);
    writeOptional(out, post.rating().map(BigDecimal::toPlainString), CompactData::writeString);
    writeList(
        out,
        post.notes(),
        (o, n) -> {
          writeString(o, n.kind());
          writeString(o, n.text());
          writeOptional(o, n.source(), CompactData::writeString);
        });
    writeList(out, post.targets(), CompactData::writeString);
  }

  private static Post readPost(DataInput in) throws IOException {
    return new Post(
        readString(in),
        readString(in),
        StoredCode.KIND.constant(readInt(in)),
        readOptional(in, CompactData::readString),
        readOptional(in, CompactData::readString),
        readOptional(in, CompactData::readTime),
        readOptional(in, CompactData::readTime),
        readOptional(in, CompactData::readString),
        new Author(
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString),
            readList(in, CompactData::readString)),
        new Links(
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString),
            readOptional(in, CompactData::readString)),
        new Engagement(readLong(in), readLong(in), readLong(in), readLong(in)),
        readOptional(in, CompactData::readString).map(ReactionCodec::rating),
        readList(
            in,
            i -> new Note(readString(i), readString(i), readOptional(i, CompactData::readString))),
        readList(in, CompactData::readString));
  }

  private static BigDecimal rating(String digits) {
    return new BigDecimal(digits);
  }

  private static void writeReaction(DataOutput out, Reaction reaction) throws IOException {
    writeString(out, reaction.lang());
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
          writeInt(o, StoredCode.ABOUT.of(a.kind()));
        });
    writeList(
        out,
        reaction.mentions(),
        (o, m) -> {
          writeString(o, m.text());
          writeSpan(o, m.span());
          writeInt(o, StoredCode.ENTITY.of(m.type()));
          writeString(o, m.name());
        });
    writeList(
        out,
        reaction.stances(),
        (o, s) -> {
          writeString(o, s.target());
          writeInt(o, StoredCode.SIDE.of(s.side()));
          writeDouble(o, s.probability());
          writeOptional(o, s.evidence(), ReactionCodec::writeSpan);
          writeBoolean(o, s.reported());
        });
    writeList(
        out,
        reaction.issues(),
        (o, i) -> {
          writeString(o, i.id());
          writeDouble(o, i.probability());
        });
    writeList(out, reaction.sentences(), ReactionCodec::writeSpan);
  }

  private static Reaction readReaction(DataInput in, Post post) throws IOException {
    return new Reaction(
        post,
        readString(in),
        readOptional(in, i -> new Sentiment(readDouble(i), readDouble(i), readDouble(i))),
        readOptional(in, i -> new About(readDouble(i), StoredCode.ABOUT.constant(readInt(i)))),
        readList(
            in,
            i ->
                new Mention(
                    readString(i),
                    readSpan(i),
                    StoredCode.ENTITY.constant(readInt(i)),
                    readString(i))),
        readList(
            in,
            i ->
                new Stance(
                    readString(i),
                    StoredCode.SIDE.constant(readInt(i)),
                    readDouble(i),
                    readOptional(i, ReactionCodec::readSpan),
                    readBoolean(i))),
        readList(in, i -> new Reaction.Spoken(readString(i), readDouble(i))),
        readList(in, ReactionCodec::readSpan),
        Optional.empty());
  }

  private static void writePlacement(DataOutput out, Placement placement) throws IOException {
    writeString(out, placement.camp());
    writeDouble(out, placement.probability());
    writeList(
        out,
        placement.alternatives(),
        (o, a) -> {
          writeString(o, a.camp());
          writeDouble(o, a.probability());
        });
    writeList(
        out,
        placement.reasons(),
        (o, r) -> {
          writeString(o, r.what());
          writeDouble(o, r.weight());
        });
    writeList(
        out,
        List.copyOf(placement.learned().entrySet()),
        (o, l) -> {
          writeString(o, l.getKey());
          writeDouble(o, l.getValue());
        });
  }

  private static Placement readPlacement(DataInput in) throws IOException {
    return new Placement(
        readString(in),
        readDouble(in),
        readList(in, i -> new Placement.Alternative(readString(i), readDouble(i))),
        readList(in, i -> new Placement.Reason(readString(i), readDouble(i))),
        readMap(in));
  }

  private static Map<String, Double> readMap(DataInput in) throws IOException {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int left = readInt(in); left > 0; left--) map.put(readString(in), readDouble(in));
    return map;
  }

  private static void writeSpan(DataOutput out, Span span) throws IOException {
    writeInt(out, span.start());
    writeInt(out, span.end());
  }

  private static Span readSpan(DataInput in) throws IOException {
    return new Span(readInt(in), readInt(in));
  }
}
