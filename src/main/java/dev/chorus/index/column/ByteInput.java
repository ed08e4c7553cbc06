package dev.chorus.index.column;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads a stretch of an array. A `DataInputStream` over a `ByteArrayInputStream` gives the same,
/// and takes twice as long for a post, as both of them guard against other threads.
final class ByteInput implements DataInput {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle CHAR = view(char[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteInput(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
  }

  private static VarHandle view(Class<?> numbers) {
    return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.BIG_ENDIAN);
  }

  /// Where the next bytes begin.
  private int pass(int length) throws EOFException {
    if (length < 0 || length > end - at) {
      throw new EOFException("wanted " + length + " bytes more; found " + (end - at));
    }
    int from = at;
    at += length;
    return from;
  }

  /// The next bytes as UTF-8.
  String text(int length) throws EOFException {
    int from = pass(length);
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  @Override
  public void readFully(byte[] to) throws EOFException {
    readFully(to, 0, to.length);
  }

  @Override
  public void readFully(byte[] to, int offset, int length) throws EOFException {
    System.arraycopy(bytes, pass(length), to, offset, length);
  }

  @Override
  public int skipBytes(int most) {
    int skipped = Math.clamp(most, 0, end - at);
    at += skipped;
    return skipped;
  }

  @Override
  public boolean readBoolean() throws EOFException {
    return readByte() != 0;
  }

  @Override
  public byte readByte() throws EOFException {
    return bytes[pass(1)];
  }

  @Override
  public int readUnsignedByte() throws EOFException {
    return readByte() & 0xFF;
  }

  @Override
  public short readShort() throws EOFException {
    return (short) SHORT.get(bytes, pass(Short.BYTES));
  }

  @Override
  public int readUnsignedShort() throws EOFException {
    return readShort() & 0xFFFF;
  }

  @Override
  public char readChar() throws EOFException {
    return (char) CHAR.get(bytes, pass(Character.BYTES));
  }

  @Override
  public int readInt() throws EOFException {
    return (int) INT.get(bytes, pass(Integer.BYTES));
  }

  @Override
  public long readLong() throws EOFException {
    return (long) LONG.get(bytes, pass(Long.BYTES));
  }

  @Override
  public float readFloat() throws EOFException {
    return (float) FLOAT.get(bytes, pass(Float.BYTES));
  }

  @Override
  public double readDouble() throws EOFException {
    return (double) DOUBLE.get(bytes, pass(Double.BYTES));
  }

  @Override
  public String readLine() {
    if (at == end) return null;
    int from = at;
    while (at < end && bytes[at] != '\n' && bytes[at] != '\r') at++;
    String line = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    if (at < end && bytes[at++] == '\r' && at < end && bytes[at] == '\n') at++;
    return line;
  }

  @Override
  public String readUTF() throws IOException {
    return DataInputStream.readUTF(this);
  }
}
