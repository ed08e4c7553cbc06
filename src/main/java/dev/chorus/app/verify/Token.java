package dev.chorus.app.verify;

import java.util.List;

/// A piece of a report: a word, a tag with its attributes, a script.
///
/// @param raw as the file has it; two pieces are the same if this is
/// @param shown as a reader sees it; empty for what is not seen
/// @param line of the file, from 1
record Token(Kind kind, String raw, String shown, int line) {
  enum Kind {
    WORD,
    /// The mark of a figure or a quote, or another comment.
    COMMENT,
    /// The beginning or the end of an element.
    TAG,
    /// The content of a script or a style.
    CODE
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Token token && kind == token.kind && raw.equals(token.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  /// What a reader sees of several.
  static String shown(List<Token> tokens) {
    StringBuilder shown = new StringBuilder();
    for (Token token : tokens) {
      if (token.shown.isEmpty()) continue;
      if (!shown.isEmpty()) shown.append(' ');
      shown.append(token.shown);
    }
    return shown.toString();
  }
}
