package dev.chorus.render.html;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/// Packs pictures in the zlib format (RFC 1950 and 1951) with its fixed codes: a stretch is said
/// again that stands right before it, or in the row above. That suffices for dots on a plain
/// ground.
final class Deflate {
  /// Deflate, window of 32 KB; then what makes both a multiple of 31.
  private static final byte[] HEAD = {0x78, 0x01};

  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END = 256;

  /// First length of each code from 257, and how many bits tell more.
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };

  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int held;

  private Deflate() {}

  /// @param row how far back the row above is, at most 32,768
  static byte[] zlib(byte[] data, int row) {
    Deflate to = new Deflate();
    to.out.writeBytes(HEAD);
    // The last block, with fixed codes.
    to.put(1, 1);
    to.put(1, 2);
    for (int at = 0; at < data.length; ) {
      int near = length(data, at, 1);
      int above = length(data, at, row);
      int length = Math.max(near, above);
      if (length < SHORTEST) {
        to.symbol(data[at++] & 0xff);
      } else {
        to.again(length, near >= above ? 1 : row);
        at += length;
      }
    }
    to.symbol(END);
    to.put(0, 7);
    Adler32 sum = new Adler32();
    sum.update(data);
    to.out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return to.out.toByteArray();
  }

  /// How much from a place on is as it was so far before.
  private static int length(byte[] data, int at, int back) {
    if (at < back) return 0;
    int length = 0;
    while (length < LONGEST
        && at + length < data.length
        && data[at + length] == data[at + length - back]) length++;
    return length;
  }

  private void again(int length, int back) {
    int code = LENGTHS.length - 1;
    while (LENGTHS[code] > length) code--;
    symbol(END + 1 + code);
    put(length - LENGTHS[code], LENGTH_BITS[code]);
    // Codes of distances: two for each doubling, beyond the first four.
    int far = back - 1;
    int doubling = Math.max(0, 30 - Integer.numberOfLeadingZeros(far | 1));
    int distance = far < 4 ? far : 2 * doubling + (far >> doubling);
    turned(distance, 5);
    put(far & (1 << doubling) - 1, far < 4 ? 0 : doubling);
  }

  private void symbol(int symbol) {
    if (symbol < 144) turned(0x30 + symbol, 8);
    else if (symbol < 256) turned(0x190 + symbol - 144, 9);
    else if (symbol < 280) turned(symbol - 256, 7);
    else turned(0xc0 + symbol - 280, 8);
  }

  /// Codes go out from their highest bit on, all else from the lowest.
  private void turned(int code, int width) {
    put(Integer.reverse(code) >>> Integer.SIZE - width, width);
  }

  private void put(int value, int width) {
    bits |= (long) value << held;
    held += width;
    while (held >= Byte.SIZE) {
      out.write((int) bits);
      bits >>>= Byte.SIZE;
      held -= Byte.SIZE;
    }
  }
}
