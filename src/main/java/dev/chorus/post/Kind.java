package dev.chorus.post;

import java.util.Locale;

/// How far the text of a [Post] is its author's own.
public enum Kind {
  /// A post as its author published it.
  POST,
  /// Words of a named person or publication, quoted.
  QUOTE,
  /// Our paraphrase of a statement that somebody is reported to have made; never shown in quotation
  /// marks.
  REPORT,
  /// Written for a sample corpus; never presented as somebody's words.
  ILLUSTRATIVE;

  /// The name in a corpus file, such as `quote`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
