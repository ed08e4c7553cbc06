package dev.chorus.source.layout;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stars of a review: `4`, `4.5`, `4 stars`, `4/5`, `4 out of 5`, `★★★★☆`.
final class Ratings {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(10|[0-9])(?:[.,]([0-9]{1,2}0*))?\\s*(?:/\\s*(?:5|10)|out of (?:5|10)(?:"
              + " stars)?|(?:von|sur|de) 5|stars?|sterne?n?|★)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STARS = Pattern.compile("([★⭐]{1,5})\\uFE0F?[☆✩]{0,4}");

  private Ratings() {}

  /// @return from 0 to 10; nothing if it is no rating
  static Optional<BigDecimal> parse(String text) {
    String s = text.strip();
    Matcher m = NUMBER.matcher(s);
    if (m.matches()) {
      String fraction = m.group(2);
      BigDecimal value =
          new BigDecimal(fraction == null ? m.group(1) : m.group(1) + "." + fraction);
      BigDecimal bare = value.stripTrailingZeros();
      return value.compareTo(BigDecimal.TEN) > 0
          ? Optional.empty()
          : Optional.of(bare.scale() < 0 ? bare.setScale(0) : bare);
    }
    m = STARS.matcher(s);
    return m.matches() ? Optional.of(BigDecimal.valueOf(m.group(1).length())) : Optional.empty();
  }
}
