package dev.chorus.app;

import dev.chorus.index.query.IndexException;
import dev.chorus.source.format.Place;
import java.util.OptionalLong;

/// Is told how an ingest goes on, by one thread at a time. What is not wanted is left as it is.
public interface IngestListener {
  /// For a caller that wants the result alone.
  IngestListener SILENT = new IngestListener() {};

  /// The first call.
  ///
  /// @param bytes to read, if that is known
  default void begun(OptionalLong bytes) {}

  /// What ends a run early, called by another thread: it commits what was read, and returns.
  interface Stop {
    void now() throws IndexException;
  }

  /// Something may be taken from now on.
  default void running(Stop stop) {}

  /// @param count bytes read since the last call
  default void read(long count) {}

  /// After every record, and after every post that was analysed.
  default void counted(Tally tally) {}

  /// Something begins that takes its time, such as loading the models.
  default void stage(String what) {}

  /// A record was left out.
  default void rejected(Place at, String reason) {}

  /// Something is odd, but costs no record.
  default void remark(Place at, String text) {}

  /// A whole file could not be read to its end.
  default void unreadable(String message) {}

  /// One of several files of a folder or an archive is through.
  ///
  /// @param posts how many were read from it
  /// @param rejected how many of its records were not
  default void endOfPart(Place at, long posts, long rejected) {}

  /// The records of an input are through.
  default void endOfFile() {}
}
