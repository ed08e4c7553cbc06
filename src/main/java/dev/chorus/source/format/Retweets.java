package dev.chorus.source.format;

import dev.chorus.common.Sha256;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reposts that are told by their words alone, as Twitter's button once wrote them, and as tables
/// and archives still have them: `RT @name: …`.
final class Retweets {
  private static final Pattern RETWEET =
      Pattern.compile("RT @(\\w{1,30}): ?(\\S.*)", Pattern.DOTALL);

  private static final int DIGEST = 16;

  private Retweets() {}

  /// The post with the words of its original, and an id for that one if it has none; itself if it
  /// is no repost. All reposts of one original get the same id.
  static Post resolved(Post post) {
    if (!post.text().startsWith("RT @")) return post;
    Matcher m = RETWEET.matcher(post.text());
    if (!m.matches()) return post;
    Links links = post.links();
    String text = m.group(2);
    Optional<String> original = links.repostOf().or(() -> Optional.of(original(m.group(1), text)));
    return post.withText(text)
        .with(
            new Links(
                links.inReplyTo(), links.quotes(), original, links.thread(), links.versionOf()));
  }

  private static String original(String handle, String text) {
    String digest = Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
    return "rt:@" + handle.toLowerCase(Locale.ROOT) + ":" + digest;
  }
}
