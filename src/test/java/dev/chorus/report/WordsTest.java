package dev.chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void leavesOutLinksNamesAndNumbers() {
    assertThat(Words.of("@bo The #Chips cost 600 at https://example.com/x, don’t they? GPT-4o"))
        .containsExactly("the", "chips", "cost", "at", "don't", "they", "gpt-4o");
  }

  @Test
  void findsWhatOneGroupSaysAndTheOthersDoNot() {
    Words words = new Words();
    List<Set<String>> group = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Set<String> post =
          Words.of(i % 4 == 0 ? "deepseek stocks crash nvidia" : "deepseek app is nice");
      words.add(post);
      if (i % 4 == 0) group.add(post);
    }
    assertThat(words.distinctive(group, 5)).containsExactlyInAnyOrder("stocks", "crash", "nvidia");
  }

  @Test
  void hasNothingToSayOfAGroupThatIsEverything() {
    Words words = new Words();
    Set<String> post = Words.of("all the same words");
    words.add(post);
    assertThat(words.distinctive(List.of(post), 5)).isEmpty();
  }
}
