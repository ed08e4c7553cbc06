package dev.chorus.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PostSyntaxTest {
  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void aLinkGoesUpToWhiteSpace() {
    assertThat(all(Pattern.compile(PostSyntax.LINK), "(https://x.org/a?b=c), http://y.org\nz"))
        .containsExactly("https://x.org/a?b=c),", "http://y.org");
    String text = "see www.x.org/path、次";
    assertThat(PostSyntax.isLinkAt(text, 4)).isTrue();
    assertThat(PostSyntax.isLinkAt(text, 5)).isFalse();
    assertThat(text.substring(4, PostSyntax.endOfLink(text, 4))).isEqualTo("www.x.org/path");
    assertThat(PostSyntax.isLinkAt("HTTPS://X.ORG", 0)).isTrue();
    assertThat(PostSyntax.isLink("https")).isTrue();
    assertThat(PostSyntax.isLink("ftp://x")).isTrue();
    assertThat(PostSyntax.isLink("htop")).isFalse();
  }

  @Test
  void aHandleIsNoPartOfAnAddress() {
    String text = "@ann wrote to bob@mail.org, not to @@c or _@d: (@e_f)";
    assertThat(all(PostSyntax.HANDLE, text)).containsExactly("@ann", "@e_f");
    assertThat(all(PostSyntax.FEDERATED_HANDLE, text)).containsExactly("@ann", "@e_f");
  }

  /// What models learned on ends where ASCII does; what must leave no account behind does not.
  @Test
  void handlesOfOtherScriptsAndServersAreTheWiderKind() {
    String text = "@Jürgen and @me.bsky.social";
    assertThat(all(PostSyntax.HANDLE, text)).containsExactly("@J", "@me");
    assertThat(all(PostSyntax.FEDERATED_HANDLE, text))
        .containsExactly("@Jürgen", "@me.bsky.social");
  }

  @Test
  void aHandleEndsWhereAScriptWithoutSpacesGoesOn() {
    String text = "@ann_b.c@d.org/x、@次";
    assertThat(PostSyntax.endOfHandle(text, 1)).isEqualTo(text.indexOf('、'));
    assertThat(PostSyntax.endOfHandle(text, text.length() - 1)).isEqualTo(text.length() - 1);
    assertThat(PostSyntax.endOfHandle("@ann!", 1)).isEqualTo(4);
    assertThat(PostSyntax.isRedditorAt("u/ann", 0)).isTrue();
    assertThat(PostSyntax.isRedditorAt("U/", 0)).isFalse();
  }

  @Test
  void aTagLosesItsSignAndASignAloneKeepsItself() {
    assertThat(PostSyntax.bare("#DeepSeek")).isEqualTo("DeepSeek");
    assertThat(PostSyntax.bare("$NVDA")).isEqualTo("NVDA");
    assertThat(PostSyntax.bare("@@ann")).isEqualTo("@ann");
    assertThat(PostSyntax.bare("#")).isEqualTo("#");
    assertThat(PostSyntax.bare("AT#T")).isEqualTo("AT#T");
  }
}
