package dev.chorus.flood;

import dev.chorus.post.Author;
import dev.chorus.post.Post;
import dev.chorus.source.PostReader;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.source.format.ReadResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Posts among which families of copies are planted, and which know where they are.
///
/// Texts come out of the sample corpus word by word: what followed a word there may follow it here
/// (so that independent posts share phrases), or any other of its words, or a made-up name. Their
/// length is distributed as that of posts on X (log-normal around 18 words). What is there
/// to mislead:
///
/// - short phrases that many say independently;
/// - posts that begin or end like a text of a family and go on in their own words;
/// - posts that quote one of some headlines in the middle.
///
/// Copies differ from their original by links, user names, case, punctuation, emoji, tags, up to
/// two words that are changed, put in or left out, and truncation with an ellipsis.
public final class PlantedFloods {
  private static final Instant START = Instant.parse("2025-01-20T00:00:00Z");
  private static final Duration EVENT = Duration.ofDays(21);

  /// Shorter texts are not planted: nobody could tell copies of them from chance.
  private static final int LEAST_LETTERS = 40;

  private static final String[] SHORT = {
    "lol",
    "DeepSeek is great",
    "this is huge",
    "wow deepseek is insane",
    "RIP OpenAI",
    "Nvidia is cooked",
    "so it begins",
    "the server is busy again",
    "The best one there is in the world",
    "best ai app i have ever used",
    "it is free and it is good",
    "I am not so sure about this one",
    "what a time to be alive",
    "you get what you pay for"
  };
  private static final String[] EMOJI = {"🔥", "🚀🚀", "😂", "🚨", "🇺🇸", "❤️", "👀"};
  private static final String[] TAGS = {"#AI", "#DeepSeek", "#news", "$NVDA", "#OpenAI", "#tech"};
  private static final String[] INSERTED = {
    "really", "just", "now", "BREAKING", "today", "so", "even"
  };

  private final Random random;
  private final List<String> said = new ArrayList<>();
  private final Map<String, List<String>> after = new HashMap<>();
  private final List<String> headlines = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final Map<String, Integer> family = new LinkedHashMap<>();
  private final Set<Integer> coordinated = new HashSet<>();
  private int families;

  /// @param size about so many posts
  public PlantedFloods(int size, long seed) {
    this.random = new Random(seed);
    learn(Path.of(System.getProperty("chorus.home"), "corpus/crowd.jsonl"));
    for (int i = 0; i < 40; i++) headlines.add(text(6 + random.nextInt(3)));
    List<String> originals = new ArrayList<>();
    while (posts.size() < size * 0.12) originals.add(plant());
    while (posts.size() < size) {
      double kind = random.nextDouble();
      if (kind < 0.08) own(dressed(SHORT[random.nextInt(SHORT.length)]));
      else if (kind < 0.18) own(halfOf(originals.get(random.nextInt(originals.size()))));
      else if (kind < 0.30) own(text(length()) + ": " + headline() + " " + text(length()));
      else own(text(length()));
    }
    Collections.shuffle(posts, random);
  }

  /// In no order.
  public List<Post> posts() {
    return List.copyOf(posts);
  }

  /// The planted family of a post; no key of independent ones.
  public Map<String, Integer> family() {
    return family;
  }

  /// Families whose copies came from many authors within the hour; the others took days.
  public Set<Integer> coordinated() {
    return coordinated;
  }

  private void learn(Path corpus) {
    try {
      PostReader.read(corpus, InputStream.nullInputStream(), this::learn);
    } catch (UnreadableSourceException e) {
      throw new IllegalStateException(e);
    }
  }

  private void learn(ReadResult result) {
    if (!(result instanceof ReadResult.Parsed parsed)) return;
    Post post = parsed.post();
    if (post.lang().filter("en"::equals).isEmpty()) return;
    String before = "";
    for (String word : post.text().split("\\s+")) {
      if (word.startsWith("http") || word.startsWith("@")) continue;
      said.add(word);
      after.computeIfAbsent(before, _ -> new ArrayList<>()).add(word);
      before = word;
    }
  }

  private int length() {
    return (int) Math.clamp(Math.exp(Math.log(18) + 0.6 * random.nextGaussian()), 3, 150);
  }

