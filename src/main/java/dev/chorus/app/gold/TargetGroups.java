package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.language.Target;
import dev.chorus.source.LabelledReader.Labelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Groups records by the target of their stance.
final class TargetGroups {
  private TargetGroups() {}

  /// The records of files whose records all are about one target, by that target; records that name
  /// none are about the main target of the event. Under no name: the records of files about many
  /// targets. A record that takes several sides counts once for each.
  ///
  /// @param files the records of each file
  /// @throws UserException if only some records of a file have a target
  static Map<Optional<String>, List<Labelled>> of(List<List<Labelled>> files, Event event)
      throws UserException {
    Map<Optional<String>, List<Labelled>> groups = new LinkedHashMap<>();
    for (List<Labelled> file : files) {
      List<Labelled> rows = bySide(file);
      groups.computeIfAbsent(target(rows, event), _ -> new ArrayList<>()).addAll(rows);
    }
    return groups;
  }

  private static List<Labelled> bySide(List<Labelled> file) {
    List<Labelled> rows = new ArrayList<>();
    for (Labelled row : file) {
      if (row.sides().isEmpty() || row.label("stance").isPresent()) rows.add(row);
      else row.sides().forEach(side -> rows.add(row.toward(side)));
    }
    return rows;
  }

  /// The one target of a file; empty where there are several, or no records.
  private static Optional<String> target(List<Labelled> rows, Event event) throws UserException {
    Set<Optional<String>> named = new HashSet<>();
    for (Labelled row : rows) named.add(row.label("target"));
    if (named.size() > 1 && named.contains(Optional.<String>empty())) {
      throw new UserException(
          "Some records of a file have a \"target\" and some have none; wanted one on all of them"
              + " or on none.");
    }
    if (named.size() != 1) return Optional.empty();
    Optional<String> target = named.iterator().next();
    return target.isPresent() ? target : Optional.of(mainTarget(event));
  }

  /// The target of records that name none.
  static String mainTarget(Event event) throws UserException {
    return event
        .mainTarget()
        .map(Target::name)
        .orElseThrow(() -> new UserException("The event has no entity among its targets."));
  }
}
