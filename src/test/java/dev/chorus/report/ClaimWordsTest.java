package dev.chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.language.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | Acme trained its gadget for 5.6M       | true",
        "0 | the training cost was 5.5 million      | true",
        "0 | it cost 560 million to train           | false",
        "0 | training costs tens of millions        | false",
        "0 | nice gadget, built for 5.6m            | false",
        "1 | Acme copied the plans of Bolt          | true",
        "1 | they trained it on the plans of Bolt   | true",
        "1 | Acme and Bolt are both great companies | false",
        "1 | somebody copied my homework            | false",
      })
  void tellsWhoNamesAClaim(int claim, String text, boolean named) throws Exception {
    Event event =
        EventFile.parse(
            "test",
            """
            event: {id: e, title: E}
            targets:
              - {name: Acme, type: organization}
              - {name: Bolt, type: organization}
              - {claim: Training cost 5.6 million, cues: [cost], favor: [a], against: [b]}
              - {claim: Acme used the plans of Bolt, cues: [copied], favor: [a], against: [b]}
            camps:
              - {id: c, title: C, claim: C., examples: [a, b, c]}
            """);
    Target target =
        event.targets().stream()
            .filter(t -> t.kind() == Target.Kind.CLAIM)
            .skip(claim)
            .findFirst()
            .orElseThrow();
    assertThat(ClaimWords.of(target, event).namedIn(text)).isEqualTo(named);
  }
}
