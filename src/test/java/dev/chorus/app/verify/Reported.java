package dev.chorus.app.verify;

import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;
import static dev.chorus.report.ThingPosts.placed;

import dev.chorus.app.Reports;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.post.Author;
import dev.chorus.post.Kind;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.render.html.HtmlReport;
import dev.chorus.render.markdown.MarkdownPrinter;
import dev.chorus.report.Breakdown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A small index, and reports of it in files.
final class Reported {
  private final Path folder;
  final Path index;

  Reported(Path folder) throws Exception {
    this(folder, posts());
  }

  /// Enough for shares in numbers, with a named voice that has an address and a note.
  private static List<Placed> posts() {
    List<Placed> posts = new ArrayList<>(corpus());
    for (int i = 0; i < 60; i++) {
      String text = "Praise number " + i;
      posts.add(placed("f-" + i, text, "f" + i, "fans", Side.FAVOR, i % 5));
    }
    for (int i = 0; i < 50; i++) {
      String text = "Complaint number " + i;
      posts.add(placed("c-" + i, text, "c" + i, "foes", Side.AGAINST, i % 5));
    }
    String words = "I have used the thing for a year and would buy it again today";
    Reaction reaction = placed("eva", words, "eva", "fans", Side.FAVOR, 2).reaction();
    Post post =
        Post.builder("eva", words)
            .kind(Kind.QUOTE)
            .author(
                new Author(
                    Optional.of("Eva Stone"), Optional.empty(), Optional.of("tester"), List.of()))
            .createdAt(Optional.of(Instant.parse("2025-01-03T08:00:00Z")))
            .url(Optional.of("https://posts.example/eva"))
            .notes(List.of(new Note("disclosure", "Works for a shop.", Optional.empty())))
            .build();
    posts.add(
        new Placed(
            new Reaction(
                post,
                "en",
                reaction.sentiment(),
                reaction.about(),
                reaction.mentions(),
                reaction.stances(),
                reaction.issues(),
                reaction.sentences(),
                reaction.vector()),
            new Placement("fans", 0.9, List.of(), List.of())));
    return posts;
  }

  Reported(Path folder, List<Placed> posts) throws Exception {
    this.folder = folder;
    this.index = folder.resolve("index");
    try (ReactionWriter writer = ReactionWriter.open(index, event(), "test")) {
      for (Placed placed : posts) writer.add(placed);
      writer.findFamilies();
    }
  }

  /// The report with the shares by platform as well.
  FinishedReport report() throws Exception {
    Reports.Scope scope =
        new Reports.Scope(
            Optional.empty(), Optional.empty(), Optional.of(Breakdown.By.PLATFORM), true);
    try (ReactionReader reader = ReactionReader.open(index)) {
      return FinishedReport.of(reader, new ReportCommand(scope, Optional.empty()));
    }
  }

  String markdown() throws Exception {
    FinishedReport report = report();
    return MarkdownPrinter.print(report.outline(), report.claims());
  }

  String html() throws Exception {
    FinishedReport report = report();
    return HtmlReport.print(report.outline(), report.claims());
  }

  Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  Verification verified(String name, String text) throws Exception {
    return Verify.run(file(name, text), index);
  }
}
