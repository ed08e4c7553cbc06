package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Placed;
import dev.chorus.camp.emergent.Cluster;
import dev.chorus.camp.emergent.ClusteredPost;
import dev.chorus.camp.emergent.Clusterer;
import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.source.LabelledReader.Labelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Clusters posts, those of each target by themselves, and compares the clusters with groups made
/// by hand.
final class ClusterJudge {
  private static final String NO_TARGET = "all";

  private final List<Labelled> rows;
  private final Map<String, List<Integer>> targets = new LinkedHashMap<>();

  /// @throws UserException if a record belongs to no group, or if two have one id
  ClusterJudge(List<Labelled> rows) throws UserException {
    this.rows = rows;
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      group(rows.get(i));
      String id = rows.get(i).post().id();
      if (!ids.add(id)) {
        throw new UserException("Two records have the id \"" + id + "\"; wanted one each.");
      }
      targets
          .computeIfAbsent(rows.get(i).label("target").orElse(NO_TARGET), _ -> new ArrayList<>())
          .add(i);
    }
  }

  private static String group(Labelled row) throws UserException {
    return GoldLabels.required(row, label -> label, "cluster", "label");
  }

  /// @param placed the records, analysed, in their order
  /// @return by target, or under `all` where a record names none
  SortedMap<String, ClusterEvaluation> evaluate(List<Placed> placed, long seed)
      throws UserException {
    SortedMap<String, ClusterEvaluation> evaluations = new TreeMap<>();
    for (var target : targets.entrySet()) {
      List<ClusteredPost> documents = new ArrayList<>();
      for (int row : target.getValue()) documents.add(ClusteredPost.of(placed.get(row).reaction()));
      Map<String, String> found = new HashMap<>();
      for (Cluster cluster : Clusterer.cluster(documents, seed)) {
        for (String id : cluster.members()) found.put(id, cluster.members().getFirst());
      }
      List<String> right = new ArrayList<>();
      List<String> given = new ArrayList<>();
      for (int row : target.getValue()) {
        right.add(group(rows.get(row)));
        given.add(found.get(rows.get(row).post().id()));
      }
      evaluations.put(target.getKey(), ClusterEvaluation.of(right, given));
    }
    return evaluations;
  }
}
