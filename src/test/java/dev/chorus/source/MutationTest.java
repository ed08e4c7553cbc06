package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.input.Packed;
import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Edits files of every format at random: nothing crashes or hangs, and no line that an edit left
/// alone is lost in silence.
@Tag("slow")
class MutationTest {
  private static final long SEED = 18;
  /// How ids in tables begin; row numbers would be none.
  private static final String ID = "18860000000000000";

  private static final int EDITS = 10_000;
  private static final Duration MOST = Duration.ofSeconds(10);

  private static List<byte[]> fixtures() throws Exception {
    URI folder = MutationTest.class.getResource("/source").toURI();
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().contains(".expected.")) contents.add(Files.readAllBytes(file));
      }
    }
    contents.add(table(',', "\r\n").getBytes(StandardCharsets.UTF_8));
    contents.add(table('\t', "\n").getBytes(StandardCharsets.UTF_16));
    contents.add(table(';', "\n").getBytes(StandardCharsets.UTF_8));
    contents.add(lines().getBytes(StandardCharsets.UTF_8));
    return contents;
  }

  private static String table(char separator, String end) {
    StringBuilder table =
        new StringBuilder("id,text,created_at,username,likes".replace(',', separator));
    table.append(end);
    for (int i = 0; i < 12; i++) {
      String text = i % 3 == 0 ? "\"Kettles \"\"sing\"\", 😀\"" : "Kettles hum é";
      table.append(
          String.join("" + separator, ID + i, text, "2025-01-27T09:30:00Z", "ann" + i, "" + i * 7));
      table.append(end);
    }
    return table.toString();
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      lines
          .append("{\"id\":\"" + i + "\",\"text\":\"Kettles {sing} \\\"é\\\" 😀\",\"author\":")
          .append(
              "{\"handle\":\"ann\"},\"engagement\":{\"likes\":" + i + "},\"targets\":[\"R1\"]}\n");
    }
    return lines.toString();
  }

  private record Edit(int from, int to, byte[] by) {
    byte[] of(byte[] content) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(content, 0, from);
      out.writeBytes(by);
      out.write(content, to, content.length - to);
      return out.toByteArray();
    }
  }

  private static Edit edit(byte[] content, Random random) {
    int at = random.nextInt(content.length);
    int end = Math.min(content.length, at + 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 3));
    String special = "\"\\{}[],:;\n\r\t\u0000\u00ff\u00ef-9eN ";
    byte[] one = {(byte) special.charAt(random.nextInt(special.length()))};
    return switch (random.nextInt(7)) {
      case 0 -> new Edit(at, at + 1, new byte[] {(byte) (content[at] ^ 1 << random.nextInt(8))});
      case 1 -> new Edit(at, at + 1, one);
      case 2 -> new Edit(at, end, new byte[0]);
      case 3 -> new Edit(at, at, one);
      case 4 -> new Edit(at, at, Arrays.copyOfRange(content, at, end));
      case 5 -> new Edit(at, end, reversed(Arrays.copyOfRange(content, at, end)));
      default -> new Edit(at, content.length, new byte[0]);
    };
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
    return reversed;
  }

  private static byte[] packed(byte[] content, int how) throws Exception {
    return switch (how) {
      case 0 -> Packed.gzip(content);
      case 1 -> Packed.zstd(content);
      case 2 -> Packed.bzip2(content);
      case 3 -> Packed.xz(content);
      case 4 -> Packed.zip("a", content, "b.txt", content);
      default -> Packed.tar("a", content, "b.txt", content);
    };
  }

  private record Read(List<ReadResult> results, String failure) {
    List<String> ids() {
      return results.stream()
          .filter(ReadResult.Parsed.class::isInstance)
          .map(r -> ((ReadResult.Parsed) r).post().id())
          .toList();
    }

    boolean complains() {
      return !failure.isEmpty() || results.stream().anyMatch(ReadResult.Rejected.class::isInstance);
    }
  }

  private static Read read(byte[] content) throws Exception {
    CompletableFuture<Read> reading =
        CompletableFuture.supplyAsync(
            () -> {
              List<ReadResult> results = new ArrayList<>();
              try {
                PostReader.read(new ByteArrayInputStream(content), "f", results::add);
                return new Read(results, "");
              } catch (UnreadableSourceException e) {
                return new Read(results, e.getMessage());
              }
            });
    return reading.get(MOST.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void survivesAnyEditOfAnyFormatAndPacking() throws Exception {
    Random random = new Random(SEED);
    List<byte[]> contents = fixtures();
    Map<Integer, byte[]> packings = new HashMap<>();
    for (int i = 0; i < EDITS; i++) {
      int which = random.nextInt(contents.size());
      byte[] content = contents.get(which);
      if (random.nextInt(8) == 0) {
        int how = random.nextInt(6);
        int key = which * 6 + how;
        if (!packings.containsKey(key)) packings.put(key, packed(content, how));
        content = packings.get(key);
      }
      for (int edits = 1 + random.nextInt(3); edits > 0 && content.length > 0; edits--) {
        content = edit(content, random).of(content);
      }
      byte[] edited = content;
      try {
        Read read = read(edited);
        assertThat(read.results().isEmpty() && read.failure().isEmpty()).isFalse();
        for (ReadResult result : read.results()) {
          if (result instanceof ReadResult.Rejected r) {
            assertThat(r.reason()).doesNotContainPattern("Exception|jackson|java\\.");
          }
        }
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "edit "
                + i
                + " of content "
                + which
                + ": "
                + new String(edited, StandardCharsets.UTF_8),
            e);
      }
    }
  }

  /// Each line that no edit has touched gives its post, or a complaint covers it: a quotation mark
  /// may join it to its neighbours, but then that is told.
  @Test
  void losesNoUntouchedLineInSilence() throws Exception {
    Random random = new Random(SEED);
    for (String content : List.of(lines(), table(',', "\r\n"), table(';', "\n"))) {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      boolean json = content.startsWith("{");
      for (int i = 0; i < 1_000; i++) {
        Edit edit = edit(bytes, random);
        int first = lineOf(bytes, edit.from());
        int last = lineOf(bytes, Math.min(edit.to(), bytes.length - 1));
        byte[] edited = edit.of(bytes);
        Read read = read(edited);
        Set<String> ids = new HashSet<>(read.ids());
        int lines = json ? 12 : 13;
        for (int line = 0; line < lines; line++) {
          boolean touched = line >= first && line <= last;
          if (touched || (!json && (line == 0 || first == 0))) continue;
          String id = json ? Integer.toString(line) : ID + (line - 1);
          if (!ids.contains(id)) {
            assertThat(read.complains())
                .as("line %d of %s", line, new String(edited, StandardCharsets.UTF_8))
                .isTrue();
            if (json) {
              // Only the neighbours of an edit that removes a line end.
              assertThat(line).isBetween(first - 1, last + 1);
            }
          }
        }
      }
    }
  }

  private static int lineOf(byte[] content, int at) {
    int line = 0;
    for (int i = 0; i < at; i++) if (content[i] == '\n') line++;
    return line;
  }
}
