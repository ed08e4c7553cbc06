package dev.chorus.source.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of a test's own, part by part as programs write them.
public final class XlsxFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final StringBuilder strings = new StringBuilder();
  private final StringBuilder formats = new StringBuilder();
  private final StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
  private int styleCount = 1;
  private int stringCount;
  private boolean from1904;
  private boolean typesLast;

  /// @param rows such as `<row r="1"><c r="A1"><v>1</v></c></row>`
  public XlsxFile sheet(String name, String rows) {
    sheets.put(name, rows);
    return this;
  }

  XlsxFile hidden(String name, String rows) {
    states.put(name, "hidden");
    return sheet(name, rows);
  }

  /// A string that cells share; the first is 0.
  ///
  /// @param si the content of its element
  public XlsxFile string(String si) {
    strings.append("<si>").append(si).append("</si>");
    stringCount++;
    return this;
  }

  /// A style; the first is 1.
  XlsxFile style(String formatCode) {
    int id = 164 + styleCount;
    formats
        .append("<numFmt numFmtId=\"" + id + "\" formatCode=\"")
        .append(formatCode.replace("&", "&amp;").replace("\"", "&quot;"))
        .append("\"/>");
    return style(id);
  }

  XlsxFile style(int formatId) {
    styles.append("<xf numFmtId=\"" + formatId + "\"/>");
    styleCount++;
    return this;
  }

  XlsxFile from1904() {
    from1904 = true;
    return this;
  }

  /// The list of types at the end, as some programs have it.
  public XlsxFile typesLast() {
    typesLast = true;
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      if (!typesLast) part(zip, "[Content_Types].xml", types());
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + relation("rId1", "officeDocument", "xl/workbook.xml")
              + "</Relationships>");
      part(zip, "xl/workbook.xml", workbook());
      part(zip, "xl/_rels/workbook.xml.rels", relations());
      part(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + MAIN
              + "\"><numFmts>"
              + formats
              + "</numFmts><cellXfs>"
              + styles
              + "</cellXfs></styleSheet>");
      part(
          zip,
          "xl/sharedStrings.xml",
          "<sst xmlns=\"" + MAIN + "\" count=\"" + stringCount + "\">" + strings + "</sst>");
      int i = 0;
      for (String rows : sheets.values()) {
        part(
            zip,
            "xl/worksheets/sheet" + ++i + ".xml",
            "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
      }
      if (typesLast) part(zip, "[Content_Types].xml", types());
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String types() {
    StringBuilder types =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    override(types, "/xl/workbook.xml", "sheet.main+xml");
    override(types, "/xl/styles.xml", "styles+xml");
    override(types, "/xl/sharedStrings.xml", "sharedStrings+xml");
    return types.append("</Types>").toString();
  }

  private static void override(StringBuilder types, String part, String type) {
    types.append("<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>");
  }

  private String workbook() {
    StringBuilder xml = new StringBuilder();
    xml.append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">");
    if (from1904) xml.append("<workbookPr date1904=\"1\"/>");
    xml.append("<sheets>");
    int i = 0;
    for (String name : sheets.keySet()) {
      i++;
      xml.append("<sheet name=\"" + name + "\" sheetId=\"" + i + "\" ")
          .append("state=\"" + states.getOrDefault(name, "visible") + "\" ")
          .append("r:id=\"rId" + i + "\"/>");
    }
    return xml.append("</sheets></workbook>").toString();
  }

  private String relations() {
    StringBuilder xml =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 1; i <= sheets.size(); i++) {
      xml.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    return xml.append("</Relationships>").toString();
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
