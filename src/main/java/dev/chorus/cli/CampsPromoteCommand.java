package dev.chorus.cli;

import dev.chorus.app.UserException;
import dev.chorus.camp.Camp;
import dev.chorus.camp.CampFile;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.index.ReactionReader;
import dev.chorus.report.CampsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus camps promote ID`
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Writes an emergent camp into a camp file: its telling words as cues, its typical posts as"
          + " examples. Title and claim are for you to word; then: chorus camps assign."
    })
final class CampsPromoteCommand implements Callable<Integer> {
  @ParentCommand private CampsCommand parent;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "ID", description = "As chorus camps prints it under EMERGENT.")
  private String id;

  @Option(
      names = "--camps",
      paramLabel = "FILE",
      description =
          "The camp file that the index was sorted by; it gets one camp more (default: a new file"
              + " EVENT.yaml in this folder).")
  private Optional<Path> camps = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Io io = parent.io();
    Path folder = index.folder(io);
    Event event;
    try (ReactionReader reader = ReactionReader.open(folder)) {
      event = reader.event();
    }
    Path file = file(event, folder);
    CampsReport report = CampsCommand.report(folder, new TimeOptions(), Optional.empty());
    CampsReport.Emergent emergent =
        report.emergent().stream()
            .filter(e -> e.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new UserException(unknown(report)));
    Camp camp = emergent.asCamp();
    write(file, CampFile.with(event, camp));
    io.out()
        .println(
            "The camp \""
                + camp.id()
                + "\" is in "
                + file
                + ", at its end. Give it a title and a claim, then: chorus camps assign --camps "
                + file
                + " --index "
                + folder);
    return ExitCode.DONE;
  }

  private String unknown(CampsReport report) {
    String there =
        report.emergent().isEmpty()
            ? "Nothing emerges among the unaligned of this index"
            : "There are "
                + report.emergent().stream()
                    .map(CampsReport.Emergent::id)
                    .collect(Collectors.joining(", "));
    return "There is no emergent camp \"" + id + "\". " + there + ".";
  }

  /// Where to write: only over the very file that the index was sorted by.
  private Path file(Event event, Path folder) throws Exception {
    Path file = camps.orElse(Path.of(event.id() + ".yaml"));
    if (Files.exists(file)) {
      if (!EventFile.read(file).fingerprint().equals(event.fingerprint())) {
        throw new UserException(
            file
                + " is not the camp file that the index in "
                + folder
                + " was sorted by. Sort it by that one first (chorus camps assign --camps "
                + file
                + "), or name another file with --camps.");
      }
    } else if (camps.isPresent()) {
      throw new UserException(file + ": there is no such camp file.");
    }
    return file;
  }

  private static void write(Path file, String text) throws UserException {
    try {
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage());
    }
  }
}
