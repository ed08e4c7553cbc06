package dev.chorus.cli;

/// How `camps` prints its report.
enum ReportFormat {
  /// For a terminal.
  TEXT,
  JSON,
  /// Markdown.
  MD,
  /// One file for a browser.
  HTML;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
