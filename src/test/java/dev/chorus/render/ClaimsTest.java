package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.json.Json;
import dev.chorus.render.Outline.Exact;
import dev.chorus.render.Outline.Quote;
import dev.chorus.render.Outline.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final Map<String, String> MADE =
      Map.of("index", "93fe", "command", "chorus camps");

  private static Outline.Quote quote(int start, String words) {
    return new Quote(
        new Exact("x:1", start, start + words.length(), words),
        Text.quoted(words),
        new Outline.Source(
            "Ann, clerk", Optional.empty(), Optional.empty(), "x:1", Optional.empty()),
        Text.figure("side.n", "7"),
        Optional.empty(),
        List.of("Community Note: no"));
  }

  private static Claims claims(Outline.Block... blocks) {
    return Claims.of(new Outline(Section.of(blocks)), MADE);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> island(Claims claims) {
    return (Map<String, Object>) Json.parse(claims.island());
  }

  @Test
  void findsFiguresAndQuotesWhereverTheyStand() {
    Text share =
        Text.figure("share", Text.figure("share.estimate", "11%").plus(Sign.RANGE).plus("2"));
    Outline.Fold fold =
        new Outline.Fold(
            Text.figure("folded", "3"),
            List.of(
                new Outline.Facing(
                    Text.EMPTY,
                    List.of(quote(4, "first words")),
                    Text.figure("right", "5"),
                    List.of(
                        new Outline.Grid(
                            Text.EMPTY,
                            List.of(),
                            List.of(
                                new Outline.GridRow(
                                    Text.EMPTY,
                                    Text.EMPTY,
                                    Text.EMPTY,
                                    List.of(
                                        new Outline.Cell(
                                            Optional.empty(),
                                            Text.figure("cell", "9%"),
                                            Text.EMPTY,
                                            Optional.of(quote(5, "other words")))))))))));
    Claims claims = claims(new Outline.Facts(List.of(share, share)), fold);
    assertThat(claims.figures())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "share",
                "11%–2",
                "share.estimate",
                "11%",
                "folded",
                "3",
                "right",
                "5",
                "cell",
                "9%",
                "side.n",
                "7"));
    assertThat(claims.quotes()).containsOnlyKeys("x:1:4-15", "x:1:5-16");
    assertThat(claims.quotes().get("x:1:4-15").shown()).isEqualTo("“first words”");
  }

  @Test
  void refusesTwoValuesOfOneKey() {
    Outline.Block one = new Outline.Line(Text.figure("n", "1"), false);
    Outline.Block two = new Outline.Line(Text.figure("n", "2"), false);
    assertThatThrownBy(() -> claims(one, two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("n is shown as 1 and as 2");
  }

  @Test
  void writesOneLineThatNothingAroundItObeys() {
    String hostile =
        "</script><!-- \u202e x\u2028y \u0007 \u009b2J & \ud83d\ude00 \u200b``` \ud800";
    String island = claims(quote(0, hostile)).island();
    assertThat(island).doesNotContainPattern("[<>&\\p{Cc}\\p{Cf}\\p{Zl}]").contains("\ud83d\ude00");
    Map<?, ?> quotes = (Map<?, ?>) island(claims(quote(0, hostile))).get("quotes");
    Map<?, ?> quote = (Map<?, ?>) quotes.values().iterator().next();
    assertThat(quote.get("text")).isEqualTo(hostile.replace('\ud800', '\ufffd'));
  }

  /// The digest was computed by another program, over the text that stands here.
  @Test
  void carriesADigestOfAllTheRest() {
    Claims claims = claims(new Outline.Line(Text.figure("a\tb", "1\u0001"), false));
    String rest =
        "{\"chorusReport\":1,\"command\":\"chorus camps\",\"figures\":{\"a\\tb\":\"1\\u0001\"},"
            + "\"index\":\"93fe\",\"quotes\":{}}";
    Map<String, Object> island = island(claims);
    Object digest = island.get("digest");
    assertThat(digest).isEqualTo(Claims.digest(island));
    island.remove("digest");
    assertThat(Json.canonical(island)).isEqualTo(rest);
    assertThat(digest)
        .isEqualTo("sha256:d81c1d4d476a0a1150f4cecef4ac272e55458d7b11996b04328622ff156a64cb");
  }
}
