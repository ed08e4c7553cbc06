package dev.chorus.app;

/// Something that the user can put right; the message says what was found and what to do.
public final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }
}
