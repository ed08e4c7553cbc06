package dev.chorus.camp.emergent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The mean of the features of some documents. The product of two means is the average product of
/// their documents, so that average linkage needs nothing else of a group.
///
/// @param members numbers of the documents, ascending
/// @param dense features that every document has: meaning and sides
/// @param words numbers of the words that occur, ascending
/// @param weights of these words
/// @param selves the sum of the products of each document with itself
record Centroid(int[] members, float[] dense, int[] words, float[] weights, double selves) {
  /// Big groups first, so that the most telling are compared where not all can be.
  static final Comparator<Centroid> BIG_FIRST =
      Comparator.comparingInt((Centroid m) -> -m.size()).thenComparingInt(m -> m.members[0]);

  int size() {
    return members.length;
  }

  /// That of one document.
  static Centroid of(int document, float[] dense, int[] words, float[] weights) {
    Centroid bare = new Centroid(new int[] {document}, dense, words, weights, 0);
    return new Centroid(bare.members, dense, words, weights, bare.with(bare));
  }

  /// @param parts at least one; none shares a document with another
  static Centroid of(List<Centroid> parts) {
    if (parts.size() == 1) return parts.getFirst();
    // A sum of floats depends on the order, and the result must not.
    List<Centroid> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(m -> m.members[0]));
    int size = ordered.stream().mapToInt(Centroid::size).sum();
    float[] dense = new float[ordered.getFirst().dense.length];
    Map<Integer, Float> words = new TreeMap<>();
    int[] members = new int[size];
    int filled = 0;
    double selves = 0;
    for (Centroid part : ordered) {
      float share = (float) part.size() / size;
      for (int i = 0; i < dense.length; i++) dense[i] += share * part.dense[i];
      for (int i = 0; i < part.words.length; i++) {
        words.merge(part.words[i], share * part.weights[i], Float::sum);
      }
      System.arraycopy(part.members, 0, members, filled, part.size());
      filled += part.size();
      selves += part.selves;
    }
    Arrays.sort(members);
    int[] numbers = words.keySet().stream().mapToInt(Integer::intValue).toArray();
    float[] weights = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) weights[i] = words.get(numbers[i]);
    return new Centroid(members, dense, numbers, weights, selves);
  }

  /// How alike a document of one and a document of the other are on average.
  double with(Centroid other) {
    double product = 0;
    for (int i = 0; i < dense.length; i++) product += (double) dense[i] * other.dense[i];
    int j = 0;
    for (int i = 0; i < words.length; i++) {
      while (j < other.words.length && other.words[j] < words[i]) j++;
      if (j < other.words.length && other.words[j] == words[i]) {
        product += (double) weights[i] * other.weights[j];
      }
    }
    return product;
  }

  /// How alike two documents of it are on average; 1 if there is only one.
  double cohesion() {
    int n = size();
    if (n == 1) return 1;
    return (with(this) * n * n - selves) / ((double) n * (n - 1));
  }
}
