package dev.chorus.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Characters that one does not see, or that turn the direction of writing: a page shows their
/// names, since they can make words read as others.
final class Unseen {
  /// What stands for a character that must not work.
  private static final String REPLACEMENT = "\uFFFD";

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00AD, "SHY"),
          Map.entry(0x034F, "CGJ"),
          Map.entry(0x061C, "ALM"),
          Map.entry(0x115F, "HCF"),
          Map.entry(0x1160, "HJF"),
          Map.entry(0x180E, "MVS"),
          Map.entry(0x200B, "ZWSP"),
          Map.entry(ZWNJ, "ZWNJ"),
          Map.entry(ZWJ, "ZWJ"),
          Map.entry(0x200E, "LRM"),
          Map.entry(0x200F, "RLM"),
          Map.entry(0x2028, "LSEP"),
          Map.entry(0x2029, "PSEP"),
          Map.entry(0x202A, "LRE"),
          Map.entry(0x202B, "RLE"),
          Map.entry(0x202C, "PDF"),
          Map.entry(0x202D, "LRO"),
          Map.entry(0x202E, "RLO"),
          Map.entry(0x2060, "WJ"),
          Map.entry(0x2066, "LRI"),
          Map.entry(0x2067, "RLI"),
          Map.entry(0x2068, "FSI"),
          Map.entry(0x2069, "PDI"),
          Map.entry(0x3164, "HF"),
          Map.entry(0xFEFF, "BOM"),
          Map.entry(0xFFA0, "HHF"));

  private Unseen() {}

  /// A stretch of text.
  ///
  /// @param name of the one character that it is; empty for text as it is
  record Piece(String text, String name) {}

  /// The text with its unseen characters apart.
  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int before = ' ';
    for (int c : text.codePoints().toArray()) {
      if (isUnseen(c) && !joins(c, before)) {
        if (!plain.isEmpty()) pieces.add(new Piece(plain.toString(), ""));
        plain.setLength(0);
        pieces.add(new Piece(works(c) ? REPLACEMENT : Character.toString(c), name(c)));
      } else {
        plain.appendCodePoint(c);
      }
      if (c != 0xFE0F) before = c;
    }
    if (!plain.isEmpty()) pieces.add(new Piece(plain.toString(), ""));
    return pieces;
  }

  /// The text where no names can be shown: with nothing in it that would work.
  static String harmless(String text) {
    return pieces(text).stream().map(Piece::text).collect(Collectors.joining());
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return NAMES.containsKey(c)
        || type == Character.FORMAT
        || (type == Character.CONTROL && c != '\n' && c != '\t');
  }

  /// Whether a character does something to those around it, or may stand in no HTML.
  private static boolean works(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /// Whether it joins what belongs together: parts of an emoji, letters of scripts that need it.
  private static boolean joins(int c, int before) {
    boolean tag = c >= 0xE0020 && c <= 0xE007F;
    if (tag) return Character.isEmoji(before) || (before >= 0xE0020 && before <= 0xE007F);
    if (c == ZWJ && Character.isEmoji(before) && before > 0x7F) return true;
    return (c == ZWJ || c == ZWNJ)
        && before >= 0x0600
        && before < 0x1100
        && Character.isUnicodeIdentifierPart(before);
  }

  private static String name(int c) {
    return NAMES.getOrDefault(c, String.format(Locale.ROOT, "U+%04X", c));
  }
}
