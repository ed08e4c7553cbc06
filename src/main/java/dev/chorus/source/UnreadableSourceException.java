package dev.chorus.source;

/// A whole input that cannot be read. The message says which, what was found and what to do.
public final class UnreadableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
