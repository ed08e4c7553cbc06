package dev.chorus.source;

import dev.chorus.source.export.AppStoreFormat;
import dev.chorus.source.export.CommunityNotesFormat;
import dev.chorus.source.export.CrowdTangleFormat;
import dev.chorus.source.export.DiscordFormat;
import dev.chorus.source.export.DiscordRowsFormat;
import dev.chorus.source.export.FacebookDownloadFormat;
import dev.chorus.source.export.FourCatFormat;
import dev.chorus.source.export.GooglePlayFormat;
import dev.chorus.source.export.InstagramDownloadFormat;
import dev.chorus.source.export.MonitoringFormat;
import dev.chorus.source.export.TelegramBotFormat;
import dev.chorus.source.export.TelegramDesktopFormat;
import dev.chorus.source.export.TelethonFormat;
import dev.chorus.source.export.YouTubeCommentsFormat;
import dev.chorus.source.export.YouTubeLiveChatFormat;
import dev.chorus.source.export.YouTubeTakeoutFormat;
import dev.chorus.source.export.YtDlpFormat;
import dev.chorus.source.export.ZeeschuimerFormat;
import dev.chorus.source.format.ChorusFormat;
import dev.chorus.source.format.ContainerFormat;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.RejectsFormat;
import dev.chorus.source.platform.ActivityPubFormat;
import dev.chorus.source.platform.AlgoliaFormat;
import dev.chorus.source.platform.BlueskyFormat;
import dev.chorus.source.platform.GabFormat;
import dev.chorus.source.platform.HackerNewsFormat;
import dev.chorus.source.platform.InstagramFormat;
import dev.chorus.source.platform.LemmyFormat;
import dev.chorus.source.platform.LinkedInFormat;
import dev.chorus.source.platform.MastodonFormat;
import dev.chorus.source.platform.PictureFormat;
import dev.chorus.source.platform.RedditFormat;
import dev.chorus.source.platform.ThreadsFormat;
import dev.chorus.source.platform.TikTokFormat;
import dev.chorus.source.platform.XScrapedFormat;
import dev.chorus.source.platform.XV1Format;
import dev.chorus.source.platform.XV2Format;
import dev.chorus.source.platform.XWebFormat;
import dev.chorus.source.platform.YouTubeFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The formats of posts that Chorus knows.
final class Formats {
  /// In the order in which they are asked. A record that none of them recognises is read by the
  /// names of its fields.
  static final List<PostFormat> ALL =
      List.of(
          new RejectsFormat(Table::again),
          new ZeeschuimerFormat(),
          new CommunityNotesFormat(),
          new CrowdTangleFormat(),
          new FourCatFormat(),
          new MonitoringFormat(),
          new XV2Format(),
          new XV1Format(),
          new XScrapedFormat(),
          // An entry of its own without data looks like an empty page of Reddit.
          new FacebookDownloadFormat(),
          new RedditFormat(),
          new HackerNewsFormat(),
          new AlgoliaFormat(),
          new MastodonFormat(),
          new ActivityPubFormat(),
          new BlueskyFormat(),
          new YouTubeFormat(),
          new XWebFormat(),
          new TikTokFormat(),
          new ThreadsFormat(),
          new InstagramFormat(),
          new LinkedInFormat(),
          new GabFormat(),
          new PictureFormat(),
          new TelegramDesktopFormat(),
          new TelethonFormat(),
          new TelegramBotFormat(),
          new DiscordFormat(),
          new DiscordRowsFormat(),
          new YtDlpFormat(),
          new YouTubeCommentsFormat(),
          new YouTubeTakeoutFormat(),
          new YouTubeLiveChatFormat(),
          new InstagramDownloadFormat(),
          new GooglePlayFormat(),
          new AppStoreFormat(),
          new LemmyFormat(),
          new ContainerFormat(),
          new ChorusFormat());

  private Formats() {}

  /// The first format that recognises the record.
  static Optional<PostFormat> of(RecordFields record) {
    for (PostFormat format : ALL) {
      if (format.recognises(record)) return Optional.of(format);
    }
    return Optional.empty();
  }

  /// The format of the rows of a table, if they are no posts with names of columns that speak for
  /// themselves.
  static Optional<PostFormat> ofRows(List<String> header) {
    Map<String, Object> columns = new HashMap<>();
    for (String name : header) columns.put(name, "");
    RecordFields record = new RecordFields(columns);
    return ALL.stream()
        .filter(format -> format.readsRows() && format.recognises(record))
        .findFirst();
  }

  /// The format of this id, if it is one of records.
  static Optional<PostFormat> find(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /// The format of this id.
  static PostFormat named(String id) {
    return find(id).orElseThrow();
  }
}
