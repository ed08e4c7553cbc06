package dev.chorus.source.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A post as its address on the web names it. Many tools give no other trace of the platform and of
/// the id that the platform's own interface has.
///
/// @param platform such as `x`
/// @param id with the platform in front, such as `x:1886000000000000001`; empty where the address
///     does not hold it
public record PostAddress(String platform, Optional<String> id) {
  private static final Pattern HOST =
      Pattern.compile("https?://(?:[\\w-]+\\.)*?([\\w-]+\\.[a-z]{2,})(?::[0-9]+)?(?:[/?#].*)?");

  /// Platforms by the domain of their pages.
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("x.com", "x"),
          Map.entry("twitter.com", "x"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("threads.net", "threads"),
          Map.entry("threads.com", "threads"),
          Map.entry("tiktok.com", "tiktok"),
          Map.entry("reddit.com", "reddit"),
          Map.entry("youtube.com", "youtube"),
          Map.entry("linkedin.com", "linkedin"),
          Map.entry("bsky.app", "bluesky"),
          Map.entry("truthsocial.com", "truthsocial"),
          Map.entry("gab.com", "gab"),
          Map.entry("9gag.com", "9gag"),
          Map.entry("imgur.com", "imgur"),
          Map.entry("pinterest.com", "pinterest"),
          Map.entry("tumblr.com", "tumblr"),
          Map.entry("vk.com", "vk"),
          Map.entry("t.me", "telegram"));

  /// Where in an address the id stands, and what the platform's interface puts in front of it. The
  /// more exact forms come first.
  private record Form(String platform, Pattern pattern, String start) {}

  private static final List<Form> FORMS =
      List.of(
          form("x", "/status(?:es)?/([0-9]{1,20})", ""),
          form("instagram", "/(?:p|reels?|tv)/([\\w-]{5,40})", ""),
          form("threads", "/(?:post|t)/([\\w-]{5,40})", ""),
          form("tiktok", "/(?:video|photo)/([0-9]{6,20})", ""),
          form("reddit", "/comments/[0-9a-z]+/[^/]*/([0-9a-z]{1,13})", "t1_"),
          form("reddit", "/comments/([0-9a-z]{1,13})", "t3_"),
          form("youtube", "[?&]lc=([\\w.-]{10,80})", ""),
          form("youtube", "(?:[?&]v=|/shorts/|/live/)([\\w-]{11})", ""),
          form("linkedin", "urn:li:(?:activity|ugcPost|share):([0-9]{15,19})", ""),
          form("linkedin", "-(?:activity|ugcPost|share)-([0-9]{15,19})", ""),
          form("truthsocial", "/(?:@[^/]+(?:/posts)?|statuses)/([0-9]{10,25})", ""),
          form("gab", "/posts/([0-9]{6,25})", ""),
          form("9gag", "/gag/(\\w{4,12})", ""),
          form("pinterest", "/pin/([0-9]{6,25})", ""));

  private static Form form(String platform, String pattern, String start) {
    return new Form(platform, Pattern.compile(pattern), start);
  }

  /// A post on a page or in a group has both numbers in its id.
  private static final Pattern FACEBOOK =
      Pattern.compile("facebook\\.com/(?:groups/)?([0-9]{3,25})/(?:posts|permalink)/([0-9]{1,25})");

  /// The longest address that is looked at, in UTF-16 units.
  private static final int LONGEST = 2_000;

  /// What an address says; nothing if it is none, or one of a site that Chorus does not know.
  public static Optional<PostAddress> of(String address) {
    String url = address.strip();
    if (url.length() > LONGEST) return Optional.empty();
    Matcher host = HOST.matcher(url);
    if (!host.matches()) return Optional.empty();
    String platform = PLATFORMS.get(host.group(1));
    if (platform == null) return Optional.empty();
    return Optional.of(new PostAddress(platform, id(platform, url)));
  }

  private static Optional<String> id(String platform, String url) {
    Matcher facebook = FACEBOOK.matcher(url);
    if (platform.equals("facebook") && facebook.find()) {
      return Optional.of("facebook:" + facebook.group(1) + "_" + facebook.group(2));
    }
    for (Form form : FORMS) {
      if (!form.platform().equals(platform)) continue;
      Matcher id = form.pattern().matcher(url);
      if (id.find()) return Optional.of(platform + ":" + form.start() + id.group(1));
    }
    return Optional.empty();
  }
}
