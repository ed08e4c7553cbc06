package dev.chorus.camp.emergent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellingWordsTest {
  @Test
  void leavesOutLinksNamesAndNumbers() {
    assertThat(
            TellingWords.of("@bo The #Chips cost 600 at https://example.com/x, don’t they? GPT-4o"))
        .containsExactly("the", "chips", "cost", "at", "don't", "they", "gpt-4o");
  }

  @Test
  void findsWhatOneGroupSaysAndTheOthersDoNot() {
    List<Set<String>> all = new ArrayList<>();
    List<Set<String>> group = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Set<String> post =
          TellingWords.of(i % 4 == 0 ? "deepseek stocks crash nvidia" : "deepseek app is nice");
      all.add(post);
      if (i % 4 == 0) group.add(post);
    }
    assertThat(TellingWords.distinctive(new CountedWords(all), group, 5))
        .containsExactlyInAnyOrder("stocks", "crash", "nvidia");
  }

  @Test
  void hasNothingToSayOfAGroupThatIsEverything() {
    List<Set<String>> all = Collections.nCopies(20, TellingWords.of("all the same words"));
    assertThat(TellingWords.distinctive(new CountedWords(all), all, 5)).isEmpty();
  }
}
