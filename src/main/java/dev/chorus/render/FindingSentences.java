package dev.chorus.render;

import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import java.util.ArrayList;
import java.util.List;

/// What a report finds, in a few sentences that its author could defend.
final class FindingSentences {
  /// Camps of a tie that are all named.
  private static final int MOST_NAMED = 3;

  private FindingSentences() {}

  static List<Text> of(CampsReport report) {
    List<Text> sentences = new ArrayList<>();
    List<CampSummary> told = report.camps().stream().filter(c -> c.rank().isPresent()).toList();
    if (!told.isEmpty()) sentences.add(largest(report, told));
    sentences.add(reacting(report));
    if (told.isEmpty() && report.corpus().counted() > 0) sentences.add(tooFew(report));
    if (report.corpus().counted() > 0) {
      sentences.add(Text.of("These are posters, not the public."));
      sentences.add(Phrases.howSure(report));
    }
    return sentences;
  }

  /// How many of the posts react at all.
  private static Text reacting(CampsReport report) {
    CampsReport.Corpus corpus = report.corpus();
    String event = " to " + Layout.clean(report.title());
    if (corpus.posts() == 0) return Text.of("There are no posts.");
    if (corpus.counted() == 0) return none(corpus, event);
    Text posts = Text.figure("corpus.posts", Phrases.count(corpus.posts()));
    Text counted = Text.figure("corpus.counted", Phrases.count(corpus.counted()));
    if (corpus.counted() == corpus.posts()) {
      return posts.plus(corpus.posts() == 1 ? " post reacts" : " posts react").plus(event + ".");
    }
    return counted
        .plus(" of ")
        .plus(posts)
        .plus(corpus.posts() == 1 ? " post" : " posts")
        .plus(corpus.counted() == 1 ? " reacts" : " react")
        .plus(event + "; the others are in no share.");
  }

  private static Text none(CampsReport.Corpus corpus, String event) {
    if (corpus.notReacting() == 0) {
      return Text.of("No post is in a language that the models read: nothing was scored.");
    }
    String which =
        (corpus.unread().isEmpty() ? "" : " in English")
            + (corpus.copies() == 0 ? "" : ", copies aside,");
    if (corpus.notReacting() == 1) {
      return Text.of("The only post" + which + " does not react" + event + ".");
    }
    return Text.of("None of the ")
        .plus(Text.figure("corpus.notReacting", Phrases.count(corpus.notReacting())))
        .plus(" posts" + which + " reacts" + event + ".");
  }

  private static Text tooFew(CampsReport report) {
    CampsReport.Corpus corpus = report.corpus();
    if (corpus.voices() >= CampsReport.LEAST_AUTHORS) {
      return Text.of("Too few to say how large any camp is.");
    }
    boolean authors = corpus.unit() == CampsReport.Unit.AUTHORS;
    return Text.of("Too few to say: ")
        .plus(
            Text.figure(
                "corpus.voices",
                authors
                    ? Phrases.count(corpus.voices(), "author", "authors")
                    : Phrases.count(corpus.voices(), "post", "posts")))
        .plus("; shares are given from " + CampsReport.LEAST_AUTHORS + " on.");
  }

  /// The camps that may be the largest. Of several none is said to be.
  private static Text largest(CampsReport report, List<CampSummary> told) {
    List<CampSummary> first =
        told.stream().filter(c -> c.rank().orElseThrow().best() == 1).toList();
    String of = " of " + report.corpus().unit().id();
    if (told.size() == 1) {
      return Text.of(title(told.getFirst()) + " is the only camp with enough of them to say more (")
          .plus(Phrases.intervalOf(report, told.getFirst()))
          .plus(of + ").");
    }
    if (first.size() == 1) {
      return Text.of(title(first.getFirst()) + " is the largest camp (")
          .plus(Phrases.intervalOf(report, first.getFirst()))
          .plus(of + ").");
    }
    if (first.size() <= MOST_NAMED) {
      Text named = Text.EMPTY;
      for (int i = 0; i < first.size(); i++) {
        if (i > 0) named = named.plus(i == first.size() - 1 ? " and " : ", ");
        named =
            named
                .plus(title(first.get(i)) + " (")
                .plus(Phrases.intervalOf(report, first.get(i)))
                .plus(i == 0 ? of + ")" : ")");
      }
      return named.plus(" may each be the largest camp: they are not told apart.");
    }
    return Text.of("No camp is told apart as the largest: any of ")
        .plus(Text.figure("finding.tied", Phrases.count(first.size())))
        .plus(" may be it, from " + title(first.getFirst()) + " (")
        .plus(Phrases.intervalOf(report, first.getFirst()))
        .plus(of + ") to " + title(first.getLast()) + " (")
        .plus(Phrases.intervalOf(report, first.getLast()))
        .plus(").");
  }

  private static String title(CampSummary camp) {
    return Layout.clean(camp.title());
  }
}
