package dev.chorus.language.head;

import dev.chorus.language.Vector;
import java.util.ArrayList;
import java.util.List;

/// Example statements as vectors, and how close a text comes to them.
public final class Statements {
  /// How many of the closest statements count: more than one, so that a single odd statement does
  /// not decide; few, so that a camp may hold many different things.
  private static final int NEAREST = 3;

  /// What an analysis without an encoder compares posts with.
  public static final Statements NONE = new Statements(List.of(), List.of());

  private final List<String> texts;
  private final List<Vector> vectors;

  public Statements(List<String> texts, List<Vector> vectors) {
    this.texts = List.copyOf(texts);
    this.vectors = List.copyOf(vectors);
  }

  public boolean isEmpty() {
    return vectors.isEmpty();
  }

  public List<Vector> vectors() {
    return vectors;
  }

  public String text(int index) {
    return texts.get(index);
  }

  /// How close a text comes.
  ///
  /// @param nearest mean cosine of the three closest statements
  /// @param best cosine of the closest
  /// @param mean cosine, averaged over all
  /// @param closest index of the closest statement
  public record Closeness(double nearest, double best, double mean, int closest) {}

  /// @throws IllegalStateException if there is no statement
  public Closeness to(Vector text) {
    if (vectors.isEmpty()) throw new IllegalStateException("no statements");
    double[] cosines = new double[vectors.size()];
    int closest = 0;
    double sum = 0;
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = text.cosine(vectors.get(i));
      sum += cosines[i];
      if (cosines[i] > cosines[closest]) closest = i;
    }
    double best = cosines[closest];
    java.util.Arrays.sort(cosines);
    int count = Math.min(NEAREST, cosines.length);
    double top = 0;
    for (int i = 0; i < count; i++) top += cosines[cosines.length - 1 - i];
    return new Closeness(top / count, best, sum / cosines.length, closest);
  }

  /// How close its statements come to each other: the mean, over all, of the mean cosine with the
  /// three closest others. With fewer than two there is nothing to compare: -1.
  public double closeness() {
    if (vectors.size() < 2) return -1;
    double sum = 0;
    for (int i = 0; i < vectors.size(); i++) {
      List<Vector> others = new ArrayList<>(vectors);
      Vector one = others.remove(i);
      sum += new Statements(List.of(), others).to(one).nearest();
    }
    return sum / vectors.size();
  }
}
