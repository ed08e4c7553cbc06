package dev.chorus.source;

import static dev.chorus.input.Packed.bytes;
import static dev.chorus.input.Packed.gzip;
import static dev.chorus.input.Packed.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Inputs that are more than one plain file.
class InputsTest {
  @TempDir Path folder;

  private static String shown(ReadResult result) {
    return switch (result) {
      case ReadResult.Parsed parsed -> parsed.at() + " " + parsed.post().id();
      case ReadResult.Noted noted -> noted.at() + " on " + noted.post();
      case ReadResult.Rejected rejected -> rejected.at() + " rejected: " + rejected.reason();
      case ReadResult.Remark remark -> remark.at() + " " + remark.text();
      case ReadResult.EndOfFile end -> end.at() + " " + end.posts() + " + " + end.rejected();
    };
  }

  private static byte[] post(String id) {
    return bytes("{\"id\":\"" + id + "\",\"text\":\"t\"}\n");
  }

  private final List<String> shown = new ArrayList<>();

  /// The ends of files.
  private final List<String> counts = new ArrayList<>();

  private void read(Path file) throws UnreadableSourceException {
    PostReader.read(file, InputStream.nullInputStream(), this::take);
  }

  private void take(ReadResult result) {
    if (result instanceof ReadResult.EndOfFile) counts.add(shown(result));
    else shown.add(shown(result));
  }

  private void readInput(byte[] input) throws UnreadableSourceException {
    PostReader.read(Path.of("-"), new ByteArrayInputStream(input), this::take);
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  @Test
  void readsPackedStandardInput() throws Exception {
    readInput(zip("one.json", post("a"), "two.json.gz", gzip(post("b"))));
    assertThat(shown)
        .containsExactly("standard input!one.json:1 a", "standard input!two.json.gz:1 b");
  }

  @Test
  void readsAFolderInTheOrderOfItsNames() throws Exception {
    write("in/b.txt", post("b"));
    write("in/a/z.json", post("z"));
    write("in/c.zip", zip("e", post("e")));
    write("in/.hidden", post("h"));
    write("in/.git/x.json", post("h"));
    write("in/notes.md", bytes("# Notes"));
    Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
    Path in = folder.resolve("in");
    read(in);
    assertThat(shown)
        .containsExactly(
            in + "/a/z.json:1 z",
            in + "/b.txt:1 b",
            in + "/c.zip!e:1 e",
            in + "/loop is a link to a folder; the file was left out.",
            in
                + "/notes.md starts with '# Notes', which is no JSON; wanted a JSON array, an"
                + " object with \"posts\", or JSON Lines; the file was left out.");
    assertThat(counts)
        .containsExactly(in + "/a/z.json 1 + 0", in + "/b.txt 1 + 0", in + "/c.zip!e 1 + 0");
  }

  @Test
  void failsInTheEndIfAFileOfAFolderIsDamaged() throws Exception {
    write("in/a.gz", Arrays.copyOf(gzip(post("a")), 20));
    write("in/b.json", post("b"));
    Path in = folder.resolve("in");
    assertThatThrownBy(() -> read(in))
        .hasMessage(in + ": 1 of the files in it cannot be read to the end; they are named above.");
    assertThat(shown)
        .hasSize(3)
        .contains(in + "/b.json:1 b")
        .contains(in + "/a.gz:1 rejected: the file ends inside this record.")
        .element(1)
        .asString()
        .startsWith(in + "/a.gz cannot be read any further: its gzip data are damaged or cut off");
  }

  @Test
  void keepsWhatStandsBeforeTheCut() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"text\":\"").append(i * 7919 % 10_007);
      lines.append("\"}\n");
    }
    byte[] whole = gzip(bytes(lines.toString()));
    Path cut = write("cut.jsonl", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> read(cut))
        .hasMessageStartingWith(cut + " cannot be read any further: its gzip data are damaged");
    assertThat(shown).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    assertThat(shown.removeLast()).matches(".*:\\d+ rejected: the file ends inside this record.");
    assertThat(shown).allMatch(line -> line.matches(".*:\\d+ \\d+"));
  }

  /// 300 MB of one line in 300 KB: one rejection, and the next record is read.
  @Test
  @Tag("slow")
  void isNotBlownUpByABomb() throws Exception {
    byte[] start = gzip(bytes("{\"id\":\"bomb\",\"text\":\""));
    byte[] filling =
        gzip("x".repeat(30 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    byte[] end = gzip(bytes("\"}\n{\"id\":\"a\",\"text\":\"t\"}\n"));
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream(start));
    for (int i = 0; i < 10; i++) parts.add(new ByteArrayInputStream(filling));
    parts.add(new ByteArrayInputStream(end));
    PostReader.read(
        new java.io.SequenceInputStream(java.util.Collections.enumeration(parts)),
        "bomb",
        r -> shown.add(shown(r)));
    assertThat(shown)
        .containsExactly(
            "bomb:1 rejected: a string in it is longer than 16 MB, or it is never closed.",
            "bomb:2 a");
  }

  @Test
  void saysOfABrokenArchiveWhere() throws Exception {
    byte[] whole =
        zip("a.json", post("a"), "b.json", bytes("{\"id\":\"b\",\"text\":\"" + "xyz".repeat(999)));
    assertThatThrownBy(() -> readInput(Arrays.copyOf(whole, 150)))
        .hasMessageStartingWith(
            "standard input cannot be read any further: at b.json its zip data are damaged or cut");
    assertThat(shown.getFirst()).isEqualTo("standard input!a.json:1 a");
  }

  @Test
  void saysWhatAFileIsThatHoldsNoPosts() throws Exception {
    Path pdf = write("posts.json", bytes("%PDF-1.4"));
    assertThatThrownBy(() -> read(pdf)).hasMessage(pdf + " is a PDF.");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(empty)).hasMessageStartingWith(empty + " holds no posts");
    Path archive = write("a.zip", zip("x.md", bytes("words")));
    assertThatThrownBy(() -> read(archive)).hasMessageStartingWith(archive + " holds no posts");
  }

  @Test
  void asksForTheEncodingOfOneByteACharacter() throws Exception {
    Charset western = Charset.forName("windows-1252");
    String lines =
        "{\"id\":\"a\",\"text\":\"plain\"}\n{\"id\":\"b\",\"text\":\"Ein schöner Tag\"}\n";
    Path file = write("w.jsonl", lines.getBytes(western));
    read(file);
    assertThat(shown)
        .containsExactly(
            file + ":1 a",
            file
                + ":2 rejected: the record is not valid UTF-8: byte 0xf6, column 26; if"
                + " 'xt\":\"Ein schöner Tag\"}' is right, the file is in windows-1252 (--encoding"
                + " windows-1252).");
    List<String> texts = new ArrayList<>();
    PostReader.read(
        file,
        InputStream.nullInputStream(),
        new ReadSettings(Optional.of(western), Optional.empty(), Map.of()),
        r -> texts.add(((ReadResult.Parsed) r).post().text()));
    assertThat(texts).containsExactly("plain", "Ein schöner Tag");
  }
}
