package dev.chorus.render;

import dev.chorus.index.query.ScoreReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Why a hit has its score, in words.
final class Reasons {
  private static final int DECIMALS = 2;

  private Reasons() {}

  /// The score as a sum. Each summand is rounded so that what is printed adds up to what is
  /// printed; none is off by more than one in the last place.
  static Text sum(List<ScoreReason> reasons) {
    Text parts = Text.EMPTY;
    double exact = 0;
    BigDecimal printed = BigDecimal.ZERO.setScale(DECIMALS);
    for (ScoreReason reason : reasons) {
      exact += reason.points();
      BigDecimal points = round(exact).subtract(printed);
      printed = printed.add(points);
      parts = parts.plus((parts.isEmpty() ? "" : " + ") + points + " ").plus(what(reason));
    }
    return Text.of("score " + printed + " = ").plus(parts);
  }

  private static BigDecimal round(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static Text what(ScoreReason reason) {
    return switch (reason) {
      case ScoreReason.Said said ->
          Text.of("for ")
              .plus(Text.quoted(said.word()))
              .plus(" (said " + times(said.times()) + ", by " + Phrases.count(said.posts()))
              .plus(" of " + Phrases.count(said.of(), "post", "posts") + ")");
      case ScoreReason.Length length ->
          Text.of("for a length of " + Phrases.count(length.words(), "word", "words"));
      case ScoreReason.Met met -> Text.of("for ").plus(Text.quoted(met.condition()));
      case ScoreReason.Meaning _ -> Text.of("for its meaning (the cosine with the query's)");
      case ScoreReason.Stretched stretched ->
          Text.of("for its place between " + round(stretched.least()))
              .plus(" and " + round(stretched.most()) + " (")
              .plus(sum(stretched.parts()))
              .plus(")");
    };
  }

  private static String times(int times) {
    return switch (times) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> Phrases.count(times) + " times";
    };
  }
}
