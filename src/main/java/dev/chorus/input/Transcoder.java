package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Text of any encoding as UTF-8, a buffer at a time.
final class Transcoder extends InputStream {
  /// A byte that UTF-8 does not have, in place of bytes that are not a character of the encoding.
  static final byte NO_CHARACTER = (byte) 0xFF;

  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes;
  private final CharBuffer characters;
  private ByteBuffer ready = ByteBuffer.allocate(0);
  private boolean mistake;
  private boolean ended;

  Transcoder(InputStream in, Charset charset) {
    this(in, charset, SIZE);
  }

  /// @param size of the buffers, in bytes and in UTF-16 units; at least 8
  Transcoder(InputStream in, Charset charset, int size) {
    this.in = in;
    this.bytes = ByteBuffer.allocate(size).limit(0);
    this.characters = CharBuffer.allocate(size);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) return 0;
    if (!fill()) return -1;
    int count = Math.min(length, ready.remaining());
    ready.get(into, from, count);
    return count;
  }

  /// @return whether there is at least one byte ready
  private boolean fill() throws IOException {
    while (!ready.hasRemaining()) {
      if (mistake) {
        ready = ByteBuffer.wrap(new byte[] {NO_CHARACTER});
        mistake = false;
        return true;
      }
      if (ended && !bytes.hasRemaining()) return false;
      CoderResult result = decoder.decode(bytes, characters, ended);
      if (result.isError()) {
        bytes.position(bytes.position() + result.length());
        mistake = true;
      } else if (result.isUnderflow() && !ended) {
        more();
      }
      ready = StandardCharsets.UTF_8.encode(characters.flip());
      characters.clear();
    }
    return true;
  }

  private void more() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) ended = true;
    else bytes.position(bytes.position() + read);
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
