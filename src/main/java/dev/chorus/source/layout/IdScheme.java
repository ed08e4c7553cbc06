package dev.chorus.source.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the numbers in a column of ids are worth. An id must name one post in all files that will
/// ever be read together.
final class IdScheme {
  /// Digits that a spreadsheet keeps; it writes zeros for the others.
  private static final int KEPT_DIGITS = 15;

  private static final Pattern SHORTENED = Pattern.compile("[0-9][.,][0-9]*[eE]\\+?[0-9]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /// From so many digits on, numbers are given by platforms; people and tools count from 1.
  private static final int PLATFORM_DIGITS = 7;

  /// Whole numbers up to here are exact in a floating-point number.
  private static final BigInteger EXACT = BigInteger.TWO.pow(53);

  private static final Pattern COUNTED =
      Pattern.compile("(?i)(?:row|line|item|record|index|no|nr|#)?[-_. ]?([0-9]{1,9})(?:\\.0)?");

  /// The id in the address of a post.
  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "https?://[^/]+/.*?(?:status(?:es)?|posts?|video|comments|t)/([0-9]{9,25})(?:[/?#].*)?");

  private IdScheme() {}

  /// Whether digits of the numbers are lost: a spreadsheet or a program without long numbers has
  /// cut them off.
  static boolean isRounded(List<String> ids) {
    int looked = 0;
    int cut = 0;
    int inexact = 0;
    int large = 0;
    for (String id : ids) {
      looked++;
      String s = id.strip();
      if (SHORTENED.matcher(s).matches()) {
        cut++;
        continue;
      }
      s = s.replaceFirst("\\.0$", "");
      if (!DIGITS.matcher(s).matches() || s.length() <= KEPT_DIGITS + 1) continue;
      large++;
      if (s.substring(KEPT_DIGITS).matches("0+")) cut++;
      BigInteger number = new BigInteger(s);
      if (number.compareTo(EXACT) > 0
          && number.getLowestSetBit() >= number.bitLength() - EXACT.bitLength() + 1) {
        inexact++;
      }
    }
    // By chance one of 256 long numbers is a floating-point number, too.
    return cut * 2 > looked || (large >= 3 && inexact == large) || (cut > 1 && cut * 5 >= looked);
  }

  /// Whether one value alone has lost its last digits for certain.
  static boolean isShortened(String id) {
    return SHORTENED.matcher(id.strip()).matches();
  }

  /// Whether the ids are evidently those of a platform, and so different in every file.
  static boolean isNative(List<String> ids) {
    long counted = ids.stream().filter(id -> COUNTED.matcher(id.strip()).matches()).count();
    if (counted * 2 <= ids.size()) return true;
    long longOnes =
        ids.stream()
            .map(id -> COUNTED.matcher(id.strip()))
            .filter(m -> m.matches() && m.group(1).length() >= PLATFORM_DIGITS)
            .count();
    return longOnes * 2 > ids.size() && !isCounting(ids);
  }

  /// Whether the numbers count the rows: each is one more or less than that before.
  static boolean isCounting(List<String> ids) {
    long before = Long.MIN_VALUE;
    int steps = 0;
    int pairs = 0;
    for (String id : ids) {
      Matcher m = COUNTED.matcher(id.strip());
      long number = m.matches() ? Long.parseLong(m.group(1)) : Long.MIN_VALUE;
      if (before != Long.MIN_VALUE && number != Long.MIN_VALUE) {
        pairs++;
        if (Math.abs(number - before) == 1) steps++;
      }
      before = number;
    }
    if (pairs == 0) return ids.size() == 1 && !ids.getFirst().strip().matches("[0-9]{7,}");
    return steps * 10 >= pairs * 8;
  }

  /// The id that the address of a post holds.
  static Optional<String> inAddress(String url) {
    Matcher m = IN_ADDRESS.matcher(url.strip());
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static final Pattern MIXED =
      Pattern.compile("(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[0-9A-Za-z]+");

  /// What kind of words and numbers an id is made of; a platform's prefix such as `t1_` is no part.
  static String shape(String id) {
    String bare = id.strip().replaceFirst("^t[1-6]_", "");
    return MIXED
        .matcher(bare.replaceAll("(?<=[0-9])\\.0$", ""))
        .replaceAll("w")
        .replaceAll("[0-9]+", "#")
        .replaceAll("[A-Za-z]+", "a");
  }
}
