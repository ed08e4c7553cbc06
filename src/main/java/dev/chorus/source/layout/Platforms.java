package dev.chorus.source.layout;

import java.util.Locale;
import java.util.Set;

/// Tells columns of platforms from others: a column called `source` holds programs in many files.
final class Platforms {
  private static final Set<String> NAMES =
      Set.of(
          "x",
          "twitter",
          "reddit",
          "bluesky",
          "bsky",
          "mastodon",
          "facebook",
          "instagram",
          "threads",
          "youtube",
          "tiktok",
          "telegram",
          "discord",
          "linkedin",
          "hackernews",
          "hacker news",
          "hn",
          "lemmy",
          "truthsocial",
          "truth social",
          "gab",
          "vk",
          "weibo",
          "4chan",
          "google play",
          "googleplay",
          "google_play",
          "app store",
          "appstore",
          "app_store",
          "trustpilot",
          "amazon",
          "yelp",
          "steam");

  private Platforms() {}

  static boolean areIn(Column column) {
    boolean source = FieldNames.plain(column.path()).matches("source|site");
    return source
        ? column.values().stream()
                .filter(v -> NAMES.contains(v.strip().toLowerCase(Locale.ROOT)))
                .count()
            > column.size() / 2
        : column.isName() && !column.isUrl();
  }
}
