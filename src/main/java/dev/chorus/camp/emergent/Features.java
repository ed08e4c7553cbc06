package dev.chorus.camp.emergent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Documents as numbers, so that the product of two says how alike they are.
///
/// Half of it is the cosine of their words, weighted by rarity (tf-idf, each word once), half the
/// cosine of their meanings as seen from the centre of these documents: in a corpus about one event
/// everything is about that event, and only what differs tells. Being on one side adds a little,
/// being on opposite sides takes it away.
final class Features {
  private static final double MEANING = 0.5;
  private static final double SIDE = 0.05;

  /// How many documents at the origin, where the average of all texts is, weigh against the centre
  /// of these: that of a few documents would be in their midst and tear them apart.
  private static final double PRIOR = 20;

  private final List<Centroid> single;
  private final int words;
  private final boolean meant;

  /// @param documents in the order in which they are numbered
  Features(List<ClusteredPost> documents) {
    int n = documents.size();
    int size =
        documents.stream()
            .flatMap(d -> d.vector().stream())
            .mapToInt(v -> v.size())
            .max()
            .orElse(0);
    meant = size > 0;
    List<String> things =
        List.copyOf(
            new TreeSet<>(documents.stream().flatMap(d -> d.sides().keySet().stream()).toList()));
    float[][] meanings = new float[n][size];
    float[][] sides = new float[n][things.size()];
    for (int d = 0; d < n; d++) {
      if (documents.get(d).vector().isPresent()) {
        meanings[d] = documents.get(d).vector().get().toArray();
      }
      for (int t = 0; t < sides[d].length; t++) {
        sides[d][t] = documents.get(d).sides().getOrDefault(things.get(t), 0.0).floatValue();
      }
    }
    center(meanings);
    center(sides);
    Map<String, Integer> holders = new TreeMap<>();
    for (ClusteredPost d : documents) d.words().forEach(w -> holders.merge(w, 1, Integer::sum));
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : holders.keySet()) numbers.put(word, numbers.size());
    words = numbers.size();
    List<Centroid> all = new ArrayList<>();
    for (int d = 0; d < n; d++) {
      scale(meanings[d], MEANING);
      float[] dense = Arrays.copyOf(meanings[d], size + things.size());
      for (int t = 0; t < sides[d].length; t++) {
        dense[size + t] = (float) Math.sqrt(SIDE) * sides[d][t];
      }
      String[] its = documents.get(d).words().stream().sorted().toArray(String[]::new);
      int[] at = new int[its.length];
      float[] weights = new float[its.length];
      for (int i = 0; i < its.length; i++) {
        at[i] = numbers.get(its[i]);
        weights[i] = (float) (1 + Math.log((1.0 + n) / (1 + holders.get(its[i]))));
      }
      scale(weights, meant ? 1 - MEANING : 1);
      all.add(Centroid.of(d, dense, at, weights));
    }
    single = List.copyOf(all);
  }

  /// Each document alone.
  List<Centroid> single() {
    return single;
  }

  /// How many distinct words occur.
  int words() {
    return words;
  }

  /// Whether any document has a meaning beside its words.
  boolean meant() {
    return meant;
  }

  private static void center(float[][] rows) {
    if (rows.length == 0) return;
    double[] center = new double[rows[0].length];
    for (float[] row : rows) for (int i = 0; i < row.length; i++) center[i] += row[i];
    for (int i = 0; i < center.length; i++) center[i] /= rows.length + PRIOR;
    for (float[] row : rows) for (int i = 0; i < row.length; i++) row[i] -= (float) center[i];
  }

  /// Stretches numbers until their square has this size; zeros stay.
  private static void scale(float[] numbers, double square) {
    double now = square(numbers);
    if (now == 0) return;
    float factor = (float) Math.sqrt(square / now);
    for (int i = 0; i < numbers.length; i++) numbers[i] *= factor;
  }

  private static double square(float[] numbers) {
    double square = 0;
    for (float x : numbers) square += (double) x * x;
    return square;
  }
}
