package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.post.Post;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.sheet.XlsxFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks and Parquet files, wherever they lie.
class DocumentsOfPostsTest {
  private static final Path PARQUET = Path.of("src/test/resources/parquet/snappy.parquet");
  private static final Path WORKBOOK = Path.of("src/test/resources/sheet/openpyxl.xlsx");

  @TempDir Path folder;

  private final List<Post> posts = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private void read(Path file, InputStream in, ReadSettings settings) throws Exception {
    posts.clear();
    others.clear();
    PostReader.read(
        file,
        in,
        settings,
        result -> {
          switch (result) {
            case ReadResult.Parsed parsed -> posts.add(parsed.post());
            case ReadResult.Noted noted -> others.add(noted.toString());
            case ReadResult.Rejected r -> others.add(r.at().line() + ": " + r.reason());
            case ReadResult.Remark r -> others.add(r.at().file() + " " + r.text());
            case ReadResult.EndOfFile _ -> {}
          }
        });
  }

  private void read(Path file) throws Exception {
    read(file, InputStream.nullInputStream(), ReadSettings.AUTO);
  }

  private static ReadSettings sheet(String name) {
    return new ReadSettings(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        dev.chorus.source.format.DayOrder.UNKNOWN,
        dev.chorus.source.layout.LayoutSettings.Ids.AUTO,
        Optional.of(name));
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private void areThePostsOfTheWorkbook() {
    assertThat(posts)
        .extracting(Post::text)
        .containsExactly("Two\nlines, \"quoted\" 🙂", "=not a formula", "Plain words");
    assertThat(posts.getFirst().createdAt().orElseThrow()).hasToString("2025-01-27T14:05:00Z");
    assertThat(posts.getFirst().engagement().likes()).isEqualTo(1234);
  }

  private void areThePostsOfTheParquetFile() {
    assertThat(posts)
        .extracting(Post::text)
        .containsExactly(
            "The new model runs on my laptop.\nReally 🙂", "Not convinced at all.", "漢字 and words");
    assertThat(posts.getFirst().id()).contains("1886049283746541570");
  }

  @Test
  void readsAWorkbookThatLiesOnDiskOrIsPackedOrComesOnStandardInput() throws Exception {
    byte[] bytes = Files.readAllBytes(WORKBOOK);
    read(WORKBOOK);
    areThePostsOfTheWorkbook();
    read(Path.of("-"), new ByteArrayInputStream(bytes), ReadSettings.AUTO);
    areThePostsOfTheWorkbook();
    read(Files.write(folder.resolve("p.xlsx.gz"), gzip(bytes)));
    areThePostsOfTheWorkbook();
    read(Files.write(folder.resolve("no-name"), bytes));
    areThePostsOfTheWorkbook();
  }

  @Test
  void readsAParquetFileThatLiesOnDiskOrIsPackedOrComesOnStandardInput() throws Exception {
    byte[] bytes = Files.readAllBytes(PARQUET);
    read(PARQUET);
    areThePostsOfTheParquetFile();
    read(Path.of("-"), new ByteArrayInputStream(bytes), ReadSettings.AUTO);
    areThePostsOfTheParquetFile();
    read(Files.write(folder.resolve("p.parquet.gz"), gzip(bytes)));
    areThePostsOfTheParquetFile();
  }

  @Test
  void readsThemInFoldersAndArchivesWithTheOtherFiles() throws Exception {
    Path files = Files.createDirectory(folder.resolve("files"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("in/posts.xlsx"));
      zip.write(Files.readAllBytes(WORKBOOK));
      zip.putNextEntry(new ZipEntry("in/posts.parquet"));
      zip.write(Files.readAllBytes(PARQUET));
      zip.putNextEntry(new ZipEntry("in/posts.jsonl"));
      zip.write("{\"id\":\"last\",\"text\":\"Words\"}\n".getBytes());
    }
    Files.copy(WORKBOOK, files.resolve("b.xlsx"));
    read(files);
    assertThat(posts).hasSize(3 + 3 + 1 + 3);
    assertThat(Files.list(Path.of(System.getProperty("java.io.tmpdir"))))
        .noneMatch(path -> path.getFileName().toString().matches("chorus\\d+\\.tmp"));
  }

  @Test
  void readsTheSheetThatTheUserNames() throws Exception {
    String row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
    String words = "<row r=\"7\"><c r=\"A7\" t=\"s\"><v>%d</v></c></row>";
    Path file =
        new XlsxFile()
            .string("<t>text</t>")
            .string("<t>First words</t>")
            .string("<t>Second words</t>")
            .sheet("One", row + words.formatted(1))
            .sheet("Two", row + words.formatted(2))
            .typesLast()
            .write(folder.resolve("t.xlsx"));
    read(file);
    assertThat(posts).extracting(Post::text).containsExactly("First words");
    assertThat(others.getFirst())
        .isEqualTo(file + " sheet read: \"One\"; others: \"Two\". Another: --sheet NAME.");
    read(file, InputStream.nullInputStream(), sheet("Two"));
    assertThat(posts).extracting(Post::text).containsExactly("Second words");
    assertThatThrownBy(() -> read(file, InputStream.nullInputStream(), sheet("Three")))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(file + " has no sheet \"Three\" (--sheet); it has \"One\", \"Two\".");
  }

  @Test
  void saysThatAWorkbookIsCutOff() throws Exception {
    byte[] bytes = Files.readAllBytes(WORKBOOK);
    Path file = Files.write(folder.resolve("t.xlsx"), java.util.Arrays.copyOf(bytes, 3000));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("as a workbook it is damaged or cut off");
  }

  @Test
  void namesASpreadsheetOfTheOtherFamily() throws Exception {
    Path file = folder.resolve("t.ods");
    byte[] type = "application/vnd.oasis.opendocument.spreadsheet".getBytes();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setMethod(ZipOutputStream.STORED);
      ZipEntry entry = new ZipEntry("mimetype");
      entry.setSize(type.length);
      java.util.zip.CRC32 sum = new java.util.zip.CRC32();
      sum.update(type);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
    }
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(file + " is an OpenDocument spreadsheet; save it as .xlsx or CSV.");
  }
}