  private String text(int length) {
    List<String> words = new ArrayList<>();
    String word = "";
    while (words.size() < length) {
      double how = random.nextDouble();
      List<String> next = after.getOrDefault(word, said);
      if (how < 0.04) word = name();
      else if (how < 0.30) word = said.get(random.nextInt(said.size()));
      else word = next.get(random.nextInt(next.size()));
      words.add(word);
    }
    return String.join(" ", words);
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      name.append("bdfgklmnprst".charAt(random.nextInt(12)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return name.toString();
  }

  private String headline() {
    return headlines.get(random.nextInt(headlines.size()));
  }

  /// A text that shares half of its words with another, at its beginning or end.
  private String halfOf(String original) {
    List<String> words = List.of(original.split(" "));
    int half = words.size() / 2;
    return random.nextBoolean()
        ? String.join(" ", words.subList(0, half)) + " " + text(words.size() - half)
        : text(half) + " " + String.join(" ", words.subList(half, words.size()));
  }

  private void own(String text) {
    add(text, "a" + random.nextInt(40_000), START.plusSeconds(random.nextLong(EVENT.toSeconds())));
  }

  private void add(String text, String author, Instant at) {
    posts.add(
        Post.builder("p" + posts.size(), text)
            .platform(Optional.of("x"))
            .author(Author.ofHandle(author))
            .createdAt(Optional.of(at))
            .build());
  }

  /// Most families are small, a few have hundreds of posts.
  private String plant() {
    String original = text(Math.max(8, length()));
    while (original.chars().filter(Character::isLetter).count() < LEAST_LETTERS) {
      original = text(Math.max(8, length()));
    }
    int size = (int) Math.min(600, 2 / Math.pow(1 - random.nextDouble(), 1.1));
    int number = families++;
    boolean together = size >= 12 && random.nextBoolean();
    if (together) coordinated.add(number);
    Instant start = START.plusSeconds(random.nextLong(EVENT.toSeconds()));
    for (int i = 0; i < size; i++) {
      family.put("p" + posts.size(), number);
      add(
          i == 0 ? original : copy(original),
          together ? "f" + number + "-" + i : "f" + number + "-" + i % 4,
          together
              ? start.plusSeconds(random.nextInt(3_000))
              : start.plus(Duration.ofHours(5L * i)));
    }
    return original;
  }

  private String copy(String original) {
    List<String> words = new ArrayList<>(Arrays.asList(original.split(" ")));
    double much = random.nextDouble();
    for (int edits = much < 0.5 ? 0 : much < 0.8 ? 1 : 2; edits > 0; edits--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(3)) {
        case 0 -> words.set(at, random.nextBoolean() ? name() : typo(words.get(at)));
        case 1 -> words.add(at, INSERTED[random.nextInt(INSERTED.length)]);
        default -> words.remove(at);
      }
    }
    boolean cut = words.size() >= 20 && random.nextInt(8) == 0;
    if (cut) words = words.subList(0, words.size() / 2 + random.nextInt(words.size() / 3));
    String text = String.join(" ", words);
    if (cut) return dressed(text + "…");
    if (random.nextInt(4) == 0) text = text.replaceAll("[.,!?:;]", random.nextBoolean() ? "" : "!");
    return dressed(text);
  }

  private static String typo(String word) {
    int half = word.length() / 2;
    return word.substring(0, half) + word.charAt(half) + word.substring(half);
  }

  /// What changes a text without changing what it says.
  private String dressed(String text) {
    String dressed =
        switch (random.nextInt(8)) {
          case 0 -> text.toUpperCase(Locale.ROOT);
          case 1 -> text.toLowerCase(Locale.ROOT);
          default -> text;
        };
    if (random.nextInt(3) == 0) dressed = "@" + name() + " " + dressed;
    if (random.nextInt(3) == 0) dressed += " " + EMOJI[random.nextInt(EMOJI.length)];
    if (random.nextInt(5) == 0) dressed += " " + TAGS[random.nextInt(TAGS.length)];
    if (random.nextInt(2) == 0) dressed += " https://t.co/" + name() + random.nextInt(1_000);
    return dressed;
  }
}
