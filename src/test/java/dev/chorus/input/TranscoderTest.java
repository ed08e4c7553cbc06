package dev.chorus.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
  /// Characters of one to four bytes, pairs of UTF-16 units, and an end in the middle of one.
  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030", "Shift_JIS", "windows-1252"})
  void doesNotShowWhereItsBufferEnds(String encoding) throws Exception {
    Charset charset = Charset.forName(encoding);
    byte[] all = ("a é – 😀 あ\r\n".repeat(5) + "😀あ").getBytes(charset);
    for (int cut = 0; cut < 4; cut++) {
      byte[] bytes = Arrays.copyOf(all, all.length - cut);
      byte[] whole = new Transcoder(new ByteArrayInputStream(bytes), charset).readAllBytes();
      if (cut == 0) assertThat(new String(whole, "UTF-8")).isEqualTo(new String(all, charset));
      for (int size = 8; size < bytes.length + 2; size++) {
        for (InputStream in :
            new InputStream[] {
              new ByteArrayInputStream(bytes),
              new Trickle(bytes, 1, size),
              new Trickle(bytes, 5, size)
            }) {
          assertThat(new Transcoder(in, charset, size).readAllBytes())
              .as("%s, %d bytes less, a buffer of %d", encoding, cut, size)
              .isEqualTo(whole);
        }
      }
    }
  }
}
