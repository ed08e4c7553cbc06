package dev.chorus.common;

/// Ends a reading from within: its results cannot be written, or it was asked to stop. No record is
/// to blame, so whoever turns what is unforeseen in one record into a rejection lets this pass.
public class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Halt(String message, Throwable cause) {
    super(message, cause);
  }
}
