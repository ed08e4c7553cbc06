package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void countsColumnsAsATerminalDoes() {
    assertThat(Layout.width("abc")).isEqualTo(3);
    assertThat(Layout.width("漢字")).isEqualTo(4);
    assertThat(Layout.width("🚀")).isEqualTo(2);
    assertThat(Layout.width("e\u0301")).isEqualTo(1);
  }

  @Test
  void disarmsWhatATerminalWouldObey() {
    assertThat(Layout.clean("a\u001b[2Jb\nc\u202Ed\u0007")).isEqualTo("a\uFFFD[2Jb c\uFFFDd\uFFFD");
  }

  /// No line is wider than asked, and no word is lost.
  @Test
  void wrapsAnything() {
    Random random = new Random(2);
    String[] words = {
      "a", "word", "漢字漢字", "🚀🚀", "anextremelylongwordthatfitsonnolineatallandmustbecut", "é"
    };
    for (int trial = 0; trial < 500; trial++) {
      StringBuilder text = new StringBuilder("start");
      for (int i = random.nextInt(30); i > 0; i--)
        text.append(' ').append(words[random.nextInt(words.length)]);
      int width = 10 + random.nextInt(60);
      var lines = Layout.wrap(text.toString(), width);
      assertThat(lines).allSatisfy(l -> assertThat(Layout.width(l)).isLessThanOrEqualTo(width));
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
