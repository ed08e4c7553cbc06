package dev.chorus.render;

import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The names of the camps of a report, in its order; the unaligned come last.
final class CampNames {
  /// Camps of a list of counts that are named.
  private static final int MOST_COUNTS = 3;

  private final Map<String, Outline.CampName> names = new LinkedHashMap<>();

  CampNames(CampsReport report) {
    for (CampSummary camp : report.camps()) {
      names.put(camp.id(), name(camp, names.size()));
    }
    names.put(report.unaligned().id(), name(report.unaligned(), -1));
  }

  private static Outline.CampName name(CampSummary camp, int colour) {
    return new Outline.CampName(camp.id(), Layout.clean(camp.title()), colour);
  }

  List<Outline.CampName> all() {
    return List.copyOf(names.values());
  }

  /// A camp that the report does not declare is named by its id.
  Outline.CampName of(String id) {
    return names.getOrDefault(id, new Outline.CampName(id, Layout.clean(id), -1));
  }

  String title(String id) {
    return of(id).title();
  }

  /// The largest of some counts, such as `Believers 12, Doubters 3`.
  String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .limit(MOST_COUNTS)
        .map(e -> title(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
