package dev.chorus.render;

import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.CampName;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// An outline whose every text attacks the page: each would set `window.trap`.
final class HostileOutline {
  static final List<String> ATTACKS =
      List.of(
          "<script>window.trap=1</script>",
          "\"><img src=x onerror=\"window.trap=2\">",
          "' onmouseover='window.trap=3' autofocus onfocus='window.trap=3",
          "</style><script>window.trap=4</script>",
          "</script><script>window.trap=5</script>",
          "<svg onload=window.trap=6><animate onbegin=window.trap=6>",
          "]]><!--<script>window.trap=7</script>-->",
          "${window.trap=8} @template.page() !{window.trap=8}",
          "&lt;script&gt;window.trap=9&lt;/script&gt; &#60;script&#62;",
          "<a href=\"javascript:window.trap=10\">click</a>",
          "<base href=\"https://evil.example/\"><meta http-equiv=refresh"
              + " content=\"0;url=//evil.example\">",
          "<iframe srcdoc=\"<script>parent.trap=11</script>\"></iframe>",
          "\u202Etxet siht\u202C and \u2066more\u2069 \u200B\uFEFF\u0000\u001B[2J",
          "w".repeat(1_000));

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:window.trap=20",
          "JaVaScRiPt:window.trap=21",
          "data:text/html,<script>window.trap=22</script>",
          "https://example.com/\" onclick=\"window.trap=23",
          "http://example.com/plain",
          "//example.com/relative",
          "https://user:password@example.com/",
          "https://example.com/good?a=1&b=2");

  private HostileOutline() {}

  static Outline of() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of(new Outline.Title(ATTACKS.getFirst(), ATTACKS.stream().map(Text::of).toList())));
    for (int i = 0; i < ATTACKS.size(); i++) sections.add(section(i));
    String endless = "w".repeat(100_000);
    sections.add(
        Section.of(new Outline.Paragraph(Text.of(endless), false), quote(ATTACKS.size(), endless)));
    return new Outline(sections);
  }

  private static Section section(int number) {
    String attack = ATTACKS.get(number);
    Text text = Text.figure("figure" + number + attack, attack);
    CampName camp = new CampName("camp" + number, attack, number);
    Share share = new Share(0.2, 0.1, 0.3, 0.15, 0.25, 0.2);
    Outline.Quote quote = quote(number, attack);
    List<Block> blocks =
        List.of(
            new Outline.Paragraph(text, false),
            new Outline.Line(text, true),
            new Outline.Facts(List.of(text)),
            new Outline.Fields(List.of(new Outline.Field(text, text))),
            new Outline.Finding(List.of(text)),
            new Outline.Bars(
                text,
                false,
                List.of(
                    new Outline.Bar(
                        camp,
                        share,
                        true,
                        text,
                        text,
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(0.1),
                        Optional.empty()),
                    new Outline.Bar(
                        camp,
                        share,
                        false,
                        text,
                        text,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty())),
                Optional.of(new Outline.Field(text, text))),
            new Outline.Timeline(
                text,
                List.of(new Outline.Tick(attack, 3), new Outline.Tick(attack, 0)),
                List.of(new Outline.Mark(1, text))),
            new Outline.Split(
                text,
                List.of(new Outline.Part(-1, 3, text), new Outline.Part(1, 2, text)),
                Optional.of(new Outline.Mean(0.1, -0.1, 0.3, text))),
            new Outline.Grid(
                text,
                List.of(camp),
                List.of(
                    new Outline.GridRow(
                        text,
                        text,
                        text,
                        List.of(
                            new Outline.Cell(
                                Optional.of(share), text, text, Optional.of(quote)))))),
            new Outline.Facing(text, List.of(quote), text, List.of()),
            new Outline.Fold(text, List.of(new Outline.Paragraph(text, false))),
            new Outline.Voice(new Outline.CampSide(camp), quote),
            new Outline.Mistake(attack, text),
            new Outline.Counts(attack, List.of(new Outline.Count(text, 3))),
            new Outline.Gauge(attack, 0.5),
            new Outline.Hit(text, quote.source(), attack, text, List.of(text), Optional.of(text)),
            new Outline.Table(
                true,
                List.of(new Outline.Column(text, Outline.Align.LEFT, 10, 1, false)),
                List.of(List.of(text))));
    return Section.under(new Outline.CampHeading(number, camp, attack), blocks)
        .named("section" + number);
  }

  private static Outline.Quote quote(int number, String attack) {
    return new Outline.Quote(
        new Outline.Exact("post" + number + attack, 0, attack.length(), attack),
        Text.quoted(attack),
        new Outline.Source(
            attack,
            Optional.of(attack),
            Optional.empty(),
            attack,
            Optional.of(ADDRESSES.get(number % ADDRESSES.size()))),
        Text.of(attack),
        Optional.of(Text.of(attack, Text.Style.FOUND)),
        List.of(attack));
  }
}
