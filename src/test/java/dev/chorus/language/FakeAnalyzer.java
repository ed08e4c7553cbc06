package dev.chorus.language;

import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.post.Post;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Analyses posts by plain rules over their words, at once and without any model: for tests of what
/// is built on an analysis. Keeps [AnalyzerContract], as the real one does.
///
/// Praise and blame are counted by two short lists; a side follows the mood; a post reacts that
/// names the main target; the vector counts hashed words, so that texts with the same words are
/// alike. Only posts that are declared to be in another language than English are left unread.
public final class FakeAnalyzer implements Analyzer {
  private static final Set<String> PRAISE =
      Set.of("good", "great", "love", "wonderful", "amazing", "free", "best", "thanks", "win");

  private static final Set<String> BLAME =
      Set.of("bad", "awful", "hate", "terrible", "scam", "stole", "fake", "worst", "ban");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");

  private final Subject subject;

  /// @param subject what the posts are judged by
  public FakeAnalyzer(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Reaction analyze(Post post) {
    String lang = post.lang().map(l -> l.split("-")[0].toLowerCase(Locale.ROOT)).orElse("en");
    if (!lang.equals("en")) return Reaction.unread(post, lang);
    List<String> words = words(post.text());
    Sentiment mood = mood(words);
    List<Span> sentences = sentences(post.text());
    List<Mention> mentions = mentions(post.text());
    About about = about(post.text(), words);
    Optional<Vector> vector = Optional.of(vector(words));
    return new Reaction(
        post,
        lang,
        Optional.of(mood),
        Optional.of(about),
        mentions,
        stances(post, mood, sentences, about.reacts()),
        about.reacts() ? issues(post.text()) : List.of(),
        sentences,
        vector,
        vector);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) words.add(word.group().toLowerCase(Locale.ROOT));
    return words;
  }

  /// Laplace's rule of succession over the words of praise and blame, and one neutral word.
  private static Sentiment mood(List<String> words) {
    double positive = 1 + words.stream().filter(PRAISE::contains).count() * 4;
    double negative = 1 + words.stream().filter(BLAME::contains).count() * 4;
    double all = positive + negative + 2;
    return new Sentiment(negative / all, 2 / all, positive / all);
  }

  private About about(String text, List<String> words) {
    boolean named =
        subject
            .mainTarget()
            .map(t -> !new PhraseFinder(t.words()).find(text).isEmpty())
            .orElse(true);
    if (named) return new About(0.9, About.Kind.REACTION);
    return new About(0.1, words.size() < 4 ? About.Kind.FRAGMENT : About.Kind.OFF);
  }

  private List<Mention> mentions(String text) {
    List<Mention> mentions = new ArrayList<>();
    for (Target target : subject.targets()) {
      if (target.type().isEmpty()) continue;
      for (Span span : new PhraseFinder(target.names()).find(text)) {
        if (mentions.stream().anyMatch(m -> m.span().overlaps(span))) continue;
        mentions.add(new Mention(span.of(text), span, target.type().get(), target.name()));
      }
    }
    mentions.sort(Comparator.comparingInt(m -> m.span().start()));
    return mentions;
  }

  private List<Stance> stances(Post post, Sentiment mood, List<Span> sentences, boolean reacts) {
    List<Stance> stances = new ArrayList<>();
    List<String> asked = new ArrayList<>(post.targets());
    for (Target target : subject.targets()) {
      boolean wanted = asked.removeIf(target.name()::equalsIgnoreCase);
      List<Span> named = new PhraseFinder(target.words()).find(post.text());
      if (wanted || (reacts && !named.isEmpty())) {
        stances.add(stance(target.name(), mood, named, sentences));
      }
    }
    for (String name : asked) {
      List<Span> named = new PhraseFinder(List.of(name)).find(post.text());
      stances.add(stance(name, mood, named, sentences));
    }
    return stances;
  }

  private static Stance stance(
      String target, Sentiment mood, List<Span> named, List<Span> sentences) {
    Optional<Span> evidence =
        named.stream().findFirst().flatMap(n -> sentences.stream().filter(n::overlaps).findFirst());
    return switch (mood.label()) {
      case POSITIVE -> new Stance(target, Side.FAVOR, mood.positive(), evidence);
      case NEUTRAL -> new Stance(target, Side.NONE, mood.neutral(), evidence);
      case NEGATIVE -> new Stance(target, Side.AGAINST, mood.negative(), evidence);
    };
  }

  /// Two cue words say more than one.
  private List<Reaction.Spoken> issues(String text) {
    List<Reaction.Spoken> spoken = new ArrayList<>();
    for (Issue issue : subject.issues()) {
      int cues = new PhraseFinder(issue.cues()).distinct(text).size();
      if (cues > 0) spoken.add(new Reaction.Spoken(issue.id(), 1 - 1.0 / (1 + cues)));
    }
    spoken.sort(Comparator.comparingDouble(Reaction.Spoken::probability).reversed());
    return spoken;
  }

  private static List<Span> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<Span> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) from++;
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
      if (from < to) sentences.add(new Span(from, to));
      start = end;
    }
    return sentences;
  }

  private static Vector vector(List<String> words) {
    float[] counts = new float[Encoder.SIZE];
    // The constant gives a direction to texts without words.
    counts[0] = 0.5f;
    for (String word : words) counts[Math.floorMod(word.hashCode(), counts.length)]++;
    return Vector.ofDirection(counts);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
