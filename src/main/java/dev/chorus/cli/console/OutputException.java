package dev.chorus.cli.console;

import dev.chorus.common.Halt;
import java.io.IOException;

/// Results cannot be written, so there is no use in making more of them.
public final class OutputException extends Halt {
  private static final long serialVersionUID = 1L;

  private final boolean closed;

  /// @param closed whether nobody reads them any more
  OutputException(IOException cause, boolean closed) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    this.closed = closed;
  }

  /// Whether the reader of a pipe went away, as `head` does when it has seen enough. That is no
  /// failure.
  public boolean closed() {
    return closed;
  }
}
