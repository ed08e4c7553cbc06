package dev.chorus.source.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in the styles that files have them: nobody's program writes them all alike, and
/// spreadsheets rewrite them. UTC where no zone is given. A day whose number may be its month's
/// (`03/02/2025`) is not guessed: whoever has seen the whole column says the order.
public final class Times {
  /// Examples of times, for messages.
  public static final String WANTED =
      "a time such as 2025-01-27T09:30:00Z, 2025-01-27 09:30 or 1737970200";

  private static final Pattern EPOCH = Pattern.compile("(-?[0-9]{9,19})(?:\\.([0-9]*))?");

  /// Such as `20250127`, `20250127T140500Z`, `20250127140500`.
  private static final Pattern COMPACT =
      Pattern.compile(
          "((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?:[T"
              + " _]?([0-2][0-9][0-5][0-9](?:[0-5][0-9])?)(Z?))?");

  private static final Pattern NUMERIC =
      Pattern.compile("(?<![0-9])([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9])");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9])");

  /// Such as `2025年1月27日`, with the clock behind.
  private static final Pattern EAST_ASIAN =
      Pattern.compile("([0-9]{4})\\s*[年년]\\s*([0-9]{1,2})\\s*[月월]\\s*([0-9]{1,2})\\s*[日일]");

  private static final String ZONE =
      "(?:UTC|GMT)?\\s*[+-][0-9]{1,2}:?(?:[0-9]{2})?|Z|[A-Za-z]{2,5}";

  private static final Pattern CLOCK =
      Pattern.compile(
          "([0-9]{1,2})(?:[:.h]([0-9]{2})(?:[:.m]([0-9]{2})s?(?:[.,]([0-9]{1,9}))?)?)?"
              + "\\s*([AaPp]\\.?\\s?[Mm]\\.?)?\\s*("
              + ZONE
              + ")?");

  /// Clock and zone within other words; the clock needs its minutes or its half of the day.
  private static final Pattern CLOCK_WITHIN =
      Pattern.compile(
          "(?<![0-9:.])[0-9]{1,2}(?:[:h][0-9]{2}|\\.[0-9]{2}(?!\\.?[0-9]))(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
              + "(?:\\s*[AaPp]\\.?\\s?[Mm]\\b\\.?)?|(?<![0-9])[0-9]{1,2}\\s*[AaPp]\\.?[Mm]\\b\\.?");

  private static final Pattern ZONE_WITHIN =
      Pattern.compile("(?:\\b(?:UTC|GMT)\\s*|(?<![0-9A-Za-z]))[+-][0-9]{2}:?[0-9]{2}\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+|[0-9]+");

  /// Words that say nothing: `at` and its like in other languages.
  private static final Pattern FILLER =
      Pattern.compile(
          "at|on|um|uhr|de|del|à|a|le|of|the|th|st|nd|rd|alle|às|klo|h|o|er|ore|kl|den");

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    months("january february march april may june july august september october november december");
    months("januar februar märz april mai juni juli august september oktober november dezember");
    months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    months(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre");
    months(
        "januari februari maart april mei juni juli augustus september oktober november december");
    MONTHS.put("mrz", 3);
    MONTHS.put("juil", 7);
    MONTHS.put("sept", 9);
  }

  /// Whole names, and their first three letters where these mean one month only.
  private static void months(String names) {
    int month = 0;
    for (String name : names.split(" ")) {
      month++;
      MONTHS.putIfAbsent(name, month);
      if (name.length() > 4) MONTHS.putIfAbsent(name.substring(0, 4), month);
      if (!name.startsWith("juin") && !name.startsWith("juil")) {
        MONTHS.putIfAbsent(name.substring(0, 3), month);
      }
    }
  }

  /// First letters of the days of the week, in the same languages.
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "mon(day)?|tues?(day)?|wed(nesday)?|thu(rs?)?(day)?|fri(day)?|sat(urday)?|sun(day)?"
              + "|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend"
              + "|sonntag|lun(di|es|edì|edi)?|mar(di|tes|tedì)|mer(credi|coledì)?|mi[ée]r?(coles)?|jeu(di)?|jue(ves)?"
              + "|gio(vedì)?|ven(dredi|erdì)?|vie(rnes)?|sam(edi)?|s[áa]b(ado|ato)?|dim(anche)?|dom(ingo|enica)?"
              + "|segunda|terça|quarta|quinta|sexta|feira|seg|ter|qua|qui|sex"
              + "|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|wo|vr|za|zo");

  /// Zones by the names that programs and people write. Those that stand for several zones
  /// are taken as the one that English texts mean.
  private static final Map<String, String> ZONES = new HashMap<>();

  static {
    zones("UTC GMT Z UT WET ZULU", "+00:00");
    zones("CET BST WEST MEZ", "+01:00");
    zones("CEST EET MESZ SAST", "+02:00");
    zones("EEST MSK", "+03:00");
    zones("IST", "+05:30");
    zones("PKT", "+05:00");
    zones("WIB ICT", "+07:00");
    zones("HKT SGT AWST PHT MYT", "+08:00");
    zones("JST KST", "+09:00");
    zones("AEST", "+10:00");
    zones("AEDT", "+11:00");
    zones("NZST", "+12:00");
    zones("NZDT", "+13:00");
    zones("BRT ART ADT", "-03:00");
    zones("AST EDT", "-04:00");
    zones("EST CDT COT PET", "-05:00");
    zones("CST MDT", "-06:00");
    zones("MST PDT", "-07:00");
    zones("PST AKDT", "-08:00");
    zones("AKST", "-09:00");
    zones("HST", "-10:00");
    // Winter and summer time.
    zones("ET", "America/New_York");
    zones("CT", "America/Chicago");
    zones("PT", "America/Los_Angeles");
  }

  private static void zones(String names, String offset) {
    for (String name : names.split(" ")) ZONES.put(name, offset);
  }

  /// Days since the end of 1899, as spreadsheets count them.
  private static final Pattern SERIAL = Pattern.compile("([2-6][0-9]{4})(?:[.,]([0-9]+))?");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009]+");

  private static final Pattern FOR_PEOPLE = Pattern.compile("\\s*(?:\\([^)]*\\)|\\[[^]]*])$");

  private static final Pattern AROUND_CLOCK =
      Pattern.compile("^(?:[T,·|–-]|at\\b|um\\b)+\\s*|[,·|–-]+$|(?i:\\buhr\\b)");

  private static final Pattern ONE_WORD = Pattern.compile("\\p{L}+\\.?,?");

  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile("^(?i:" + WEEKDAY.pattern() + ")[.,]? +");

  private static final Pattern OFFSET_AND_NAME =
      Pattern.compile("([+-][0-9]{2}:?[0-9]{2}) [A-Z]{2,5}$");

  private static final Pattern HALF_FIRST = Pattern.compile("^(AM|PM)\\s+(.*)$");

  private Times() {}

  /// A day that could be two; the message says which, in words that go behind "wanted".
  public static final class Ambiguous extends DateTimeException {
    private static final long serialVersionUID = 1L;

    Ambiguous(LocalDate one, LocalDate other) {
      super(
          "the year first, or --dates day-first or --dates month-first, as this may be "
              + one
              + " or "
              + other);
    }
  }

  /// @throws Ambiguous if it could be two days
  /// @throws DateTimeException if no style fits
  public static Instant parse(String text) {
    return parse(text, DayOrder.UNKNOWN);
  }

  /// @throws Ambiguous if it could be two days and the order is not known
  /// @throws DateTimeException if no style fits
  public static Instant parse(String text, DayOrder order) {
    String s = SPACES.matcher(text.strip()).replaceAll(" ");
    Matcher m;
    if ((m = COMPACT.matcher(s)).matches()) {
      return at(date(m.group(1), m.group(2), m.group(3)), compactClock(m.group(4)));
    }
    if ((m = EPOCH.matcher(s)).matches()) return epoch(m.group(1), m.group(2));
    // What a program adds for people: `(Coordinated Universal Time)`, `[Europe/Berlin]`.
    if (s.endsWith(")") || s.endsWith("]")) s = FOR_PEOPLE.matcher(s).replaceFirst("");
    if ((m = YEAR_FIRST.matcher(s)).find()) {
      // 2025-01-2 has lost its last digit.
      if (m.group(3).startsWith("0") && m.group(4).length() == 1)
        throw new DateTimeException(WANTED);
      return at(date(m.group(1), m.group(3), m.group(4)), around(s, m));
    }
    if ((m = EAST_ASIAN.matcher(s)).find()) {
      String rest =
          around(s, m)
              .replaceAll("[上오][午전]", " AM ")
              .replaceAll("[下오][午후]", " PM ")
              .replaceAll("[時时시]\\s*", ":")
              .replaceAll("[分분]\\s*", "");
      return at(date(m.group(1), m.group(2), m.group(3)), rest);
    }
    if ((m = NUMERIC.matcher(s)).find()) return at(day(m, order), around(s, m));
    return named(s);
  }

  /// What a day in numbers shows of the order in which this column has day and month.
  ///
  /// @return nothing if the text is no such day; [DayOrder#UNKNOWN] if it could be either
  public static Optional<DayOrder> order(String text) {
    Matcher m = NUMERIC.matcher(text);
    if (!m.find() || YEAR_FIRST.matcher(text).find()) return Optional.empty();
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    if (first > 12 && second <= 12) return Optional.of(DayOrder.DAY_FIRST);
    if (second > 12 && first <= 12) return Optional.of(DayOrder.MONTH_FIRST);
    return first <= 12 && first != second ? Optional.of(DayOrder.UNKNOWN) : Optional.empty();
  }

  /// Whether the days stand between dots; where they do, the day comes first.
  public static boolean isDotted(String text) {
    Matcher m = NUMERIC.matcher(text);
    return m.find() && m.group(2).equals(".");
  }

  /// The time that a spreadsheet means by a number of days.
  public static Optional<Instant> serial(String text) {
    Matcher m = SERIAL.matcher(text.strip());
    if (!m.matches()) return Optional.empty();
    double days =
        Double.parseDouble(m.group(2) == null ? m.group(1) : m.group(1) + "." + m.group(2));
    // To the second: a binary fraction of a day is no whole number of them.
    long seconds = Math.round(days * 86_400);
    return Optional.of(
        LocalDate.of(1899, 12, 30).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(seconds));
  }

  /// A day and a time of day from two columns.
  public static String joined(String day, String clock) {
    return day.strip() + " " + clock.strip();
  }

  /// Seconds, milliseconds, microseconds or nanoseconds, by the number of digits.
  private static Instant epoch(String digits, String fraction) {
    Instant time = epochAnyYear(digits, fraction);
    // Other numbers of so many digits are no times.
    if (time.isAfter(LAST_EPOCH)) throw new DateTimeException(WANTED);
    return time;
  }

  private static final Instant LAST_EPOCH = Instant.parse("2200-01-01T00:00:00Z");

  private static Instant epochAnyYear(String digits, String fraction) {
    long number = Long.parseLong(digits);
    int length = digits.startsWith("-") ? digits.length() - 1 : digits.length();
    return switch ((length - 9) / 3) {
      case 0 ->
          Instant.ofEpochSecond(number)
              .plusNanos(fraction == null || fraction.isEmpty() ? 0 : nanos(fraction));
      case 1 -> Instant.ofEpochMilli(number);
      case 2 ->
          Instant.ofEpochSecond(Math.floorDiv(number, 1_000_000))
              .plusNanos(Math.floorMod(number, 1_000_000) * 1_000);
      default ->
          Instant.ofEpochSecond(Math.floorDiv(number, 1_000_000_000))
              .plusNanos(Math.floorMod(number, 1_000_000_000));
    };
  }

  private static int nanos(String fraction) {
    String nine = (fraction + "000000000").substring(0, 9);
    return Integer.parseInt(nine);
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String compactClock(String digits) {
    if (digits == null) return "";
    return digits.replaceAll("([0-9]{2})(?=[0-9])", "$1:");
  }

  /// What stands around the day.
  private static String around(String s, Matcher day) {
    return (s.substring(0, day.start()) + " " + s.substring(day.end()));
  }

  private static LocalDate day(Matcher m, DayOrder order) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    int year = Integer.parseInt(m.group(4));
    // A year of two digits is one of the web's.
    if (m.group(4).length() == 2) year += year >= 90 ? 1900 : 2000;
    if (first > 12 || first == second) return LocalDate.of(year, second, first);
    if (second > 12) return LocalDate.of(year, first, second);
    return switch (order) {
      case DAY_FIRST -> LocalDate.of(year, second, first);
      case MONTH_FIRST -> LocalDate.of(year, first, second);
      case UNKNOWN -> {
        // With dots the day comes first wherever dots are used.
        if (m.group(2).equals(".")) yield LocalDate.of(year, second, first);
        throw new Ambiguous(LocalDate.of(year, second, first), LocalDate.of(year, first, second));
      }
    };
  }

  /// The month in letters, so that nothing is ambiguous.
  private static Instant named(String s) {
    String rest = s;
    String clock = "";
    Matcher m = CLOCK_WITHIN.matcher(rest);
    if (m.find()) {
      clock = m.group();
      rest = around(rest, m);
    }
    m = ZONE_WITHIN.matcher(rest);
    if (!clock.isEmpty() && m.find()) {
      clock += " " + m.group();
      rest = around(rest, m);
    }
    int month = 0;
    int year = -1;
    int day = -1;
    for (m = WORD.matcher(rest); m.find(); ) {
      String word = m.group();
      String lower = word.toLowerCase(Locale.ROOT);
      if (Character.isDigit(word.charAt(0))) {
        if (word.length() == 4 && year < 0) year = Integer.parseInt(word);
        else if (word.length() <= 2 && day < 0) day = Integer.parseInt(word);
        else if (word.length() == 2 && year < 0) year = 2000 + Integer.parseInt(word);
        else throw new DateTimeException(WANTED);
      } else if (MONTHS.containsKey(lower) && month == 0) {
        month = MONTHS.get(lower);
      } else if (!clock.isEmpty() && ZONES.containsKey(word)) {
        clock += " " + word;
      } else if (!WEEKDAY.matcher(lower).matches() && !FILLER.matcher(lower).matches()) {
        throw new DateTimeException(WANTED);
      }
    }
    if (month == 0 || year < 0 || day < 0) throw new DateTimeException(WANTED);
    return at(LocalDate.of(year, month, day), clock);
  }

  /// @param clock time of day and zone, with whatever stands between them and the day
  private static Instant at(LocalDate day, String clock) {
    String bare = clock.strip();
    String s = AROUND_CLOCK.matcher(bare).replaceAll("").strip();
    if (ONE_WORD.matcher(s).matches()) s = "";
    if (s.isEmpty() && bare.equals("T")) throw new DateTimeException(WANTED);
    if (s.isEmpty()) return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (!Character.isDigit(s.charAt(0))) {
      // Weekdays may stand before or behind.
      s = WEEKDAY_BEFORE.matcher(s).replaceFirst("").strip();
      s = HALF_FIRST.matcher(s).replaceFirst("$2 $1");
    }
    // Go and others write offset and name of the zone.
    s = OFFSET_AND_NAME.matcher(s).replaceFirst("$1");
    if (s.matches("[0-9]{6}Z?")) s = compactClock(s.substring(0, 6)) + s.substring(6);
    Matcher m = CLOCK.matcher(s);
    if (!m.matches() || (m.group(2) == null && m.group(5) == null)) {
      throw new DateTimeException(WANTED);
    }
    int hour = Integer.parseInt(m.group(1));
    if (m.group(5) != null) {
      if (hour < 1 || hour > 12) throw new DateTimeException(WANTED);
      hour = hour % 12 + (Character.toLowerCase(m.group(5).charAt(0)) == 'p' ? 12 : 0);
    }
    int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    int nanos = m.group(4) == null ? 0 : nanos(m.group(4));
    // ISO 8601 lets a day end at 24:00, and a minute hold a leap second.
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, Math.min(second, 59), nanos);
    if (second > 60) throw new DateTimeException(WANTED);
    return day.plusDays(midnight ? 1 : 0).atTime(time).atZone(zone(m.group(6))).toInstant();
  }

  private static ZoneId zone(String name) {
    if (name == null) return ZoneOffset.UTC;
    String known = ZONES.get(name.toUpperCase(Locale.ROOT));
    if (known != null) return ZoneId.of(known);
    String offset = name.replaceFirst("^(?:UTC|GMT)\\s*", "");
    if (!offset.matches("[+-].*")) throw new DateTimeException(WANTED);
    Matcher m = Pattern.compile("([+-])([0-9]{1,2}):?([0-9]{2})?").matcher(offset);
    if (!m.matches()) throw new DateTimeException(WANTED);
    int minutes =
        Integer.parseInt(m.group(2)) * 60 + (m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    return ZoneOffset.ofTotalSeconds((m.group(1).equals("-") ? -60 : 60) * minutes);
  }
}
