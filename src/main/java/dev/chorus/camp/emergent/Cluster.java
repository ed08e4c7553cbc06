package dev.chorus.camp.emergent;

import java.util.List;

/// Texts that are more like each other than like the rest.
///
/// @param members ids, the ones most like the whole cluster first
/// @param cohesion likeness of two of its texts on average, 1 for a single one; see [Clusterer]
public record Cluster(List<String> members, double cohesion) {
  public Cluster {
    members = List.copyOf(members);
    if (members.isEmpty()) throw new IllegalArgumentException("a cluster without members");
  }

  public int size() {
    return members.size();
  }
}
