package dev.chorus.source;

import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.post.PostSyntax;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts without the names of those who wrote them, the same person always under the same
/// pseudonym.
///
/// A pseudonym is a keyed hash of the handle (HMAC-SHA-256, RFC 2104), whatever its case. Without
/// the salt nobody can find the handle, not even by trying all handles; with the salt one can try.
///
/// Replaced: the author's handle, or the name of one without, also where it stands as a bare word
/// in the text or an id; mentions (`@handle`, `@handle@server`, `u/handle`), also with the sign
/// as an entity and with signs in it that are not seen; addresses of accounts, see
/// [AccountAddress], in texts, notes and ids; Bluesky's accounts; sources of notes. Left out:
/// names, roles, affiliations and addresses of posts, as they identify the author. Not covered:
/// names that are written out in a text, bare handles of others, addresses of other sites, the
/// words themselves, which a search engine may find, and ids under which a platform shows the
/// post. A Mastodon account gets one pseudonym where it is mentioned with its server, and another
/// where it is mentioned without.
public final class Pseudonyms {
  /// Signs that are not seen, which some put into a name so that it is no mention.
  private static final String UNSEEN =
      "\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF";

  private static final Pattern UNSEEN_SIGN = Pattern.compile("[" + UNSEEN + "]");

  private static final String NAME =
      "[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_." + UNSEEN + "-]{0,98}[\\p{L}\\p{M}\\p{N}_])?";

  private static final String AT = "(?:[@＠﹫]|&#0{0,4}64;|&#[xX]0{0,4}40;|&commat;)";

  /// A letter before the sign makes it an e-mail address.
  private static final Pattern MENTION =
      Pattern.compile(
          PostSyntax.FRESH
              + "("
              + AT
              + ")["
              + UNSEEN
              + "]{0,8}(?<name>"
              + NAME
              + "(?:@"
              + NAME
              + "){0,3})");

  private static final Pattern REDDITOR =
      Pattern.compile("(?<![\\p{L}\\p{N}_])[uU]/(?<name>[A-Za-z0-9_-]{3,20})(?![\\p{L}\\p{N}_])");

  private static final Pattern BLUESKY_ACCOUNT =
      Pattern.compile("did(?::|%3A)(?:plc|web)(?::|%3A)(?<name>[A-Za-z0-9._-]{1,200})");

  private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private static final Pattern PSEUDONYM = Pattern.compile("user_[0-9a-f]{16}");

  /// A value that a message shows.
  private static final Pattern SHOWN = Pattern.compile("(?s)(\" (?:is|was) ).*?(; wanted )");

  /// The shortest handle that is looked for as a bare word; shorter ones are words.
  private static final int LEAST_BARE = 3;

  /// Sources of notes who are nobody.
  private static final Set<String> NOBODY =
      Set.of("readers", "community notes", "community", "birdwatch", "x", "twitter", "moderators");

  private static final int DIGITS = 16;

  private final SecretKeySpec key;

  /// @param salt secret; the same one gives the same pseudonyms
  public Pseudonyms(byte[] salt) {
    key = new SecretKeySpec(salt, "HmacSHA256");
  }

  /// The post under pseudonyms. One that is under them already becomes another.
  public Post of(Post post) {
    Hiding hiding = new Hiding(post.author().handle());
    return Post.builder(hiding.id(post.id()), hiding.text(post.text()))
        .kind(post.kind())
        .platform(post.platform())
        .lang(post.lang())
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .author(author(post.author()))
        .links(
            new Links(
                post.links().inReplyTo().map(hiding::id),
                post.links().quotes().map(hiding::id),
                post.links().repostOf().map(hiding::id),
                post.links().thread().map(hiding::id),
                post.links().versionOf().map(hiding::id)))
        .engagement(post.engagement())
        .rating(post.rating())
        .notes(
            post.notes().stream()
                .map(n -> new Note(n.kind(), hiding.text(n.text()), n.source().map(hiding::source)))
                .toList())
        .targets(post.targets())
        .build();
  }

  /// A message on a record, without the value that it shows and without handles; pseudonyms in it
  /// stay.
  public String message(String text) {
    Hiding hiding = new Hiding(Optional.empty());
    PSEUDONYM.matcher(text).results().forEach(pseudonym -> hiding.made.add(pseudonym.group()));
    return hiding.text(SHOWN.matcher(text).replaceAll("$1…$2"));
  }

  private Author author(Author author) {
    Optional<String> who = author.handle().or(author::name);
    return new Author(Optional.empty(), who.map(this::pseudonym), Optional.empty(), List.of());
  }

  /// What is done to the parts of one post.
  private final class Hiding {
    private final Optional<Pattern> own;

    /// Pseudonyms that stand in the place of names already.
    private final Set<String> made = new HashSet<>();

    Hiding(Optional<String> handle) {
      own =
          handle
              .filter(h -> h.length() >= LEAST_BARE)
              .map(
                  h ->
                      Pattern.compile(
                          "(?<![\\p{L}\\p{N}_])(?<name>"
                              + Pattern.quote(h)
                              + ")(?![\\p{L}\\p{N}_])",
                          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    String text(String text) {
      return bare(replace(REDDITOR, replace(MENTION, accounts(text))));
    }

    String id(String id) {
      return bare(accounts(id));
    }

    /// Somebody, unless it is an address or nobody in particular.
    String source(String source) {
      String hidden = text(source);
      boolean isAddress = source.contains("/") || source.contains("@");
      boolean isNobody = NOBODY.contains(source.strip().toLowerCase(Locale.ROOT));
      return isAddress || isNobody || !hidden.equals(source) ? hidden : hide(source.strip());
    }

    private String accounts(String text) {
      String hidden = text;
      for (AccountAddress address : AccountAddress.ALL) {
        hidden = replace(address.pattern(), hidden, address::isPage);
      }
      return replace(BLUESKY_ACCOUNT, hidden);
    }

    private String bare(String text) {
      return own.map(handle -> replace(handle, text)).orElse(text);
    }

    private String replace(Pattern what, String text) {
      return replace(what, text, _ -> false);
    }

    /// Puts a pseudonym in the place of the group `name`.
    private String replace(Pattern what, String text, Predicate<String> kept) {
      Matcher found = what.matcher(text);
      StringBuilder hidden = new StringBuilder();
      int end = 0;
      while (found.find()) {
        String name = plain(found.group("name"));
        if (kept.test(name) || made.contains(name)) continue;
        hidden.append(text, end, found.start("name")).append(hide(name));
        end = found.end("name");
      }
      return end == 0 ? text : hidden.append(text, end, text.length()).toString();
    }

    private String hide(String name) {
      String pseudonym = pseudonym(name);
      made.add(pseudonym);
      return pseudonym;
    }
  }

  /// A name as it is without escapes and signs that are not seen.
  private static String plain(String name) {
    String seen = UNSEEN_SIGN.matcher(name).replaceAll("");
    if (seen.indexOf('%') < 0) return seen;
    return ESCAPED
        .matcher(seen)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    new String(
                        HexFormat.of().parseHex(m.group().replace("%", "")),
                        StandardCharsets.UTF_8)));
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
