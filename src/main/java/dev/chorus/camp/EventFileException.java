package dev.chorus.camp;

import java.util.List;

/// An event file that cannot be used. Each problem names file, line, what was found and what would
/// be right; all of them are reported at once.
public final class EventFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param problems one line each
  public EventFileException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
