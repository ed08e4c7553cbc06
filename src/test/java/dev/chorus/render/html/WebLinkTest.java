package dev.chorus.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://example.com/",
        "//example.com/",
        "data:text/html,x",
        "https://user:secret@example.com/",
        "https://example.com/\" onclick=\"x",
        "https:///nowhere",
        "not an address"
      })
  void onlyWholeAddressesOfHttpsAreLinks(String address) {
    assertThat(WebLink.of(Optional.of(address))).isEmpty();
  }

  @Test
  void aLinkNamesItsHost() {
    assertThat(WebLink.of(Optional.of("https://www.Example.com/a?b=1&c=2")))
        .contains(new WebLink("https://www.Example.com/a?b=1&c=2", "example.com"));
  }
}
