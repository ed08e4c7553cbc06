package dev.chorus.cli;

import dev.chorus.cli.console.Io;
import dev.chorus.cli.console.Rejections;
import dev.chorus.json.Json;
import dev.chorus.source.PostReader;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.source.export.CommunityNotesFormat;
import dev.chorus.source.format.PostJson;
import dev.chorus.source.format.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus convert FILE…|-`
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = "Prints any readable posts as Chorus JSON Lines, without analysing them.")
final class ConvertCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Posts in any shape, packed or not, or folders of them; - is standard input.")
  private List<Path> files;

  @Mixin private ReadingOptions reading;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    Rejections rejections = new Rejections(io);
    int[] printed = new int[1];
    int unreadable = 0;
    for (Path file : files) {
      try {
        PostReader.read(
            file,
            io.in(),
            reading.settings(),
            result -> {
              switch (result) {
                case ReadResult.Parsed parsed -> {
                  io.out().writeBytes(Json.utf8(PostJson.toMap(parsed.post())));
                  io.out().write('\n');
                  printed[0]++;
                }
                // The post may have been printed, so the note stays a record of its own.
                case ReadResult.Noted noted -> {
                  io.out()
                      .writeBytes(
                          Json.utf8(CommunityNotesFormat.toMap(noted.post(), noted.note())));
                  io.out().write('\n');
                  printed[0]++;
                }
                case ReadResult.Rejected rejected ->
                    rejections.report(rejected.at(), rejected.reason());
                case ReadResult.Remark remark ->
                    rejections.remark(remark.at(), remark.shown(UnaryOperator.identity()));
                case ReadResult.EndOfFile end ->
                    rejections.endOfPart(end.at(), end.posts(), end.rejected());
              }
            });
      } catch (UnreadableSourceException e) {
        // One bad file must not keep the others from being read.
        unreadable++;
        io.say("chorus: " + e.getMessage());
      }
      rejections.endOfFile();
    }
    return printed[0] > 0 && unreadable == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
