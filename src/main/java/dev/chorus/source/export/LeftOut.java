package dev.chorus.source.export;

import dev.chorus.source.format.Results;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts the parts of a record that are no posts and lose no words, such as "somebody joined", so
/// that one remark names them all.
final class LeftOut {
  private final String what;
  private final Map<String, Integer> kinds = new TreeMap<>();

  /// @param what the name of such a part, such as `service message`
  LeftOut(String what) {
    this.what = what;
  }

  void add(String kind) {
    kinds.merge(kind, 1, Integer::sum);
  }

  /// Gives the remark, if there is something to say.
  void tell(Results results) {
    if (kinds.isEmpty()) return;
    int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
    results.remark(
        String.format(
            Locale.ENGLISH,
            "%,d %s%s no post: %s.",
            all,
            what,
            all == 1 ? " is" : "s are",
            kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "))));
  }
}
