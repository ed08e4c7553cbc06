package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Any number of made-up reactions to one event, distributed as those of a busy month are, for
/// measuring speed and size. The post of a number is the same in every run; camps, moods, stances,
/// names and vectors are given, so that a million need no analysis.
///
/// - Words follow Zipf's law with exponent 1 over 150,000 forms: first common English ones and
///   those of the event, then invented ones. Numbers of words are log-normal (median 18, a tenth
///   above 60, at most 400). A fifth of the posts has a hashtag; a tenth a link, a handle or an
///   emoji.
/// - There is an author for every three posts, a thread for every eight; both are taken by Zipf's
///   law with exponents 0.8 and 0.7, so that a few write much and most once.
/// - Times: a peak of a week that dies away over a month, more by day than by night.
/// - Likes, reposts, replies and views are log-normal with long tails; a third has none.
/// - Eight camps and the unaligned, of unequal size; mood and stance lean with the camp. One post
///   in twelve is in another language and has none of them.
/// - Vectors lie around 300 centres; two posts of one centre have a cosine of about 0.6.
public final class CorpusGenerator {
  private static final String[] COMMON =
      ("the to a and of is it i in that you for this not on are with be have was but they so just"
              + " what like if all my about as at can we do or me your its how no from will more"
              + " there people an one out up when now who get think has would by than their only"
              + " model models chinese china ai open source money really make know time some why"
              + " market stock going good even because free data use chips way new than better best"
              + " still want never much see us said cheap cost training app first need right today"
              + " crash amazing fake hype privacy security weights reasoning price paper server"
              + " busy local laptop benchmark answer question math code export ban sanctions")
          .split(" ");
  private static final String[] NAMES = {
    "DeepSeek",
    "OpenAI",
    "Nvidia",
    "ChatGPT",
    "R1",
    "China",
    "Sam Altman",
    "Claude",
    "Llama",
    "Meta"
  };
  private static final String[] EMOJI = {"😂", "🔥", "🚀", "💀", "👀", "😡"};
  private static final String[] PLATFORMS = {"x", "x", "x", "reddit", "reddit", "bluesky", "hn"};
  private static final String[] OTHER_LANGUAGES = {"zh", "es", "de", "ja", "fr", "pt"};
  private static final String[] SYLLABLES =
      "ba be bi bo da de di do fa fe ga go ha ka ke ko la le li lo ma me mi mo na ne no pa pe ra re ri"
          .split(" ");
  private static final int WORDS = 150_000;
  private static final int ENTITIES = 3_000;
  private static final int CENTRES = 300;
  private static final int NUMBERS = 384;
  private static final Instant BEGIN = Instant.parse("2025-01-20T00:00:00Z");
  private static final int DAY = 86_400;

  private final long seed;
  private final boolean vectors;
  private final Zipf words = new Zipf(WORDS, 1);
  private final Zipf entities = new Zipf(ENTITIES, 1.1);
  private final Zipf authors;
  private final Zipf threads;
  private final Zipf camps = new Zipf(9, 0.5);
  private final List<String> campIds;
  private final float[][] centres = new float[CENTRES][NUMBERS];

  /// @param posts how many there will be: what authors and threads are in proportion to
  /// @param vectors whether posts have vectors
  public CorpusGenerator(long seed, int posts, List<String> campIds, boolean vectors) {
    this.seed = seed;
    this.vectors = vectors;
    this.campIds = campIds;
    this.authors = new Zipf(Math.max(1, posts / 3), 0.8);
    this.threads = new Zipf(Math.max(1, posts / 8), 0.7);
    Random random = new Random(seed);
    for (float[] centre : centres) fill(centre, random);
  }

  private static void fill(float[] numbers, Random random) {
    for (int i = 0; i < numbers.length; i++) numbers[i] = (float) random.nextGaussian();
  }

