package dev.chorus.app.verify;

import dev.chorus.app.Reports;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The options of `chorus camps` that change what a report says, as one writes them: with them the
/// report can be made again.
///
/// @param scope what of the index is reported
/// @param compared folder of the index that it is set beside
public record ReportCommand(Reports.Scope scope, Optional<String> compared) {
  private static final String COMMAND = "chorus camps";
  private static final String NAME_AUTHORS = "--name-authors";
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'\\\\'')*)'|([^\\s']+)");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:+-]+");

  /// Such as `chorus camps --since 2025-01-27T00:00:00Z --by day`.
  @Override
  public String toString() {
    StringBuilder command = new StringBuilder(COMMAND);
    scope.since().ifPresent(time -> option(command, "since", time.toString()));
    scope.until().ifPresent(time -> option(command, "until", time.toString()));
    scope.by().ifPresent(part -> option(command, "by", part.id()));
    if (scope.nameAuthors()) command.append(" ").append(NAME_AUTHORS);
    compared.ifPresent(folder -> option(command, "compare", folder));
    return command.toString();
  }

  private static void option(StringBuilder command, String name, String value) {
    String word = PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    command.append(" --").append(name).append(' ').append(word);
  }

  /// Reads what [#toString] writes.
  ///
  /// @return nothing if it is another command, or has an option that this version does not know
  public static Optional<ReportCommand> parse(String command) {
    if (!command.equals(COMMAND) && !command.startsWith(COMMAND + " ")) return Optional.empty();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command).region(COMMAND.length(), command.length());
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1).replace("'\\''", "'"));
    }
    Optional<Instant> since = Optional.empty();
    Optional<Instant> until = Optional.empty();
    Optional<Breakdown.By> by = Optional.empty();
    Optional<String> compared = Optional.empty();
    boolean nameAuthors = words.remove(NAME_AUTHORS);
    if (words.size() % 2 != 0) return Optional.empty();
    try {
      for (int i = 0; i < words.size(); i += 2) {
        String value = words.get(i + 1);
        switch (words.get(i)) {
          case "--since" -> since = Optional.of(Instant.parse(value));
          case "--until" -> until = Optional.of(Instant.parse(value));
          case "--by" -> by = Optional.of(part(value));
          case "--compare" -> compared = Optional.of(value);
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(
            new ReportCommand(new Reports.Scope(since, until, by, nameAuthors), compared))
        .filter(read -> read.toString().equals(command));
  }

  private static Breakdown.By part(String name) {
    for (Breakdown.By part : Breakdown.By.values()) {
      if (part.id().equals(name)) return part;
    }
    throw new IllegalArgumentException(name);
  }

  /// What a report says of its making, for [dev.chorus.render.Claims]: the digest of the posts, the
  /// event, the models and this command.
  public Map<String, String> made(CampsReport report) {
    Map<String, String> run = report.provenance();
    Map<String, String> made = new LinkedHashMap<>();
    made.put("chorus", run.getOrDefault("chorus", ""));
    made.put("index", run.getOrDefault("posts", ""));
    made.put("event", run.getOrDefault("event", ""));
    made.put("models", run.getOrDefault("models", ""));
    made.put("command", toString());
    return made;
  }
}
