package dev.chorus.render.html;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Writes pictures of few colours as PNG. The picture is packed by our own [Deflate], as builds of
/// Java pack with different libraries, and the same report shall have the same bytes everywhere.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int DEPTH = 8;
  private static final int PALETTE = 3;

  private Png() {}

  /// @param pixels by rows from the top, each a place in `colours`
  /// @param colours as 0xRRGGBB, at most 256
  static byte[] of(byte[] pixels, int width, int[] colours) {
    int height = pixels.length / width;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", head.put((byte) DEPTH).put((byte) PALETTE).array());
    byte[] palette = new byte[3 * colours.length];
    for (int c = 0; c < colours.length; c++)
      for (int part = 0; part < 3; part++)
        palette[3 * c + part] = (byte) (colours[c] >> 16 - 8 * part);
    chunk(out, "PLTE", palette);
    // Each row begins with the number of its filter, here none.
    byte[] rows = new byte[height * (width + 1)];
    for (int row = 0; row < height; row++)
      System.arraycopy(pixels, row * width, rows, row * (width + 1) + 1, width);
    chunk(out, "IDAT", Deflate.zlib(rows, width + 1));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, data.length + 4);
    out.writeBytes(chunk.putInt((int) sum.getValue()).array());
  }
}
