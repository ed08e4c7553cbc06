package dev.chorus.source;

import dev.chorus.source.format.Undecoded;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Characters of UTF-8. A byte that is not UTF-8 is kept as [Undecoded] has it, so only the row
/// around it is lost.
final class Utf8Reader extends Reader {
  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final ByteBuffer bytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private boolean ended;

  /// The second half of a character pair that did not fit any more, or 0.
  private char waiting;

  Utf8Reader(InputStream in) {
    this(in, SIZE);
  }

  /// @param size of the buffer in bytes; at least 4, the longest character
  Utf8Reader(InputStream in, int size) {
    this.in = in;
    this.bytes = ByteBuffer.allocate(size).limit(0);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (length == 0) return 0;
    if (waiting != 0) {
      into[from] = waiting;
      waiting = 0;
      return 1;
    }
    if (length > 1) return decode(CharBuffer.wrap(into, from, length).slice());
    CharBuffer pair = CharBuffer.allocate(2);
    int count = decode(pair);
    if (count < 0) return count;
    into[from] = pair.get(0);
    if (count > 1) waiting = pair.get(1);
    return 1;
  }

  /// @param characters room for at least 2, as a character may need two
  /// @return how many were decoded, at least 1; -1 at the end
  private int decode(CharBuffer characters) throws IOException {
    while (characters.position() == 0) {
      if (ended && !bytes.hasRemaining()) return -1;
      CoderResult result = decoder.decode(bytes, characters, ended);
      if (result.isError() && characters.hasRemaining()) {
        characters.put(Undecoded.stray(bytes.get()));
      } else if (result.isUnderflow() && !ended && characters.position() == 0) {
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
