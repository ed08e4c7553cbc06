package dev.chorus.index.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.camp.Placed;
import dev.chorus.index.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CompactDataTest {
  /// Texts of ASCII, of three bytes a letter, of surrogate pairs, and of halves of such pairs.
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append('漢');
        case 1 -> text.appendCodePoint(0x1F680);
        case 2 -> text.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  private static long number(Random random) {
    return random.nextLong() >> random.nextInt(Long.SIZE);
  }

  /// An index holds what Lucene's own streams wrote.
  @RepeatedTest(20)
  void writesWhatLuceneWrites(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    ByteBuffersDataOutput lucene = new ByteBuffersDataOutput();
    ByteOutput ours = new ByteOutput();
    for (int i = 0; i < 500; i++) {
      long number = number(random);
      String text = text(random);
      Instant time = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      lucene.writeVInt((int) number);
      lucene.writeVLong(number & Long.MAX_VALUE);
      lucene.writeString(text);
      lucene.writeLong(Double.doubleToLongBits(number / 3.0));
      lucene.writeZLong(time.getEpochSecond());
      lucene.writeVInt(time.getNano());
      CompactData.writeInt(ours, (int) number);
      CompactData.writeLong(ours, number & Long.MAX_VALUE);
      CompactData.writeString(ours, text);
      CompactData.writeDouble(ours, number / 3.0);
      CompactData.writeTime(ours, time);
    }
    assertThat(ours.toByteArray()).isEqualTo(lucene.toArrayCopy());

    random = new Random(repetition.getCurrentRepetition());
    for (DataInput in : inputs(ours.toByteArray())) {
      random.setSeed(repetition.getCurrentRepetition());
      for (int i = 0; i < 500; i++) {
        long number = number(random);
        String text = text(random);
        Instant time = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        assertThat(CompactData.readInt(in)).isEqualTo((int) number);
        assertThat(CompactData.readLong(in)).isEqualTo(number & Long.MAX_VALUE);
        assertThat(CompactData.readString(in)).isEqualTo(unpaired(text));
        assertThat(CompactData.readDouble(in)).isEqualTo(number / 3.0);
        assertThat(CompactData.readTime(in)).isEqualTo(time);
      }
    }
  }

  private static String unpaired(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static DataInput[] inputs(byte[] bytes) {
    byte[] padded = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, padded, 3, bytes.length);
    return new DataInput[] {
      new DataInputStream(new ByteArrayInputStream(bytes)), new ByteInput(padded, 3, bytes.length)
    };
  }

  /// All that `DataOutput` can.
  private static void writeAll(DataOutput out, Random random) throws IOException {
    for (int i = 0; i < 200; i++) {
      long number = number(random);
      out.write((int) number);
      out.write(new byte[] {1, 2, (byte) number});
      out.write(new byte[] {1, 2, (byte) number}, 1, 2);
      out.writeBoolean(number > 0);
      out.writeByte((int) number);
      out.writeShort((int) number);
      out.writeChar((int) number);
      out.writeInt((int) number);
      out.writeLong(number);
      out.writeFloat(number / 3f);
      out.writeDouble(number / 3.0);
      out.writeBytes("a line\r\nb\rc\n");
      out.writeChars("chars");
      out.writeUTF("utf 漢\u0000");
    }
  }

  private static String readAll(DataInput in) throws IOException {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      byte[] five = new byte[5];
      in.readFully(five);
      all.append(in.readUnsignedByte()).append(Arrays.toString(five)).append(in.readBoolean());
      all.append(in.readByte()).append(in.readShort()).append(in.readUnsignedShort());
      all.append(in.readInt()).append(in.readLong()).append(in.readFloat()).append(in.readDouble());
      all.append(in.readLine()).append(in.readLine()).append(in.readLine());
      all.append(in.readChar()).append(in.skipBytes(8)).append(in.readUTF());
    }
    return all.append(in.readLine()).append(in.skipBytes(3)).toString();
  }

  @Test
  void streamsAreThoseOfJava() throws Exception {
    ByteArrayOutputStream java = new ByteArrayOutputStream();
    writeAll(new DataOutputStream(java), new Random(1));
    ByteOutput ours = new ByteOutput();
    writeAll(ours, new Random(1));
    assertThat(ours.toByteArray()).isEqualTo(java.toByteArray());
    DataInput[] inputs = inputs(java.toByteArray());
    assertThat(readAll(inputs[1])).isEqualTo(readAll(inputs[0]));
    assertThatThrownBy(() -> inputs[1].readByte()).isInstanceOf(EOFException.class);
  }

  /// What another process gets through a stream is what an index would give back; of bytes that
  /// end early, or that promise more than there is, nothing is made up.
  @Test
  void reactionsPassThroughAnyStream() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Placed placed = Samples.random("p" + seed, new Random(seed));
      Placed bare = new Placed(placed.reaction().with(Optional.empty()), placed.placement());
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      ReactionCodec.write(new DataOutputStream(stream), placed);
      byte[] bytes = stream.toByteArray();
      for (DataInput in : inputs(bytes)) assertThat(ReactionCodec.read(in)).isEqualTo(bare);
      for (int length = 0; length < bytes.length; length += 7) {
        for (DataInput in : inputs(Arrays.copyOf(bytes, length))) {
          assertThatThrownBy(() -> ReactionCodec.read(in)).isInstanceOf(IOException.class);
        }
      }
    }
    byte[] negative = {-1, -1, -1, -1, 15};
    for (DataInput in : inputs(negative)) {
      assertThatThrownBy(() -> CompactData.readString(in)).hasMessage("a length is negative");
    }
  }
}
