package dev.chorus.report.map;

import java.util.stream.IntStream;

/// How far neighbours on a map are neighbours in meaning (Venna and Kaski 2001): 1 if all are,
/// about
/// 0.5 if places mean nothing.
final class Trustworthiness {
  private Trustworthiness() {}

  /// @param places of the landmarks: all x, then all y
  /// @param neighbours how many of each are looked at; fewer than half of the landmarks
  static double of(Landmarks landmarks, double[][] places, int neighbours) {
    long size = landmarks.size();
    long worst = size * neighbours * (2 * size - 3L * neighbours - 1);
    if (worst <= 0) throw new IllegalArgumentException(size + " are too few");
    long wrong =
        IntStream.range(0, landmarks.size())
            .parallel()
            .mapToLong(i -> wrong(landmarks, places, i, neighbours))
            .sum();
    return 1 - 2.0 * wrong / worst;
  }

  /// By how many ranks the neighbours of one landmark on the map are too far away in meaning.
  private static long wrong(Landmarks landmarks, double[][] places, int i, int neighbours) {
    int size = landmarks.size();
    float[] nearness = new float[size];
    for (int j = 0; j < size; j++) {
      double dx = places[0][i] - places[0][j];
      double dy = places[1][i] - places[1][j];
      nearness[j] = (float) -(dx * dx + dy * dy);
    }
    Nearest shown = new Nearest(neighbours).of(nearness, i);
    float[] cosines = new float[size];
    landmarks.cosines(landmarks.get(i), cosines);
    long wrong = 0;
    for (int k = 0; k < shown.size(); k++) {
      int shownAt = shown.place(k);
      int rank = 1;
      for (int j = 0; j < size; j++) {
        if (j != i && before(cosines, j, shownAt)) rank++;
      }
      wrong += Math.max(0, rank - neighbours);
    }
    return wrong;
  }

  private static boolean before(float[] cosines, int a, int b) {
    return cosines[a] > cosines[b] || (cosines[a] == cosines[b] && a < b);
  }
}
