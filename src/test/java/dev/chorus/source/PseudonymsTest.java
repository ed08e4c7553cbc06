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
import org.junit.jupiter.params.provider.ValueSource;

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

  /// One account, one pseudonym, and what stands around it stays.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.ycombinator.com/user?id=NAME",
        "news.ycombinator.com/threads?id=NAME and more",
        "https://t.me/NAME",
        "t.me/s/NAME/12",
        "(http://telegram.me/NAME)",
        "https://nitter.net/NAME",
        "https://nitter.poast.example/NAME/status/18",
        "http://nitter.example:8080/NAME/status/18#m",
        "https://xcancel.com/NAME/status/18",
        "mobile.twitter.com/NAME",
        "https://x.com:443/NAME?s=20",
        "https://www.x.com/NAME/status/1/photo/1",
        "https://fxtwitter.com/NAME/status/1",
        "https://github.com/NAME/repository",
        "gist.github.com/NAME/abc",
        "https://www.linkedin.com/in/NAME/",
        "https://de.linkedin.com/in/NAME",
        "https://www.instagram.com/NAME/",
        "https://instagram.com/stories/NAME/18",
        "https://www.tiktok.com/@NAME/video/18",
        "https://m.tiktok.com/@NAME",
        "https://youtube.com/@NAME/videos",
        "https://www.youtube.com/channel/NAME",
        "https://www.youtube.com/c/NAME",
        "https://m.facebook.com/NAME/posts/18",
        "https://www.facebook.com/profile.php?id=NAME",
        "https://www.threads.net/@NAME/post/C",
        "https://mastodon.example/@NAME/18",
        "https://mastodon.example/users/NAME/statuses/18",
        "https://bsky.app/profile/NAME/post/3k",
        "https://old.reddit.com/user/NAME/comments",
        "https://www.reddit.com/u/NAME",
        "https://medium.com/@NAME/a-story-12ab",
        "https://NAME.substack.com/p/a-story",
        "NAME.tumblr.com",
        "https%3A%2F%2Fx.com%2FNAME%2Fstatus%2F18",
        "https://mastodon.example/%40NAME",
        "&#64;NAME said",
        "&commat;NAME said",
        "&#x40;NAME said",
        "＠NAME said",
        "@\u200BNAME said",
        "@\u2060\u200dNAME said",
        "as NAME I say so",
        "(NAME)",
      })
  void hidesTheAccountInEveryAddress(String shape) {
    for (String name : List.of("zedqx", "ZedQx")) {
      String text = shape.replace("NAME", name);
      Post post =
          Post.builder("1", text)
              .author(Author.ofHandle("zedqx"))
              .notes(List.of(new Note("disclosure", text, Optional.of(text))))
              .build();
      Post hidden = ours.of(post);
      String wanted = text.replace(name, ours.pseudonym("zedqx"));
      assertThat(hidden.text().replaceAll("[\u200B\u200d\u2060]", ""))
          .isEqualTo(wanted.replaceAll("[\u200B\u200d\u2060]", ""));
      assertThat(Json.compact(PostJson.toMap(hidden)).toLowerCase(Locale.ROOT))
          .doesNotContain("zedqx");
      assertThat(hidden.author().handle()).contains(ours.pseudonym("zedqx"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@ze\u200Bdqx yes", "https://x.com/z%65dqx/status/1", "@zedqx\u200B yes"})
  void knowsTheAccountWhateverStandsInItsName(String text) {
    assertThat(ours.of(Post.of("1", text)).text()).contains(ours.pseudonym("zedqx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.me/joinchat/AbCd",
        "https://t.me/+AbCd",
        "https://github.com/features and https://github.com/topics/ai",
        "https://www.linkedin.com/company/sample",
        "https://x.com/i/status/18 and https://x.com/search?q=r1",
        "https://www.instagram.com/p/C1/ and /reel/C2",
        "https://www.facebook.com/groups/18",
        "https://news.ycombinator.com/item?id=42",
        "https://www.reddit.com/r/ai/comments/1",
        "https://youtube.com/watch?v=abc and https://youtu.be/abc",
        "https://www.substack.com/p/x",
        "https://bsky.app/search?q=r1",
        "https://example.com/a/b?c=d",
        "mail me: a.b@example.org or sales@shop.example",
        "$5@6 each, 10 @ 5 dollars, user@host:~$",
        "git@github.com:8080",
        "An index.com/ of what is.at/last",
      })
  void leavesOtherAddresses(String text) {
    assertThat(ours.of(Post.of("1", text)).text()).isEqualTo(text);
  }

  @Test
  void hidesNamesInIdsThatLeadToPosts() {
    Post post =
        Post.builder("https://x.com/zedqx/status/2", "Words")
            .author(Author.ofHandle("zedqx"))
            .links(
                new Links(
                    Optional.of("bluesky:at://otherqx.example/app.bsky.feed.post/1"),
                    Optional.of("https://mastodon.example/@otherqx/1"),
                    Optional.empty(),
                    Optional.of("zedqx-1"),
                    Optional.of("https://nitter.example/zedqx/status/1")))
            .notes(List.of(new Note("community_note", "Words", Optional.of("otherqx"))))
            .build();
    String json = Json.compact(PostJson.toMap(ours.of(post)));
    assertThat(json).doesNotContain("zedqx", "otherqx");
    assertThat(ours.of(post).notes().getFirst().source()).contains(ours.pseudonym("otherqx"));
    // A post leads to another under the id that it has there.
    Post other = Post.of("https://mastodon.example/@otherqx/1", "Words");
    assertThat(ours.of(post).links().quotes()).contains(ours.of(other).id());
  }

  @Test
  void showsNoNameInAMessage() {
    assertThat(ours.message("\"author.handle\" is \"zedqx yes\"; wanted a name. See @zedqx."))
        .startsWith("\"author.handle\" is …; wanted a name. See @user_")
        .doesNotContain("zedqx");
    String hidden = "Read: @" + ours.pseudonym("zedqx") + " said so.";
    assertThat(ours.message(hidden)).isEqualTo(hidden);
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
  @CsvSource({
    "a",
    "a.",
    "@a",
    "u/",
    "1 ",
    "a@",
    "x.com/",
    "+1",
    "a.b/",
    "@a\u200B",
    "&#64;",
    "%41",
    "x.com/a%41"
  })
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
