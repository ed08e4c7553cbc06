package dev.chorus.cli;

/// Something that the user can put right; the message says what was found and what to do.
final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }
}
