package dev.chorus.render;

import dev.chorus.flood.Family;
import dev.chorus.language.About;
import dev.chorus.post.Author;
import dev.chorus.post.Note;
import dev.chorus.report.CampsReport;
import dev.chorus.report.estimate.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Figures, dates and names as readers write them.
final class Phrases {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private Phrases() {}

  static String count(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  static String percent(double share) {
    if (share > 0 && share < 0.005) return "<1%";
    return Math.round(share * 100) + "%";
  }

  /// Such as `22% (19–25)`.
  static String share(Share share, Terminal terminal) {
    return percent(share.estimate())
        + " ("
        + Math.round(share.low() * 100)
        + terminal.either("–", "-")
        + Math.round(share.high() * 100)
        + ")";
  }

  /// A score with its sign; the minus is the wide one where it can be shown.
  static String signed(double score, Terminal terminal) {
    String digits = String.format(Locale.ENGLISH, "%.2f", Math.abs(score));
    if (digits.equals("0.00")) return " 0.00";
    return (score < 0 ? terminal.either("−", "-") : "+") + digits;
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  /// A day, with the hour unless it is midnight; UTC.
  static String moment(Instant time) {
    int hour = time.atOffset(ZoneOffset.UTC).getHour();
    return time.atOffset(ZoneOffset.UTC).format(DAY) + (hour == 0 ? "" : " " + hour + ":00 UTC");
  }

  /// A rate with as many digits as tell something.
  static String rate(double rate) {
    return rate < 10 ? String.format(Locale.ENGLISH, "%.1f", rate) : count(Math.round(rate));
  }

  static String date(Instant time) {
    return date(time.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  static String date(LocalDate day) {
    return day.format(DATE);
  }

  /// A stretch of time, as short as it can be said.
  static String range(Instant first, Instant last, Terminal terminal) {
    LocalDate from = first.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate to = last.atOffset(ZoneOffset.UTC).toLocalDate();
    String dash = terminal.either(" – ", " - ");
    if (from.equals(to)) return from.format(DATE);
    return (from.getYear() == to.getYear() ? from.format(DAY) : from.format(DATE))
        + dash
        + to.format(DATE);
  }

  /// How large a corpus is, such as `1,200 posts, 950 reactions counted by 700 authors`.
  static String corpus(CampsReport.Corpus corpus) {
    String counted =
        corpus.others().isEmpty()
            ? count(corpus.counted())
            : count(corpus.counted(), "reaction", "reactions");
    return count(corpus.posts(), "post", "posts")
        + (corpus.counted() == corpus.posts() ? "" : ", " + counted + " counted")
        + " by "
        + count(corpus.authors(), "author", "authors");
  }

  /// What is known of copies of one text.
  static String family(Family family, Terminal terminal) {
    String text =
        count(family.posts(), "post", "posts")
            + " of one text by "
            + count(family.authors(), "author", "authors");
    if (family.first().isEmpty()) return text;
    return text + ", " + range(family.first().get(), family.last().orElseThrow(), terminal);
  }

  /// The mark of coordinated copies, with what it says; nothing for others.
  static String coordinated(Family family) {
    if (!family.coordinated()) return "";
    return "; coordinated: at least "
        + Family.COORDINATED_AUTHORS
        + " authors within "
        + Family.COORDINATED_WITHIN.toMinutes()
        + " minutes";
  }

  /// Name and role, such as `Marc Andreessen, venture capitalist`.
  static String author(Author author) {
    String name = author.displayName().orElse("unknown author");
    return Layout.clean(author.role().map(r -> name + ", " + r).orElse(name));
  }

  /// Whether a post reacts, such as `a mention: no reaction to the event, 7%`.
  static String about(About about) {
    String what =
        switch (about.kind()) {
          case REACTION -> "a reaction to the event";
          case MENTION -> "a mention: no reaction to the event";
          case OFF -> "on another subject: no reaction to the event";
          case FRAGMENT -> "a fragment: no reaction to the event";
          case NOTICE -> "a notice: no reaction to the event";
        };
    return what + ", " + percent(about.event());
  }

  /// So many posts of a kind, such as `2 mentions`.
  static String about(About.Kind kind, int posts) {
    return switch (kind) {
      case REACTION -> count(posts, "reaction", "reactions");
      case MENTION -> count(posts, "mention", "mentions");
      case OFF -> count(posts, "on another subject", "on other subjects");
      case FRAGMENT -> count(posts, "fragment", "fragments");
      case NOTICE -> count(posts, "notice", "notices");
    };
  }

  static String note(Note note) {
    String kind =
        switch (note.kind()) {
          case "community_note" -> "Community Note";
          case "disclosure" -> "Disclosure";
          default -> note.kind().replace('_', ' ');
        };
    String source = note.source().map(s -> " (" + s + ")").orElse("");
    return Layout.clean(kind + ": " + note.text() + source);
  }

  static String list(List<String> items, Terminal terminal) {
    return String.join(terminal.either(" · ", ", "), items);
  }
}
