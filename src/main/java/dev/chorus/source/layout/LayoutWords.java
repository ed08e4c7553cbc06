package dev.chorus.source.layout;

import dev.chorus.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says how a file of unknown shape was understood.
final class LayoutWords {
  private static final int NAMES_SHOWN = 30;
  private static final int NAME = 40;

  private LayoutWords() {}

  static String quoted(String name) {
    return "\"" + Json.excerpt(name, NAME) + "\"";
  }

  static String quoted(Collection<String> names) {
    List<String> shown = names.stream().limit(NAMES_SHOWN).map(LayoutWords::quoted).toList();
    return String.join(", ", shown) + (names.size() > shown.size() ? " …" : "");
  }

  /// The column that each field comes from, and what was decided; the first record, as it is read,
  /// is to follow.
  static String explained(Layout.Decisions d) {
    StringBuilder s = new StringBuilder();
    s.append(d.settings().columnWord())
        .append("s read: ")
        .append(
            d.columns().entrySet().stream()
                .map(e -> e.getKey().path() + "=" + String.join("|", e.getValue()))
                .collect(Collectors.joining(", ")));
    if (!d.left().isEmpty()) s.append("; not read: ").append(quoted(d.left()));
    s.append(". Another way: --map text=")
        .append(d.settings().columnWord().toUpperCase(Locale.ROOT))
        .append(",author.handle=")
        .append(d.settings().columnWord().toUpperCase(Locale.ROOT));
    if (!d.doubts().isEmpty()) {
      s.append("\n  not understood: ").append(String.join(", ", d.doubts()));
    }
    switch (d.ids()) {
      case MADE -> {
        if (!d.idProblem().isEmpty()) {
          s.append("\n  ids are made from author, time and text, as ")
              .append(d.idProblem())
              .append(" (--ids native takes them as they are)");
        }
      }
      case SCOPED ->
          s.append("\n  ids get the name of the file in front, as ")
              .append(d.idProblem())
              .append(" (--ids native takes them as they are)");
      case ADDRESS ->
          s.append("\n  ids come from the addresses of the posts, as ").append(d.idProblem());
      case NATIVE -> {}
    }
    if (!d.dayProof().isEmpty()) s.append("\n  days: ").append(d.dayProof());
    if (d.serialTimes()) s.append("\n  times are numbers of days, as a spreadsheet counts them");
    if (!d.zone().isEmpty()) s.append("\n  times are in ").append(d.zone());
    if (d.mojibake()) {
      s.append("\n  characters were garbled (UTF-8 read as Windows-1252), and are put right");
    }
    switch (d.markup()) {
      case ESCAPED -> s.append("\n  “&amp;” and its like in the texts are resolved");
      case HTML -> s.append("\n  texts are HTML, and are read without their tags");
      case PLAIN -> {}
    }
    s.append("\n  the first record as it is read: ");
    return s.toString();
  }
}
