package dev.chorus.render.html;

import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Head;
import dev.chorus.render.Phrases;
import dev.chorus.render.Sign;
import dev.chorus.render.Text;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which template prints what. Templates escape all that they are given for the place where it
/// stands; nothing passes them by.
final class Blocks {
  /// A template with what it prints.
  private interface Template extends Content {
    void print(HtmlTemplateOutput out);

    @Override
    default void writeTo(TemplateOutput out) {
      print((HtmlTemplateOutput) out);
    }
  }

  private static Content content(Template template) {
    return template;
  }

  /// Numbers of the charts, by which their parts find each other.
  private int charts;

  String nextId() {
    return "chart-" + ++charts;
  }

  Content text(Text text) {
    return content(out -> JtetextGenerated.render(out, null, this, text.runs()));
  }

  Content join(Sign between, List<Text> parts) {
    return text(Text.join(between, parts));
  }

  /// Words of a stranger, which may be written from right to left.
  Content foreign(String words) {
    return content(out -> JteforeignGenerated.render(out, null, Unseen.pieces(words)));
  }

  Content words(String words) {
    return content(out -> JtewordsGenerated.render(out, null, Unseen.pieces(words)));
  }

  Content head(Head head, String id) {
    return content(out -> JteheadGenerated.render(out, null, this, head, id));
  }

  Content blocks(List<? extends Block> blocks) {
    return content(out -> blocks.forEach(block -> block(block).writeTo(out)));
  }

  private Content block(Block block) {
    return switch (block) {
      case Outline.Bars bars ->
          content(out -> JtebarsGenerated.render(out, null, this, bars, BarChart.of(bars)));
      case Outline.Timeline timeline ->
          content(
              out ->
                  JtetimelineGenerated.render(out, null, this, timeline, TimeChart.of(timeline)));
      case Outline.Split split -> content(out -> JtesplitGenerated.render(out, null, this, split));
      case Outline.Grid grid -> content(out -> JtegridGenerated.render(out, null, this, grid));
      case Outline.Table table -> content(out -> JtetableGenerated.render(out, null, this, table));
      case Outline.Quote quote -> quote(quote, Optional.empty());
      case Outline.Voice voice -> quote(voice.quote(), Optional.of(voice.side()));
      case Outline.Title _,
          Outline.Paragraph _,
          Outline.Line _,
          Outline.Facts _,
          Outline.Fields _,
          Outline.Finding _,
          Outline.Facing _,
          Outline.Fold _,
          Outline.Gauge _,
          Outline.Hit _,
          Outline.Mistake _,
          Outline.Counts _ ->
          content(out -> JteblockGenerated.render(out, null, this, block));
    };
  }

  private Content quote(Outline.Quote quote, Optional<Outline.Speaker> speaker) {
    return content(
        out ->
            JtequoteGenerated.render(
                out,
                null,
                this,
                quote,
                speaker.orElse(null),
                WebLink.of(quote.source().url()).orElse(null)));
  }

  String date(Instant time) {
    return Phrases.date(time);
  }

  Text signed(double score) {
    return Phrases.signed(score);
  }

  /// The key of the first figure in a text; null if it has none.
  static String key(Text text) {
    return text.runs().stream()
        .filter(Text.Figure.class::isInstance)
        .map(run -> ((Text.Figure) run).key())
        .findFirst()
        .orElse(null);
  }
}
