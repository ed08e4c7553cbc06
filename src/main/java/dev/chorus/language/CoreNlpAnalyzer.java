package dev.chorus.language;

import dev.chorus.post.Post;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// One CoreNLP pipeline a post: tokens, sentences, names, the sentence vector, the mood; then the
/// stances.
///
/// Names come from a single CRF without part-of-speech tags, dates, numbers and fine-grained types:
/// some fifty times as fast as CoreNLP's stock `ner`, for the types that Chorus shows.
public final class CoreNlpAnalyzer implements Analyzer {
  private static final String NER_MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  static final String TAUGHT_STANCE = "stance of labelled posts";

  private final StanfordCoreNLP pipeline;
  private final LanguageGuesser languages = LanguageGuesser.shared();
  private final Optional<Encoder> encoder;
  private final SentimentModel sentiment;
  private final StanceScorer stances;
  private final AnalyzerSettings.Scorer scorer;

  /// Loads the models: some seconds and about half a gigabyte of heap.
  ///
  /// @throws ModelException if a model is missing or damaged
  public CoreNlpAnalyzer(AnalyzerSettings settings) {
    this(
        settings,
        ModelFiles.readChoice(stanceModel(settings.weights()), "stance", StanceScorer.FEATURES),
        ModelFiles.readTaught(
            settings.models(),
            ModelFiles.taughtStance(settings.weights(), settings.event()),
            TAUGHT_STANCE,
            StanceScorer.CLASSES,
            StanceScorer.FEATURES));
  }

  CoreNlpAnalyzer(AnalyzerSettings settings, ChoiceModel stanceModel, Optional<Taught> taught) {
    this.scorer = settings.scorer();
    this.encoder = settings.encoder();
    this.sentiment = ModelFiles.readSentiment(settings.weights(), settings.models());
    this.pipeline = new StanfordCoreNLP(properties(settings));
    this.stances = new StanceScorer(settings.targets(), stanceModel, taught, this::statements);
  }

  static Path stanceModel(Path weights) {
    return weights.resolve("stance").resolve("entities.json");
  }

  private static Properties properties(AnalyzerSettings settings) {
    Properties p = new Properties();
    p.setProperty("enforceRequirements", "false");
    p.setProperty("tokenize.options", "untokenizable=noneKeep,invertible=true");
    p.setProperty("ner.model", NER_MODEL);
    p.setProperty("ner.statisticalOnly", "true");
    p.setProperty("ner.applyNumericClassifiers", "false");
    p.setProperty("ner.applyFineGrained", "false");
    p.setProperty("ner.useSUTime", "false");
    p.setProperty("customAnnotatorClass.vector", VectorAnnotator.class.getName());
    p.setProperty("vector.models", settings.models().toString());
    String vector = settings.fast() ? "" : ",vector";
    switch (settings.scorer()) {
      case POSTS -> {
        p.setProperty("annotators", "tokenize,ner" + vector + ",post_sentiment");
        p.setProperty(
            "customAnnotatorClass.post_sentiment", PostSentimentAnnotator.class.getName());
        p.setProperty("post_sentiment.models", settings.models().toString());
        p.setProperty("post_sentiment.weights", settings.weights().toString());
      }
      case CORENLP -> {
        p.setProperty("annotators", "tokenize,pos,ner,parse,sentiment" + vector);
        p.setProperty("parse.binaryTrees", "true");
        p.setProperty("parse.buildgraphs", "false");
        p.setProperty("parse.maxlen", Integer.toString(TreeSentiment.LONGEST_SENTENCE));
      }
    }
    return p;
  }

  /// What a statement shows of itself to the heads, as [Reaction#tuned] does of a post.
  public Optional<Vector> tuned(String text) {
    return encoder.map(e -> e.encode(PostText.readable(text)).tuned());
  }

  /// Statements with their vectors, in the space of the posts' vectors; none where no encoder is
  /// used.
  public Statements statements(List<String> texts) {
    return encoder
        .map(
            e ->
                new Statements(
                    texts,
                    texts.stream()
                        .map(t -> sentiment.meaning(e.encode(PostText.readable(t))))
                        .toList()))
        .orElseGet(() -> new Statements(List.of(), List.of()));
  }

  @Override
  public Reaction analyze(Post post) {
    String lang = languages.guess(post.text(), post.lang());
    if (!lang.equals("en") && !lang.equals("und")) return Reaction.unread(post, lang);

    Annotation document = new Annotation(post.text());
    pipeline.annotate(document);
    Optional<Encoder.Encoding> encoding =
        Optional.ofNullable(document.get(ChorusAnnotations.Encoding.class));
    Optional<Vector> vector = encoding.map(sentiment::meaning);
    Optional<Vector> tuned = encoding.map(Encoder.Encoding::tuned);
    Sentiment mood =
        switch (scorer) {
          case POSTS -> document.get(ChorusAnnotations.PostSentiment.class);
          case CORENLP -> TreeSentiment.of(document);
        };
    List<Span> sentences =
        document.get(CoreAnnotations.SentencesAnnotation.class).stream()
            .map(CoreNlpAnalyzer::span)
            .toList();
    Map<Target, List<Span>> named = stances.named(post.text());
    return new Reaction(
        post,
        lang,
        Optional.of(mood),
        mentions(post.text(), document, named),
        stances.score(post, named, sentences, mood, tuned, vector),
        sentences,
        vector,
        tuned);
  }

  /// What the stance on a declared target is decided from, for training.
  double[][] stanceFeatures(String target, Reaction reaction, Optional<double[]> labels) {
    return stances.features(target, reaction, labels);
  }

  private static Span span(CoreMap stretch) {
    return new Span(
        stretch.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
        stretch.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
  }

  /// The names of the declared targets, and those that the CRF finds beside them.
  private static List<Mention> mentions(
      String text, Annotation document, Map<Target, List<Span>> named) {
    List<Mention> mentions = new ArrayList<>();
    named.forEach(
        (target, spans) ->
            target
                .type()
                .ifPresent(
                    type -> {
                      for (Span span : spans) {
                        if (mentions.stream().noneMatch(m -> m.span().overlaps(span))) {
                          mentions.add(new Mention(span.of(text), span, type, target.name()));
                        }
                      }
                    }));
    List<CoreMap> found = document.get(CoreAnnotations.MentionsAnnotation.class);
    for (CoreMap m : found == null ? List.<CoreMap>of() : found) {
      Span span = span(m);
      String words = span.of(text);
      type(m.get(CoreAnnotations.NamedEntityTagAnnotation.class))
          .filter(type -> words.codePoints().anyMatch(Character::isLetter))
          .filter(type -> !words.startsWith("http") && !words.contains("://"))
          .filter(type -> mentions.stream().noneMatch(x -> x.span().overlaps(span)))
          .ifPresent(
              type -> mentions.add(new Mention(words, span, type, words.replaceAll("\\s+", " "))));
    }
    mentions.sort(Comparator.comparingInt(m -> m.span().start()));
    return mentions;
  }

  private static Optional<EntityType> type(String tag) {
    return switch (tag) {
      case "PERSON" -> Optional.of(EntityType.PERSON);
      case "ORGANIZATION" -> Optional.of(EntityType.ORGANIZATION);
      case "LOCATION" -> Optional.of(EntityType.LOCATION);
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    // CoreNLP keeps its annotators in a pool of the JVM, so there is nothing of ours to give back.
  }
}
