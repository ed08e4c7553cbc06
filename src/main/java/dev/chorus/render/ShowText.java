package dev.chorus.render;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Family;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Influence;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One reaction for a terminal, with why it got its scores and camp.
public final class ShowText {
  private static final int LABEL = 11;
  private static final int BAR = 20;

  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();

  private ShowText(Terminal terminal) {
    this.terminal = terminal;
  }

  /// @param family of near-identical posts, if it is in one
  /// @param influences what moved the sentiment, strongest first
  /// @param alike posts nearest in meaning, if they were asked for
  public static String of(
      Placed placed,
      Optional<Family> family,
      List<Influence> influences,
      Optional<List<SearchResult.Hit>> alike,
      Event event,
      Terminal terminal) {
    ShowText text = new ShowText(terminal);
    text.render(placed, family, influences, event);
    alike.ifPresent(hits -> text.alike(hits, event));
    return text.out.toString();
  }

  private void render(
      Placed placed, Optional<Family> family, List<Influence> influences, Event event) {
    Post post = placed.reaction().post();
    for (String paragraph : post.text().split("\\R")) {
      for (String line : Layout.wrap(Layout.clean(paragraph), terminal.textWidth())) {
        out.append(line).append('\n');
      }
    }
    out.append('\n');
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.author(post.author()));
    facts.add(post.kind().id());
    post.platform().map(Layout::clean).ifPresent(facts::add);
    post.createdAt().map(Object::toString).ifPresent(facts::add);
    facts.add(Layout.clean(post.id()));
    labelled("post", Phrases.list(facts, terminal));
    post.url().ifPresent(u -> labelled("url", Layout.clean(u)));
    post.links().inReplyTo().ifPresent(p -> labelled("reply to", Layout.clean(p)));
    if (post.engagement().interactions() > 0) {
      labelled(
          "engagement",
          Phrases.count(post.engagement().likes())
              + " likes, "
              + Phrases.count(post.engagement().reposts())
              + " reposts, "
              + Phrases.count(post.engagement().replies())
              + " replies");
    }
    post.notes().forEach(n -> labelled(terminal.either("⚑", "note"), Phrases.note(n)));
    family.ifPresent(
        f ->
            labelled(
                "family",
                Phrases.family(f, terminal)
                    + ", first "
                    + Layout.clean(f.id())
                    + Phrases.coordinated(f)));
    out.append('\n');
    if (placed.reaction().sentiment().isEmpty()) {
      labelled(
          "language",
          placed.reaction().lang() + ": the models read English only, so this post has no scores.");
      return;
    }
    placed.reaction().about().ifPresent(a -> labelled("about", Phrases.about(a)));
    sentiment(placed.reaction().sentiment().get());
    if (!influences.isEmpty()) {
      labelled(
          "moved by",
          influences.stream()
              .map(i -> influence(i, post.text()))
              .collect(Collectors.joining(terminal.either(" · ", ", "))));
    }
    String names =
        placed.reaction().mentions().stream()
            .map(
                m ->
                    Layout.clean(m.text())
                        + (m.text().equals(m.name()) ? "" : " (" + Layout.clean(m.name()) + ")")
                        + " "
                        + m.type().name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(terminal.either(" · ", ", ")));
    if (!names.isEmpty()) labelled("names", names);
    for (Stance stance : placed.reaction().stances()) stance(post, stance);
    String issues =
        placed.reaction().issues().stream()
            .map(i -> issue(i.id(), event) + String.format(Locale.ROOT, " %.2f", i.probability()))
            .collect(Collectors.joining(terminal.either(" · ", ", ")));
    if (!issues.isEmpty()) labelled("issues", issues);
    camp(placed.placement(), event);
  }

  private void alike(List<SearchResult.Hit> hits, Event event) {
    out.append('\n').append(terminal.bold("Nearest in meaning")).append('\n');
    if (hits.isEmpty()) {
      out.append("None: this post has no vector, or is alone with one.\n");
      return;
    }
    for (SearchResult.Hit hit : hits) {
      out.append('\n');
      SearchText.hit(out, hit, event, terminal);
      out.append("    ")
          .append(terminal.dim(String.format(Locale.ROOT, "cosine %.2f", hit.score())))
          .append('\n');
    }
  }

  private String influence(Influence influence, String text) {
    return terminal.either("“", "\"")
        + Layout.clean(influence.span().of(text))
        + terminal.either("”", "\"")
        + " "
        + Phrases.signed(influence.change(), terminal).strip();
  }

  private void sentiment(Sentiment s) {
    labelled(
        "sentiment", s.label().id() + ", score " + Phrases.signed(s.score(), terminal).strip());
    probability("positive", s.positive());
    probability("neutral", s.neutral());
    probability("negative", s.negative());
  }

  private void stance(Post post, Stance stance) {
    labelled(
        "stance",
        side(stance)
            + Layout.clean(stance.target())
            + String.format(Locale.ROOT, " (%.2f)", stance.probability()));
    stance
        .evidence()
        .ifPresent(
            e ->
                labelled(
                    "",
                    terminal.either("“", "\"")
                        + Layout.clean(e.of(post.text()))
                        + terminal.either("”", "\"")));
  }

  private String side(Stance stance) {
    if (stance.reported()) return "only passes it on: ";
    return switch (stance.side()) {
      case FAVOR -> terminal.either("▲ for ", "for ");
      case AGAINST -> terminal.either("▼ against ", "against ");
      case NONE -> "no side on ";
    };
  }

  /// The title that the event file gives it, if it still declares it.
  private static String issue(String id, Event event) {
    return event.issues().stream()
        .filter(i -> i.id().equals(id))
        .map(i -> Layout.clean(i.title()))
        .findFirst()
        .orElse(id);
  }

  private void camp(Placement placement, Event event) {
    labelled("camp", title(placement.camp(), event));
    probability(title(placement.camp(), event), placement.probability());
    placement.alternatives().stream()
        .limit(3)
        .forEach(a -> probability(title(a.camp(), event), a.probability()));
    for (Placement.Reason reason : placement.reasons()) {
      String weight =
          reason.weight() == 0 ? "" : String.format(Locale.ROOT, " (+%.1f)", reason.weight());
      labelled("because", Layout.clean(reason.what()) + weight);
    }
  }

  private static String title(String camp, Event event) {
    return event.camp(camp).map(c -> Layout.clean(c.title())).orElse("Unaligned");
  }

  private void probability(String label, double p) {
    int filled = (int) Math.round(p * BAR);
    String bar =
        terminal.either("█", "#").repeat(filled) + terminal.either("░", ".").repeat(BAR - filled);
    out.append(" ".repeat(LABEL))
        .append(Layout.left(label, 24))
        .append(bar)
        .append(String.format(Locale.ROOT, " %.2f", p))
        .append('\n');
  }

  private void labelled(String label, String text) {
    List<String> lines = Layout.wrap(text, terminal.textWidth() - LABEL);
    for (int i = 0; i < lines.size(); i++) {
      out.append(terminal.dim(Layout.left(i == 0 ? label : "", LABEL)))
          .append(lines.get(i))
          .append('\n');
    }
  }
}
