package dev.chorus.cli.console;

import dev.chorus.app.Ingest;
import dev.chorus.app.IngestListener;
import dev.chorus.app.IngestRequest;
import dev.chorus.app.Tally;
import dev.chorus.app.Unread;
import dev.chorus.app.UserException;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.format.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Tells the user how reading goes on: which records were left out, how far it is, and what should
/// be known about the result.
public final class IngestTalk implements IngestListener {
  private final Io io;
  private final Rejections rejections;
  private IngestProgress progress;
  private Optional<Interruption> interruption = Optional.empty();

  public IngestTalk(Io io) {
    this.io = io;
    this.rejections = new Rejections(io);
    this.progress = new IngestProgress(io, OptionalLong.empty(), System::nanoTime);
  }

  /// Ingests, and says what the user should know of it.
  public static Ingest.Result run(
      Io io, IngestRequest request, List<Path> files, ReadSettings reading)
      throws IndexException, UserException {
    IngestTalk talk = new IngestTalk(io);
    Ingest.Result result;
    try (Interruption interruption = new Interruption(io, request)) {
      talk.interruption = Optional.of(interruption);
      result = Ingest.run(request, files, io.in(), reading, talk);
    } finally {
      talk.progress.clear();
    }
    if (result.stopped()) return result;
    say(io, result.unread());
    result.families().ifPresent(families -> say(io, families));
    if (request.dryRun()) {
      int posts = result.tally().analysed();
      io.say(
          String.format(
              Locale.ENGLISH,
              "Nothing was written. %,d %s would be analysed.",
              posts,
              posts == 1 ? "post" : "posts"));
    }
    return result;
  }

  @Override
  public void begun(OptionalLong bytes) {
    progress = new IngestProgress(io, bytes, System::nanoTime);
  }

  @Override
  public void running(Stop stop) {
    interruption.ifPresent(i -> i.stopping(stop));
  }

  @Override
  public void read(long count) {
    progress.taken(count);
  }

  @Override
  public void counted(Tally tally) {
    progress.update(tally);
  }

  @Override
  public void stage(String what) {
    progress.note(what);
  }

  @Override
  public void rejected(Place at, String reason) {
    progress.clear();
    rejections.report(at, reason);
  }

  @Override
  public void remark(Place at, String text) {
    progress.clear();
    rejections.remark(at, text);
  }

  @Override
  public void unreadable(String message) {
    progress.clear();
    io.say("chorus: " + message);
  }

  @Override
  public void endOfPart(Place at, long posts, long rejected) {
    progress.clear();
    rejections.endOfPart(at, posts, rejected);
  }

  @Override
  public void endOfFile() {
    rejections.endOfFile();
  }

  /// Says how many posts were not read by the models, if any.
  public static void say(Io io, Unread unread) {
    var byLanguage = unread.byLanguage();
    if (byLanguage.isEmpty()) return;
    int all = byLanguage.values().stream().mapToInt(Integer::intValue).sum();
    io.say(
        String.format(
            Locale.ENGLISH,
            "%,d %s not in English (%s): kept, and left without scores.",
            all,
            all == 1 ? "post is" : "posts are",
            byLanguage.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "))));
  }

  /// Says how many texts were posted more than once, so that nobody takes copies for opinions.
  private static void say(Io io, FamilyCount count) {
    if (count.families() == 0) return;
    io.say(
        String.format(
            Locale.ENGLISH,
            "%,d posts in the index are near-identical to others: %,d %s.",
            count.posts(),
            count.families(),
            count.families() == 1 ? "family" : "families"));
  }
}
