package dev.chorus.json;

/// An input that holds no JSON at all; the message says what it is instead.
public final class NotJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotJsonException(String message) {
    super(message);
  }
}
