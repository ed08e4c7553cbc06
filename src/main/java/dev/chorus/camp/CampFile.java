package dev.chorus.camp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes into camp files. What a user wrote, comments and all, stays as it is.
public final class CampFile {
  private static final Pattern CAMPS = Pattern.compile("camps:\\s*(#.*)?");
  private static final Pattern ITEM = Pattern.compile("(\\s*)-\\s.*");

  private CampFile() {}

  /// The file of an event with one camp more, at the end of the list.
  ///
  /// @throws EventFileException if the camp cannot stand in it, or the list is written in a way
  ///     that nothing can be added to
  public static String with(Event event, Camp camp) throws EventFileException {
    List<String> lines = new ArrayList<>(event.source().lines().toList());
    int start = 0;
    while (start < lines.size() && !CAMPS.matcher(lines.get(start)).matches()) start++;
    String indent = null;
    int end = start + 1;
    while (end < lines.size() && belongs(lines.get(end))) {
      Matcher item = ITEM.matcher(lines.get(end));
      if (indent == null && item.matches()) indent = item.group(1);
      end++;
    }
    if (indent == null) {
      throw new EventFileException(
          List.of(
              "The camp file does not list its camps one below the other under \"camps:\". Add"
                  + " this by hand:\n"
                  + block(camp, "  ")));
    }
    while (lines.get(end - 1).isBlank()) end--;
    lines.add(end, block(camp, indent));
    String source = String.join("\n", lines) + "\n";
    // Whatever went wrong with it is found now, and not at the next ingest.
    EventFile.parse("the camp file with \"" + camp.id() + "\"", source);
    return source;
  }

  /// Whether a line is part of the list: the next key of the file is not.
  private static boolean belongs(String line) {
    return line.isBlank()
        || Character.isWhitespace(line.charAt(0))
        || line.startsWith("-")
        || line.startsWith("#");
  }

  private static String block(Camp camp, String indent) {
    String inner = indent + "  ";
    StringBuilder out = new StringBuilder();
    out.append(indent).append("- id: ").append(camp.id()).append('\n');
    out.append(inner).append("title: ").append(quoted(camp.title())).append('\n');
    out.append(inner).append("claim: ").append(quoted(camp.claim())).append('\n');
    if (!camp.stances().isEmpty()) {
      out.append(inner).append("stances:\n");
      camp.stances()
          .forEach(
              (target, side) ->
                  out.append(inner)
                      .append("  ")
                      .append(quoted(target))
                      .append(": ")
                      .append(side.id())
                      .append('\n'));
    }
    out.append(inner)
        .append("cues: ")
        .append(
            camp.cues().stream().map(CampFile::quoted).collect(Collectors.joining(", ", "[", "]")))
        .append('\n');
    out.append(inner).append("examples:");
    camp.examples().forEach(e -> out.append('\n').append(inner).append("  - ").append(quoted(e)));
    return out.toString();
  }

  /// A double-quoted scalar (YAML 1.2, section 7.3.1).
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          boolean plain = c >= ' ' && c != 0x7f && c != 0x85 && c != 0x2028 && c != 0x2029;
          if (plain) out.append(c);
          else out.append(String.format("\\u%04x", (int) c));
        }
      }
    }
    return out.append('"').toString();
  }
}
