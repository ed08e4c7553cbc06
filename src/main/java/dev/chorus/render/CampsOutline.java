package dev.chorus.render;

import dev.chorus.language.About;
import dev.chorus.post.Kind;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stance summaries: an overview on one screen, a section for each camp, then the debate
/// between them.
public final class CampsOutline {
  private final CampsReport report;
  private final CampNames names;

  private CampsOutline(CampsReport report) {
    this.report = report;
    this.names = new CampNames(report);
  }

  public static Outline of(CampsReport report) {
    return new CampsOutline(report).outline();
  }

  private Outline outline() {
    List<Section> sections = new ArrayList<>();
    sections.add(title());
    sections.add(overview());
    int number = 0;
    for (CampSummary camp : report.camps()) {
      if (camp.posts() == 0) continue;
      sections.add(CampSection.of(++number, names.of(camp.id()), camp));
    }
    sections.addAll(new DebateOutline(report, names).sections());
    report
        .breakdown()
        .filter(b -> !b.groups().isEmpty())
        .ifPresent(b -> sections.add(BreakdownSection.of(b, names)));
    sections.add(method());
    return new Outline(sections);
  }

  private Section title() {
    CampsReport.Corpus corpus = report.corpus();
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(Phrases.corpus(corpus)));
    if (corpus.first().isPresent()) {
      facts.add(Phrases.range(corpus.first().get(), corpus.last().orElseThrow()));
    }
    if (!corpus.unread().isEmpty()) {
      int unread = corpus.unread().values().stream().mapToInt(Integer::intValue).sum();
      facts.add(
          Text.of(
              Phrases.count(unread)
                  + " not in English ("
                  + corpus.unread().entrySet().stream()
                      .map(e -> e.getKey() + " " + e.getValue())
                      .collect(Collectors.joining(", "))
                  + ")"));
    }
    if (corpus.copies() > 0) facts.add(Text.of(Phrases.count(corpus.copies(), "copy", "copies")));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Outline.Title(Layout.clean(report.title()), facts));
    int illustrative = corpus.kinds().getOrDefault(Kind.ILLUSTRATIVE.id(), 0);
    if (illustrative > 0) {
      blocks.add(
          new Outline.Paragraph(
              Phrases.count(illustrative, "post is", "posts are")
                  + " illustrative: written for a sample corpus, nobody's own words.",
              true));
    }
    return Section.of(blocks);
  }

  private Section overview() {
    if (report.corpus().noneReacts()) return withoutShares(noneReacts(report.corpus()));
    if (report.unaligned().share().isEmpty()) {
      return withoutShares(
          "Too few to say: "
              + Phrases.count(report.corpus().authors(), "author", "authors")
              + "; shares are given from "
              + CampsReport.LEAST_AUTHORS
              + " authors on.");
    }
    Text legend =
        Text.of("Share of authors: ")
            .plus(Sign.FULL)
            .plus(" up to the low end of its 95% interval, ")
            .plus(Sign.OPEN_END)
            .plus(" to the high end. Copies of one text count once.");
    List<Outline.Bar> bars =
        Stream.concat(report.camps().stream(), Stream.of(report.unaligned()))
            .map(this::bar)
            .toList();
    return Section.of(new Outline.Bars(legend, report.trusted().isPresent(), bars, others()))
        .named("shares");
  }

  private Section withoutShares(String why) {
    return Section.of(
        new Outline.Paragraph(why, false),
        new Outline.Bars(Text.EMPTY, false, List.of(), others()));
  }

  private Outline.Bar bar(CampSummary camp) {
    return new Outline.Bar(
        names.of(camp.id()),
        camp.share().orElseThrow(),
        true,
        Text.figure("camp." + camp.id() + ".share", Phrases.share(camp.share().orElseThrow())),
        Text.EMPTY,
        OptionalDouble.empty(),
        camp.mood().map(m -> OptionalDouble.of(m.mean())).orElse(OptionalDouble.empty()),
        CampSection.sides(camp)
            .max(Comparator.comparingInt(s -> s.favor() + s.against()))
            .map(s -> new Outline.Sides(Layout.clean(s.target()), s.favor(), s.against())));
  }

  private String noneReacts(CampsReport.Corpus corpus) {
    int posts = corpus.notReacting();
    String which =
        (corpus.unread().isEmpty() ? "" : " in English")
            + (corpus.copies() == 0 ? "" : ", copies aside,");
    String event = " to " + Layout.clean(report.title()) + ".";
    return posts == 1
        ? "The only post" + which + " does not react" + event
        : "None of the " + Phrases.count(posts) + " posts" + which + " reacts" + event;
  }

  /// The posts that are in no share because they do not react.
  private Optional<Field> others() {
    CampsReport.Corpus corpus = report.corpus();
    if (corpus.others().isEmpty()) return Optional.empty();
    String kinds =
        Arrays.stream(About.Kind.values())
            .filter(kind -> corpus.others().containsKey(kind.id()))
            .sorted(Comparator.comparing(kind -> -corpus.others().get(kind.id())))
            .map(kind -> Phrases.about(kind, corpus.others().get(kind.id())))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Field(
            "Not about the event",
            Text.of(
                Phrases.count(corpus.notReacting(), "post", "posts") + ", in no share: " + kinds)));
  }

  /// How far the figures can be trusted, and what they come from.
  private Section method() {
    String sure =
        report
            .trusted()
            .map(
                t ->
                    "How sure is this? The model's camp was right for "
                        + Phrases.percent(t.accuracy())
                        + " of "
                        + Phrases.count(t.labelled())
                        + " labelled posts that it had not learned from. Shares are corrected by"
                        + " what it got wrong there, so they need not agree with the posts counted"
                        + " in a camp; the intervals cover that and the chance of which authors are"
                        + " in the corpus.")
            .orElse(
                "How sure is this? Camps are a model's judgement of each post, and no labelled"
                    + " posts say how often it is right for this event. The intervals cover the"
                    + " chance of which authors are in the corpus, not the model's mistakes.");
    Text run =
        Text.join(
            Sign.ITEM,
            report.provenance().entrySet().stream()
                .map(e -> Text.of(e.getKey() + " " + e.getValue()))
                .toList());
    return Section.of(
        new Outline.Paragraph(
            sure
                + " These are posters, not the public. Every quote is an exact stretch of the post"
                + " whose id it carries.",
            true),
        new Outline.Paragraph(run, true));
  }
}
