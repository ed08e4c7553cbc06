package dev.chorus.app;

import java.util.Locale;

/// What became of the records of an ingest; each is counted once.
///
/// @param read all of them
/// @param analysed of those indexed and updated, the ones whose text had to be read by the models
public record Tally(int read, int indexed, int updated, int unchanged, int rejected, int analysed) {
  /// Before the first record.
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  @Override
  public String toString() {
    return String.format(
        Locale.ENGLISH,
        "read %,d = %,d indexed + %,d updated + %,d unchanged + %,d rejected",
        read,
        indexed,
        updated,
        unchanged,
        rejected);
  }
}
