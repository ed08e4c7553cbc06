package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.flood.Family;
import dev.chorus.language.EntityType;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import dev.chorus.report.estimate.Share;
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
/// author has one voice, split over the camps of his or her counted posts.
///
/// @param title name of the event
/// @param corpus what the summaries are of
/// @param trusted how far; shares are corrected by it. Empty where no posts of the event's camps
///     are labelled: then shares are counted and intervals cover sampling only
/// @param camps one for each declared camp, largest share first
/// @param unaligned what fits no camp
/// @param emergent groups among the unaligned that no camp was declared for
/// @param emergentAmong how many of the unaligned posts were looked at for them
/// @param issues what the debate is about, most spoken of first
/// @param contested disputed claims, most disputed first
/// @param bridging authors at home in two camps
/// @param floods copies of one text, largest first
/// @param breakdown the shares in parts of the corpus, if they were asked for
/// @param provenance what the figures come from, for the record
public record CampsReport(
    String title,
    Corpus corpus,
    Optional<Trusted> trusted,
    List<CampSummary> camps,
    CampSummary unaligned,
    List<Emergent> emergent,
    int emergentAmong,
    List<IssueSummary> issues,
    List<Contested> contested,
    List<Bridging> bridging,
    List<Flood> floods,
    Optional<Breakdown> breakdown,
    Map<String, String> provenance) {

  /// Below this number of counted authors no share is given.
  public static final int LEAST_AUTHORS = 10;

  /// What the corpus holds.
  ///
  /// @param posts in the index
  /// @param counted of those, see above
  /// @param authors of the counted posts
  /// @param copies further copies in floods, and reposts
  /// @param unread posts in languages that the models do not read, by language
  /// @param others posts that were read, are no copies and do not react to the event, by
  ///     [dev.chorus.language.About.Kind]
  /// @param kinds posts by [dev.chorus.post.Kind]
  public record Corpus(
      int posts,
      int counted,
      int authors,
      int copies,
      SortedMap<String, Integer> unread,
      SortedMap<String, Integer> others,
      SortedMap<String, Integer> kinds,
      Optional<Instant> first,
      Optional<Instant> last) {
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
  /// @param posts counted posts
  /// @param authors with at least one counted post in it
  /// @param share of authors; empty below [#LEAST_AUTHORS] in all
  /// @param mood empty if there is no post
  /// @param stances per target that at least one post speaks of, most spoken of first
  /// @param words that set the camp apart, most telling first
  /// @param entities whom and what it names, most named first
  /// @param quotes the evidence
  /// @param typical posts that say most of what the camp says, most typical first
  /// @param heard posts that most reacted to, most first
  /// @param timeline counted posts per day, UTC, days without a post left out
  /// @param changes when it began to post more or less
  public record CampSummary(
      String id,
      String title,
      String claim,
      int posts,
      int authors,
      Optional<Share> share,
      Optional<MeanMood> mood,
      List<StanceCount> stances,
      List<String> words,
      List<EntityCount> entities,
      List<Quote> quotes,
      List<Quote> typical,
      List<Quote> heard,
      SortedMap<LocalDate, Integer> timeline,
      List<Change> changes) {

    /// The day with the most posts; the earlier on a tie.
    public Optional<Map.Entry<LocalDate, Integer>> peak() {
      return timeline.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue() ? b : a);
    }
  }

  /// How far camps can be trusted.
  ///
  /// @param labelled posts on which it was measured
  /// @param accuracy of those, how many the models put into the right camp, from 0 to 1
  public record Trusted(int labelled, double accuracy) {}

  /// Mood of a camp.
  ///
  /// @param mean of the posts' scores, from -1 to 1
  public record MeanMood(double mean, int negative, int neutral, int positive) {}

  /// A time from which a camp posted at another rate.
  ///
  /// @param before posts a day up to there, from the change before
  /// @param after posts a day from there to the next
  /// @param preceding the post with the most engagement in the day before, of any camp
  public record Change(Instant at, double before, double after, Optional<Quote> preceding) {}

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
  /// @param quotes typical posts of which none repeats another; none where none can stand alone
  public record Emergent(
      String id,
      String title,
      int posts,
      int authors,
      List<String> words,
      List<StanceCount> stances,
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
  /// @param quotes one for each of the camps that speak of it most; the unaligned come last
  public record IssueSummary(
      String id,
      String title,
      String question,
      int posts,
      int authors,
      Map<String, Integer> camps,
      List<CampQuote> quotes) {}

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
  /// @param author who it is
  /// @param how by what it is in both
  /// @param post id of the post, if it is a single post that is answered from both
  /// @param firstPosts posts, or answers, in the camp with more of them
  /// @param strength what the share of the second camp is at least, with 95% confidence
  public record Bridging(
      String author,
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
