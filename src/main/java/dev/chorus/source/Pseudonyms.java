package dev.chorus.source;

import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.post.PostSyntax;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts without the names of those who wrote them, the same person always under the same
/// pseudonym.
///
/// A pseudonym is a keyed hash of the handle (HMAC-SHA-256, RFC 2104), whatever its case. Without
/// the salt nobody can find the handle, not even by trying all handles; with the salt one can try.
///
/// Replaced: the author's handle, or the name of one without; mentions (`@handle`,
/// `@handle@server`, `u/handle`) and the commonest addresses of accounts (`x.com/handle`) in text
/// and notes; Bluesky's accounts in the ids of posts and links. Left out: names, roles,
/// affiliations and addresses of posts, as they identify the author. Not covered: names that are
/// written out in a text, other addresses, the words themselves, which a search engine may find,
/// and ids under which a platform shows the post. A Mastodon account gets one pseudonym where it is
/// mentioned with its server, and another where it is mentioned without.
public final class Pseudonyms {
  private static final String NAME = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]{0,98}[\\p{L}\\p{N}_])?";

  /// A letter before the sign makes it an e-mail address.
  private static final Pattern MENTION =
      Pattern.compile(PostSyntax.FRESH + "[@＠](" + NAME + "(?:@" + NAME + "){0,3})");

  private static final Pattern REDDITOR =
      Pattern.compile("(?<![\\p{L}\\p{N}_])[uU]/([A-Za-z0-9_-]{3,20})(?![\\p{L}\\p{N}_])");

  /// Addresses of accounts. Other addresses of this shape (`x.com/i/status/1`) are left alone.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)((?:\\b(?:x|twitter|instagram|facebook)\\.com|\\bbsky\\.app/profile"
              + "|\\breddit\\.com/user|\\bat:/)/)"
              + "(?!(?:i|search|hashtag|home|explore|intent|share|p|reel|groups|did:)\\b)("
              + NAME
              + ")");

  private static final Pattern BLUESKY_ACCOUNT =
      Pattern.compile("did:(?:plc|web):[A-Za-z0-9._-]{1,200}");
  private static final int DIGITS = 16;

  private final SecretKeySpec key;

  /// @param salt secret; the same one gives the same pseudonyms
  public Pseudonyms(byte[] salt) {
    key = new SecretKeySpec(salt, "HmacSHA256");
  }

  /// The post under pseudonyms. One that is under them already becomes another.
  public Post of(Post post) {
    return Post.builder(accounts(post.id()), text(post.text()))
        .kind(post.kind())
        .platform(post.platform())
        .lang(post.lang())
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .author(author(post.author()))
        .links(
            new Links(
                post.links().inReplyTo().map(this::accounts),
                post.links().quotes().map(this::accounts),
                post.links().repostOf().map(this::accounts),
                post.links().thread().map(this::accounts),
                post.links().versionOf().map(this::accounts)))
        .engagement(post.engagement())
        .rating(post.rating())
        .notes(
            post.notes().stream()
                .map(n -> new Note(n.kind(), text(n.text()), n.source().map(this::text)))
                .toList())
        .targets(post.targets())
        .build();
  }

  private Author author(Author author) {
    Optional<String> who = author.handle().or(author::name);
    return new Author(Optional.empty(), who.map(this::pseudonym), Optional.empty(), List.of());
  }

  private String text(String text) {
    String mentions = replace(MENTION, text, m -> "@" + pseudonym(m.group(1)));
    String redditors = replace(REDDITOR, mentions, m -> "u/" + pseudonym(m.group(1)));
    return accounts(redditors);
  }

  private String accounts(String text) {
    String addresses = replace(ADDRESS, text, m -> m.group(1) + pseudonym(m.group(2)));
    return replace(BLUESKY_ACCOUNT, addresses, m -> "did:" + pseudonym(m.group()));
  }

  private static String replace(Pattern what, String text, Function<MatchResult, String> by) {
    return what.matcher(text).replaceAll(m -> by.apply(m));
  }

  /// Identifies the salt without giving it away: the hash of a text that cannot be a handle.
  public String digest() {
    return hash("the salt itself");
  }

  /// Such as `user_1f0c9a7be2d44b07`.
  String pseudonym(String handle) {
    return "user_" + hash(handle.toLowerCase(Locale.ROOT));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
