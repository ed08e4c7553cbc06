package dev.chorus.render;

import java.util.ArrayList;
import java.util.List;

/// Text laid out in columns of a fixed-width screen.
public final class Layout {
  private Layout() {}

  /// Columns that a string takes: East Asian and emoji characters take two, combining marks none.
  public static int width(String text) {
    return text.codePoints().map(Layout::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /// Words of a stranger, fit for a terminal: one line, and nothing in it that a terminal would
  /// obey.
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') clean.append(' ');
              } else if (type == Character.CONTROL || isDirection(c)) {
                clean.append('\uFFFD');
              } else {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString().strip();
  }

  /// Marks that turn the direction of writing could make an id or a name read as another.
  public static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /// Breaks a line at spaces; a word longer than the line is cut. No line ends in a space.
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      int wide = width(word);
      if (used > 0 && used + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      if (wide <= width) {
        line.append(word);
        used += wide;
        continue;
      }
      for (int c : word.codePoints().toArray()) {
        if (used + width(c) > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(c);
        used += width(c);
      }
    }
    if (used > 0 || lines.isEmpty()) lines.add(line.toString());
    return lines;
  }

  /// Fills up with spaces on the right; cuts with an ellipsis what is too long.
  public static String left(String text, int width) {
    String fitting = width(text) <= width ? text : cut(text, width);
    return fitting + " ".repeat(Math.max(0, width - width(fitting)));
  }

  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  private static String cut(String text, int width) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + width(c) > width - 1) break;
      kept.appendCodePoint(c);
      used += width(c);
    }
    return kept.append('…').toString();
  }
}
