package dev.chorus.render;

import dev.chorus.index.query.ScoreReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Why a hit has its score, in words.
final class ReasonText {
  private static final int DECIMALS = 2;

  private ReasonText() {}

  /// The score as a sum. Each summand is rounded so that what is printed adds up to what is
  /// printed; none is off by more than one in the last place.
  static String sum(List<ScoreReason> reasons, Terminal terminal) {
    List<String> parts = new ArrayList<>();
    double exact = 0;
    BigDecimal printed = BigDecimal.ZERO.setScale(DECIMALS);
    for (ScoreReason reason : reasons) {
      exact += reason.points();
      BigDecimal points = round(exact).subtract(printed);
      printed = printed.add(points);
      parts.add(points + " " + what(reason, terminal));
    }
    return "score " + printed + " = " + String.join(" + ", parts);
  }

  private static BigDecimal round(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static String what(ScoreReason reason, Terminal terminal) {
    return switch (reason) {
      case ScoreReason.Said said ->
          "for "
              + quoted(said.word(), terminal)
              + " (said "
              + times(said.times())
              + ", by "
              + Phrases.count(said.posts())
              + " of "
              + Phrases.count(said.of(), "post", "posts")
              + ")";
      case ScoreReason.Length length ->
          "for a length of " + Phrases.count(length.words(), "word", "words");
      case ScoreReason.Met met -> "for " + quoted(met.condition(), terminal);
      case ScoreReason.Meaning _ -> "for its meaning (the cosine with the query's)";
      case ScoreReason.Stretched stretched ->
          "for its place between "
              + round(stretched.least())
              + " and "
              + round(stretched.most())
              + " ("
              + sum(stretched.parts(), terminal)
              + ")";
    };
  }

  private static String times(int times) {
    return switch (times) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> Phrases.count(times) + " times";
    };
  }

  private static String quoted(String text, Terminal terminal) {
    return terminal.either("“", "\"") + Layout.clean(text) + terminal.either("”", "\"");
  }
}
