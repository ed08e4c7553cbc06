package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.EntityType;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Span;
import dev.chorus.language.encoder.Words;
import dev.chorus.training.GoldNames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameTagsTest {
  private static final Set<EntityType> ALL = Set.of(EntityType.values());

  private static GoldNames gold(String text, String... names) {
    return new GoldNames(
        "1",
        text,
        List.of(names).stream()
            .map(
                n ->
                    new NamedSpan(
                        new Span(text.indexOf(n), text.indexOf(n) + n.length()),
                        EntityType.ORGANIZATION))
            .toList(),
        ALL);
  }

  /// Names begin and end where punctuation does, whatever CoreNLP's tokens are.
  @Test
  void leadsFromNamesToTagsAndBack() {
    for (GoldNames post :
        List.of(
            gold("I like Open AI.", "Open AI"),
            gold("AT&T/Verizon (again)", "AT&T", "Verizon"),
            gold("😂Nvidia🚀 fell, $NVDA too", "Nvidia", "NVDA"),
            gold("OpenAI Google both lose", "OpenAI", "Google"),
            gold("#DeepSeek is out", "DeepSeek"),
            gold("nothing here"))) {
      Words words = Words.of(post.text());
      assertThat(NameTags.names(words, NameTags.of(words, post.names())))
          .as(post.text())
          .isEqualTo(post.names());
    }
  }

  @Test
  void knowsNothingOfUserNames() {
    GoldNames post = gold("thanks @OpenAI !", "OpenAI");
    Words words = Words.of(post.text());
    assertThat(NameTags.of(words, post.names()))
        .containsExactly(NameTags.OUTSIDE, NameTags.UNKNOWN, NameTags.UNKNOWN, NameTags.OUTSIDE);
  }

  @Test
  void aNameGoesOnOnlyFromItsBeginning() {
    int begin = NameTags.begin(EntityType.PERSON);
    int inside = NameTags.inside(EntityType.PERSON);
    assertThat(NameTags.mayFollow(inside, begin)).isTrue();
    assertThat(NameTags.mayFollow(inside, inside)).isTrue();
    assertThat(NameTags.mayFollow(inside, NameTags.OUTSIDE)).isFalse();
    assertThat(NameTags.mayFollow(inside, NameTags.begin(EntityType.LOCATION))).isFalse();
    assertThat(NameTags.mayFollow(begin, inside)).isTrue();
  }
}
