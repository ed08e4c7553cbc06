package dev.chorus.render;

import dev.chorus.post.Kind;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The stance summaries: an overview on one screen, what the debate is about, a section for each
/// camp, what lies between the camps, and how all of it came about.
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
    sections.add(Section.of(new Outline.Finding(FindingSentences.of(report))).named("finding"));
    shares().ifPresent(sections::add);
    TimelineSection.of(report, names).ifPresent(sections::add);
    IssuesSection.of(report, names).ifPresent(sections::add);
    int number = 0;
    for (CampSummary camp : report.camps()) {
      if (camp.posts() == 0) continue;
      sections.add(CampSection.of(++number, names.of(camp.id()), camp, report.corpus().unit()));
    }
    sections.addAll(new DebateOutline(report, names).sections());
    report
        .breakdown()
        .filter(b -> !b.groups().isEmpty())
        .ifPresent(b -> sections.add(BreakdownSection.of(b, names)));
    LeftOutSection.of(report).ifPresent(sections::add);
    sections.add(method());
    sections.add(provenance());
    return new Outline(sections);
  }

  private Section title() {
    CampsReport.Corpus corpus = report.corpus();
    List<Text> facts = new ArrayList<>();
    facts.add(Phrases.corpus("corpus", corpus));
    if (corpus.first().isPresent()) {
      facts.add(
          Text.figure(
              "corpus.time", Phrases.range(corpus.first().get(), corpus.last().orElseThrow())));
    }
    if (!corpus.unread().isEmpty()) {
      int unread = corpus.unread().values().stream().mapToInt(Integer::intValue).sum();
      facts.add(Text.figure("corpus.unread", Phrases.count(unread)).plus(" not in English"));
    }
    if (corpus.copies() > 0) {
      facts.add(
          Text.figure("corpus.copies", Phrases.count(corpus.copies()))
              .plus(corpus.copies() == 1 ? " copy" : " copies"));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Outline.Title(Layout.clean(report.title()), facts));
    int illustrative = corpus.kinds().getOrDefault(Kind.ILLUSTRATIVE.id(), 0);
    if (illustrative > 0) {
      blocks.add(
          new Outline.Paragraph(
              Phrases.counted("corpus.illustrative", illustrative, "post is", "posts are")
                  .plus(" illustrative: written for a sample corpus, nobody's own words."),
              true));
    }
    return Section.of(blocks);
  }

  /// Empty where there is nothing to draw and nothing was left out.
  private Optional<Section> shares() {
    if (report.unaligned().share().isEmpty()) {
      return LeftOutSection.inShort(report)
          .map(rest -> new Outline.Bars(Text.EMPTY, false, List.of(), Optional.of(rest)))
          .map(bars -> Section.of(bars).named("shares"));
    }
    Text legend =
        Text.of(
                report.corpus().unit() == CampsReport.Unit.AUTHORS
                    ? "Share of authors who reacted: "
                    : "Share of posts that react (their authors are not known): ")
            .plus(Sign.FULL)
            .plus(" up to the low end of its 95% interval, ")
            .plus(Sign.OPEN_END)
            .plus(" to the high end. Copies of one text count once.");
    List<Outline.Bar> bars =
        Stream.concat(report.camps().stream(), Stream.of(report.unaligned()))
            .map(this::bar)
            .toList();
    return Optional.of(
        Section.of(
                new Outline.Bars(
                    legend, report.corrected().isPresent(), bars, LeftOutSection.inShort(report)))
            .named("shares"));
  }

  private Outline.Bar bar(CampSummary camp) {
    Share share = camp.share().orElseThrow();
    return new Outline.Bar(
        names.of(camp.id()),
        share,
        camp.told(),
        Text.figure("camp." + camp.id() + ".share", Phrases.share(report, camp)),
        camp.rank().map(r -> Phrases.rank(camp.id(), r)).orElse(Text.EMPTY),
        camp.withCopies()
            .filter(w -> camp.told())
            .filter(w -> Math.round(w.estimate() * 100) != Math.round(share.estimate() * 100))
            .map(w -> OptionalDouble.of(w.estimate()))
            .orElse(OptionalDouble.empty()),
        camp.mood()
            .filter(m -> camp.authors() >= CampsReport.SMALL)
            .map(m -> OptionalDouble.of(m.mean()))
            .orElse(OptionalDouble.empty()),
        CampSection.sides(camp)
            .filter(s -> camp.told())
            .max(Comparator.comparingInt(s -> s.favor() + s.against()))
            .map(s -> new Outline.Sides(Layout.clean(s.target()), s.favor(), s.against())));
  }

  /// How the figures come about, and what they do not tell.
  private Section method() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Outline.Paragraph(
            "A model judges each post: whether it reacts to the event, which camp it is in, its"
                + " mood, its sides. A share is given with its 95% interval: if posts like these"
                + " were collected again and again, it would hold the share of all such authors 95"
                + " times in 100.",
            false));
    blocks.add(new Outline.Paragraph(Phrases.howSure(report), false));
    blocks.add(
        new Outline.Paragraph(
            "A camp whose interval overlaps another's is not told apart from it; its rank is the"
                + " places that it may have. Below "
                + CampsReport.LEAST_AUTHORS
                + " authors, or with an interval wider than 30 points, there is too few to say. The"
                + " authors are those who posted and were collected: posters, not the public.",
            false));
    blocks.add(
        new Outline.Paragraph(
            "Every quote in quotation marks is an exact stretch of the post whose id it carries."
                + " Figures and quotes of this report can be checked against the posts: chorus"
                + " verify FILE.",
            false));
    return Section.under(
            new Outline.Heading(Outline.Level.SECTION, "Method and limits", Text.EMPTY), blocks)
        .named("method");
  }

  private Section provenance() {
    Text run =
        Text.join(
            Sign.ITEM,
            report.provenance().entrySet().stream()
                .map(e -> Text.figure("run." + e.getKey(), e.getKey() + " " + e.getValue()))
                .toList());
    return Section.of(new Outline.Paragraph(run, true)).named("provenance");
  }
}
