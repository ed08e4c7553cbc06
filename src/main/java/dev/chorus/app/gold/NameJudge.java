package dev.chorus.app.gold;

import dev.chorus.camp.Placed;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.language.NamedSpan;
import dev.chorus.training.GoldNames;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges names. User names are left out, because data sets differ on whether those are names; so
/// are names of types that nobody looked for.
final class NameJudge {
  private NameJudge() {}

  static SpanEvaluation.MarkedPost judged(GoldNames gold, Placed placed) {
    return new SpanEvaluation.MarkedPost(
        gold.id(),
        gold.text(),
        marked(gold, gold.names().stream()),
        marked(
            gold,
            placed.reaction().mentions().stream().map(m -> new NamedSpan(m.span(), m.type()))));
  }

  private static Set<SpanEvaluation.Marked> marked(GoldNames post, Stream<NamedSpan> names) {
    return names
        .filter(n -> post.types().contains(n.type()))
        .filter(n -> !n.span().of(post.text()).startsWith("@"))
        // In some sets the sign is a token of its own.
        .filter(n -> !post.text().substring(0, n.span().start()).stripTrailing().endsWith("@"))
        .map(n -> new SpanEvaluation.Marked(n.span().start(), n.span().end(), n.type().name()))
        .collect(Collectors.toSet());
  }
}
