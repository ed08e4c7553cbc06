package dev.chorus.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Characters of UTF-8. A byte that is not UTF-8 becomes half of a character pair, which text never
/// holds alone. So only the row around it is lost. Python calls this `surrogateescape`.
final class Utf8Reader extends Reader {
  private static final int FIRST = 0xDC00;
  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private boolean ended;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  /// The byte that a character stands for, or -1 if it is a character.
  static int strayByte(char c) {
    return c >= FIRST + 0x80 && c <= FIRST + 0xFF ? c - FIRST : -1;
  }

  /// @param length at least 2, as a character may need two
  @Override
  public int read(char[] into, int from, int length) throws IOException {
    CharBuffer characters = CharBuffer.wrap(into, from, length).slice();
    while (characters.position() == 0) {
      if (ended && !bytes.hasRemaining()) return -1;
      CoderResult result = decoder.decode(bytes, characters, ended);
      if (result.isError() && characters.hasRemaining()) {
        characters.put((char) (FIRST + (bytes.get() & 0xFF)));
      } else if (result.isUnderflow() && !ended) {
        more();
      }
    }
    return characters.position();
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
