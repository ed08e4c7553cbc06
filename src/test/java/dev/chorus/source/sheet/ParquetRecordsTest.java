package dev.chorus.source.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.json.Json;
import dev.chorus.source.format.FieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files were written by pyarrow 25, each with the same three invented posts: columns of most
/// types in `snappy`, four of them in those that are named by how they are packed, and in `old`
/// with 96-bit times, version 1 of the format and pages of version 2 in two groups of rows.
class ParquetRecordsTest {
  private static final Path FILES = Path.of("src/test/resources/parquet");

  @TempDir Path folder;

  private static List<String> records(Path file) throws Exception {
    try (ParquetRecords records = ParquetRecords.open(file)) {
      List<String> found = new ArrayList<>();
      for (Optional<Map<String, Object>> r; (r = records.next()).isPresent(); ) {
        found.add(Json.compact(r.get()));
      }
      return found;
    }
  }

  @Test
  void makesJsonValuesOfEveryType() throws Exception {
    assertThat(records(FILES.resolve("snappy.parquet")))
        .containsExactly(
            "{\"id\":1886049283746541570,\"text\":\"The new model runs on my laptop.\\nReally 🙂\","
                + "\"created_at\":\"2025-01-27T14:05:00.250Z\",\"seen\":\"2025-01-28T09:00:00\","
                + "\"day\":\"2025-01-27\","
                + "\"user\":{\"name\":\"Ada B\",\"screen_name\":\"adab\",\"verified\":true},"
                + "\"tags\":[\"ai\",\"open\"],\"counts\":{\"likes\":12,\"views\":3400},"
                + "\"price\":12.50,\"score\":4.5,\"small\":0.1,\"raw\":\"bytes as text\","
                + "\"media\":[{\"kind\":\"photo\",\"width\":640}],\"at\":\"14:05:00\"}",
            "{\"id\":1886049283746541571,\"text\":\"Not convinced at all.\","
                + "\"created_at\":\"2025-01-27T15:00:00Z\",\"user\":{\"screen_name\":\"c_d\"},"
                + "\"tags\":[],\"media\":[]}",
            "{\"id\":1886049283746541572,\"text\":\"漢字 and words\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "zstd", "lz4"})
  void unpacks(String packing) throws Exception {
    assertThat(records(FILES.resolve(packing + ".parquet")))
        .hasSize(3)
        .first()
        .isEqualTo(
            "{\"id\":1886049283746541570,\"text\":\"The new model runs on my laptop.\\nReally 🙂\","
                + "\"created_at\":\"2025-01-27T14:05:00.250Z\","
                + "\"user\":{\"name\":\"Ada B\",\"screen_name\":\"adab\",\"verified\":true}}");
  }

  @Test
  void readsOldFiles() throws Exception {
    assertThat(records(FILES.resolve("old.parquet")))
        .containsExactly(
            "{\"id\":1886049283746541570,\"text\":\"The new model runs on my laptop.\\nReally 🙂\","
                + "\"created_at\":\"2025-01-27T14:05:00.250Z\",\"tags\":[\"ai\",\"open\"]}",
            "{\"id\":1886049283746541571,\"text\":\"Not convinced at all.\","
                + "\"created_at\":\"2025-01-27T15:00:00Z\",\"tags\":[]}",
            "{\"id\":1886049283746541572,\"text\":\"漢字 and words\"}");
  }

  @Test
  void namesAPackingThatItCannotUnpack() {
    assertThatThrownBy(() -> records(FILES.resolve("brotli.parquet")))
        .isInstanceOf(FieldException.class)
        .hasMessage(
            "is a Parquet file packed with BROTLI, which Chorus cannot unpack; write it with zstd"
                + " or snappy, or as JSON Lines");
  }

  /// Whatever a file holds, it is read or it is damaged.
  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd"})
  void survivesEveryEdit(String name) throws Exception {
    byte[] whole = Files.readAllBytes(FILES.resolve(name + ".parquet"));
    Random random = new Random(18);
    int damaged = 0;
    for (int i = 0; i < 60; i++) {
      byte[] edited =
          Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int edit = 0; edit < 3 && edited.length > 0; edit++) {
        edited[random.nextInt(edited.length)] = (byte) random.nextInt();
      }
      // A file that is mapped into memory is not written again.
      Path file = folder.resolve(name + i);
      Files.write(file, edited);
      try {
        records(file);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("as a Parquet file it is damaged or cut off");
        damaged++;
      } catch (FieldException e) {
        assertThat(e).hasMessageStartingWith("is a Parquet file packed with");
      }
    }
    assertThat(damaged).isBetween(20, 59);
  }
}
