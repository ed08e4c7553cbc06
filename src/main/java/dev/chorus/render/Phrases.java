package dev.chorus.render;

import dev.chorus.flood.Family;
import dev.chorus.language.About;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.report.CampsReport;
import dev.chorus.report.estimate.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Figures, dates and names as readers write them.
public final class Phrases {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  /// What posts are called that fit no camp.
  static final String UNALIGNED = "Unaligned";

  private Phrases() {}

  public static String count(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  public static String percent(double share) {
    if (share > 0 && share < 0.005) return "<1%";
    return Math.round(share * 100) + "%";
  }

  /// Such as `22% (19–25)`.
  static Text share(Share share) {
    return Text.of(percent(share.estimate()) + " ").plus(interval(share));
  }

  /// Such as `(19–25)`, in percent.
  public static Text interval(Share share) {
    return Text.of("(" + Math.round(share.low() * 100))
        .plus(Sign.RANGE)
        .plus(Math.round(share.high() * 100))
        .plus(")");
  }

  /// A score with its sign; none before a score that rounds to 0.
  public static Text signed(double score) {
    String digits = String.format(Locale.ENGLISH, "%.2f", Math.abs(score));
    if (digits.equals("0.00")) return Text.of(digits);
    return (score < 0 ? Text.of(Sign.MINUS) : Text.of("+")).plus(digits);
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

  public static String date(Instant time) {
    return date(time.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  public static String date(LocalDate day) {
    return day.format(DATE);
  }

  /// A stretch of time, as short as it can be said.
  static Text range(Instant first, Instant last) {
    LocalDate from = first.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate to = last.atOffset(ZoneOffset.UTC).toLocalDate();
    if (from.equals(to)) return Text.of(from.format(DATE));
    return Text.of(from.getYear() == to.getYear() ? from.format(DAY) : from.format(DATE))
        .plus(Sign.PERIOD)
        .plus(to.format(DATE));
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
  static Text family(Family family) {
    String text =
        count(family.posts(), "post", "posts")
            + " of one text by "
            + count(family.authors(), "author", "authors");
    if (family.first().isEmpty()) return Text.of(text);
    return Text.of(text + ", ").plus(range(family.first().get(), family.last().orElseThrow()));
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

  /// The side that a post takes, such as `▲ for OpenAI`.
  static Text stance(Stance stance) {
    Text side =
        stance.reported()
            ? Text.of("only passes it on: ")
            : switch (stance.side()) {
              case FAVOR -> Text.of(Sign.TAKES_FAVOR);
              case AGAINST -> Text.of(Sign.TAKES_AGAINST);
              case NONE -> Text.of("no side on ");
            };
    return side.plus(Text.said(stance.target()));
  }

  /// Who said it, whether these are really somebody's words, and where to find them.
  static Outline.Source source(Post post) {
    Optional<String> caution =
        switch (post.kind()) {
          case REPORT -> Optional.of("as reported, not verbatim");
          case ILLUSTRATIVE -> Optional.of("illustrative");
          case POST, QUOTE -> Optional.empty();
        };
    return new Outline.Source(
        author(post.author()), caution, post.createdAt(), Layout.clean(post.id()), post.url());
  }
}
