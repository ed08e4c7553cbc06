package dev.chorus.input;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files that are read here and there, by a list at their end, and not from front to back.
public enum Document {
  /// Of the kind of Excel's `.xlsx`: a zip with parts of an office document. Word's and
  /// PowerPoint's look the same at their beginning.
  OFFICE("a document of an office program; save it as CSV"),
  /// Columns of a table, as Parquet has them.
  PARQUET("a Parquet file; export it as JSON Lines or CSV");

  private static final int ZIP_NAME_LENGTH = 26;
  private static final int ZIP_NAME = 30;

  /// Files that such a zip may begin with. Programs differ in where they put the list of types.
  private static final Pattern OFFICE_PART =
      Pattern.compile(
          "\\[Content_Types]\\.xml|_rels/(?:\\.rels)?"
              + "|(?:xl|word|ppt|docProps|customXml)/(?:[^/]+/)*[^/]+\\.(?:xml|rels|bin|vml)");

  /// The first file of the other family of office documents, which holds nothing but the type.
  private static final String MIME_TYPE = "mimetype";

  private final String unread;

  Document(String unread) {
    this.unread = unread;
  }

  /// What to say of it where only texts are read, in words that fit behind "is".
  String unread() {
    return unread;
  }

  static Optional<Document> of(byte[] start) {
    if (Bytes.at(start, 0, 'P', 'A', 'R', '1')) return Optional.of(PARQUET);
    return OFFICE_PART.matcher(firstInZip(start)).matches()
        ? Optional.of(OFFICE)
        : Optional.empty();
  }

  /// What a zip is that says so in its first file, in words that fit behind "is".
  static Optional<String> foreign(byte[] start) {
    if (!firstInZip(start).equals(MIME_TYPE)) return Optional.empty();
    String type = new String(start, StandardCharsets.ISO_8859_1).substring(ZIP_NAME);
    if (type.contains("opendocument.spreadsheet")) {
      return Optional.of("an OpenDocument spreadsheet; save it as .xlsx or CSV");
    }
    if (type.contains("epub")) return Optional.of("an e-book");
    return Optional.of("a document of an office program; save the sheet of posts as CSV");
  }

  /// The name of the first file of a zip; empty if it is none, or one with a longer name.
  private static String firstInZip(byte[] start) {
    if (!Bytes.at(start, 0, 'P', 'K', 3, 4) || start.length < ZIP_NAME) return "";
    int length = (start[ZIP_NAME_LENGTH] & 0xFF) | (start[ZIP_NAME_LENGTH + 1] & 0xFF) << 8;
    if (length > start.length - ZIP_NAME) return "";
    return new String(start, ZIP_NAME, length, StandardCharsets.UTF_8);
  }
}
