package dev.chorus.language.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a model said of labelled posts that had taught it nothing: how far it can be trusted.
///
/// @param classes their names
/// @param answers one a post
public record Trial(List<String> classes, List<Answer> answers) {
  /// More answers than this tell nothing new.
  private static final int MOST = 2_000;

  public Trial {
    classes = List.copyOf(classes);
    if (answers.size() > MOST) {
      List<Answer> all = answers;
      answers =
          IntStream.range(0, MOST)
              .mapToObj(i -> all.get((int) ((long) i * all.size() / MOST)))
              .toList();
    }
    answers = List.copyOf(answers);
    for (Answer answer : answers) {
      if (answer.said().length != classes.size()) {
        throw new IllegalArgumentException("an answer has one probability for each class");
      }
    }
  }

  /// @param right index of the class that the label names
  /// @param said probability of each class
  public record Answer(int right, double[] said) {
    /// Whether the likeliest class was the right one.
    boolean correct() {
      for (double p : said) if (p > said[right]) return false;
      return true;
    }
  }

  /// How many of the posts got the right class, from 0 to 1.
  public double accuracy() {
    return answers.stream().mapToInt(a -> a.correct() ? 1 : 0).average().orElse(0);
  }

  /// As plain values: for each post the right class and then the probabilities.
  public List<List<Number>> toRows() {
    List<List<Number>> rows = new ArrayList<>();
    for (Answer answer : answers) {
      List<Number> row = new ArrayList<>();
      row.add(answer.right());
      // Four digits: the labels are fewer than ten thousand.
      for (double p : answer.said()) row.add(Math.round(p * 1e4) / 1e4);
      rows.add(row);
    }
    return rows;
  }

  /// The other way round.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static Trial ofRows(List<String> classes, Object rows) {
    if (!(rows instanceof List<?> list)) throw new IllegalArgumentException("is no list");
    List<Answer> answers = new ArrayList<>();
    for (Object row : list) {
      if (!(row instanceof List<?> numbers)
          || numbers.size() != classes.size() + 1
          || !numbers.stream().allMatch(Number.class::isInstance)) {
        throw new IllegalArgumentException(
            "holds " + row + "; wanted the right class and " + classes.size() + " probabilities");
      }
      int right = ((Number) numbers.getFirst()).intValue();
      if (right < 0 || right >= classes.size()) {
        throw new IllegalArgumentException("holds " + right + "; wanted the number of a class");
      }
      answers.add(
          new Answer(
              right,
              numbers.stream().skip(1).mapToDouble(n -> ((Number) n).doubleValue()).toArray()));
    }
    return new Trial(classes, answers);
  }
}
