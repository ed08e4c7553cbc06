package dev.chorus.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A shape of addresses under which people have their pages. In the pattern the group `name` is
/// what identifies somebody; a reserved word in its place is a page of the site.
///
/// @param reserved in lower case
record AccountAddress(Pattern pattern, Set<String> reserved) {
  /// Behind a sign of a name or of an address stands no new host.
  private static final String BEGIN = "(?:(?<=%2F)|(?<![\\p{L}\\p{N}_.@-]))";

  private static final String SUBDOMAINS = "(?:[a-z0-9-]{1,30}\\.){0,3}";
  private static final String PORT = "(?::\\d{1,5})?";
  private static final String SLASH = "(?:/|%2F)";

  /// A host of any name, as it stands behind a scheme or a word that ends.
  private static final String ANY_HOST =
      BEGIN + "(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,24}" + PORT + SLASH;

  /// As in an address: with escapes, and without what ends a sentence.
  private static final String NAME =
      "(?<name>(?:[\\p{L}\\p{N}_~]|ESC)"
          .concat("(?:(?:[\\p{L}\\p{N}_.~+-]|ESC){0,98}(?:[\\p{L}\\p{N}_]|ESC))?)")
          // A sign of a name, and none that parts an address.
          .replace("ESC", "%(?!2F|3F|26|23|20|3D)[0-9A-F]{2}");

  private static final String COMMON =
      "about account accounts api app apps auth blog business careers contact developers directory"
          + " docs download explore faq features help home i jobs legal login logout messages new"
          + " news notifications policies press pricing privacy register search settings share"
          + " signin signup support terms tos trending";

  /// Sites where the first part of the path is an account, each with its pages of other kinds.
  private static final Map<String, String> FIRST_PART =
      Map.ofEntries(
          Map.entry(
              "(?:x|twitter|vxtwitter|fxtwitter|fixupx|fixvx|xcancel|nitter)\\.com",
              "hashtag intent compose lists communities spaces"),
          Map.entry("nitter\\.[a-z.]{2,24}", "hashtag pic"),
          Map.entry("instagram\\.com", "p reel reels tv stories direct"),
          Map.entry(
              "(?:facebook|fb)\\.com",
              "groups group events pages page watch sharer photo photo.php permalink.php story.php"
                  + " profile.php reel reels hashtag marketplace plugins dialog gaming people pg"
                  + " public sharer.php video video.php"),
          Map.entry("threads\\.(?:net|com)", "t"),
          Map.entry(
              "(?:gist\\.)?github\\.com",
              "topics orgs marketplace sponsors collections events security enterprise team site"
                  + " issues pulls codespaces organizations stars watching dashboard solutions"
                  + " resources customer-stories readme nonprofit join"),
          Map.entry(
              "(?:t|telegram)\\.me",
              "s c joinchat addstickers addemoji addlist addtheme iv proxy socks boost setlanguage"
                  + " invoice bg giftcode"),
          Map.entry("linktr\\.ee|ko-fi\\.com|patreon\\.com", "posts c user"),
          Map.entry("twitch\\.tv", "videos downloads directory"));

  /// Addresses that say where the name stands.
  private static final List<String> MARKED =
      List.of(
          host("news\\.ycombinator\\.com") + "(?:user|threads|submitted|favorites|upvoted)\\?id=",
          host("linkedin\\.com") + "(?:in|pub)" + SLASH,
          host("reddit\\.com") + "(?:user|u)" + SLASH,
          host("bsky\\.app") + "profile" + SLASH + "(?!did(?::|%3A))",
          host("youtube\\.com") + "(?:channel|user|c)" + SLASH,
          host("facebook\\.com") + "profile\\.php\\?id=",
          host("facebook\\.com") + "(?:pg|people)" + SLASH,
          host("instagram\\.com") + "stories" + SLASH,
          host("(?:t|telegram)\\.me") + "s" + SLASH,
          host("patreon\\.com") + "c" + SLASH,
          host("(?:stackoverflow|stackexchange)\\.com") + "users" + SLASH,
          "(?<!\\w)at:/" + SLASH + "(?!did:)",
          ANY_HOST + "(?:@|%40)",
          "https?://[^\\s/]{1,100}/users/");

  private static final String SITES_OF_SUBDOMAINS =
      "\\.(?:substack\\.com|tumblr\\.com|medium\\.com|bsky\\.social|livejournal\\.com|github\\.io)";

  /// All shapes.
  static final List<AccountAddress> ALL = all();

  private static String host(String site) {
    return BEGIN + SUBDOMAINS + "(?:" + site + ")" + PORT + SLASH;
  }

  private static AccountAddress of(String pattern, String reserved) {
    return new AccountAddress(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
        Set.copyOf(List.of(reserved.split(" "))));
  }

  private static List<AccountAddress> all() {
    java.util.ArrayList<AccountAddress> all = new java.util.ArrayList<>();
    for (String marked : MARKED) all.add(of(marked + NAME, "-"));
    all.add(of(ANY_HOST + NAME + "(?=" + SLASH + "status(?:es)?" + SLASH + "\\d)", "i web"));
    FIRST_PART.forEach((site, pages) -> all.add(of(host(site) + NAME, COMMON + " " + pages)));
    all.add(
        of(
            BEGIN + "(?<name>[a-z0-9][a-z0-9-]{0,62})" + SITES_OF_SUBDOMAINS + "(?![\\p{L}\\p{N}])",
            "www open api cdn status support blog help on reader about staging assets"));
    return List.copyOf(all);
  }

  /// Whether this stands for a page of the site, not for somebody.
  boolean isPage(String name) {
    return reserved.contains(name.toLowerCase(Locale.ROOT));
  }
}
