package dev.chorus.render;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Family;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Influence;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One reaction whole, with why it got its scores and camp.
public final class ShowOutline {
  private static final int ALTERNATIVES = 3;

  private final Placed placed;
  private final Event event;

  private ShowOutline(Placed placed, Event event) {
    this.placed = placed;
    this.event = event;
  }

  /// @param family of near-identical posts, if it is in one
  /// @param influences what moved the sentiment, strongest first
  /// @param alike posts nearest in meaning, if they were asked for
  public static Outline of(
      Placed placed,
      Optional<Family> family,
      List<Influence> influences,
      Optional<List<SearchResult.Hit>> alike,
      Event event) {
    ShowOutline show = new ShowOutline(placed, event);
    List<Section> sections = new ArrayList<>();
    sections.add(show.text());
    sections.add(show.post(family));
    sections.add(show.analysis(influences));
    alike.ifPresent(hits -> sections.addAll(alike(hits, event)));
    return new Outline(sections);
  }

  private Section text() {
    List<Block> paragraphs = new ArrayList<>();
    for (String paragraph : placed.reaction().post().text().split("\\R")) {
      paragraphs.add(new Outline.Paragraph(Text.said(paragraph), false));
    }
    return Section.of(paragraphs);
  }

  private Section post(Optional<Family> family) {
    Post post = placed.reaction().post();
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(Phrases.author(post.author())));
    facts.add(Text.of(post.kind().id()));
    post.platform().map(Text::said).ifPresent(facts::add);
    post.createdAt().map(t -> Text.of(t.toString())).ifPresent(facts::add);
    facts.add(Text.said(post.id()));
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("post", Text.join(Sign.ITEM, facts)));
    post.url().ifPresent(u -> fields.add(new Field("url", Text.said(u))));
    post.links().inReplyTo().ifPresent(p -> fields.add(new Field("reply to", Text.said(p))));
    if (post.engagement().interactions() > 0) {
      fields.add(
          new Field(
              "engagement",
              Text.of(
                  Phrases.count(post.engagement().likes())
                      + " likes, "
                      + Phrases.count(post.engagement().reposts())
                      + " reposts, "
                      + Phrases.count(post.engagement().replies())
                      + " replies")));
    }
    post.rating()
        .ifPresent(
            stars ->
                fields.add(
                    new Field(
                        "rating",
                        Text.of(
                            stars.toPlainString()
                                + (stars.equals(BigDecimal.ONE) ? " star" : " stars")))));
    post.notes().forEach(n -> fields.add(new Field(Text.of(Sign.NOTE), Text.of(Phrases.note(n)))));
    family.ifPresent(
        f ->
            fields.add(
                new Field("family", Phrases.family(f).plus(", first " + Layout.clean(f.id())))));
    return Section.of(new Outline.Fields(fields));
  }

  private Section analysis(List<Influence> influences) {
    Reaction reaction = placed.reaction();
    if (reaction.sentiment().isEmpty()) {
      String unread =
          reaction.lang() + ": the models read English only, so this post has no scores.";
      return Section.of(fields(new Field("language", Text.of(unread))));
    }
    List<Block> blocks = new ArrayList<>();
    reaction
        .about()
        .ifPresent(a -> blocks.add(fields(new Field("about", Text.of(Phrases.about(a))))));
    sentiment(blocks, reaction.sentiment().get());
    blocks.add(new Outline.Fields(found(influences)));
    camp(blocks, placed.placement());
    return Section.of(blocks);
  }

  private static Block fields(Field... fields) {
    return new Outline.Fields(List.of(fields));
  }

  private static void sentiment(List<Block> blocks, Sentiment s) {
    blocks.add(
        fields(
            new Field(
                "sentiment",
                Text.of(s.label().id() + ", score ").plus(Phrases.signed(s.score())))));
    blocks.add(new Outline.Gauge("positive", s.positive()));
    blocks.add(new Outline.Gauge("neutral", s.neutral()));
    blocks.add(new Outline.Gauge("negative", s.negative()));
  }

  /// What moved the mood, and what the post names, takes sides on and speaks of.
  private List<Field> found(List<Influence> influences) {
    Reaction reaction = placed.reaction();
    String text = reaction.post().text();
    List<Field> fields = new ArrayList<>();
    list(
        fields,
        "moved by",
        influences.stream()
            .map(i -> Text.quoted(i.span().of(text)).plus(" ").plus(Phrases.signed(i.change())))
            .toList());
    list(
        fields,
        "names",
        reaction.mentions().stream()
            .map(
                m ->
                    Layout.clean(m.text())
                        + (m.text().equals(m.name()) ? "" : " (" + Layout.clean(m.name()) + ")")
                        + " "
                        + m.type().name().toLowerCase(Locale.ROOT))
            .distinct()
            .map(Text::of)
            .toList());
    for (Stance stance : reaction.stances()) {
      fields.add(
          new Field(
              "stance",
              Phrases.stance(stance)
                  .plus(String.format(Locale.ROOT, " (%.2f)", stance.probability()))));
      stance.evidence().ifPresent(e -> fields.add(new Field("", Text.quoted(e.of(text)))));
    }
    list(
        fields,
        "issues",
        reaction.issues().stream()
            .map(i -> issue(i.id()) + String.format(Locale.ROOT, " %.2f", i.probability()))
            .map(Text::of)
            .toList());
    return fields;
  }

  private static void list(List<Field> fields, String label, List<Text> values) {
    if (!values.isEmpty()) fields.add(new Field(label, Text.join(Sign.ITEM, values)));
  }

  /// The title that the event file gives it, if it still declares it.
  private String issue(String id) {
    return event.issues().stream()
        .filter(i -> i.id().equals(id))
        .map(i -> Layout.clean(i.title()))
        .findFirst()
        .orElse(id);
  }

  private void camp(List<Block> blocks, Placement placement) {
    String title = title(placement.camp());
    blocks.add(fields(new Field("camp", Text.of(title))));
    blocks.add(new Outline.Gauge(title, placement.probability()));
    placement.alternatives().stream()
        .limit(ALTERNATIVES)
        .forEach(a -> blocks.add(new Outline.Gauge(title(a.camp()), a.probability())));
    List<Field> reasons = new ArrayList<>();
    for (Placement.Reason reason : placement.reasons()) {
      String weight =
          reason.weight() == 0 ? "" : String.format(Locale.ROOT, " (+%.1f)", reason.weight());
      reasons.add(new Field("because", Text.said(reason.what()).plus(weight)));
    }
    blocks.add(new Outline.Fields(reasons));
  }

  private String title(String camp) {
    return event.camp(camp).map(c -> Layout.clean(c.title())).orElse(Phrases.UNALIGNED);
  }

  private static List<Section> alike(List<SearchResult.Hit> hits, Event event) {
    Outline.Head head = new Outline.Heading(Outline.Level.LIST, "Nearest in meaning", Text.EMPTY);
    if (hits.isEmpty()) {
      Text none = Text.of("None: this post has no vector, or is alone with one.");
      return List.of(Section.under(head, List.of(new Outline.Line(none, false))));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(Section.under(head, List.of()));
    for (SearchResult.Hit hit : hits) {
      Text cosine = Text.of(String.format(Locale.ROOT, "cosine %.2f", hit.score()));
      sections.add(Section.of(SearchOutline.hit(hit, event, Optional.of(cosine))));
    }
    return sections;
  }
}
