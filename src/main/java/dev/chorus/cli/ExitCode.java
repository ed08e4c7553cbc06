package dev.chorus.cli;

/// What a command returns to the shell. Scripts depend on these.
final class ExitCode {
  /// Done.
  static final int DONE = 0;

  /// Failed, and the user can act: a file, an index, a record.
  static final int FAILED = 1;

  /// Wrong usage: an option, an argument, a query.
  static final int USAGE = 2;

  /// A bug in Chorus.
  static final int BUG = 3;

  private ExitCode() {}
}
