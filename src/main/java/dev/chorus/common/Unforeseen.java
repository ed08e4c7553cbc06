package dev.chorus.common;

import java.util.Optional;
import java.util.stream.Stream;

/// Words for a fault of Chorus that costs one record and must not cost the others.
public final class Unforeseen {
  private static final String OURS = "dev.chorus.";

  private Unforeseen() {}

  /// Whether one record can have caused it: not so what the next record meets as well, such as too
  /// little memory or a class that is not there.
  public static boolean isOfOneRecord(Throwable fault) {
    if (fault instanceof Halt) return false;
    return fault instanceof Exception || fault instanceof StackOverflowError;
  }

  /// What happened and where, for whoever is to mend it: on one line, without a full stop.
  public static String describe(Throwable fault) {
    StringBuilder text = new StringBuilder(fault.getClass().getSimpleName());
    if (fault.getMessage() != null) {
      text.append(": ").append(fault.getMessage().strip().replaceAll("\\s+", " "));
    }
    place(fault).ifPresent(place -> text.append(", at ").append(place));
    return text.toString();
  }

  /// The first line of ours that it passed, else the first of all.
  private static Optional<String> place(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return Stream.of(trace)
        .filter(line -> line.getClassName().startsWith(OURS))
        .findFirst()
        .or(() -> Stream.of(trace).findFirst())
        .map(line -> line.getFileName() + ":" + line.getLineNumber());
  }
}
