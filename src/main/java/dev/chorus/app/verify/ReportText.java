package dev.chorus.app.verify;

import dev.chorus.app.UserException;
import dev.chorus.render.Claims;
import java.util.List;
import java.util.Optional;

/// A report taken apart: its data, and the pieces of all the rest in their order.
///
/// @param data the claims as JSON text; empty if the file has none
/// @param dataLine the line where they stand
/// @param marked whether figures or quotes are marked in it
interface ReportText {
  Optional<String> data();

  int dataLine();

  boolean marked();

  List<Token> tokens();

  /// Which pieces show which figure or quote.
  ///
  /// @param claims of the same report
  List<Shown> shown(Claims claims);

  /// Another report in the same kind of file, taken apart.
  ReportText like(FinishedReport report);

  /// Where a claim is shown.
  ///
  /// @param key of the figure or quote
  /// @param quote whether it is a quote
  /// @param from the first piece
  /// @param to the piece behind the last
  record Shown(String key, boolean quote, int from, int to) {}

  /// Takes a file apart by what is in it.
  ///
  /// @throws UserException if it is neither HTML nor Markdown, nor text
  static ReportText of(String file, String text) throws UserException {
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[{")) {
      throw new UserException(
          file + " is JSON. Reports are checked in HTML and Markdown, articles also as text.");
    }
    return HtmlText.recognises(file, start) ? new HtmlText(text) : new MarkdownText(text);
  }
}
