package dev.chorus.source.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.source.format.FieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
  @TempDir Path folder;

  private static List<RowSource.Row> rows(Path file, String... sheet) throws Exception {
    try (Workbook workbook = Workbook.open(file, Arrays.stream(sheet).findFirst())) {
      List<RowSource.Row> rows = new ArrayList<>();
      for (Optional<RowSource.Row> row; (row = workbook.next()).isPresent(); ) rows.add(row.get());
      return rows;
    }
  }

  private List<RowSource.Row> rows(XlsxFile file, String... sheet) throws Exception {
    return rows(file.write(folder.resolve("t.xlsx")), sheet);
  }

  /// The text of the first cell.
  private String text(XlsxFile file, String cell) throws Exception {
    List<RowSource.Row> rows = rows(file.sheet("S", "<row r=\"1\">" + cell + "</row>"));
    return rows.isEmpty() ? "" : rows.getFirst().fields().getFirst();
  }

  private static String row(int number, String... words) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < words.length; i++) {
      String at = "r=\"" + (char) ('A' + i) + number + "\"";
      row.append("<c " + at + " t=\"inlineStr\"><is><t>" + words[i] + "</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd hh:mm        | 45684.586805555555 | 2025-01-27T14:05:00",
        "m/d/yy h:mm AM/PM       | 45684.586805555555 | 2025-01-27T14:05:00",
        "[$-409]d. mmm yyyy;@    | 45684              | 2025-01-27",
        "dd/mm/yyyy              | 45684.5            | 2025-01-27T12:00:00",
        "yyyy\\-mm\\-dd hh:mm:ss | 45684              | 2025-01-27T00:00:00",
        "yyyy-mm-dd hh:mm:ss     | 45684.58681        | 2025-01-27T14:05:00",
        "yyyy-mm-dd hh:mm:ss.000 | 45684.586808449072 | 2025-01-27T14:05:00.25",
        "yyyy-mm-dd hh:mm:ss     | 45684.999999999    | 2025-01-28T00:00:00",
        "mmm yy                  | 45658              | 2025-01-01",
        "hh:mm                   | 0.5868055555555556 | 14:05:00",
        "hh:mm                   | 45684.586805555555 | 2025-01-27T14:05:00",
        "[h]:mm:ss               | 30.5               | 30.5",
        "0.00                    | 4.5                | 4.5",
        "0.00E+00                | 1.88604928374654E+18 | 1886049283746540000",
        "#,##0\" dys\"           | 45684              | 45684",
        "[Red]0;[Blue]-0         | 45684              | 45684",
        "General                 | 45684              | 45684",
        "yyyy-mm-dd              | -3                 | -3",
        "yyyy-mm-dd              | 3000000            | 3000000",
      })
  void makesTimesOfNumbersThatAreShownAsTimes(String format, String number, String text)
      throws Exception {
    assertThat(text(new XlsxFile().style(format), "<c r=\"A1\" s=\"1\"><v>" + number + "</v></c>"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 2025-01-27T14:05:00", "22, 2025-01-27T14:05:00", "31, 2025-01-27T14:05:00",
    "57, 2025-01-27T14:05:00", "1, 45684.586805555555", "49, 45684.586805555555"
  })
  void knowsTheFormatsThatFilesOnlyNumber(int id, String text) throws Exception {
    String cell = "<c r=\"A1\" s=\"1\"><v>45684.586805555555</v></c>";
    assertThat(text(new XlsxFile().style(id), cell)).isEqualTo(text);
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws Exception {
    XlsxFile file = new XlsxFile().from1904().style("yyyy-mm-dd hh:mm");
    assertThat(text(file, "<c r=\"A1\" s=\"1\"><v>44222.586805555555</v></c>"))
        .isEqualTo("2025-01-27T14:05:00");
  }

  @ParameterizedTest
  @CsvSource({
    "1886049283746541570, 1886049283746541570",
    "1.88604928374654E+18, 1886049283746540000",
    "1.8860492837465416E+18, 1886049283746541600",
    "1738000000, 1738000000",
    "4.0, 4",
    "1.1000000000000001, 1.1",
    "0.1, 0.1",
    "1E-7, 0.0000001",
    "-12.50, -12.5",
    "1E+999999999, 1E+999999999",
    "0, 0"
  })
  void givesAllDigitsOfNumbers(String number, String text) throws Exception {
    assertThat(text(new XlsxFile(), "<c r=\"A1\"><v>" + number + "</v></c>")).isEqualTo(text);
  }

  @Test
  void readsEveryKindOfCell() throws Exception {
    XlsxFile file =
        new XlsxFile()
            .string("<t xml:space=\"preserve\"> plain </t>")
            .string("<r><t>rich</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> text</t></r>")
            .string("<t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>kanji</t></rPh>")
            .string("<t>two\nlines_x000D_ and _x005F_x000D_ &amp; 🙂</t>")
            .sheet(
                "S",
                """
                <row r="1">
                <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
                <c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>
                <c r="E1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>
                <c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c>
                <c r="H1"><f>1+1</f><v>2</v></c><c r="I1" t="str"><f>A1</f><v>of it</v></c>
                <c r="J1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="K1" t="b"><f>1=2</f><v>0</v></c>
                <c r="L1"/><c r="N1"><v>14</v></c>
                </row>\
                """);
    assertThat(rows(file).getFirst().fields())
        .containsExactly(
            " plain ",
            "rich text",
            "漢字",
            "two\nlines\r and _x000D_ & 🙂",
            "inline",
            "true",
            "",
            "2",
            "of it",
            "",
            "false",
            "",
            "",
            "14");
  }

  @Test
  void numbersRowsAsTheSpreadsheetDoes() throws Exception {
    String rows = row(2, "id", "text", "") + row(3, " ", "") + row(5, "1", "", "x") + row(9, "2");
    assertThat(rows(new XlsxFile().sheet("S", rows)))
        .containsExactly(
            new RowSource.Row(2, List.of("id", "text"), ""),
            new RowSource.Row(5, List.of("1", "", "x"), ""),
            new RowSource.Row(9, List.of("2", "", ""), ""));
  }

  @Test
  void countsRowsThatHaveNoNumber() throws Exception {
    String row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>1</v></c></row>";
    assertThat(rows(new XlsxFile().sheet("S", row + row)))
        .containsExactly(
            new RowSource.Row(1, List.of("a", "1"), ""),
            new RowSource.Row(2, List.of("a", "1"), ""));
  }

  @Test
  void readsTheFirstSheetThatIsShownAndHasRows() throws Exception {
    XlsxFile file =
        new XlsxFile()
            .hidden("Lists", row(1, "hidden"))
            .sheet("Cover", "")
            .sheet("Posts", row(1, "posts"))
            .sheet("More", row(1, "more"));
    Path path = file.write(folder.resolve("t.xlsx"));
    assertThat(rows(path).getFirst().fields()).containsExactly("posts");
    assertThat(rows(path, "More").getFirst().fields()).containsExactly("more");
    assertThat(rows(path, "more ").getFirst().fields()).containsExactly("more");
    assertThat(rows(path, "Lists").getFirst().fields()).containsExactly("hidden");
    assertThat(rows(path, "4").getFirst().fields()).containsExactly("more");
    assertThat(rows(path, "Cover")).isEmpty();
    for (String wrong : List.of("5", "0", "Postings", "")) {
      assertThatThrownBy(() -> rows(path, wrong))
          .isInstanceOf(FieldException.class)
          .hasMessage(
              "has no sheet \"%s\" (--sheet); it has \"Lists\", \"Cover\", \"Posts\", \"More\"",
              wrong);
    }
    try (Workbook workbook = Workbook.open(path, Optional.empty())) {
      assertThat(workbook.explained())
          .contains(
              "sheet read: \"Posts\"; others: \"Lists\", \"Cover\", \"More\". Another: --sheet"
                  + " NAME");
    }
  }

  @Test
  void saysThatNoSheetHasRows() throws Exception {
    assertThatThrownBy(() -> rows(new XlsxFile().sheet("A", "").sheet("B", "")))
        .isInstanceOf(FieldException.class)
        .hasMessage("has no sheet with rows");
  }

  @Test
  void prefersANameToANumber() throws Exception {
    XlsxFile file = new XlsxFile().sheet("2", row(1, "first")).sheet("B", row(1, "second"));
    assertThat(rows(file, "2").getFirst().fields()).containsExactly("first");
  }

  /// Written by openpyxl 3.1: a sheet "Posts" with a header and three invented posts, dates, ids of
  /// 19 digits as numbers, which the program rounded, and as a text, and a formula without a value.
  @Test
  void readsWhatAnotherProgramWrote() throws Exception {
    assertThat(rows(Path.of("src/test/resources/sheet/openpyxl.xlsx")))
        .extracting(RowSource.Row::fields)
        .containsExactly(
            List.of("id", "text", "created_at", "likes", "verified", "note"),
            List.of(
                "1886049283746542000",
                "Two\nlines, \"quoted\" 🙂",
                "2025-01-27T14:05:00",
                "1234",
                "true",
                ""),
            List.of(
                "1886049283746541571", "=not a formula", "2025-01-28", "0", "false", "rich text"),
            List.of("1886049283746542000", "Plain words", "2025-01-29T00:00:01", "5", "", "4.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/document.xml", "ppt/presentation.xml", "xl/workbook.bin"})
  void namesOtherDocuments(String part) throws Exception {
    Path file = folder.resolve("t");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new java.util.zip.ZipEntry(part));
    }
    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(FieldException.class)
        .hasMessageMatching("is a (Word|PowerPoint|binary) .*");
  }

  /// Whatever a file holds, it is read or it is damaged.
  @Test
  void survivesEveryEdit() throws Exception {
    byte[] whole = Files.readAllBytes(Path.of("src/test/resources/sheet/openpyxl.xlsx"));
    Random random = new Random(18);
    Path file = folder.resolve("t.xlsx");
    int damaged = 0;
    for (int i = 0; i < 300; i++) {
      byte[] edited =
          Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int edit = 0; edit < 3 && edited.length > 0; edit++) {
        edited[random.nextInt(edited.length)] = (byte) random.nextInt();
      }
      Files.write(file, edited);
      try {
        rows(file);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("as a workbook it is damaged or cut off");
        damaged++;
      } catch (FieldException e) {
        assertThat(e).hasMessageStartingWith("has no sheet");
      }
    }
    assertThat(damaged).isBetween(100, 299);
  }
}
