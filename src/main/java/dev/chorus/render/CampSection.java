package dev.chorus.render;

import dev.chorus.post.Kind;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One camp: its size and mood, where it stands, and the quotes that prove it.
final class CampSection {
  private static final int QUOTES = 3;
  private static final int STANCES = 4;
  private static final int NAMES = 6;

  /// Below this mean probability the model itself is in doubt about a camp's posts.
  private static final double DOUBTED = 0.55;

  /// How far a share as counted may lie from the corrected one before it is said, in points.
  private static final double APART = 0.05;

  /// Columns of the post before a rise that are shown.
  private static final int PRECEDING = 60;

  /// Characters of a post around a quote that are shown with it.
  private static final int AROUND = 1_000;

  private CampSection() {}

  static Section of(int number, Outline.CampName name, CampSummary camp, CampsReport.Unit unit) {
    List<Block> blocks = new ArrayList<>();
    boolean small = camp.authors() < CampsReport.SMALL;
    blocks.add(new Outline.Facts(facts(camp, unit, small)));
    if (!small) camp.mood().ifPresent(m -> blocks.add(mood(camp.id(), m)));
    blocks.add(new Outline.Fields(fields(camp, small)));
    sides(camp).limit(STANCES).map(s -> split(camp.id(), s)).forEach(blocks::add);
    List<CampsReport.Quote> quotes = camp.quotes().stream().limit(QUOTES).toList();
    if (quotes.isEmpty()) {
      blocks.add(
          new Outline.Paragraph(
              "None of its posts can be quoted: none says clearly and for itself what the camp"
                  + " says.",
              true));
    }
    quotes.stream().map(CampSection::quote).forEach(blocks::add);
    blocks.add(
        new Outline.Fold(
            Text.of("How these quotes were chosen"),
            List.of(
                new Outline.Paragraph(
                    Text.figure(
                            "camp." + camp.id() + ".quoted",
                            Phrases.count(quotes.size()) + " of " + Phrases.count(camp.posts()))
                        .plus(" posts. " + Phrases.HOW_QUOTES_ARE_CHOSEN),
                    false))));
    fold("Typical posts of the camp", camp.typical()).ifPresent(blocks::add);
    fold("Posts that most reacted to", camp.heard()).ifPresent(blocks::add);
    fold("Probably wrong here: the posts of which the model is least sure", camp.doubtful())
        .ifPresent(blocks::add);
    return Section.under(new Outline.CampHeading(number, name, Layout.clean(camp.claim())), blocks)
        .named("camp-" + camp.id());
  }

  private static Optional<Block> fold(String summary, List<CampsReport.Quote> quotes) {
    if (quotes.isEmpty()) return Optional.empty();
    return Optional.of(
        new Outline.Fold(Text.of(summary), quotes.stream().map(q -> (Block) quote(q)).toList()));
  }

  private static List<Text> facts(CampSummary camp, CampsReport.Unit unit, boolean small) {
    String key = "camp." + camp.id();
    List<Text> facts = new ArrayList<>();
    facts.add(Phrases.counted(key + ".posts", camp.posts(), "post", "posts"));
    if (unit == CampsReport.Unit.AUTHORS) {
      facts.add(Phrases.counted(key + ".authors", camp.authors(), "author", "authors"));
    }
    if (camp.told()) {
      facts.add(Text.figure(key + ".shareOf", Phrases.share(camp.share().orElseThrow())));
    }
    camp.rank().map(r -> Phrases.rank(camp.id(), r)).ifPresent(facts::add);
    if (small) return facts;
    camp.mood()
        .ifPresent(
            m ->
                facts.add(
                    Text.of("mood ")
                        .plus(Text.figure(key + ".mood", Phrases.signed(m.mean())))
                        .plus(": ")
                        .plus(Text.figure(key + ".positive", m.positive() + " positive"))
                        .plus(", ")
                        .plus(Text.figure(key + ".neutral", m.neutral() + " neutral"))
                        .plus(", ")
                        .plus(Text.figure(key + ".negative", m.negative() + " negative"))));
    return facts;
  }

  private static Block mood(String camp, CampsReport.MeanMood mood) {
    String key = "camp." + camp + ".";
    return new Outline.Split(
        Text.of("mood"),
        List.of(
            new Outline.Part(
                -1, mood.negative(), Text.figure(key + "negative", mood.negative() + " negative")),
            new Outline.Part(
                0, mood.neutral(), Text.figure(key + "neutral", mood.neutral() + " neutral")),
            new Outline.Part(
                1, mood.positive(), Text.figure(key + "positive", mood.positive() + " positive"))),
        Optional.of(
            new Outline.Mean(
                mood.mean(),
                mood.low(),
                mood.high(),
                Text.figure(
                    key + "moodInterval",
                    Phrases.signed(mood.mean())
                        .plus(" (")
                        .plus(Phrases.signed(mood.low()))
                        .plus(Sign.TO)
                        .plus(Phrases.signed(mood.high()))
                        .plus(")")))));
  }

