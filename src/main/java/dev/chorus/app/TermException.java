package dev.chorus.app;

/// A term of a search that has no sense; the message says which, what was found and what was
/// wanted.
public final class TermException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param term its name, such as `stance`, with which the message begins
  /// @param trouble what was found and what was wanted
  TermException(String term, String trouble) {
    super(term + " " + trouble);
  }
}
