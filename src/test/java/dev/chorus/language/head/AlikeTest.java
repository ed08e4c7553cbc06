package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
  private static Mention mention(String name, int at, EntityType type) {
    return new Mention(name, new Span(at, at + name.length()), type, name);
  }

  @Test
  void makesOneNameOfOneTypeOfThoseThatDifferInCaseHyphensAndSpaces() {
    List<Mention> joined =
        Alike.joined(
            List.of(
                mention("exl lama", 0, EntityType.PERSON),
                mention("Ubergarm", 10, EntityType.PERSON),
                mention("ExLlama", 20, EntityType.PRODUCT),
                mention("Ex-Llama", 30, EntityType.PRODUCT),
                mention("ExLlama", 40, EntityType.ORGANIZATION)));
    assertThat(joined)
        .extracting(m -> m.text() + "|" + m.name() + "|" + m.type())
        .containsExactlyInAnyOrder(
            "exl lama|ExLlama|PRODUCT",
            "Ubergarm|Ubergarm|PERSON",
            "ExLlama|ExLlama|PRODUCT",
            "Ex-Llama|ExLlama|PRODUCT",
            "ExLlama|ExLlama|PRODUCT");
  }

  @Test
  void takesTheEarliestWhereSeveralAreAsFrequent() {
    List<Mention> joined =
        Alike.joined(
            List.of(
                mention("LARRY", 0, EntityType.PERSON),
                mention("Larry", 10, EntityType.ORGANIZATION)));
    assertThat(joined).extracting(Mention::name).containsOnly("LARRY");
    assertThat(joined).extracting(Mention::type).containsOnly(EntityType.PERSON);
  }
}
