package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.flood.Family;
import dev.chorus.language.EntityType;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import dev.chorus.report.estimate.Share;
import dev.chorus.report.map.MapResult;
import dev.chorus.report.map.PostMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// The stance summaries of a corpus.
///
/// A post *counts* if the models read its language, nothing tells that it is no reaction to the
/// event, and it is not a further copy in a [Flood] or a repost. Shares are of authors: each
/// author has one voice, split over the camps of his or her counted posts. Where authors are not
/// known, shares are of posts ([Corpus#unit]).
///
/// @param title name of the event
/// @param corpus what the summaries are of
/// @param corrected by what shares are corrected. Empty where no posts of the event's camps are
///     labelled: then shares are counted and intervals cover sampling only
/// @param course how many posts counted when; empty where no post has a time
/// @param camps one for each declared camp; those with authors enough first, the largest of them
///     first, then the others in the order of the event file
/// @param unaligned what fits no camp
/// @param emergent groups among the unaligned that no camp was declared for
/// @param emergentAmong how many of the unaligned posts were looked at for them
/// @param issues what the debate is about, most spoken of first
/// @param contested disputed claims, most disputed first
/// @param bridging authors at home in two camps, the surest first
/// @param bridges how many there are, those left out included
/// @param floods copies of one text, largest first
/// @param breakdown the shares in parts of the corpus, if they were asked for
/// @param map where the counted posts stand by their meaning, if a map was asked for
/// @param provenance what the figures come from, for the record
public record CampsReport(
    String title,
    Corpus corpus,
    Optional<Corrected> corrected,
    Optional<Course> course,
    List<CampSummary> camps,
    CampSummary unaligned,
    List<Emergent> emergent,
    int emergentAmong,
    List<IssueSummary> issues,
    List<Contested> contested,
    List<Bridging> bridging,
    int bridges,
    List<Flood> floods,
    Optional<Breakdown> breakdown,
    Optional<Mapped> map,
    Map<String, String> provenance) {

  /// Below this number of counted authors no share is given.
  public static final int LEAST_AUTHORS = 10;

  /// Below this number of authors a camp is small: its mood, words and days are not told.
  public static final int SMALL = 30;

  /// What shares are of.
  public enum Unit {
    AUTHORS,
    /// Where more than a tenth of the posts do not say who wrote them.
    POSTS;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What the corpus holds.
  ///
  /// @param posts in the index
  /// @param counted of those, see above
  /// @param authors of the counted posts; each post that does not say whose it is has its own
  /// @param anonymous counted posts that do not say whose they are
  /// @param unit what shares are of
  /// @param copies further copies in floods, and reposts
  /// @param unread posts in languages that the models do not read, by language
  /// @param others posts that were read, are no copies and do not react to the event, by
  ///     [dev.chorus.language.About.Kind]
  /// @param kinds posts by [dev.chorus.post.Kind]
  public record Corpus(
      int posts,
      int counted,
      int authors,
      int anonymous,
      Unit unit,
      int copies,
      SortedMap<String, Integer> unread,
      SortedMap<String, Integer> others,
      SortedMap<String, Integer> kinds,
      Optional<Instant> first,
      Optional<Instant> last) {
    /// What has one voice each in shares.
    public int voices() {
      return unit == Unit.AUTHORS ? authors : counted;
    }

    /// How many posts could have counted, but do not react.
    public int notReacting() {
      return others.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether there are posts to count, but none that reacts.
    public boolean noneReacts() {
      return counted == 0 && !others.isEmpty();
    }
  }

  /// One camp.
  ///
  /// @param number its place in the event file, from 0; -1 for the unaligned
  /// @param posts counted posts
  /// @param authors with at least one counted post in it
  /// @param share of authors; empty below [#LEAST_AUTHORS] in all
  /// @param told whether there is enough in the camp to give its share as a number: authors enough,
  ///     and an interval that tells something
  /// @param rank among the camps with authors enough; empty for others
  /// @param withCopies the share if each copy of a text counted; empty where there are no copies
  /// @param certainty mean probability that the models give its posts for being in it
  /// @param mood empty if there is no post
  /// @param stances per target that at least one post speaks of, most spoken of first
  /// @param words that set the camp apart, most telling first
  /// @param entities whom and what it names, most named first
  /// @param quotes the evidence
  /// @param typical posts that say most of what the camp says, most typical first
  /// @param heard posts that most reacted to, most first
  /// @param doubtful posts of which it is least sure that they are in it, the least sure first
  /// @param timeline counted posts per day, UTC, days without a post left out
  /// @param changes when its part of the debate became larger or smaller
  public record CampSummary(
      String id,
      int number,
      String title,
      String claim,
      int posts,
      int authors,
      Optional<Share> share,
      boolean told,
      Optional<Rank> rank,
      Optional<Share> withCopies,
      double certainty,
      Optional<MeanMood> mood,
      List<StanceCount> stances,
      List<String> words,
      List<EntityCount> entities,
      List<Quote> quotes,
      List<Quote> typical,
      List<Quote> heard,
      List<Quote> doubtful,
      SortedMap<LocalDate, Integer> timeline,
      List<Change> changes) {

    /// The same with its place among the camps.
    CampSummary ranked(Rank place) {
      return new CampSummary(
          id,
          number,
          title,
          claim,
          posts,
          authors,
          share,
          told,
          Optional.of(place),
          withCopies,
          certainty,
          mood,
          stances,
          words,
          entities,
          quotes,
          typical,
          heard,
          doubtful,
          timeline,
          changes);
    }
  }

  /// The places that a camp may have by the size of its share, from 1.
  public record Rank(int best, int worst) {}

  /// What the classifier's mistakes are known from: labelled posts about the event that had taught
  /// it nothing. None need be of this corpus.
  ///
  /// @param labelled how many
  public record Corrected(int labelled) {}

  /// How many posts counted when.
  ///
  /// @param start of the first stretch
  /// @param stretch an hour or a day
  /// @param posts by stretch, without gaps
  /// @param before posts that are from more than a week before the event; 0 where its day is not
  ///     declared
  /// @param after posts that are from more than two months after
  public record Course(
      Instant start, Duration stretch, List<Integer> posts, int before, int after) {
    public Course {
      posts = List.copyOf(posts);
    }
  }

  /// Mood of a camp.
  ///
  /// @param mean of the posts' scores, from -1 to 1, with its 95% interval
  public record MeanMood(
      double mean, double low, double high, int negative, int neutral, int positive) {}

  /// A time from which a camp's part of all counted posts was another, beyond chance. Told only
  /// inside the time that the corpus covers without a gap.
  ///
  /// @param before its part of all counted posts up to there, from 0 to 1
  /// @param after from there on
  /// @param preceding a post of the camp that very many reacted to, shortly before, if there is one
  public record Change(Instant at, double before, double after, Optional<Quote> preceding) {
    Change after(Optional<Quote> post) {
      return new Change(at, before, after, post);
    }
  }

  /// How many posts take which side; those that only pass a claim on take none.
  public record StanceCount(String target, boolean claim, int favor, int against, int none) {
    public int posts() {
      return favor + against + none;
    }
  }

  public record EntityCount(String name, EntityType type, int posts) {}

  /// An exact stretch of a post, as evidence.
  ///
  /// @param post whose words they are
  /// @param span where in its text
  /// @param sides those that the post takes toward targets that are no claims: what a reader is
  ///     told beside its words. In the order of the event's targets, none that is [Side#NONE]
  public record Quote(Post post, Span span, List<Stance> sides) {
    public Quote {
      sides = List.copyOf(sides);
    }

    public String words() {
      return span.of(post.text());
    }
  }

  /// A group of alike posts that fit no camp, see [dev.chorus.camp.emergent.EmergentCamps].
  ///
  /// @param id name for scripts
  /// @param title its most telling words
  /// @param posts counted posts
  /// @param words that set it apart
  /// @param stances as for a camp
  /// @param ids of its posts
  /// @param quotes typical posts of which none repeats another; none where none can stand alone
  public record Emergent(
      String id,
      String title,
      int posts,
      int authors,
      List<String> words,
      List<StanceCount> stances,
      List<String> ids,
      List<Quote> quotes) {

    /// Below this number of posts that take a side nothing is said of it.
    private static final int LEAST_SIDES = 5;

    private static final double MOST_OF_THEM = 0.75;

    /// The group as a declared camp: its words are the cues, its typical posts the examples, and
    /// the stances those on which most of its posts agree. Title and claim are for people to word.
    public Camp asCamp() {
      Map<String, Side> implied = new LinkedHashMap<>();
      for (StanceCount stance : stances) {
        int sides = stance.favor() + stance.against();
        if (sides < LEAST_SIDES) continue;
        if (stance.favor() >= MOST_OF_THEM * sides) implied.put(stance.target(), Side.FAVOR);
        if (stance.against() >= MOST_OF_THEM * sides) implied.put(stance.target(), Side.AGAINST);
      }
      List<String> examples =
          quotes.isEmpty() ? List.of(title) : quotes.stream().map(Quote::words).toList();
      String plain = id.replaceAll("[^a-z0-9_-]", "_");
      return new Camp(
          plain.matches("[a-z].*") ? plain : "camp_" + plain,
          title,
          examples.getFirst(),
          implied,
          words,
          examples);
    }
  }

  /// An issue of the event file.
  ///
  /// @param question what is disputed
  /// @param posts counted posts that speak of it
  /// @param camps those posts by camp, most first
  /// @param cells one for each camp with a post that speaks of it, in the order of the event file,
  ///     the unaligned last
  /// @param quotes one for each of the camps that speak of it most; the unaligned come last
  public record IssueSummary(
      String id,
      String title,
      String question,
      int posts,
      int authors,
      Map<String, Integer> camps,
      List<IssueCell> cells,
      List<CampQuote> quotes) {}

  /// What one camp says of an issue.
  ///
  /// @param share of the camp's authors who speak of it, counted; empty in a camp of fewer than
  ///     [#LEAST_AUTHORS]
  /// @param mood of the posts that speak of it
  public record IssueCell(
      String camp, int posts, int authors, Optional<Share> share, MeanMood mood) {}

  /// The counted posts as a map.
  ///
  /// @param result the map, or why there is none
  /// @param examples one for each region of the map, in their order; none where there is no map
  public record Mapped(MapResult result, List<Quote> examples) {
    public Mapped {
      examples = List.copyOf(examples);
    }

    public Optional<PostMap> drawn() {
      return result instanceof PostMap map ? Optional.of(map) : Optional.empty();
    }
  }

  /// What a camp says.
  public record CampQuote(String camp, Quote quote) {}

  /// Who affirms and who denies a claim.
  ///
  /// @param affirmed posts that affirm it, by camp, most first
  /// @param denied posts that deny it, by camp, most first
  /// @param reported posts that only pass on that others make it
  /// @param spoken other posts that speak of it and take no side
  public record Contested(
      String claim,
      Map<String, Integer> affirmed,
      Map<String, Integer> denied,
      int reported,
      int spoken,
      List<Quote> affirming,
      List<Quote> denying) {}

  /// A voice between two camps.
  ///
  /// @param author who it is; empty for private persons, who are named only on demand
  /// @param how by what it is in both
  /// @param post id of the post, if it is a single post that is answered from both and its author
  ///     is named
  /// @param firstPosts posts, or answers, in the camp with more of them
  /// @param strength what the share of the second camp is at least, with 95% confidence
  public record Bridging(
      Optional<String> author,
      How how,
      Optional<String> post,
      String firstCamp,
      int firstPosts,
      String secondCamp,
      int secondPosts,
      double strength) {
    /// By what a voice is in two camps.
    public enum How {
      /// It posts in both.
      POSTS,
      /// Posts of both answer or quote it.
      ANSWERS;

      public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }

  /// Copies of one text.
  ///
  /// @param camp that of the example
  /// @param reacts whether it reacts to the event; else it is in no share
  /// @param example the first of them that counts, and speaks for all
  public record Flood(Family family, String camp, boolean reacts, Quote example) {}
}
