package dev.chorus.language.english;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Influence;
import dev.chorus.language.Span;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.text.PostText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells which words moved the mood of a post, by leaving them out (occlusion; Zeiler & Fergus
/// 2014, Li, Monroe & Jurafsky 2016): what the score loses without them is what they added.
///
/// Holds for any model, since it only asks it again. Words can hide behind each other: where two
/// say the same, leaving out one changes little. So pairs of neighbours are tried as well, and the
/// words are left out one after the other, each from what is left: their changes add up to that of
/// leaving them all out.
public final class SentimentExplainer {
  /// Below this a change of log-odds is noise; near a score of 0 the score changes as much.
  private static final double LEAST_CHANGE = 0.03;

  private static final int MOST_INFLUENCES = 6;

  /// So many are left out one after the other; each costs the model a few times.
  private static final int MOST_CANDIDATES = 12;

  /// A score that counts as certain.
  private static final double LARGEST = 0.999;

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
        SentimentModel model = SentimentModel.read(settings.folder());
        Optional<Encoder> encoder = Encoder.of(settings.folder());
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
    List<Span> left = candidates(text);
    List<Span> gone = new ArrayList<>();
    List<Influence> chosen = new ArrayList<>();
    double before = score.applyAsDouble(text);
    while (chosen.size() < MOST_INFLUENCES && !left.isEmpty()) {
      Span strongest = null;
      double after = before;
      for (Span next : left) {
        double without = score.applyAsDouble(without(text, gone, next));
        if (strongest == null || moved(before, without) > moved(before, after)) {
          strongest = next;
          after = without;
        }
      }
      if (moved(before, after) < LEAST_CHANGE) break;
      Span found = strongest;
      chosen.add(new Influence(found, before - after));
      gone.add(found);
      left.removeIf(found::overlaps);
      before = after;
    }
    return chosen;
  }

  /// The words, and pairs of neighbours, that move the score most when left out alone.
  private List<Span> candidates(String text) {
    List<Span> words = new ArrayList<>();
    for (Matcher m = WORD.matcher(text); m.find() && words.size() < MOST_WORDS; ) {
      words.add(new Span(m.start(), m.end()));
    }
    double whole = score.applyAsDouble(text);
    record Candidate(Span span, double moved) {}
    List<Candidate> all = new ArrayList<>();
    for (Span word : words) all.add(new Candidate(word, moved(text, word, whole)));
    for (int i = 0; i + 1 < words.size(); i++) {
      Span pair = new Span(words.get(i).start(), words.get(i + 1).end());
      double together = moved(text, pair, whole);
      if (together > all.get(i).moved() + all.get(i + 1).moved()) {
        all.add(new Candidate(pair, together));
      }
    }
    return all.stream()
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -c.moved())
                .thenComparingInt(c -> c.span().start()))
        .limit(MOST_CANDIDATES)
        .map(Candidate::span)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private double moved(String text, Span span, double whole) {
    return moved(whole, score.applyAsDouble(without(text, List.of(), span)));
  }

  /// How far a score moved, in log-odds: near its ends the score itself hardly moves.
  private static double moved(double from, double to) {
    return Math.abs(logOdds(from) - logOdds(to));
  }

  private static double logOdds(double score) {
    double inside = Math.clamp(score, -LARGEST, LARGEST);
    return Math.log((1 + inside) / (1 - inside)) / 2;
  }

  private static String without(String text, List<Span> gone, Span next) {
    List<Span> all = new ArrayList<>(gone);
    all.add(next);
    all.sort(Comparator.comparingInt(Span::start));
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (Span span : all) {
      kept.append(text, at, span.start()).append(' ');
      at = span.end();
    }
    return kept.append(text, at, text.length()).toString();
  }
}