  /// The reaction of a number; any thread may ask.
  public Placed post(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    random.nextInt();
    String author = "user" + authors.next(random);
    boolean read = random.nextInt(12) > 0;
    List<String> tokens = new ArrayList<>();
    int length = (int) Math.clamp(Math.exp(Math.log(18) + 0.95 * random.nextGaussian()), 1, 400);
    for (int i = 0; i < length; i++) tokens.add(word(words.next(random)));
    List<Mention> mentions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i > 0 && read; i--) {
      String name = name(entities.next(random));
      tokens.add(random.nextInt(tokens.size() + 1), name);
    }
    if (random.nextInt(5) == 0) tokens.add("#" + word(60 + words.next(random) % 4_000));
    if (random.nextInt(10) == 0) tokens.addFirst("@user" + authors.next(random));
    if (random.nextInt(10) == 0) tokens.add(EMOJI[random.nextInt(EMOJI.length)]);
    if (random.nextInt(10) == 0) tokens.add("https://t.co/" + Integer.toString(number, 36));
    for (String token : tokens) {
      if (!text.isEmpty()) text.append(' ');
      int start = text.length();
      text.append(token);
      if (read && Character.isUpperCase(token.charAt(0))) {
        mentions.add(
            new Mention(token, new Span(start, text.length()), EntityType.ORGANIZATION, token));
      }
    }
    int camp = camps.next(random);
    Post post =
        Post.builder("post-" + number, text.toString())
            .kind(random.nextInt(50) == 0 ? Kind.QUOTE : Kind.POST)
            .platform(Optional.of(PLATFORMS[random.nextInt(PLATFORMS.length)]))
            .createdAt(Optional.of(time(random)))
            .url(Optional.of("https://example.com/" + author + "/" + number))
            .author(Author.ofHandle(author))
            .links(
                new Links(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("thread-" + threads.next(random))))
            .engagement(engagement(random))
            .build();
    if (!read) {
      String language = OTHER_LANGUAGES[random.nextInt(OTHER_LANGUAGES.length)];
      return new Placed(Reaction.unread(post, language), Placement.unread());
    }
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(mood(camp, random)),
            mentions,
            stances(camp, random),
            List.of(new Span(0, text.length())),
            vectors ? Optional.of(vector(random)) : Optional.empty()),
        new Placement(
            campIds.get(camp % campIds.size()),
            0.4 + 0.6 * random.nextDouble(),
            List.of(new Placement.Alternative(campIds.get((camp + 1) % campIds.size()), 0.2)),
            List.of(new Placement.Reason("like posts that people put into this camp", 2.1)),
            learned(camp, random)));
  }

  /// What labelled posts would say of it.
  private Map<String, Double> learned(int camp, Random random) {
    Map<String, Double> learned = new LinkedHashMap<>();
    double rest = 0.5 * random.nextDouble();
    for (int i = 0; i < campIds.size(); i++) {
      learned.put(
          campIds.get(i), i == camp % campIds.size() ? 1 - rest : rest / (campIds.size() - 1));
    }
    return learned;
  }

  /// The word of a rank; the ranks of the event's names are theirs, too.
  static String word(int rank) {
    if (rank < COMMON.length) return COMMON[rank];
    StringBuilder word = new StringBuilder();
    for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.append("bcdfgklmnprstvxz".charAt(rank % 16)).toString();
  }

  private static String name(int rank) {
    if (rank < NAMES.length) return NAMES[rank];
    String word = word(5_000 + 31 * rank);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Instant time(Random random) {
    double days =
        5
            + (random.nextInt(4) == 0
                ? -5 * random.nextDouble()
                : Math.min(30, -6 * Math.log(1 - random.nextDouble())));
    int second = random.nextInt(DAY);
    // Half of what falls into the night is said by day.
    if (second < DAY / 3 && random.nextBoolean()) second += DAY / 3 + random.nextInt(DAY / 3);
    return BEGIN.plusSeconds((long) days * DAY + second);
  }

  private static Engagement engagement(Random random) {
    if (random.nextInt(3) == 0) return new Engagement(0, 0, 0, random.nextInt(50));
    long likes = (long) Math.exp(1 + 2 * random.nextGaussian());
    long views = Math.min(1_000_000_000, 30 + likes * (10 + random.nextInt(100)));
    return new Engagement(likes, likes / (2 + random.nextInt(8)), random.nextInt(9), views);
  }

  private static Sentiment mood(int camp, Random random) {
    double score = Math.tanh((camp % 3 - 1) * 0.8 + random.nextGaussian());
    double neutral = (1 - Math.abs(score)) * random.nextDouble();
    double positive = (1 - neutral) * (1 + score) / 2;
    return new Sentiment(1 - neutral - positive, neutral, positive);
  }

  private static List<Stance> stances(int camp, Random random) {
    List<Stance> stances = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (i > 0 && random.nextInt(4) > 0) continue;
      Side side =
          random.nextInt(10) < 6 ? Side.values()[camp % 3] : Side.values()[random.nextInt(3)];
      stances.add(new Stance(NAMES[i], side, 0.5 + random.nextDouble() / 2, Optional.empty()));
    }
    return stances;
  }

  private Vector vector(Random random) {
    return Vector.ofDirection(direction(random.nextInt(CENTRES), random));
  }

  /// A direction near a centre: what posts, and queries, of one matter have.
  float[] direction(int centre, Random random) {
    float[] numbers = new float[NUMBERS];
    fill(numbers, random);
    for (int i = 0; i < NUMBERS; i++) numbers[i] = 0.8f * numbers[i] + centres[centre][i];
    return numbers;
  }
}
