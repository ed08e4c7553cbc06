package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.common.OrderedParallel;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Mood;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real CoreNLP, encoder and weights.
class CoreNlpAnalyzerTest {
  private static final Path MODELS = Path.of(System.getProperty("chorus.home"), "models");
  private static final Path NAMES = MODELS.resolve("events/deepseek-r1/names.tsv");

  private static Event event;
  private static CoreNlpAnalyzer analyzer;

  @BeforeAll
  static void load() throws Exception {
    event = EventFile.read(MODELS.resolve("events/deepseek-r1/camps.yaml"));
    analyzer = new CoreNlpAnalyzer(settings(AnalyzerSettings.Scorer.POSTS));
  }

  private static AnalyzerSettings settings(AnalyzerSettings.Scorer scorer) {
    return new AnalyzerSettings(MODELS, event.subject(), Optional.of(NAMES), scorer, false);
  }

  @Test
  void findsMoodNamesAndStance() {
    Post post =
        Post.of(
            "a",
            "Marc Andreessen is right, Deepseek R1 is a wonderful achievement!! #OpenSource beats"
                + " @OpenAI in China https://example.com/x");
    Reaction reaction = analyzer.analyze(post);
    assertThat(reaction.lang()).isEqualTo("en");
    assertThat(reaction.sentiment().orElseThrow().label()).isEqualTo(Mood.POSITIVE);
    assertThat(reaction.mentions())
        .extracting(m -> m.text() + "|" + m.name() + "|" + m.type())
        .contains(
            "Marc Andreessen|Marc Andreessen|PERSON",
            "Deepseek R1|DeepSeek|ORGANIZATION",
            "#OpenSource|Open source AI|PRODUCT",
            "@OpenAI|OpenAI|ORGANIZATION",
            "China|China|LOCATION");
    assertThat(reaction.mentions())
        .allSatisfy(m -> assertThat(m.span().of(post.text())).isEqualTo(m.text()));
    assertThat(reaction.stanceOn("DeepSeek").orElseThrow().side()).isEqualTo(Side.FAVOR);
    assertThat(reaction.vector().orElseThrow().cosine(reaction.vector().orElseThrow()))
        .isEqualTo(1, within(1e-6));
  }

  @Test
  void findsNamesThatNobodyListed() {
    Post post =
        Post.of(
            "a",
            "😂Angela Merkel🚀 told #BerlinToday that siemens will pay $5.6 million to"
                + " @unknown_guy");
    assertThat(analyzer.analyze(post).mentions())
        .extracting(m -> m.text() + "|" + m.type())
        .contains("Angela Merkel|PERSON", "$5.6 million|MONEY")
        .noneMatch(m -> m.contains("unknown_guy"));
  }

  private static List<String> names(String text) {
    return analyzer.analyze(Post.of("a", text)).mentions().stream()
        .map(m -> m.name() + "|" + m.type())
        .toList();
  }

  @Test
  void tellsTheMembersOfAFamilyApart() {
    assertThat(names("My RTX 3090 runs Qwen3-32B, the RTX 4090 and the 5090 run Llama 3.3 70B"))
        .containsExactly(
            "RTX 3090|PRODUCT",
            "Qwen3|PRODUCT",
            "RTX 4090|PRODUCT",
            "RTX 5090|PRODUCT",
            "Llama 3.3|PRODUCT");
    assertThat(names("Sonnet beats gpt4o, Sonnet 4 beats o3-mini, GPT-4.1 and Gemini 2.5 Pro"))
        .containsExactly(
            "Claude Sonnet|PRODUCT",
            "GPT-4o|PRODUCT",
            "Claude Sonnet 4|PRODUCT",
            "OpenAI o3-mini|PRODUCT",
            "GPT-4.1|PRODUCT",
            "Gemini 2.5 Pro|PRODUCT");
  }

  @Test
  void letsTheListOfNamesDecide() {
    assertThat(names("I use o1, DeepSeek V3.1 and DeepSeek-V2 for work, and 4o at home"))
        .containsExactly(
            "OpenAI o1|PRODUCT",
            "DeepSeek|ORGANIZATION",
            "DeepSeek|ORGANIZATION",
            "GPT-4o|PRODUCT");
    assertThat(names("Open AI and open-ai and OpenAI and VLLM and vllm"))
        .contains("OpenAI|ORGANIZATION", "vLLM|PRODUCT")
        .allMatch(n -> n.equals("OpenAI|ORGANIZATION") || n.equals("vLLM|PRODUCT"));
  }

