package dev.chorus.camp.emergent;

import java.util.List;

/// Many means, laid out so that another one is compared with all of them quickly.
final class Centroids {
  private final int count;

  /// One row for each dense feature, so that the inner loop runs over neighbours in memory and the
  /// compiler turns it into vector instructions.
  private final float[][] dense;

  /// For each word, where its entries begin in `holders` and `weights`.
  private final int[] begins;

  private final int[] holders;
  private final float[] weights;

  /// @param words how many there are in all documents
  Centroids(List<Centroid> means, int words) {
    count = means.size();
    dense = new float[means.isEmpty() ? 0 : means.getFirst().dense().length][count];
    begins = new int[words + 1];
    for (int m = 0; m < count; m++) {
      float[] features = means.get(m).dense();
      for (int i = 0; i < features.length; i++) dense[i][m] = features[i];
      for (int word : means.get(m).words()) begins[word + 1]++;
    }
    for (int w = 0; w < words; w++) begins[w + 1] += begins[w];
    holders = new int[begins[words]];
    weights = new float[begins[words]];
    int[] filled = begins.clone();
    for (int m = 0; m < count; m++) {
      Centroid mean = means.get(m);
      for (int i = 0; i < mean.words().length; i++) {
        int at = filled[mean.words()[i]]++;
        holders[at] = m;
        weights[at] = mean.weights()[i];
      }
    }
  }

  /// The product of one mean with each of these.
  float[] with(Centroid one) {
    float[] products = new float[count];
    for (int i = 0; i < dense.length; i++) {
      float feature = one.dense()[i];
      float[] row = dense[i];
      for (int m = 0; m < count; m++) products[m] += feature * row[m];
    }
    for (int i = 0; i < one.words().length; i++) {
      int word = one.words()[i];
      float weight = one.weights()[i];
      for (int at = begins[word]; at < begins[word + 1]; at++) {
        products[holders[at]] += weight * weights[at];
      }
    }
    return products;
  }
}
