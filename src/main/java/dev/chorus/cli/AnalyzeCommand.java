package dev.chorus.cli;

import dev.chorus.app.Pipeline;
import dev.chorus.app.Unread;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.common.OrderedParallel;
import dev.chorus.json.Json;
import dev.chorus.post.Post;
import dev.chorus.render.ReactionJson;
import dev.chorus.source.PostReader;
import dev.chorus.source.format.ReadResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus analyze FILE|-`
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one JSON reaction a line, in the order of the input, and keeps nothing: a filter for"
          + " pipes."
    })
final class AnalyzeCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "FILE",
      description = "Posts in any shape, packed or not, or a folder of them; - is standard input.")
  private Path file;

  @Mixin private ReadingOptions reading;

  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    Event event = options.event();
    Rejections rejections = new Rejections(io);
    Unread unread = new Unread();
    int[] printed = new int[1];
    try (Pipeline pipeline = Pipeline.load(event, options.settings(event));
        OrderedParallel<Post, Placed> analysis =
            new OrderedParallel<>(
                options.threads(),
                pipeline::place,
                placed -> {
                  io.out().println(Json.compact(ReactionJson.line(placed)));
                  unread.count(placed.reaction());
                  printed[0]++;
                })) {
      PostReader.read(
          file,
          io.in(),
          reading.settings(),
          result -> {
            switch (result) {
              case ReadResult.Parsed parsed -> analysis.add(parsed.post());
              case ReadResult.Rejected rejected ->
                  rejections.report(rejected.at(), rejected.reason());
              case ReadResult.Remark remark -> rejections.remark(remark.at(), remark.text());
            }
          });
      analysis.finish();
      rejections.endOfFile();
    }
    unread.report(io);
    return printed[0] > 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
