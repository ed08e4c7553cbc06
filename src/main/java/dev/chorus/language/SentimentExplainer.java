package dev.chorus.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which words moved the mood of a post, by leaving them out (occlusion; Zeiler & Fergus
/// 2014, Li, Monroe & Jurafsky 2016): what the score loses without them is what they added.
///
/// Holds for any model, since it only asks it again. Words can hide behind each other: where two
/// say the same, leaving out one changes little, so pairs of neighbours are tried as well.
public final class SentimentExplainer {
  /// A stretch of the post that moved its score.
  ///
  /// @param span in the post's text
  /// @param change the score with it minus the score without it, from -2 to 2
  public record Influence(Span span, double change) {}

  /// Below this a change is noise.
  private static final double LEAST_CHANGE = 0.02;

  private static final int MOST_INFLUENCES = 6;

  /// Words that are tried, the first ones; each costs the model twice.
  private static final int MOST_WORDS = 120;

  private static final Pattern WORD =
      Pattern.compile("[@#$]?[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’_-]*|\\p{So}[\\p{Mn}\\p{Sk}]*");

  private final ToDoubleFunction<String> score;

  /// @param score of a text
  SentimentExplainer(ToDoubleFunction<String> score) {
    this.score = score;
  }

  /// For the models of an analysis; none for CoreNLP's own sentiment, which is too slow to be asked
  /// again and again.
  ///
  /// @throws ModelException if a model is missing or damaged
  public static Optional<SentimentExplainer> of(AnalyzerSettings settings) {
    return switch (settings.scorer()) {
      case CORENLP -> Optional.empty();
      case POSTS -> {
        SentimentModel model = ModelFiles.readSentiment(settings.weights(), settings.models());
        Optional<Encoder> encoder = settings.encoder();
        yield Optional.of(
            new SentimentExplainer(
                text ->
                    model
                        .score(text, encoder.map(e -> e.encode(PostText.readable(text)).tuned()))
                        .score()));
      }
    };
  }

  /// The stretches that moved the score most, strongest first, without overlap.
  public List<Influence> explain(String text) {
    List<Span> words = new ArrayList<>();
    for (Matcher m = WORD.matcher(text); m.find() && words.size() < MOST_WORDS; ) {
      words.add(new Span(m.start(), m.end()));
    }
    double whole = score.applyAsDouble(text);
    List<Influence> alone = words.stream().map(w -> influence(text, w, whole)).toList();
    List<Influence> all = new ArrayList<>(alone);
    for (int i = 0; i + 1 < words.size(); i++) {
      Influence pair =
          influence(text, new Span(words.get(i).start(), words.get(i + 1).end()), whole);
      double apart = Math.abs(alone.get(i).change()) + Math.abs(alone.get(i + 1).change());
      if (Math.abs(pair.change()) > apart) all.add(pair);
    }
    all.sort(
        Comparator.comparingDouble((Influence i) -> -Math.abs(i.change()))
            .thenComparingInt(i -> i.span().start()));
    List<Influence> chosen = new ArrayList<>();
    for (Influence next : all) {
      if (chosen.size() == MOST_INFLUENCES || Math.abs(next.change()) < LEAST_CHANGE) break;
      if (chosen.stream().noneMatch(c -> c.span().overlaps(next.span()))) chosen.add(next);
    }
    return chosen;
  }

  private Influence influence(String text, Span span, double whole) {
    String without = text.substring(0, span.start()) + " " + text.substring(span.end());
    return new Influence(span, whole - score.applyAsDouble(without));
  }
}