  @Test
  void takesNoPeopleAndNoKindsOfThingsForNames() {
    assertThat(
            names("The Chinese say that American LLMs need a GPU, an API and AI. Europeans agree."))
        .isEmpty();
    assertThat(names("Chinese AI is ahead of American AI, said Angela Merkel"))
        .containsExactly("Angela Merkel|PERSON");
  }

  @Test
  void givesAnAmountInOnePiece() {
    assertThat(names("It cost $ 5.6 million, not USD 6 m or 6 000 000 €, and 600 bn are gone"))
        .containsExactly(
            "$ 5.6 million|MONEY", "USD 6 m|MONEY", "6 000 000 €|MONEY", "600 bn|MONEY");
  }

  @Test
  void takesSidesTowardAnythingThatIsNamed() {
    for (Side side : List.of(Side.FAVOR, Side.AGAINST)) {
      String text =
          side == Side.FAVOR
              ? "I love my new Zephyr, what a wonderful phone"
              : "I hate my new Zephyr, what a horrible phone";
      Post post = Post.builder("a", text).targets(List.of("Zephyr")).build();
      assertThat(analyzer.analyze(post).stanceOn("Zephyr").orElseThrow().side()).isEqualTo(side);
    }
  }

  @Test
  void tellsForFromAgainst() {
    Stance stance =
        analyzer
            .analyze(Post.of("a", "Do not trust DeepSeek, it is spyware and full of propaganda."))
            .stanceOn("DeepSeek")
            .orElseThrow();
    assertThat(stance.side()).isEqualTo(Side.AGAINST);
    assertThat(stance.evidence()).contains(new Span(0, 60));
  }

  @Test
  void takesASideOnAnyTargetThatARecordAsksFor() {
    Post post =
        Post.builder("a", "The new library in our town is wonderful, I love it.")
            .targets(List.of("town library"))
            .build();
    assertThat(analyzer.analyze(post).stanceOn("town library")).isPresent();
  }

  @Test
  void leavesOtherLanguagesUnscored() {
    Reaction reaction =
        analyzer.analyze(Post.of("a", "Unglaublich, was dieses kleine Team geschafft hat."));
    assertThat(reaction).isEqualTo(Reaction.unread(reaction.post(), "de"));
  }

  @Test
  void copesWithTextsThatAreHardlyTexts() {
    for (String text :
        List.of(
            "😂",
            "https://t.co/abc",
            ".",
            "\u0000\u0007",
            "#",
            "@a @b @c",
            "\uFFFD\uFFFD",
            "a".repeat(5_000),
            "word ".repeat(5_000),
            "!!! ".repeat(2_000))) {
      Reaction reaction = analyzer.analyze(Post.of("a", text));
      assertThat(reaction.sentiment())
          .as(text.substring(0, Math.min(9, text.length())))
          .isPresent();
    }
  }

  /// The encoder's weights are quantised for each input as a whole; were posts encoded in batches,
  /// a post's vector would depend on its neighbours.
  @Test
  void givesTheSameReactionWhateverIsAnalysedBesideIt() {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      posts.add(
          Post.of("p" + i, "DeepSeek is great, number " + i + " " + "so ".repeat(i) + "good"));
    }
    List<Reaction> alone = posts.stream().map(analyzer::analyze).toList();
    List<Reaction> together = new ArrayList<>();
    try (OrderedParallel<Post, Reaction> parallel =
        new OrderedParallel<>(3, analyzer::analyze, together::add)) {
      posts.reversed().forEach(parallel::add);
      parallel.finish();
    }
    assertThat(together.reversed()).isEqualTo(alone);
  }

  @Test
  void offersCoreNlpsOwnSentiment() {
    CoreNlpAnalyzer stock = new CoreNlpAnalyzer(settings(AnalyzerSettings.Scorer.CORENLP));
    Sentiment good = stock.analyze(Post.of("a", "This is a great film.")).sentiment().orElseThrow();
    Sentiment bad = stock.analyze(Post.of("b", "What a terrible mess.")).sentiment().orElseThrow();
    assertThat(good.label()).isEqualTo(Mood.POSITIVE);
    assertThat(bad.label()).isEqualTo(Mood.NEGATIVE);
  }
}
