package dev.chorus.camp.emergent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds groups of short texts that say the same, as many as there are: average linkage over
/// words and meanings ([Features]), cut at one likeness that holds for every corpus.
///
/// Comparing each two of many documents would take hours and gigabytes. So they are joined in
/// blocks first, up to a likeness that leaves no doubt, then the groups of all blocks
/// (fractionation, Cutting et al. 1992). Centroids say exactly how alike two groups are, so blocks
/// cost little accuracy. Of very many documents a sample is grouped, and the others go to the
/// group that they are most like.
///
/// The same documents give the same clusters, whatever their order.
public final class Clusterer {
  /// Documents compared each with each: 36 MB of numbers.
  private static final int BLOCK = 3_000;

  /// Groups compared each with each when blocks are put together; the smallest ones beyond it only
  /// choose among what has formed.
  private static final int MOST_GROUPS = 4_000;

  /// Documents that form groups; the others choose one.
  private static final int SAMPLE = 20_000;

  /// Likeness on average that makes two groups one. Chosen where both of two public data sets
  /// (short posts, news) have their best clusters, see
  /// docs/decisions/12-emergent-camps.md.
  private static final double LEAST = 0.15;

  /// The same within a block.
  private static final double SURE = 0.25;

  /// By words alone, where nothing has a meaning.
  private static final double LEAST_OF_WORDS = 0.05;

  private static final double SURE_OF_WORDS = 0.10;

  private final Features features;
  private final double least;
  private final double sure;

  private Clusterer(Features features) {
    this.features = features;
    this.least = features.meant() ? LEAST : LEAST_OF_WORDS;
    this.sure = features.meant() ? SURE : SURE_OF_WORDS;
  }

  /// Every document is in exactly one cluster, be it alone; the largest first.
  ///
  /// @param seed decides which documents share a block and are in the sample; below 3,000 documents
  ///     it decides nothing
  /// @throws IllegalArgumentException if two documents have the same id
  public static List<Cluster> cluster(Collection<ClusteredPost> documents, long seed) {
    List<ClusteredPost> sorted =
        documents.stream()
            .sorted(
                Comparator.comparingLong((ClusteredPost d) -> shuffled(d.id(), seed))
                    .thenComparing(ClusteredPost::id))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
        throw new IllegalArgumentException("two documents have the id " + sorted.get(i).id());
      }
    }
    Clusterer clusterer = new Clusterer(new Features(sorted));
    return clusterer.groups().stream()
        .map(group -> clusterer.cluster(group, sorted))
        .sorted(
            Comparator.comparingInt(Cluster::size)
                .reversed()
                .thenComparing(c -> c.members().getFirst()))
        .toList();
  }

  /// An order that has nothing to do with that of the ids.
  private static long shuffled(String id, long seed) {
    long h = seed;
    for (int i = 0; i < id.length(); i++) h = mix(h + id.charAt(i));
    return h;
  }

  /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private List<Centroid> groups() {
    List<Centroid> all = features.single();
    List<Centroid> sample = all.subList(0, Math.min(SAMPLE, all.size()));
    List<Centroid> parts = new ArrayList<>();
    int blocks = Math.ceilDiv(sample.size(), BLOCK);
    for (int b = 0; b < blocks; b++) {
      int from = (int) ((long) sample.size() * b / blocks);
      int to = (int) ((long) sample.size() * (b + 1) / blocks);
      parts.addAll(join(sample.subList(from, to), sure));
    }
    parts.sort(Centroid.BIG_FIRST);
    int compared = Math.min(MOST_GROUPS, parts.size());
    List<Centroid> groups = join(parts.subList(0, compared), least);
    List<Centroid> others = new ArrayList<>(parts.subList(compared, parts.size()));
    others.addAll(all.subList(sample.size(), all.size()));
    return others.isEmpty() ? groups : place(others, groups);
  }

  private List<Centroid> join(List<Centroid> parts, double likeness) {
    Centroids table = new Centroids(parts, features.words());
    float[][] alike = new float[parts.size()][];
    IntStream.range(0, alike.length).parallel().forEach(i -> alike[i] = table.with(parts.get(i)));
    int[] sizes = parts.stream().mapToInt(Centroid::size).toArray();
    return AverageLinkage.groups(alike, sizes, likeness).stream()
        .map(group -> Centroid.of(group.stream().map(parts::get).toList()))
        .toList();
  }

  /// Puts each into the group that it is most like, if it is alike enough; else it stays alone.
  private List<Centroid> place(List<Centroid> others, List<Centroid> groups) {
    List<Centroid> open = groups.stream().filter(g -> g.size() > 1).toList();
    Centroids table = new Centroids(open, features.words());
    int[] chosen =
        others.parallelStream().mapToInt(other -> mostAlike(table.with(other))).toArray();
    List<List<Centroid>> joined = new ArrayList<>();
    for (Centroid group : open) joined.add(new ArrayList<>(List.of(group)));
    List<Centroid> result = new ArrayList<>(groups.stream().filter(g -> g.size() == 1).toList());
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0) result.add(others.get(i));
      else joined.get(chosen[i]).add(others.get(i));
    }
    joined.forEach(group -> result.add(Centroid.of(group)));
    return result;
  }

  private int mostAlike(float[] likeness) {
    int best = -1;
    float most = (float) least;
    for (int g = 0; g < likeness.length; g++) {
      if (likeness[g] > most) {
        best = g;
        most = likeness[g];
      }
    }
    return best;
  }

  private Cluster cluster(Centroid group, List<ClusteredPost> documents) {
    record Member(String id, double likeness) {}
    List<String> ids =
        IntStream.of(group.members())
            .mapToObj(m -> new Member(documents.get(m).id(), features.single().get(m).with(group)))
            .sorted(
                Comparator.comparingDouble(Member::likeness).reversed().thenComparing(Member::id))
            .map(Member::id)
            .toList();
    return new Cluster(ids, group.cohesion());
  }
}
