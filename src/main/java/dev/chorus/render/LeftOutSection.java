package dev.chorus.render;

import dev.chorus.language.About;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is in no share, as what it is.
final class LeftOutSection {
  private LeftOutSection() {}

  /// The posts that do not react, in one line.
  static Optional<Field> inShort(CampsReport report) {
    if (report.corpus().others().isEmpty()) return Optional.empty();
    return Optional.of(new Field("Not about the event", notReacting(report.corpus())));
  }

  private static Text notReacting(CampsReport.Corpus corpus) {
    Text kinds =
        Text.join(
            Sign.LIST,
            Arrays.stream(About.Kind.values())
                .filter(kind -> corpus.others().containsKey(kind.id()))
                .sorted(Comparator.comparing(kind -> -corpus.others().get(kind.id())))
                .map(
                    kind ->
                        Text.figure(
                            "corpus.others." + kind.id(),
                            Phrases.about(kind, corpus.others().get(kind.id()))))
                .toList());
    return Phrases.counted("corpus.notReacting", corpus.notReacting(), "post", "posts")
        .plus(", in no share: ")
        .plus(kinds);
  }

  /// All of it; empty where everything counts.
  static Optional<Section> of(CampsReport report) {
    CampsReport.Corpus corpus = report.corpus();
    List<Field> fields = new ArrayList<>();
    if (!corpus.unread().isEmpty()) {
      fields.add(
          new Field(
              "language",
              Text.of("kept and not scored: ")
                  .plus(
                      Text.join(
                          Sign.LIST,
                          corpus.unread().entrySet().stream()
                              .map(
                                  e ->
                                      Text.of(e.getKey() + " ")
                                          .plus(
                                              Text.figure(
                                                  "corpus.unread." + e.getKey(),
                                                  Phrases.count(e.getValue()))))
                              .toList()))));
    }
    if (corpus.copies() > 0) {
      fields.add(
          new Field(
              "copies",
              Text.figure("corpus.copies", Phrases.count(corpus.copies()))
                  .plus(" further copies of a text, and reposts: each text counts once")));
    }
    if (corpus.anonymous() > 0) {
      fields.add(
          new Field(
              "authors",
              Text.of("not given for ")
                  .plus(Text.figure("corpus.anonymous", Phrases.count(corpus.anonymous())))
                  .plus(
                      " of the posts that count"
                          + (corpus.unit() == CampsReport.Unit.POSTS
                              ? ": so shares are of posts, and one person may have written several"
                              : ": each of them counts as an author"))));
    }
    report
        .course()
        .filter(c -> c.before() + c.after() > 0)
        .ifPresent(c -> fields.add(new Field("time", far(c))));
    if (fields.isEmpty()) return Optional.empty();
    return Optional.of(
        Section.under(
                new Outline.Heading(Outline.Level.SECTION, "Beside the shares", Text.EMPTY),
                List.of(new Outline.Fields(fields)))
            .named("left-out"));
  }

  /// Posts that count and are far from the event.
  private static Text far(CampsReport.Course course) {
    List<Text> parts = new ArrayList<>();
    if (course.before() > 0) {
      parts.add(
          Text.figure("corpus.before", Phrases.count(course.before()))
              .plus(" from more than a week before the event"));
    }
    if (course.after() > 0) {
      parts.add(
          Text.figure("corpus.after", Phrases.count(course.after()))
              .plus(" from more than two months after it"));
    }
    return Text.of("of the posts that count, ").plus(Text.join(Sign.LIST, parts));
  }
}
