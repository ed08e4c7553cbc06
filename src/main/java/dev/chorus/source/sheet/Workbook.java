package dev.chorus.source.sheet;

import dev.chorus.source.format.FieldException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// The rows of one sheet of an Excel workbook (`.xlsx`, `.xlsm`).
///
/// Dates become ISO times, numbers have all their digits, formulas their last value, and what
/// could not be computed is empty. Of cells that are joined the first has the value, as in a CSV
/// file. Hidden rows are read. Each row is as wide as the widest before it, or wider.
public final class Workbook implements RowSource, AutoCloseable {
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  private final ReadableWorkbook workbook;
  private final Sheet sheet;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private long last;
  private int widest;

  private Workbook(ReadableWorkbook workbook, Sheet sheet) throws IOException {
    this.workbook = workbook;
    this.sheet = sheet;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
  }

  /// Opens a sheet.
  ///
  /// @param wanted the name of the sheet or its number from 1; empty takes the first that is shown
  ///     and has rows
  /// @throws FieldException if it is another kind of document or has no such sheet; the message
  ///     fits behind the name of the file
  /// @throws IOException if it is damaged
  public static Workbook open(Path file, Optional<String> wanted)
      throws IOException, FieldException {
    refuseOthers(file);
    ReadableWorkbook workbook = opened(file);
    boolean good = false;
    try {
      Workbook found =
          wanted.isPresent()
              ? new Workbook(workbook, named(workbook, wanted.get()))
              : first(workbook);
      good = true;
      return found;
    } catch (IOException | RuntimeException e) {
      throw damaged("", e);
    } finally {
      if (!good) workbook.close();
    }
  }

  private static void refuseOthers(Path file) throws IOException, FieldException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw new FieldException("is a binary workbook (.xlsb); save it as .xlsx or CSV");
      }
      if (zip.stream().anyMatch(entry -> entry.getName().startsWith("word/"))) {
        throw new FieldException("is a Word document; copy the posts into a table");
      }
      if (zip.stream().anyMatch(entry -> entry.getName().startsWith("ppt/"))) {
        throw new FieldException("is a PowerPoint document");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged("", e);
    }
  }

  private static ReadableWorkbook opened(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), OPTIONS);
    } catch (IOException | RuntimeException e) {
      throw damaged("", e);
    }
  }

  private static IOException damaged(String where, Exception e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new IOException("as a workbook it is damaged or cut off" + where + " (" + why + ")", e);
  }

  private static Workbook first(ReadableWorkbook workbook) throws IOException, FieldException {
    List<Sheet> sheets = workbook.getSheets().toList();
    List<Sheet> shown =
        sheets.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
    for (Sheet sheet : shown.isEmpty() ? sheets : shown) {
      Workbook found = new Workbook(workbook, sheet);
      if (found.rows.hasNext()) return found;
      found.stream.close();
    }
    throw new FieldException("has no sheet with rows");
  }

  private static Sheet named(ReadableWorkbook workbook, String wanted) throws FieldException {
    List<Sheet> sheets = workbook.getSheets().toList();
    for (Sheet sheet : sheets) if (sheet.getName().equals(wanted)) return sheet;
    for (Sheet sheet : sheets) {
      if (sheet.getName().strip().equalsIgnoreCase(wanted.strip())) return sheet;
    }
    if (wanted.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(wanted);
      if (number >= 1 && number <= sheets.size()) return sheets.get(number - 1);
    }
    throw new FieldException(
        "has no sheet \""
            + wanted
            + "\" (--sheet); it has "
            + quoted(sheets.stream().map(Sheet::getName)));
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  /// Which sheet is read and which others there are, for people; empty if it is the only one.
  public Optional<String> explained() {
    List<String> others =
        workbook
            .getSheets()
            .filter(other -> other.getIndex() != sheet.getIndex())
            .map(Sheet::getName)
            .toList();
    if (others.isEmpty()) return Optional.empty();
    return Optional.of(
        "sheet read: \""
            + sheet.getName()
            + "\"; others: "
            + quoted(others.stream())
            + ". Another: --sheet NAME");
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row row = rows.next();
        // Some programs leave the numbers out, and then the library counts from 0.
        last = Math.max(row.getRowNum(), last + 1);
        List<String> cells = cells(row);
        if (!cells.isEmpty()) return Optional.of(new Row(last, cells, ""));
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw damaged(" behind row " + last + " of sheet \"" + sheet.getName() + "\"", e);
    }
  }

  /// The cells as text, up to the widest row; none for a blank row.
  private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (Cell cell : row) cells.add(CellText.of(cell));
    while (!cells.isEmpty() && cells.getLast().isBlank()) cells.removeLast();
    if (cells.isEmpty()) return cells;
    widest = Math.max(widest, cells.size());
    while (cells.size() < widest) cells.add("");
    return cells;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
