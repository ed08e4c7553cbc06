package dev.chorus.index.column;

import dev.chorus.camp.Placed;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// What reports count of a post, in some 70 bytes. Reports of a million posts read nothing else but
/// the names and words of a few columns, and the posts that they show.
///
/// Ids and authors are told apart by 64 bits of a hash: among a million of them two agree once in
/// forty million times.
///
/// @param author who counts as one author, see [Post#authorKey]
/// @param reposts that were counted into the post
/// @param length of its text, in UTF-16 units, without white space around it
/// @param interactions likes, reposts and replies together
/// @param answered id of the post that it answers, 0 if it says none; so for `quoted`
/// @param camp number of its camp, as for `said`
/// @param kind as a [StoredCode]
/// @param mood as a [StoredCode]; -1 if the post was not read
/// @param score from -1 to 1
/// @param said probability of each camp of the event, and of being unaligned
/// @param sides probability of each stance, in the order of the stances' terms
/// @param issues probability of each issue, in the order of their ids
public record ReportRow(
    long id,
    long author,
    int flags,
    int kind,
    int reposts,
    int length,
    long interactions,
    long answered,
    long quoted,
    int camp,
    int mood,
    double score,
    float[] said,
    float[] sides,
    float[] issues) {
  static final int READ = 1;

  /// It takes a side, and some words of it show that.
  static final int TAKES_SIDE = 2;

  /// It counts as a reaction to the event.
  static final int REACTS = 16;

  private static final int ANSWERS = 4;
  private static final int QUOTES = 8;

  private static final float[] NOTHING = {};

  /// @param post the post as it counts
  /// @param stances its stances, in the order of their terms
  /// @param issues that it speaks of, in the order of their ids
  /// @param camps ids of the event's camps, the unaligned last
  public static BytesRef encode(
      Placed placed,
      Post post,
      int reposts,
      Collection<Stance> stances,
      Collection<Reaction.Spoken> issues,
      List<String> camps)
      throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    boolean takesSide =
        stances.stream().anyMatch(s -> s.side() != Side.NONE && s.evidence().isPresent());
    Optional<String> answered = post.links().inReplyTo();
    Optional<String> quoted = post.links().quotes();
    out.writeByte(
        (byte)
            ((placed.read() ? READ : 0)
                | (takesSide ? TAKES_SIDE : 0)
                | (answered.isPresent() ? ANSWERS : 0)
                | (quoted.isPresent() ? QUOTES : 0)
                | (placed.reaction().reacts() ? REACTS : 0)));
    out.writeByte((byte) StoredCode.KIND.of(post.kind()));
    out.writeLong(hash(post.id()));
    out.writeLong(hash(post.authorKey()));
    out.writeVInt(reposts);
    out.writeVInt(post.text().strip().length());
    out.writeVLong(post.engagement().interactions());
    if (answered.isPresent()) out.writeLong(hash(answered.get()));
    if (quoted.isPresent()) out.writeLong(hash(quoted.get()));
    if (placed.read()) {
      Sentiment sentiment = placed.reaction().sentiment().orElseThrow();
      out.writeVInt(camps.indexOf(placed.placement().camp()));
      out.writeByte((byte) StoredCode.MOOD.of(sentiment.label()));
      out.writeLong(Double.doubleToRawLongBits(sentiment.score()));
      out.writeVInt(camps.size());
      for (String camp : camps) write(out, (float) placed.placement().probability(camp));
      out.writeVInt(stances.size());
      for (Stance stance : stances) write(out, (float) stance.probability());
      out.writeVInt(issues.size());
      for (Reaction.Spoken issue : issues) write(out, (float) issue.probability());
    }
    return new BytesRef(out.toArrayCopy());
  }

  static ReportRow decode(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int flags = in.readByte();
    int kind = in.readByte();
    long id = in.readLong();
    long author = in.readLong();
    int reposts = in.readVInt();
    int length = in.readVInt();
    long interactions = in.readVLong();
    long answered = (flags & ANSWERS) != 0 ? in.readLong() : 0;
    long quoted = (flags & QUOTES) != 0 ? in.readLong() : 0;
    boolean read = (flags & READ) != 0;
    return new ReportRow(
        id,
        author,
        flags,
        kind,
        reposts,
        length,
        interactions,
        answered,
        quoted,
        read ? in.readVInt() : -1,
        read ? in.readByte() : -1,
        read ? Double.longBitsToDouble(in.readLong()) : 0,
        read ? readFloats(in) : NOTHING,
        read ? readFloats(in) : NOTHING,
        read ? readFloats(in) : NOTHING);
  }

  static long hash(String id) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(id.getBytes(StandardCharsets.UTF_8)))[0];
  }

  private static void write(ByteBuffersDataOutput out, float value) throws IOException {
    out.writeInt(Float.floatToRawIntBits(value));
  }

  private static float readFloat(ByteArrayDataInput in) {
    return Float.intBitsToFloat(in.readInt());
  }

  private static float[] readFloats(ByteArrayDataInput in) {
    float[] values = new float[in.readVInt()];
    for (int i = 0; i < values.length; i++) values[i] = readFloat(in);
    return values;
  }
}
