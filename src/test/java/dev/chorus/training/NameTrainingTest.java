package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.EntityType;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Span;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.english.NameTagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// With the real encoder.
class NameTrainingTest {
  private static final ModelFolder MODELS =
      new ModelFolder(Path.of(System.getProperty("chorus.home"), "models"), false);
  private static final List<String> CITIES = List.of("Paris", "Lima", "Oslo", "New Delhi");
  private static final List<String> PEOPLE = List.of("Anna Berg", "Tom Hardy", "Li Wei", "Rosa");

  private static List<GoldNames> gold(Set<EntityType> lookedFor) {
    List<GoldNames> gold = new ArrayList<>();
    for (String person : PEOPLE) {
      for (String city : CITIES) {
        String text = "today " + person + " flew to " + city + " again";
        List<NamedSpan> names = new ArrayList<>();
        names.add(named(text, person, EntityType.PERSON));
        if (lookedFor.contains(EntityType.LOCATION)) {
          names.add(named(text, city, EntityType.LOCATION));
        }
        gold.add(new GoldNames(person + city, text, names, lookedFor));
      }
    }
    return gold;
  }

  private static NamedSpan named(String text, String name, EntityType type) {
    int at = text.indexOf(name);
    return new NamedSpan(new Span(at, at + name.length()), type);
  }

  private static List<String> find(NameTagger tagger, String text) {
    Words words = Words.of(text);
    return tagger.find(words, Encoder.in(MODELS).encode(words.pieces())).stream()
        .map(n -> n.span().of(text) + "|" + n.type())
        .toList();
  }

  @Test
  void findsNamesItHasNotSeenAndLeavesUserNamesAlone() {
    NameTagger tagger =
        NameTraining.train(
            Encoder.in(MODELS), gold(Set.of(EntityType.PERSON, EntityType.LOCATION)), 1e-4);
    assertThat(find(tagger, "today Maria Lopez flew to Berlin again"))
        .containsExactly("Maria Lopez|PERSON", "Berlin|LOCATION");
    assertThat(find(tagger, "today @maria flew to Berlin again"))
        .containsExactly("Berlin|LOCATION");
    assertThat(find(tagger, "")).isEmpty();
    assertThat(find(tagger, "https://t.co/x")).isEmpty();
  }

  /// A file that marks people alone does not teach that places are no names.
  @Test
  void learnsNothingAboutTypesThatNobodyLookedFor() {
    List<GoldNames> both = new ArrayList<>(gold(Set.of(EntityType.PERSON)));
    both.addAll(gold(Set.of(EntityType.PERSON, EntityType.LOCATION)).subList(0, 8));
    NameTagger tagger = NameTraining.train(Encoder.in(MODELS), both, 1e-4);
    assertThat(find(tagger, "today Maria Lopez flew to Berlin again")).contains("Berlin|LOCATION");
  }
}
