package dev.chorus.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.render.html.Unseen.Piece;
import org.junit.jupiter.api.Test;

class UnseenTest {
  @Test
  void whatTurnsTheDirectionIsNamedAndCannotWork() {
    assertThat(Unseen.pieces("a\u202Eb\u2069"))
        .containsExactly(
            new Piece("a", ""),
            new Piece("\uFFFD", "RLO"),
            new Piece("b", ""),
            new Piece("\uFFFD", "PDI"));
  }

  @Test
  void whatHasNoWidthIsNamedAndStaysWhatItIs() {
    assertThat(Unseen.pieces("pass\u200Bword\uFEFF"))
        .containsExactly(
            new Piece("pass", ""),
            new Piece("\u200B", "ZWSP"),
            new Piece("word", ""),
            new Piece("\uFEFF", "BOM"));
  }

  @Test
  void controlCharactersAreNamedByNumber() {
    assertThat(Unseen.pieces("\u001B[2J"))
        .containsExactly(new Piece("\uFFFD", "U+001B"), new Piece("[2J", ""));
  }

  @Test
  void whatJoinsEmojiAndLettersIsLeftAlone() {
    for (String whole :
        new String[] {
          "\uD83D\uDC69\u200D\uD83D\uDCBB",
          "\u0646\u0645\u06CC\u200C\u062E",
          "\u2764\uFE0F\u200D\uD83D\uDD25"
        }) {
      assertThat(Unseen.pieces(whole)).containsExactly(new Piece(whole, ""));
    }
  }
}