  private static Block split(String camp, CampsReport.StanceCount stance) {
    String key = "camp." + camp + ".stance." + stance.target() + ".";
    return new Outline.Split(
        Text.said(stance.target()),
        List.of(
            new Outline.Part(
                -1, stance.against(), Text.figure(key + "against", stance.against() + " against")),
            new Outline.Part(
                0, stance.none(), Text.figure(key + "none", stance.none() + " no side")),
            new Outline.Part(
                1, stance.favor(), Text.figure(key + "favor", stance.favor() + " for"))),
        Optional.empty());
  }

  private static List<Field> fields(CampSummary camp, boolean small) {
    List<Field> fields = new ArrayList<>();
    doubt(camp, small).ifPresent(d -> fields.add(new Field("doubt", d)));
    camp.changes().stream()
        .filter(c -> c.after() > c.before())
        .max(Comparator.comparingDouble(c -> c.after() - c.before()))
        .ifPresent(c -> fields.add(new Field("rise", rise(camp.id(), c))));
    if (!small && !camp.words().isEmpty()) {
      List<Text> words = camp.words().stream().map(Text::said).toList();
      fields.add(new Field("words", Text.join(Sign.FACT, words)));
    }
    if (!camp.entities().isEmpty()) {
      List<Text> entities =
          camp.entities().stream()
              .limit(NAMES)
              .map(
                  e ->
                      Text.said(e.name())
                          .plus(" ")
                          .plus(
                              Text.figure(
                                  "camp." + camp.id() + ".name." + e.type() + "." + e.name(),
                                  Phrases.count(e.posts()))))
              .toList();
      fields.add(new Field("names", Text.join(Sign.FACT, entities)));
    }
    return fields;
  }

  /// Why a camp's figures are to be read with care; empty where there is no special reason.
  private static Optional<Text> doubt(CampSummary camp, boolean small) {
    List<Text> reasons = new ArrayList<>();
    String key = "camp." + camp.id();
    if (small) {
      reasons.add(
          Text.of("small, ")
              .plus(Phrases.counted(key + ".authors", camp.authors(), "author", "authors"))
              .plus(": mood and words are not told"));
    }
    if (camp.certainty() < DOUBTED) {
      reasons.add(
          Text.of("the model gives its posts ")
              .plus(Text.figure(key + ".certainty", Phrases.percent(camp.certainty())))
              .plus(" on average for being in it"));
    }
    if (camp.told()) {
      Share share = camp.share().orElseThrow();
      if (Math.abs(share.counted() - share.estimate()) >= APART) {
        reasons.add(
            Text.figure(key + ".counted", Phrases.percent(share.counted()))
                .plus(" by the posts placed in it, ")
                .plus(Text.figure(key + ".estimate", Phrases.percent(share.estimate())))
                .plus(" when corrected for the model's mistakes"));
      }
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(Text.join(Sign.GROUP, reasons));
  }

  /// The targets on which some of its posts take a side.
  static Stream<CampsReport.StanceCount> sides(CampSummary camp) {
    return camp.stances().stream().filter(s -> !s.claim() && s.favor() + s.against() > 0);
  }

  /// Such as `from 27 Jan on 21% of the posts that count, 9% before`.
  static Text rise(String camp, CampsReport.Change change) {
    String key = "camp." + camp + ".rise.";
    return Text.of("from ")
        .plus(Text.figure(key + "at", Phrases.moment(change.at())))
        .plus(" on ")
        .plus(Text.figure(key + "after", Phrases.percent(change.after())))
        .plus(" of the posts that count, before ")
        .plus(Text.figure(key + "before", Phrases.percent(change.before())))
        .plus(change.preceding().map(CampSection::preceding));
  }

  private static Text preceding(CampsReport.Quote quote) {
    String words = Layout.left(Layout.clean(quote.words()), PRECEDING).strip();
    return Text.of("; after ")
        .plus(Text.quoted(words))
        .plus(" (" + Layout.clean(quote.post().id()) + ")");
  }

  /// The words, in quotation marks only if they are the author's own.
  static Outline.Quote quote(CampsReport.Quote quote) {
    String text = quote.post().text();
    int start = quote.span().start();
    int end = quote.span().end();
    boolean before = !text.substring(0, start).isBlank();
    boolean after = !text.substring(end).isBlank();
    String whole = (before ? "[…] " : "") + Layout.clean(quote.words()) + (after ? " […]" : "");
    return new Outline.Quote(
        new Outline.Exact(quote.post().id(), start, end, quote.words()),
        quote.post().kind() == Kind.REPORT ? Text.of(whole) : Text.quoted(whole),
        Phrases.source(quote.post()),
        Text.join(Sign.LIST, quote.sides().stream().map(Phrases::stance).toList()),
        before || after ? Optional.of(around(text, start, end)) : Optional.empty(),
        quote.post().notes().stream().map(Phrases::note).toList());
  }

  private static Text around(String text, int start, int end) {
    int from = Math.max(0, start - AROUND);
    int to = Math.min(text.length(), end + AROUND);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) from++;
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to--;
    String before = Layout.clean(text.substring(from, start));
    String after = Layout.clean(text.substring(end, to));
    return Text.of(from > 0 ? "[…] " : "")
        .plus(before.isEmpty() ? "" : before + " ")
        .plus(Text.of(Layout.clean(text.substring(start, end)), Text.Style.FOUND))
        .plus(after.isEmpty() ? "" : " " + after)
        .plus(to < text.length() ? " […]" : "");
  }
}
