package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That what is read of a file adds up to its size on disk, whatever is in it.
class InputSizeTest {
  @TempDir Path folder;

  private long taken;

  private static byte[] posts(int count) {
    StringBuilder lines = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      lines.append("{\"id\":\"%d\",\"text\":\"%x\"}%n".formatted(i, random.nextLong()));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Path packed(String name, int count) throws Exception {
    Path file = folder.resolve(name);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(posts(count));
    }
    return file;
  }

  private long read(Path file) throws UnreadableSourceException {
    PostReader.read(
        file, InputStream.nullInputStream(), ReadSettings.AUTO, bytes -> taken += bytes, _ -> {});
    return taken;
  }

  @Test
  void isWhatReadingTakesOfAPackedFileOnTheWay() throws Exception {
    Path file = packed("posts.gz", 50_000);
    List<Long> atEach = new ArrayList<>();
    PostReader.read(
        file,
        InputStream.nullInputStream(),
        ReadSettings.AUTO,
        bytes -> taken += bytes,
        _ -> atEach.add(taken));
    assertThat(atEach).hasSize(50_000);
    assertThat(taken).isEqualTo(Files.size(file)).isGreaterThan(500_000);
    for (int tenth = 1; tenth < 10; tenth++) {
      assertThat((double) atEach.get(5_000 * tenth) / taken)
          .isBetween(tenth / 10.0, tenth / 10.0 + 0.25);
    }
  }

  @Test
  void countsInAFolderWhatIsReadOfItAndWhatIsPassedOver() throws Exception {
    Path posts = Files.createDirectories(folder.resolve("all/inner"));
    Files.write(posts.resolve("a.jsonl"), posts(1_000));
    Files.write(posts.resolve(".hidden.jsonl"), posts(1_000));
    byte[] picture = new byte[300_000];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, picture, 0, 4);
    Files.write(posts.resolve("b.png"), picture);
    Files.move(packed("c.gz", 1_000), posts.resolve("c.gz"));
    Path index = Files.createDirectories(folder.resolve("all/index"));
    Files.write(index.resolve("segments_1"), picture);
    Path all = folder.resolve("all");
    long size = InputSize.of(List.of(all)).orElseThrow();
    assertThat(size)
        .isEqualTo(posts(1_000).length + picture.length + Files.size(posts.resolve("c.gz")));
    assertThat(read(all)).isEqualTo(size);
  }

  @Test
  void isDoneWithAFileThatIsDamaged() throws Exception {
    Path file = packed("posts.gz", 50_000);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 100_000; i < 100_100; i++) bytes[i] = 0;
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableSourceException.class);
    assertThat(taken).isEqualTo(bytes.length);
  }

  @Test
  void isUnknownOfAStream() throws Exception {
    Path file = packed("posts.gz", 10);
    assertThat(InputSize.of(List.of(file, Path.of("-")))).isEqualTo(OptionalLong.empty());
    assertThat(InputSize.of(List.of(file, folder.resolve("missing")))).hasValue(Files.size(file));
    PostReader.read(
        Path.of("-"),
        new ByteArrayInputStream(posts(10)),
        ReadSettings.AUTO,
        bytes -> taken += bytes,
        _ -> {});
    assertThat(taken).isZero();
  }
}
