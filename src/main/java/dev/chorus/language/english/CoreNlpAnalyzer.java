package dev.chorus.language.english;

import dev.chorus.language.About;
import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Span;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.Alike;
import dev.chorus.language.head.Heads;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.head.StanceScorer;
import dev.chorus.language.text.Gazetteer;
import dev.chorus.language.text.LanguageGuesser;
import dev.chorus.post.Post;
import dev.chorus.post.PostSyntax;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// One CoreNLP pipeline a post: tokens, sentences, the vectors, names, the mood; then the stances.
public final class CoreNlpAnalyzer implements Analyzer {
  private static final Pattern INITIAL = Pattern.compile("(?<![^ -])\\p{Ll}");

  private final StanfordCoreNLP pipeline;
  private final LanguageGuesser languages = LanguageGuesser.shared();
  private final AnalyzerSettings.Scorer scorer;
  private final SentimentModel sentiment;
  private final Heads heads;
  private final Gazetteer declared;
  private final Gazetteer known;

  /// Loads the models: some seconds and about half a gigabyte of heap.
  ///
  /// @throws ModelException if a model is missing or damaged
  public CoreNlpAnalyzer(AnalyzerSettings settings) {
    this(settings, Heads.of(settings));
  }

  /// The same with other heads, such as those that nothing taught yet.
  ///
  /// @throws ModelException if a model is missing or damaged
  public CoreNlpAnalyzer(AnalyzerSettings settings, Heads heads) {
    this.scorer = settings.scorer();
    this.declared = settings.names().map(Gazetteer::read).orElseGet(() -> new Gazetteer(List.of()));
    this.known = declared.and(names(settings.targets()));
    this.sentiment = SentimentModel.read(settings.folder());
    CoreNlpModels.check(settings);
    this.pipeline = new StanfordCoreNLP(properties(settings));
    this.heads = heads;
  }

  private static Properties properties(AnalyzerSettings settings) {
    Properties p = new Properties();
    p.setProperty("enforceRequirements", "false");
    p.setProperty("tokenize.options", "untokenizable=noneKeep,invertible=true");
    p.setProperty("customAnnotatorClass.tokens", TokenAnnotator.class.getName());
    String names = names(settings, p);
    switch (settings.scorer()) {
      case POSTS -> {
        p.setProperty("annotators", "tokens," + names + ",post_sentiment");
        p.setProperty(
            "customAnnotatorClass.post_sentiment", PostSentimentAnnotator.class.getName());
        p.setProperty("post_sentiment.models", settings.models().toString());
        p.setProperty("post_sentiment.fast", Boolean.toString(settings.fast()));
      }
      case CORENLP -> {
        p.setProperty("annotators", "tokens,pos,parse,sentiment," + names);
        p.setProperty("parse.binaryTrees", "true");
        p.setProperty("parse.buildgraphs", "false");
        p.setProperty("parse.maxlen", Integer.toString(TreeSentiment.LONGEST_SENTENCE));
      }
    }
    return p;
  }

  /// The annotators that find names. Without the encoder it is a single CRF of CoreNLP's without
  /// part-of-speech tags, dates, numbers and fine-grained types: some fifty times as fast as its
  /// stock `ner`, for the types that Chorus shows.
  private static String names(AnalyzerSettings settings, Properties p) {
    if (settings.fast()) {
      p.setProperty("ner.model", CoreNlpModels.NAMES);
      p.setProperty("ner.statisticalOnly", "true");
      p.setProperty("ner.applyNumericClassifiers", "false");
      p.setProperty("ner.applyFineGrained", "false");
      p.setProperty("ner.useSUTime", "false");
      return "ner";
    }
    p.setProperty("customAnnotatorClass.vector", VectorAnnotator.class.getName());
    p.setProperty("vector.models", settings.models().toString());
    p.setProperty("customAnnotatorClass.names", NameAnnotator.class.getName());
    p.setProperty("names.models", settings.models().toString());
    return "vector,names";
  }

  @Override
  public Reaction analyze(Post post) {
    String lang = languages.guess(post.text(), post.lang());
    if (!lang.equals("en") && !lang.equals("und")) return Reaction.unread(post, lang);

    Annotation document = new Annotation(post.text());
    pipeline.annotate(document);
    Optional<EncodedPost> read = Optional.ofNullable(document.get(ChorusAnnotations.Read.class));
    Optional<Encoder.Encoding> encoding = read.map(EncodedPost::encoding);
    Optional<Vector> vector = encoding.map(sentiment::meaning);
    Optional<Vector> tuned = encoding.map(Encoder.Encoding::both);
    Sentiment mood =
        switch (scorer) {
          case POSTS -> document.get(ChorusAnnotations.PostSentiment.class);
          case CORENLP -> TreeSentiment.of(document);
        };
    List<Span> sentences =
        document.get(CoreAnnotations.SentencesAnnotation.class).stream()
            .map(CoreNlpAnalyzer::span)
            .toList();
    Map<Target, List<Span>> named = heads.stances().named(post.text());
    Optional<About> whether =
        heads.about().map(a -> a.judge(post.text(), tuned, vector, named.keySet()));
    boolean reacts = whether.map(About::reacts).orElse(true);
    return new Reaction(
        post,
        lang,
        Optional.of(mood),
        whether,
        mentions(post.text(), document),
        heads
            .stances()
            .score(
                new StanceScorer.Reading(post, named, sentences, mood, read, tuned, vector),
                reacts),
        reacts ? heads.issues().find(post.text(), tuned, vector) : List.of(),
        sentences,
        vector,
        tuned);
  }

