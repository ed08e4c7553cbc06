package dev.chorus.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds amounts and prices as posts write them: `$5.6M`, `6 million dollars`, `€200/month`.
final class MoneyFinder {
  private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
  private static final String SCALE =
      "(?:\\s?(?:k|m|mm|mn|b|bn|t|tn)(?![\\p{L}\\p{N}])"
          + "|[\\s-]?(?:thousand|million|billion|trillion)(?!\\p{L}))?";
  private static final String UNIT = "(?:US dollars?|dollars?|bucks|usd|euros?|yuan|rmb|pounds)";
  private static final String UNIT_PRICE = "(?:/\\p{L}+)?";
  private static final String SIGN_FIRST =
      "(?<![\\p{L}\\p{N}$])(?:US|USD ?)?[$€£¥]\\s?"
          + NUMBER
          + SCALE
          + "(?:\\s(?:usd|us dollars?)(?!\\p{L}))?"
          + UNIT_PRICE;
  private static final String UNIT_LAST =
      "(?<![\\p{L}\\p{N}.,])" + NUMBER + SCALE + "[\\s-]?" + UNIT + "(?!\\p{L})";
  private static final String SIGN_LAST =
      "(?<![\\p{L}\\p{N}.,])" + NUMBER + "\\s?[$€£](?![\\p{L}\\p{N}])";
  private static final Pattern MONEY =
      Pattern.compile(SIGN_FIRST + "|" + UNIT_LAST + "|" + SIGN_LAST, Pattern.CASE_INSENSITIVE);

  private MoneyFinder() {}

  static List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    for (Matcher m = MONEY.matcher(text); m.find(); ) found.add(new Span(m.start(), m.end()));
    return found;
  }
}
