package dev.chorus.language;

import java.util.Arrays;

/// The meaning of a text as a point on the unit sphere. Immutable, equal by value.
public final class Vector {
  private final float[] values;

  private Vector(float[] values) {
    this.values = values;
  }

  /// Scales `values` to length 1.
  ///
  /// @throws IllegalArgumentException if all are zero or one is not finite
  public static Vector ofDirection(float[] values) {
    double squares = 0;
    for (float v : values) squares += (double) v * v;
    if (!(squares > 0 && Double.isFinite(squares))) {
      throw new IllegalArgumentException("a vector without a direction");
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) unit[i] = (float) (values[i] / length);
    return new Vector(unit);
  }

  /// Takes values that have length 1 already, as [#toArray] gave them, bit for bit.
  public static Vector ofUnit(float[] unit) {
    return new Vector(unit.clone());
  }

  public int size() {
    return values.length;
  }

  public float get(int i) {
    return values[i];
  }

  /// Cosine of the angle between the two, from -1 to 1.
  public double cosine(Vector other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "vectors of " + values.length + " and " + other.values.length + " numbers");
    }
    // Four sums that do not wait for each other: a post is compared with hundreds of statements.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += (double) values[i] * other.values[i];
      b += (double) values[i + 1] * other.values[i + 1];
      c += (double) values[i + 2] * other.values[i + 2];
      d += (double) values[i + 3] * other.values[i + 3];
    }
    for (; i < values.length; i++) a += (double) values[i] * other.values[i];
    return a + b + c + d;
  }

  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector v && Arrays.equals(values, v.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
