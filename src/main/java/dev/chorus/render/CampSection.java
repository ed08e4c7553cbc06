package dev.chorus.render;

import dev.chorus.post.Kind;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
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

  /// Columns of the post before a rise that are shown.
  private static final int PRECEDING = 60;

  private CampSection() {}

  static Section of(int number, Outline.CampName name, CampSummary camp) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Outline.Facts(facts(camp)));
    blocks.add(new Outline.Fields(fields(camp)));
    camp.quotes().stream().limit(QUOTES).map(CampSection::quote).forEach(blocks::add);
    return Section.under(new Outline.CampHeading(number, name, Layout.clean(camp.claim())), blocks)
        .named("camp-" + camp.id());
  }

  private static List<Text> facts(CampSummary camp) {
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(Phrases.count(camp.posts(), "post", "posts")));
    facts.add(Text.of(Phrases.count(camp.authors(), "author", "authors")));
    camp.share().map(Phrases::share).ifPresent(facts::add);
    camp.mood()
        .ifPresent(
            m ->
                facts.add(
                    Text.of("mood ")
                        .plus(Phrases.signed(m.mean()))
                        .plus(": " + m.positive() + " positive, " + m.neutral() + " neutral, ")
                        .plus(m.negative() + " negative")));
    camp.peak()
        .ifPresent(
            p -> facts.add(Text.of("peak " + Phrases.day(p.getKey()) + " (" + p.getValue() + ")")));
    return facts;
  }

  private static List<Field> fields(CampSummary camp) {
    List<Field> fields = new ArrayList<>();
    List<Text> stances = sides(camp).limit(STANCES).map(CampSection::stance).toList();
    if (!stances.isEmpty()) fields.add(new Field("stance", Text.join(Sign.FACT, stances)));
    camp.changes().stream()
        .filter(c -> c.after() > c.before())
        .max(Comparator.comparingDouble(c -> c.after() - c.before()))
        .ifPresent(c -> fields.add(new Field("rise", rise(c))));
    if (!camp.words().isEmpty()) {
      List<Text> words = camp.words().stream().map(Text::of).toList();
      fields.add(new Field("words", Text.join(Sign.FACT, words)));
    }
    if (!camp.entities().isEmpty()) {
      List<Text> entities =
          camp.entities().stream()
              .limit(NAMES)
              .map(e -> Text.said(e.name()).plus(" " + e.posts()))
              .toList();
      fields.add(new Field("names", Text.join(Sign.FACT, entities)));
    }
    return fields;
  }

  /// The targets on which some of its posts take a side.
  static Stream<CampsReport.StanceCount> sides(CampSummary camp) {
    return camp.stances().stream().filter(s -> !s.claim() && s.favor() + s.against() > 0);
  }

  private static Text stance(CampsReport.StanceCount stance) {
    return Text.said(stance.target())
        .plus(" ")
        .plus(Sign.FAVOR)
        .plus(stance.favor() + " ")
        .plus(Sign.AGAINST)
        .plus(stance.against());
  }

  /// Such as `27 Jan, from 2 to 38 posts a day, after “…” (id)`.
  private static Text rise(CampsReport.Change change) {
    return Text.of(
            Phrases.moment(change.at())
                + ", from "
                + Phrases.rate(change.before())
                + " to "
                + Phrases.rate(change.after())
                + " posts a day")
        .plus(change.preceding().map(CampSection::preceding));
  }

  private static Text preceding(CampsReport.Quote quote) {
    String words = Layout.left(Layout.clean(quote.words()), PRECEDING).strip();
    return Text.of(", after ")
        .plus(Text.quoted(words))
        .plus(" (" + Layout.clean(quote.post().id()) + ")");
  }

  /// The words, in quotation marks only if they are the author's own.
  static Outline.Quote quote(CampsReport.Quote quote) {
    String words = Layout.clean(quote.words());
    boolean cut = quote.span().end() - quote.span().start() < quote.post().text().strip().length();
    String whole = words + (cut ? " […]" : "");
    return new Outline.Quote(
        new Outline.Exact(
            quote.post().id(), quote.span().start(), quote.span().end(), quote.words()),
        quote.post().kind() == Kind.REPORT ? Text.of(whole) : Text.quoted(whole),
        Phrases.source(quote.post()),
        Text.EMPTY,
        Optional.empty(),
        quote.post().notes().stream().map(Phrases::note).toList());
  }
}
