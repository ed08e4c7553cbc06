package dev.chorus.index.column;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Writes to an array that grows. A `DataOutputStream` over a `ByteArrayOutputStream` gives the
/// same, and takes half as long again for a post, as both of them guard against other threads.
public final class ByteOutput extends OutputStream implements DataOutput {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[1 << 10];
  private int size;

  /// A copy of what was written.
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /// Where the next bytes go.
  private int room(int length) {
    int from = size;
    size += length;
    if (size > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size));
    return from;
  }

  @Override
  public void write(int value) {
    writeByte(value);
  }

  @Override
  public void write(byte[] from) {
    write(from, 0, from.length);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int at = room(length);
    System.arraycopy(from, offset, bytes, at, length);
  }

  @Override
  public void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  @Override
  public void writeByte(int value) {
    int at = room(1);
    bytes[at] = (byte) value;
  }

  @Override
  public void writeShort(int value) {
    int at = room(Short.BYTES);
    SHORT.set(bytes, at, (short) value);
  }

  @Override
  public void writeChar(int value) {
    writeShort(value);
  }

  @Override
  public void writeInt(int value) {
    int at = room(Integer.BYTES);
    INT.set(bytes, at, value);
  }

  @Override
  public void writeLong(long value) {
    int at = room(Long.BYTES);
    LONG.set(bytes, at, value);
  }

  @Override
  public void writeFloat(float value) {
    writeInt(Float.floatToIntBits(value));
  }

  @Override
  public void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  @Override
  public void writeBytes(String value) {
    for (int i = 0; i < value.length(); i++) writeByte(value.charAt(i));
  }

  @Override
  public void writeChars(String value) {
    for (int i = 0; i < value.length(); i++) writeChar(value.charAt(i));
  }

  @Override
  public void writeUTF(String value) throws IOException {
    new DataOutputStream(this).writeUTF(value);
  }
}
