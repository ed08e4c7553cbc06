package dev.chorus.json;

/// An input without any JSON; the message names its kind.
public final class NotJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotJsonException(String message) {
    super(message);
  }
}
