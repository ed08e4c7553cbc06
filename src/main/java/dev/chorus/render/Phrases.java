package dev.chorus.render;

import dev.chorus.flood.Family;
import dev.chorus.language.About;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.report.CampsReport;
import dev.chorus.report.estimate.Share;
import java.time.Duration;
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

  static final String HOW_QUOTES_ARE_CHOSEN =
      "Chosen are posts of which the model is sure, that can be understood alone and are in their"
          + " authors' own words; named voices come first, and no quote repeats another. A group"
          + " without such posts has fewer quotes, or none.";

  private Phrases() {}

  public static String count(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /// The same, with the number as a figure.
  static Text counted(String key, long n, String one, String many) {
    return Text.figure(key, count(n)).plus(" " + (n == 1 ? one : many));
  }

  public static String percent(double share) {
    if (share > 0 && share < 0.005) return "<1%";
    return Math.round(share * 100) + "%";
  }

  /// Such as `22% (19–25)`.
  static Text share(Share share) {
    return Text.of(percent(share.estimate()) + " ").plus(interval(share));
  }

  /// The share of a camp, or why none is given.
  static Text share(CampsReport report, CampsReport.CampSummary camp) {
    Share share = camp.share().orElseThrow();
    boolean authors = report.corpus().unit() == CampsReport.Unit.AUTHORS;
    int voices = authors ? camp.authors() : camp.posts();
    if (camp.told()) {
      return report.corrected().isPresent() ? share(share) : Text.of(Sign.ABOUT).plus(share(share));
    }
    if (voices == 0) {
      return Text.of(
          "0 of "
              + count(report.corpus().voices())
              + " (under "
              + Math.max(1, (long) Math.ceil(share.high() * 100))
              + "%)");
    }
    if (voices >= CampsReport.LEAST_AUTHORS) {
      return Text.of(Math.round(share.low() * 100) + "")
          .plus(Sign.RANGE)
          .plus(Math.round(share.high() * 100) + "%, too wide");
    }
    String who = authors ? count(voices, "author", "authors") : count(voices, "post", "posts");
    return Text.of("too few to say (" + who + ")");
  }

  /// The interval of a camp's share, such as `15–22%`, as a figure.
  static Text intervalOf(CampsReport report, CampsReport.CampSummary camp) {
    Share share = camp.share().orElseThrow();
    Text about = report.corrected().isPresent() ? Text.EMPTY : Text.of(Sign.ABOUT);
    return Text.figure(
        "camp." + camp.id() + ".interval",
        about
            .plus(Math.round(share.low() * 100))
            .plus(Sign.RANGE)
            .plus(Math.round(share.high() * 100))
            .plus("%"));
  }

  /// The places that a camp may have, such as `rank 1–3`.
  static Text rank(String camp, CampsReport.Rank rank) {
    Text places =
        rank.best() == rank.worst()
            ? Text.of("rank " + rank.best())
            : Text.of("rank " + rank.best()).plus(Sign.RANGE).plus(rank.worst());
    return Text.figure("camp." + camp + ".rank", places);
  }

  /// What the intervals cover, and what would make the figures surer.
  static Text howSure(CampsReport report) {
    return Text.of("No post here was checked by hand: the intervals cover chance")
        .plus(
            report
                .corrected()
                .map(
                    c ->
                        Text.of(" and the mistakes that the model made on ")
                            .plus(Text.figure("corrected.labelled", count(c.labelled())))
                            .plus(" labelled posts about the event."))
                .orElse(Text.of(" only, not the model's mistakes.")))
        .plus(
            " A hundred random posts, labelled by a person, would tell how often it is right"
                + " here.");
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

  /// Such as `27 Jan 14:00`, UTC.
  static String hour(Instant time) {
    return time.atOffset(ZoneOffset.UTC).format(DAY)
        + String.format(Locale.ROOT, " %d:00", time.atOffset(ZoneOffset.UTC).getHour());
  }

  /// A day, with the hour unless it is midnight; UTC.
  static String moment(Instant time) {
    int hour = time.atOffset(ZoneOffset.UTC).getHour();
    return time.atOffset(ZoneOffset.UTC).format(DAY) + (hour == 0 ? "" : " " + hour + ":00 UTC");
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

  /// How large a corpus is, such as `1,200 posts, 950 reactions by 700 authors`.
  ///
  /// @param key of the corpus among the figures
  static Text corpus(String key, CampsReport.Corpus corpus) {
    Text text =
        Text.figure(key + ".posts", count(corpus.posts()))
            .plus(corpus.posts() == 1 ? " post" : " posts");
    if (corpus.counted() != corpus.posts()) {
      text =
          text.plus(", ")
              .plus(Text.figure(key + ".counted", count(corpus.counted())))
              .plus(corpus.counted() == 1 ? " reaction counted" : " reactions counted");
    }
    if (corpus.unit() == CampsReport.Unit.POSTS) return text.plus(", authors not known");
    return text.plus(" by ")
        .plus(Text.figure(key + ".authors", count(corpus.authors())))
        .plus(corpus.authors() == 1 ? " author" : " authors");
  }

  /// What is known of copies of one text, such as `14 posts of one text by 14 authors within 42
  /// minutes`.
  static Text family(Family family) {
    String key = "copies." + family.id();
    Text text =
        counted(key + ".posts", family.posts(), "post", "posts")
            .plus(" of one text by ")
            .plus(counted(key + ".authors", family.authors(), "author", "authors"));
    if (family.first().isEmpty()) return text;
    Instant first = family.first().get();
    Duration within = Duration.between(first, family.last().orElseThrow());
    return text.plus(" ").plus(Text.figure(key + ".within", within(within)));
  }

  /// Such as `within 42 minutes`.
  private static String within(Duration time) {
    if (time.toMinutes() < 1) return "within a minute";
    if (time.toMinutes() < 120) {
      return "within " + count(time.toMinutes() + 1) + " minutes";
    }
    return time.toHours() < 72
        ? "within " + count(time.toHours() + 1) + " hours"
        : "within " + count(time.toDays() + 1) + " days";
  }

  /// Name and role, such as `Marc Andreessen, venture capitalist`.
  public static String author(Author author) {
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
