package dev.chorus.training;

import edu.stanford.nlp.optimization.DiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;

/// CoreNLP's L-BFGS, as a function. Deterministic: it starts at zero and draws no random numbers.
final class Minimizer {
  private static final double TOLERANCE = 1e-5;
  private static final int MAX_STEPS = 500;

  private Minimizer() {}

  /// A convex loss: the value at `weights`, its slope written into `gradient`.
  interface Loss {
    double at(double[] weights, double[] gradient);
  }

  static double[] minimize(int size, Loss loss) {
    QNMinimizer lbfgs = new QNMinimizer(15);
    lbfgs.shutUp();
    lbfgs.terminateOnMaxItr(MAX_STEPS);
    return lbfgs.minimize(new Function(size, loss), TOLERANCE, new double[size]);
  }

  private static final class Function implements DiffFunction {
    private final Loss loss;
    private final double[] gradient;
    private double[] point;
    private double value;

    Function(int size, Loss loss) {
      this.loss = loss;
      this.gradient = new double[size];
    }

    private void moveTo(double[] x) {
      if (point == null || !java.util.Arrays.equals(point, x)) {
        point = x.clone();
        java.util.Arrays.fill(gradient, 0);
        value = loss.at(point, gradient);
      }
    }

    @Override
    public double valueAt(double[] x) {
      moveTo(x);
      return value;
    }

    @Override
    public double[] derivativeAt(double[] x) {
      moveTo(x);
      return gradient.clone();
    }

    @Override
    public int domainDimension() {
      return gradient.length;
    }
  }
}
