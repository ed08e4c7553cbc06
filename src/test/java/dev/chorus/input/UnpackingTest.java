package dev.chorus.input;

import static dev.chorus.input.Packed.bytes;
import static dev.chorus.input.Packed.bzip2;
import static dev.chorus.input.Packed.gzip;
import static dev.chorus.input.Packed.tar;
import static dev.chorus.input.Packed.xz;
import static dev.chorus.input.Packed.zip;
import static dev.chorus.input.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
  private static final Optional<Charset> FOUND_OUT = Optional.empty();

  /// What a visitor is told, a line each.
  private static final class Told implements Unpacking.Visitor<RuntimeException> {
    final List<String> lines = new ArrayList<>();
    final ByteArrayOutputStream read = new ByteArrayOutputStream();

    @Override
    public void text(String name, InputStream utf8) throws IOException {
      read.reset();
      utf8.transferTo(read);
      lines.add(name + ": " + read.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void other(String name, String what) {
      lines.add(name + " is " + what);
    }

    @Override
    public void broken(String name, IOException e) {
      lines.add(name + " broken");
    }
  }

  private static List<String> visit(byte[] content, Optional<Charset> encoding) throws IOException {
    Told told = new Told();
    new Unpacking<>(encoding, told).visit("f", new ByteArrayInputStream(content));
    return told.lines;
  }

  private static List<String> visit(byte[] content) throws IOException {
    return visit(content, FOUND_OUT);
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void unpacksWhateverTheNameSays() throws Exception {
    byte[] text = bytes("some words");
    for (byte[] packed : List.of(text, gzip(text), zstd(text), bzip2(text), xz(text))) {
      assertThat(visit(packed)).containsExactly("f: some words");
    }
    for (byte[] archive : List.of(zip("a", text, "b/c", gzip(text)), tar("a", text, "b/c", text))) {
      assertThat(visit(archive)).containsExactly("f!a: some words", "f!b/c: some words");
    }
  }

  @Test
  void readsEveryPartOfAStreamOfSeveral() throws Exception {
    byte[] a = bytes("one ");
    byte[] b = bytes("two");
    for (byte[] packed :
        List.of(
            joined(gzip(a), gzip(b)),
            joined(zstd(a), zstd(b)),
            joined(bzip2(a), bzip2(b)),
            joined(xz(a), xz(b)))) {
      assertThat(visit(packed)).containsExactly("f: one two");
      assertThat(visit(zip("x", packed))).containsExactly("f!x: one two");
    }
  }

  /// Pushshift's dumps of Reddit are packed like this.
  @Test
  void readsZstdWithALargeWindow() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed).setLong(30)) {
      out.write(bytes("some words"));
    }
    assertThat(visit(packed.toByteArray())).containsExactly("f: some words");
  }

  @Test
  void takesThreeLayersOffAndNoMore() throws Exception {
    byte[] three = zip("t", gzip(tar("a", bytes("words"))));
    assertThat(visit(three)).containsExactly("f!t!a: words");
    assertThat(visit(zip("z", three)))
        .containsExactly("f!z!t is packed more than 3 times over; unpack it first");
  }

  @Test
  void showsNamesAndOpensNone() throws Exception {
    byte[] words = bytes("words");
    byte[] archive =
        zip("../../etc/passwd", words, "/abs", words, "C:\\x", words, "\u001b[2J\u202Ex", words);
    assertThat(visit(archive))
        .containsExactly(
            "f!../../etc/passwd: words", "f!/abs: words", "f!C:/x: words", "f!?[2J?x: words");
  }

  @Test
  void leavesHiddenFilesAloneAndSaysWhatIsNoText() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    byte[] words = bytes("words");
    assertThat(
            visit(
                zip(
                    "d/",
                    new byte[0],
                    ".DS_Store",
                    words,
                    "__MACOSX/._a",
                    words,
                    ".d/a",
                    words,
                    "p.json",
                    png,
                    "./a",
                    words)))
        .containsExactly("f!p.json is a picture (PNG)", "f!./a: words");
    assertThat(visit(bytes("%PDF-1.7 …"))).containsExactly("f is a PDF");
  }

  @Test
  void saysThatAnArchiveIsEncrypted() throws Exception {
    byte[] archive = zip("a", bytes("secret"), "b", bytes("words"));
    archive[6] |= 1;
    assertThatThrownBy(() -> visit(archive))
        .isInstanceOf(IOException.class)
        .hasMessage("at a it is encrypted, or packed in a way that Chorus cannot read");
  }

  /// What was read before a file ends is right, and then comes an exception that says so.
  @Test
  void givesWhatStandsBeforeTheCut() throws Exception {
    Random random = new Random(3);
    StringBuilder words = new StringBuilder();
    while (words.length() < 400_000) words.append(random.nextInt(1_000_000)).append(' ');
    byte[] text = bytes(words.toString());
    Map<String, byte[]> whole =
        Map.of(
            "gzip",
            gzip(text),
            "zstd",
            zstd(text),
            "bzip2",
            bzip2(text),
            "xz",
            xz(text),
            "zip",
            zip("a", text),
            "tar",
            tar("a", text));
    for (Map.Entry<String, byte[]> packed : whole.entrySet()) {
      byte[] cut = Arrays.copyOf(packed.getValue(), packed.getValue().length * 2 / 3);
      Told told = new Told();
      assertThatThrownBy(
              () -> new Unpacking<>(FOUND_OUT, told).visit("f", new ByteArrayInputStream(cut)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("its " + packed.getKey() + " data are damaged or cut off");
      byte[] read = told.read.toByteArray();
      assertThat(read).as(packed.getKey()).isEqualTo(Arrays.copyOf(text, read.length));
      // bzip2 and xz come in blocks, of which this is less than one.
      if (!List.of("bzip2", "xz").contains(packed.getKey())) {
        assertThat(read.length).as(packed.getKey()).isGreaterThan(text.length / 3);
      }
    }
  }

  /// Also between two files, where what is left looks whole.
  @Test
  void noticesEveryCutOfAZip() throws Exception {
    byte[] whole = zip("a", bytes("words"), "b", bytes("other words"));
    for (int length = 4; length < whole.length - 22; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> visit(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void readsTheOtherFilesOfAnArchiveWhenOneIsBroken() throws Exception {
    byte[] half = Arrays.copyOf(gzip(bytes("words words words")), 20);
    assertThat(visit(zip("a", half, "b", bytes("words"))))
        .containsExactly("f!a broken", "f!b: words");
  }

  /// Damages bytes: whatever a decompressor throws at that, it comes out as an exception of input.
  @Test
  @Tag("slow")
  void survivesDamage() throws Exception {
    byte[] text = bytes("one two three four ".repeat(200));
    Random random = new Random(5);
    for (byte[] whole :
        List.of(
            gzip(text),
            zstd(text),
            bzip2(text),
            xz(text),
            zip("a", text, "b", xz(text)),
            tar("a", text, "b", bzip2(text)))) {
      for (int trial = 0; trial < 500; trial++) {
        byte[] damaged = whole.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
          visit(damaged);
        } catch (IOException e) {
          assertThat(e)
              .hasMessageMatching(
                  "(?s).*data are (damaged or )?cut off \\(.+\\)|at . it is encrypted, .*");
        }
      }
    }
  }

  @Test
  void findsUtf16AndUtf32() throws Exception {
    String text = "[{\"text\":\"Grüße, 漢字 🙂\"}]";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_32LE,
            StandardCharsets.UTF_32BE)) {
      assertThat(visit(text.getBytes(charset))).as(charset.name()).containsExactly("f: " + text);
      assertThat(visit(("\uFEFF" + text).getBytes(charset)))
          .as(charset.name())
          .containsExactly("f: " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15", "windows-1250", "UTF-16LE", "UTF-8"})
  void decodesWhatItIsTold(String encoding) throws Exception {
    Charset charset = Charset.forName(encoding);
    String text = "{\"text\":\"Grüße\"}".repeat(20_000);
    assertThat(visit(gzip(text.getBytes(charset)), Optional.of(charset)))
        .containsExactly("f: " + text);
  }

  @Test
  void believesAByteOrderMarkMoreThanTheUser() throws Exception {
    assertThat(visit(bytes("\uFEFFé"), Optional.of(Charset.forName("windows-1252"))))
        .containsExactly("f: é");
  }

  @Test
  void marksWhatIsNoCharacterOfTheEncoding() throws Exception {
    Told told = new Told();
    byte[] bytes = {'a', (byte) 0x81, (byte) 0xE9, 'b'};
    new Unpacking<>(Optional.of(Charset.forName("windows-1252")), told)
        .visit("f", new ByteArrayInputStream(bytes));
    assertThat(told.read.toByteArray())
        .containsExactly('a', Transcoder.NO_CHARACTER, 0xC3, 0xA9, 'b');
  }
}