  private static Span span(CoreMap stretch) {
    return new Span(
        stretch.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
        stretch.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
  }

  /// Amounts of money, the names that are known beforehand, those of families, and the names found
  /// beside them.
  private List<Mention> mentions(String text, Annotation document) {
    List<Mention> mentions = new ArrayList<>();
    for (Span span : MoneyFinder.find(text)) {
      mentions.add(new Mention(span.of(text), span, EntityType.MONEY, folded(span.of(text))));
    }
    for (Mention one : knownNames(text)) add(mentions, one);
    List<Mention> unknown = new ArrayList<>();
    for (NamedSpan name : found(document)) {
      String words = name.span().of(text);
      if (words.codePoints().noneMatch(Character::isLetter)) continue;
      if (PostSyntax.isLink(words) || NoNames.has(words)) continue;
      if (mentions.stream().anyMatch(m -> m.span().overlaps(name.span()))) continue;
      Optional<Gazetteer.ListedName> entry = entry(folded(words), name.type());
      Mention one =
          new Mention(
              words,
              name.span(),
              entry.map(Gazetteer.ListedName::type).orElse(name.type()),
              entry.map(Gazetteer.ListedName::name).orElseGet(() -> spelled(words, name.type())));
      (entry.isPresent() ? mentions : unknown).add(one);
    }
    mentions.addAll(Alike.joined(unknown));
    mentions.sort(Comparator.comparingInt(m -> m.span().start()));
    return mentions;
  }

  /// What is declared and what is of a family; of two that overlap the longer one, else what is
  /// declared as a name. To a target its products belong as well: there a family says more.
  private List<Mention> knownNames(String text) {
    List<Mention> names = new ArrayList<>(known.find(text));
    for (Mention one : NameFamilies.find(text)) {
      List<Mention> overlapping =
          names.stream().filter(m -> m.span().overlaps(one.span())).toList();
      if (overlapping.stream().allMatch(m -> yields(m, one))) {
        names.removeAll(overlapping);
        names.add(one);
      }
    }
    return names;
  }

  private boolean yields(Mention known, Mention ofFamily) {
    if (known.text().length() != ofFamily.text().length()) {
      return known.text().length() < ofFamily.text().length();
    }
    return declared
        .known(folded(known.text()))
        .filter(e -> e.name().equals(known.name()))
        .isEmpty();
  }

  private static void add(List<Mention> mentions, Mention one) {
    if (mentions.stream().noneMatch(m -> m.span().overlaps(one.span()))) mentions.add(one);
  }

  /// What is known of a name that was found; of a place also if it is written small: "us".
  private Optional<Gazetteer.ListedName> entry(String name, EntityType type) {
    Optional<Gazetteer.ListedName> entry = known.known(name);
    if (entry.isPresent() || type != EntityType.LOCATION) return entry;
    return known.known(name.toUpperCase(Locale.ROOT)).filter(e -> e.type() == type);
  }

  /// How a name is written whatever the post: without the sign of a tag, and with a capital unless
  /// it is a product's, which may do without.
  private static String spelled(String words, EntityType type) {
    String bare = PostSyntax.bare(folded(words));
    boolean small = bare.equals(bare.toLowerCase(Locale.ROOT)) && type != EntityType.PRODUCT;
    return small ? INITIAL.matcher(bare).replaceAll(m -> m.group().toUpperCase(Locale.ROOT)) : bare;
  }

  private static String folded(String words) {
    return words.replaceAll("\\s+", " ");
  }

  /// The entities among the targets, as names.
  private static List<Gazetteer.ListedName> names(List<Target> targets) {
    return targets.stream()
        .filter(t -> t.type().isPresent())
        .map(t -> new Gazetteer.ListedName(t.name(), t.type().get(), t.names()))
        .toList();
  }

  /// What either annotator found.
  private static List<NamedSpan> found(Annotation document) {
    List<NamedSpan> names = document.get(ChorusAnnotations.Names.class);
    if (names != null) return names;
    List<NamedSpan> found = new ArrayList<>();
    List<CoreMap> mentions = document.get(CoreAnnotations.MentionsAnnotation.class);
    for (CoreMap m : mentions == null ? List.<CoreMap>of() : mentions) {
      type(m.get(CoreAnnotations.NamedEntityTagAnnotation.class))
          .ifPresent(type -> found.add(new NamedSpan(span(m), type)));
    }
    return found;
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
