package dev.chorus.report.map;

/// The two directions in which landmarks differ most, by repeated multiplication (orthogonal
/// iteration).
final class PrincipalPlane {
  private static final int ROUNDS = 30;

  private PrincipalPlane() {}

  /// @return for each of two directions the place of each landmark along it; zeros where they do
  ///     not differ
  static double[][] of(Landmarks landmarks) {
    double[][] directions = new double[2][landmarks.numbers()];
    for (int d = 0; d < landmarks.numbers(); d++) {
      directions[0][d] = 1 + d % 7;
      directions[1][d] = 1 - d % 5;
    }
    double[][] places = new double[2][];
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < 2; p++) places[p] = along(landmarks, directions[p]);
      for (int p = 0; p < 2; p++) directions[p] = back(landmarks, places[p]);
      scale(directions[0]);
      double common = 0;
      for (int d = 0; d < landmarks.numbers(); d++) common += directions[0][d] * directions[1][d];
      for (int d = 0; d < landmarks.numbers(); d++) directions[1][d] -= common * directions[0][d];
      scale(directions[1]);
    }
    for (int p = 0; p < 2; p++) places[p] = along(landmarks, directions[p]);
    return places;
  }

  private static double[] along(Landmarks landmarks, double[] direction) {
    double[] places = new double[landmarks.size()];
    for (int d = 0; d < direction.length; d++) {
      float[] values = landmarks.at(d);
      double by = direction[d];
      for (int i = 0; i < places.length; i++) places[i] += by * values[i];
    }
    return places;
  }

  private static double[] back(Landmarks landmarks, double[] places) {
    double[] direction = new double[landmarks.numbers()];
    for (int d = 0; d < direction.length; d++) {
      float[] values = landmarks.at(d);
      double sum = 0;
      for (int i = 0; i < places.length; i++) sum += places[i] * values[i];
      direction[d] = sum;
    }
    return direction;
  }

  private static void scale(double[] direction) {
    double squares = 0;
    for (double value : direction) squares += value * value;
    if (!(squares > 0)) return;
    double length = Math.sqrt(squares);
    for (int d = 0; d < direction.length; d++) direction[d] /= length;
  }
}
