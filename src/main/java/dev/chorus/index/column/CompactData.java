package dev.chorus.index.column;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values in as few bytes as Lucene needs for them, in Lucene's own form, but over `java.io`:
/// numbers of seven bits a byte, lowest first; texts as UTF-8 behind their length.
public final class CompactData {
  /// What stands for half of a surrogate pair, which UTF-8 has no bytes for.
  private static final char REPLACEMENT = '\uFFFD';

  private CompactData() {}

  @FunctionalInterface
  public interface Writer<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  /// A number in 1 to 5 bytes, the fewer the nearer it is to 0 from above.
  public static void writeInt(DataOutput out, int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  public static int readInt(DataInput in) throws IOException {
    byte b = in.readByte();
    int value = b & 0x7F;
    for (int shift = 7; b < 0; shift += 7) {
      if (shift > 28) throw new IOException("a number has more than 5 bytes");
      b = in.readByte();
      value |= (b & 0x7F) << shift;
    }
    return value;
  }

  private static int readSize(DataInput in) throws IOException {
    int size = readInt(in);
    if (size < 0) throw new IOException("a length is negative");
    return size;
  }

  /// A number in 1 to 10 bytes, the fewer the nearer it is to 0 from above.
  static void writeLong(DataOutput out, long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  static long readLong(DataInput in) throws IOException {
    byte b = in.readByte();
    long value = b & 0x7FL;
    for (int shift = 7; b < 0; shift += 7) {
      if (shift > 63) throw new IOException("a number has more than 10 bytes");
      b = in.readByte();
      value |= (b & 0x7FL) << shift;
    }
    return value;
  }

  static void writeDouble(DataOutput out, double value) throws IOException {
    out.writeLong(Long.reverseBytes(Double.doubleToLongBits(value)));
  }

  static double readDouble(DataInput in) throws IOException {
    return Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
  }

  static void writeBoolean(DataOutput out, boolean value) throws IOException {
    out.writeByte(value ? 1 : 0);
  }

  static boolean readBoolean(DataInput in) throws IOException {
    return in.readByte() != 0;
  }

  public static void writeString(DataOutput out, String value) throws IOException {
    byte[] bytes = wellFormed(value).getBytes(StandardCharsets.UTF_8);
    writeInt(out, bytes.length);
    out.write(bytes);
  }

  /// Java would write a question mark for half of a surrogate pair; Lucene writes this.
  private static String wellFormed(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (!Character.isSurrogate(value.charAt(i))) continue;
      if (isPair(value, i)) {
        i++;
        continue;
      }
      StringBuilder mended = new StringBuilder(value);
      for (int at = i; at < length; at++) {
        if (isPair(value, at)) at++;
        else if (Character.isSurrogate(value.charAt(at))) mended.setCharAt(at, REPLACEMENT);
      }
      return mended.toString();
    }
    return value;
  }

  private static boolean isPair(String value, int at) {
    return at + 1 < value.length()
        && Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1));
  }

  public static String readString(DataInput in) throws IOException {
    int length = readSize(in);
    if (in instanceof ByteInput array) return array.text(length);
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// To the nanosecond.
  static void writeTime(DataOutput out, Instant time) throws IOException {
    long seconds = time.getEpochSecond();
    // Times before 1970 as short as those after it.
    writeLong(out, seconds << 1 ^ seconds >> 63);
    writeInt(out, time.getNano());
  }

  static Instant readTime(DataInput in) throws IOException {
    long seconds = readLong(in);
    return Instant.ofEpochSecond(seconds >>> 1 ^ -(seconds & 1), readInt(in));
  }

  static <T> void writeOptional(DataOutput out, Optional<T> value, Writer<T> writer)
      throws IOException {
    writeBoolean(out, value.isPresent());
    if (value.isPresent()) writer.write(out, value.get());
  }

  static <T> Optional<T> readOptional(DataInput in, Reader<T> reader) throws IOException {
    return readBoolean(in) ? Optional.of(reader.read(in)) : Optional.empty();
  }

  public static <T> void writeList(DataOutput out, List<T> values, Writer<T> writer)
      throws IOException {
    writeInt(out, values.size());
    for (T value : values) writer.write(out, value);
  }

  public static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
    int size = readSize(in);
    // Damaged bytes may promise more than there is memory for.
    List<T> values = new ArrayList<>(Math.min(size, 1 << 10));
    for (int i = 0; i < size; i++) values.add(reader.read(in));
    return values;
  }
}
