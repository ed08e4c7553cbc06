package dev.chorus.cli;

/// How `search` prints what it found.
enum SearchFormat {
  /// For a terminal.
  TEXT,
  /// One document with hits, counts and corrections.
  JSON,
  /// One hit a line, each as in the document.
  JSONL,
  /// One hit a line under a line of names, for a spreadsheet.
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
