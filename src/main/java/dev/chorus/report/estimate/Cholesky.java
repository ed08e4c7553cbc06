package dev.chorus.report.estimate;

/// A symmetric positive definite matrix as the product of a lower triangle with its mirror.
final class Cholesky {
  private final double[][] lower;

  Cholesky(double[][] matrix) {
    int n = matrix.length;
    lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double left = matrix[i][j];
        for (int k = 0; k < j; k++) left -= lower[i][k] * lower[j][k];
        if (i != j) {
          lower[i][j] = left / lower[j][j];
        } else if (left > 0) {
          lower[i][i] = Math.sqrt(left);
        } else {
          throw new IllegalArgumentException("the matrix is not positive definite");
        }
      }
    }
  }

  /// The x for which matrix · x = right.
  double[] solve(double[] right) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
      x[i] /= lower[i][i];
    }
    return x;
  }

  double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }
}
