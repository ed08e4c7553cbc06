package dev.chorus.render;

import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of the camps of a report, in its order; the unaligned come last.
final class CampNames {
  /// Camps of a list of counts that are named.
  private static final int MOST_COUNTS = 3;

  private final Map<String, Outline.CampName> names = new LinkedHashMap<>();

  CampNames(CampsReport report) {
    for (CampSummary camp : report.camps()) {
      names.put(camp.id(), name(camp));
    }
    names.put(report.unaligned().id(), name(report.unaligned()));
  }

  private static Outline.CampName name(CampSummary camp) {
    return new Outline.CampName(camp.id(), Layout.clean(camp.title()), camp.number());
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
  ///
  /// @param key of the figures
  Text counts(String key, Map<String, Integer> counts) {
    Text text =
        Text.join(
            Sign.LIST,
            counts.entrySet().stream()
                .limit(MOST_COUNTS)
                .map(
                    e ->
                        Text.of(title(e.getKey()) + " ")
                            .plus(Text.figure(key + "." + e.getKey(), Phrases.count(e.getValue()))))
                .toList());
    int more = counts.size() - MOST_COUNTS;
    return more > 0
        ? text.plus(" and ").plus(Text.figure(key + ".more", Phrases.count(more))).plus(" more")
        : text;
  }
}
