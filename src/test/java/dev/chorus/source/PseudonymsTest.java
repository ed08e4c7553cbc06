package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.source.format.PostJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {
  private final Pseudonyms ours = new Pseudonyms(new byte[] {1, 2, 3});

  @Test
  void hidesWhoItIsAndKeepsWhoIsTheSame() {
    Post post =
        Post.builder(
                "bluesky:at://did:plc:abc123/app.bsky.feed.post/9", "@Ann_B said it, not u/bob-2.")
            .url(Optional.of("https://example.com/ann_b/status/9"))
            .author(
                new Author(
                    Optional.of("Ann B."),
                    Optional.of("ann_b"),
                    Optional.of("mayor of Sampleton"),
                    List.of("Sampleton")))
            .links(
                new Links(
                    Optional.of("bluesky:at://did:plc:abc123/app.bsky.feed.post/8"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .notes(
                List.of(new Note("disclosure", "Works for @cy@mastodon.example", Optional.empty())))
            .build();
    Post hidden = ours.of(post);
    String json = Json.compact(PostJson.toMap(hidden));
    assertThat(json.toLowerCase(Locale.ROOT))
        .doesNotContain(
            "ann", "bob", "cy@", "mastodon.example", "sampleton", "abc123", "example.com");
    String ann = ours.pseudonym("ann_b");
    assertThat(hidden.text())
        .isEqualTo("@" + ann + " said it, not u/" + ours.pseudonym("bob-2") + ".");
    assertThat(hidden.author().handle()).contains(ann);
    assertThat(ours.of(post)).isEqualTo(hidden);
    assertThat(new Pseudonyms(new byte[] {9}).of(post).author()).isNotEqualTo(hidden.author());
    // Both ids still name posts of one account.
    assertThat(hidden.id().substring(0, hidden.id().lastIndexOf('/')))
        .isEqualTo(
            hidden
                .links()
                .inReplyTo()
                .orElseThrow()
                .substring(0, hidden.links().inReplyTo().get().lastIndexOf('/')));
  }

  /// Random texts with mentions glued to all kinds of things: no handle is left, all else is.
  @Test
  void leavesNoHandleInAnyText() {
    Random random = new Random(6);
    String[] around = {
      " ",
      " .",
      ". ",
      " /",
      " https://server.example/",
      " „",
      ", ",
      "! ",
      " (",
      ") ",
      "\n",
      " \"",
      "\" ",
      " 👉 ",
      "… ",
      ": "
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder("start");
      StringBuilder wanted = new StringBuilder("start");
      List<String> handles = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        String handle = "zq" + Integer.toString(random.nextInt(1_000_000), 36) + "xw";
        String glue = around[random.nextInt(around.length)];
        handles.add(handle);
        text.append(glue).append('@').append(handle).append(around[0]).append("word");
        wanted
            .append(glue)
            .append('@')
            .append(ours.pseudonym(handle))
            .append(around[0])
            .append("word");
      }
      String hidden = ours.of(Post.of("1", text.toString())).text();
      assertThat(hidden)
          .isEqualTo(wanted.toString())
          .doesNotContain(handles.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no mention@all                          | no mention@all
          a price of $5@6 each                    | a price of $5@6 each
          and/or, menu/item, u/x                  | and/or, menu/item, u/x
          """)
  void leavesWhatIsNoMention(String text, String same) {
    assertThat(ours.of(Post.of("1", text)).text()).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write to a.b+c@mail.example.org now.    | Write to [e-mail] now.
          Call +44 20 7946 0958 or (555) 010-0199 | Call [phone] or [phone]
          1-555-010-0199, 555.010.0199            | [phone], [phone]
          50 000 H100s, 5.6 million, 2025-01-27   | 50 000 H100s, 5.6 million, 2025-01-27
          $600,000,000,000 gone, NVDA +3.5%       | $600,000,000,000 gone, NVDA +3.5%
          up +300 percent, +1 from me             | up +300 percent, +1 from me
          """)
  void masksWaysToReachSomebody(String text, String masked) {
    assertThat(Contacts.masked(Post.of("1", text)).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    ".@zed_q yes",
    "https://x.com/zed_q/status/11",
    "see https://bsky.app/profile/zed_q.example/post/1",
    "reddit.com/user/zed_q and U/zed_q",
    "at://zed_q.bsky.example/app.bsky.feed.post/1",
    "＠zed_q",
    "@one@zed_q@x.example"
  })
  void findsHandlesWhereverTheyStand(String text) {
    Post hidden =
        ours.of(
            Post.builder("1", text)
                .notes(List.of(new Note("disclosure", text, Optional.of(text))))
                .build());
    assertThat(Json.compact(PostJson.toMap(hidden))).doesNotContain("zed_q");
  }

  @Test
  void knowsAMastodonAccountByItsServer() {
    Post post =
        Post.builder("1", "@ann@one.example met @ann@two.example.")
            .author(Author.ofHandle("ann@one.example"))
            .build();
    String author = ours.of(post).author().handle().orElseThrow();
    assertThat(ours.of(post).text())
        .startsWith("@" + author + " met @user_")
        .doesNotEndWith(author + ".");
  }

  /// Long texts of one kind are gone through once.
  @ParameterizedTest
  @CsvSource({"a", "a.", "@a", "u/", "1 ", "a@", "x.com/", "+1"})
  void isNotHeldUpByLongTexts(String part) {
    Post post = Post.of("1", part.repeat(20_000 / part.length()));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        java.time.Duration.ofSeconds(5), () -> ours.of(Contacts.masked(post)))))
        .satisfiesAnyOf(
            nothing -> assertThat(nothing).isNull(),
            tooLong -> assertThat(tooLong).hasMessageContaining("too long"));
  }
}
