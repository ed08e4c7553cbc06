package dev.chorus.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `--since` and `--until`, the same everywhere.
final class TimeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this day (2025-01-27) or time (2025-01-27T09:30:00Z) on, UTC.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only to the end of this day, or before this time.")
  private Optional<String> until = Optional.empty();

  /// Whether any time was asked for.
  boolean given() {
    return since.isPresent() || until.isPresent();
  }

  /// The first instant that is wanted.
  ///
  /// @throws CommandLine.ParameterException if it is no time, or not before the last one
  Optional<Instant> since() {
    Optional<Instant> from = since.map(text -> time("--since", text, 0));
    Optional<Instant> to = until();
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw usage("--since " + since.get() + " is not before --until " + until.get() + ".");
    }
    return from;
  }

  /// The first instant that is wanted no more.
  Optional<Instant> until() {
    return until.map(text -> time("--until", text, 1));
  }

  /// @param daysAfter added to a plain day: 1 makes it reach to its end
  private Instant time(String option, String text, int daysAfter) {
    try {
      return LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException notADay) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw usage(
            option
                + " is \""
                + text
                + "\"; wanted a day such as 2025-01-27 or a time such as 2025-01-27T09:30:00Z.");
      }
    }
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
