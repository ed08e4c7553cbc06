package dev.chorus.language.english;

import dev.chorus.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds amounts and prices as posts write them: `$5.6M`, `6 million dollars`, `€200/month`.
final class MoneyFinder {
  /// Thousands with commas, or with spaces as the rest of the world has them.
  private static final String NUMBER =
      "(?:\\d{1,3}(?:["
          + " \\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+(?:,\\d{3})*)(?:\\.\\d+|,\\d{1,2}(?!\\d))?";

  private static final String SCALE =
      "(?:\\s?(?:k|m|mm|mn|mio|b|bn|t|tn)(?![\\p{L}\\p{N}])"
          + "|[\\s-]?(?:thousand|million|billion|trillion)(?!\\p{L}))?";
  private static final String RANGE = "(?:\\s?[-–]\\s?[$€£¥]?" + NUMBER + ")?";
  private static final String UNIT =
      "(?:US dollars?|dollars?|bucks|usd|eur|euros?|yuan|rmb|gbp|pounds)";
  private static final String CODE = "(?:usd|eur|gbp|cny|rmb)";
  private static final String UNIT_PRICE = "(?:/\\p{L}+)?";
  private static final String SIGN_FIRST =
      "(?<![\\p{L}\\p{N}$])(?:US|USD ?)?[$€£¥]\\s?"
          + NUMBER
          + RANGE
          + SCALE
          + "(?:\\s"
          + UNIT
          + "(?!\\p{L}))?"
          + UNIT_PRICE;
  private static final String CODE_FIRST =
      "(?<![\\p{L}\\p{N}$])" + CODE + "\\s?" + NUMBER + RANGE + SCALE + "(?![\\p{L}\\p{N}])";
  private static final String UNIT_LAST =
      "(?<![\\p{L}\\p{N}.,])" + NUMBER + RANGE + SCALE + "[\\s-]?" + UNIT + "(?!\\p{L})";
  private static final String SIGN_LAST =
      "(?<![\\p{L}\\p{N}.,])" + NUMBER + SCALE + "\\s?[$€£](?![\\p{L}\\p{N}])";

  /// Only of money is it said like that; a billion may be parameters.
  private static final String SCALE_ONLY =
      "(?<![\\p{L}\\p{N}.,])"
          + NUMBER
          + "\\s?(?:bn|tn)(?![\\p{L}\\p{N}]|[\\s-](?:param|token|weight|users|people|model))";

  private static final Pattern MONEY =
      Pattern.compile(
          String.join("|", SIGN_FIRST, CODE_FIRST, UNIT_LAST, SIGN_LAST, SCALE_ONLY),
          Pattern.CASE_INSENSITIVE);

  private MoneyFinder() {}

  static List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    for (Matcher m = MONEY.matcher(text); m.find(); ) found.add(new Span(m.start(), m.end()));
    return found;
  }
}
