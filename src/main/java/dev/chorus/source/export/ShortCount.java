package dev.chorus.source.export;

import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts as pages show them: `1.2K`, `3,4M`, `12`.
final class ShortCount {
  private static final Pattern SHORT =
      Pattern.compile("([0-9]{1,4})(?:[.,]([0-9]{1,2}))? ?([KMB])");

  private ShortCount() {}

  /// A count from 0; 0 if it is not there.
  static long of(RecordFields record, String key) throws FieldException {
    Optional<String> text =
        record.holds(key, String.class) ? record.text(key).map(String::strip) : Optional.empty();
    if (text.isEmpty()) return record.count(key);
    Matcher m = SHORT.matcher(text.get().toUpperCase(Locale.ROOT));
    if (!m.matches()) return record.count(key);
    String fraction = m.group(2) == null ? "0" : m.group(2);
    int zeros =
        switch (m.group(3)) {
          case "K" -> 3;
          case "M" -> 6;
          default -> 9;
        };
    return new BigDecimal(m.group(1) + "." + fraction)
        .movePointRight(zeros)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
