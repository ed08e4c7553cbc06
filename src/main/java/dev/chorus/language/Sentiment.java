package dev.chorus.language;

/// How a text feels: a probability for each [Mood], which add up to 1.
public record Sentiment(double negative, double neutral, double positive) {
  public Sentiment {
    double sum = negative + neutral + positive;
    if (!(negative >= 0 && neutral >= 0 && positive >= 0 && Math.abs(sum - 1) < 1e-6)) {
      throw new IllegalArgumentException(
          "not probabilities: " + negative + ", " + neutral + ", " + positive);
    }
  }

  /// The likeliest mood; on a tie the milder one.
  public Mood label() {
    if (neutral >= negative && neutral >= positive) return Mood.NEUTRAL;
    return positive >= negative ? Mood.POSITIVE : Mood.NEGATIVE;
  }

  /// Positive minus negative probability, from -1 to 1.
  public double score() {
    return positive - negative;
  }
}
