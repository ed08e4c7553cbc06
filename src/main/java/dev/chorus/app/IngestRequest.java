package dev.chorus.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What an ingest is asked to do with the posts that it reads.
///
/// @param index folder of the index, which is made if it is not there
/// @param method how posts are read and sorted
/// @param origin where the files of the method lie
/// @param threads posts analysed at once, from 1
/// @param dryRun whether everything is read and nothing written
/// @param rejects file for the records that are left out
/// @param privacy how people are named in the index
/// @param commitEvery how much work a killed run repeats at most
public record IngestRequest(
    Path index,
    Method method,
    Origin origin,
    int threads,
    boolean dryRun,
    Optional<Path> rejects,
    Privacy privacy,
    Duration commitEvery) {
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(15);

  /// An ingest that keeps posts as they are.
  public static IngestRequest of(Path index, Method method, Origin origin, int threads) {
    return new IngestRequest(
        index, method, origin, threads, false, Optional.empty(), Privacy.NONE, COMMIT_EVERY);
  }

  public IngestRequest with(boolean dryRun, Optional<Path> rejects, Privacy privacy) {
    return new IngestRequest(index, method, origin, threads, dryRun, rejects, privacy, commitEvery);
  }

  public IngestRequest committing(Duration every) {
    return new IngestRequest(index, method, origin, threads, dryRun, rejects, privacy, every);
  }
}
