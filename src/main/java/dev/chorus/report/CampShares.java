package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.language.Trial;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shares of the camps of an event among authors: each has one voice, split evenly over his or her
/// posts.
final class CampShares {
  private final Set<String> camps = new LinkedHashSet<>();
  private final Optional<Trial> trial;

  /// @param trial how the models that placed the posts did on labelled posts
  CampShares(Event event, Optional<Trial> trial) {
    event.camps().forEach(c -> camps.add(c.id()));
    camps.add(Camp.UNALIGNED);
    // Of camps that were declared after the trial it can say nothing.
    this.trial = trial.filter(t -> Set.copyOf(t.classes()).equals(camps));
  }

  /// The trial by which shares are corrected.
  Optional<Trial> trial() {
    return trial;
  }

  /// @param posts that count
  /// @return the share of every camp and of the unaligned; empty below
  ///     [CampsReport#LEAST_AUTHORS] authors
  Map<String, CampsReport.Share> of(Collection<Placed> posts) {
    Map<String, Integer> postsOf = new LinkedHashMap<>();
    posts.forEach(p -> postsOf.merge(author(p), 1, Integer::sum));
    if (postsOf.size() < CampsReport.LEAST_AUTHORS) return Map.of();
    return trial.isPresent() ? corrected(posts, postsOf) : counted(posts, postsOf);
  }

  private Map<String, CampsReport.Share> corrected(
      Collection<Placed> posts, Map<String, Integer> postsOf) {
    List<String> classes = trial.orElseThrow().classes();
    List<CampsReport.Share> corrected =
        ShareEstimate.of(
            trial.get(),
            posts.stream()
                .map(p -> classes.stream().mapToDouble(p.placement()::probability).toArray())
                .toList(),
            posts.stream().mapToDouble(p -> 1.0 / postsOf.get(author(p))).toArray());
    Map<String, CampsReport.Share> shares = new HashMap<>();
    for (int c = 0; c < classes.size(); c++) shares.put(classes.get(c), corrected.get(c));
    return shares;
  }

  private Map<String, CampsReport.Share> counted(
      Collection<Placed> posts, Map<String, Integer> postsOf) {
    List<String> order = List.copyOf(camps);
    Map<String, double[]> voices = new LinkedHashMap<>();
    for (Placed placed : posts) {
      int camp = order.indexOf(placed.placement().camp());
      voices.computeIfAbsent(author(placed), _ -> new double[order.size()])[camp] +=
          1.0 / postsOf.get(author(placed));
    }
    Map<String, CampsReport.Share> shares = new HashMap<>();
    for (int c = 0; c < order.size(); c++) {
      int camp = c;
      shares.put(
          order.get(c),
          Intervals.share(voices.values().stream().mapToDouble(v -> v[camp]).toArray()));
    }
    return shares;
  }

  private static String author(Placed placed) {
    return placed.reaction().post().authorKey();
  }
}
