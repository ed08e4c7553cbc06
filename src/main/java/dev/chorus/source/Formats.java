package dev.chorus.source;

import dev.chorus.source.export.AppStoreFormat;
import dev.chorus.source.export.CommunityNotesFormat;
import dev.chorus.source.export.CrowdTangleFormat;
import dev.chorus.source.export.DiscordFormat;
import dev.chorus.source.export.DiscordRowsFormat;
import dev.chorus.source.export.FacebookDownloadFormat;
import dev.chorus.source.export.GooglePlayFormat;
import dev.chorus.source.export.InstagramDownloadFormat;
import dev.chorus.source.export.TelegramBotFormat;
import dev.chorus.source.export.TelegramDesktopFormat;
import dev.chorus.source.export.TelethonFormat;
import dev.chorus.source.export.XScrapedFormat;
import dev.chorus.source.export.YouTubeCommentsFormat;
import dev.chorus.source.export.YouTubeLiveChatFormat;
import dev.chorus.source.export.YouTubeTakeoutFormat;
import dev.chorus.source.export.YtDlpFormat;
import dev.chorus.source.export.ZeeschuimerFormat;
import dev.chorus.source.format.ChorusFormat;
import dev.chorus.source.format.ContainerFormat;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.FlatFormat;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.RejectsFormat;
import dev.chorus.source.format.Results;
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
  /// In the order in which they are asked; the last one takes all other records.
  static final List<PostFormat> ALL =
      List.of(
          new RejectsFormat(Table::again),
          new ZeeschuimerFormat(),
          new CommunityNotesFormat(),
          new CrowdTangleFormat(),
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
          new FlatFormat(),
          new ChorusFormat());

  /// Reads each record by the first format that recognises it.
  static final PostFormat ANY =
      new PostFormat() {
        @Override
        public String id() {
          return "auto";
        }

        @Override
        public boolean recognises(RecordFields record) {
          return true;
        }

        @Override
        public void read(RecordFields record, Results results) throws FieldException {
          of(record).read(record, results);
        }
      };

  private Formats() {}

  /// The first format that recognises the record.
  static PostFormat of(RecordFields record) {
    for (PostFormat format : ALL) {
      if (format.recognises(record)) return format;
    }
    throw new IllegalStateException("the last format takes every record");
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

  /// The format of this id.
  static PostFormat named(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst().orElseThrow();
  }
}
