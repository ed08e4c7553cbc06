package dev.chorus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document of the project, as far as [DocumentsTest] looks at it.
///
/// @param prose the lines outside code blocks
/// @param code the lines of code blocks
record Markdown(Path file, List<String> prose, List<String> code) {
  private static final String FENCE = "```";
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  static Markdown read(Path file) {
    List<String> prose = new ArrayList<>();
    List<String> code = new ArrayList<>();
    boolean inside = false;
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.strip().startsWith(FENCE)) inside = !inside;
        else (inside ? code : prose).add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Markdown(file, prose, code);
  }

  int lines() {
    return Math.toIntExact(file.toFile().length() == 0 ? 0 : text().lines().count());
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Code within lines of text; a span may go on in the next line.
  List<String> spans() {
    return SPAN.matcher(String.join("\n", prose))
        .results()
        .map(m -> m.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  /// All code: spans, and lines of blocks.
  List<String> allCode() {
    List<String> all = new ArrayList<>(spans());
    all.addAll(code);
    return all;
  }

  List<String> links() {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(String.join("\n", prose));
    while (link.find()) links.add(link.group(1));
    return links;
  }

  /// The names under which links reach the headings.
  List<String> anchors() {
    return prose.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /// Cells of the rows of tables, without code marks.
  List<List<String>> rows() {
    return prose.stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> List.of(line.substring(1).split("\\|")))
        .map(cells -> cells.stream().map(cell -> cell.replace("`", "").strip()).toList())
        .toList();
  }
}
