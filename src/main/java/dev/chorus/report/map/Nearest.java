package dev.chorus.report.map;

import java.util.Arrays;

/// The places of the largest of some numbers, the largest first; of equal ones the first is taken.
final class Nearest {
  private final int[] places;
  private final float[] values;
  private int size;

  /// @param most how many are kept
  Nearest(int most) {
    places = new int[most];
    values = new float[most];
  }

  /// @param without a place that is left out, or -1
  Nearest of(float[] numbers, int without) {
    size = 0;
    for (int place = 0; place < numbers.length; place++) {
      if (place == without) continue;
      if (size < places.length || numbers[place] > values[size - 1]) insert(place, numbers[place]);
    }
    return this;
  }

  private void insert(int place, float value) {
    int at = size < places.length ? size++ : size - 1;
    while (at > 0 && values[at - 1] < value) {
      values[at] = values[at - 1];
      places[at] = places[at - 1];
      at--;
    }
    values[at] = value;
    places[at] = place;
  }

  int size() {
    return size;
  }

  int place(int i) {
    return places[i];
  }

  float value(int i) {
    return values[i];
  }

  int[] places() {
    return Arrays.copyOf(places, size);
  }

  float[] values() {
    return Arrays.copyOf(values, size);
  }
}
