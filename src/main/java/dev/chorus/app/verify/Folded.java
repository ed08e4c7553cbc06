package dev.chorus.app.verify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text in the one form in which quotes are compared: an editor may change the kind of a quotation
/// mark, a dash or a space, and a letter's case, without changing what somebody said.
final class Folded {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u00AD]");
  private static final Pattern SINGLE = Pattern.compile("[‘’‚‛`´ʼ′]");
  private static final Pattern DOUBLE = Pattern.compile("[“”„‟«»″]");
  private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /// What stands for words left out, or is an editor's own.
  private static final Pattern GAP =
      Pattern.compile("\\[[^\\[\\]]{0,60}\\]|\\(\\s*(?:…|\\.\\.\\.)\\s*\\)|…|\\.\\s?\\.\\s?\\.");

  private static final Pattern ENDS = Pattern.compile("^[\\s,.;:!?\"'-]+|[\\s,.;:!?\"'-]+$");

  private Folded() {}

  static String of(String text) {
    // Before compatibility makes three points of an ellipsis, and spaces of marks.
    String marks = SINGLE.matcher(text).replaceAll("'");
    marks = DOUBLE.matcher(marks).replaceAll("\"");
    String folded = Normalizer.normalize(marks, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    folded = UNSEEN.matcher(folded).replaceAll("");
    folded = DASH.matcher(folded).replaceAll("-");
    return SPACE.matcher(folded).replaceAll(" ").strip();
  }

  /// The stretches of a passage between what its author left out, folded, without the signs at
  /// their ends: a comma inside the quotation marks is often the author's of the article.
  static List<String> parts(String passage) {
    List<String> parts = new ArrayList<>();
    for (String part : GAP.split(passage)) {
      String folded = ENDS.matcher(of(part)).replaceAll("");
      if (!folded.isEmpty()) parts.add(folded);
    }
    return parts;
  }

  /// Whether a folded text has the parts, in their order and as whole words.
  static boolean has(String folded, List<String> parts) {
    int at = 0;
    for (String part : parts) {
      int found = folded.indexOf(part, at);
      while (found >= 0 && !whole(folded, found, found + part.length())) {
        found = folded.indexOf(part, found + 1);
      }
      if (found < 0) return false;
      at = found + part.length();
    }
    return true;
  }

  private static boolean whole(String text, int from, int to) {
    boolean before = from == 0 || !Character.isLetterOrDigit(text.codePointBefore(from));
    boolean after = to == text.length() || !Character.isLetterOrDigit(text.codePointAt(to));
    return before && after;
  }
}
