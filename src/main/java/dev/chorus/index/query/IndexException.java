package dev.chorus.index.query;

/// An index that cannot be used as asked. The message says why and what to do.
public final class IndexException extends Exception {
  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
