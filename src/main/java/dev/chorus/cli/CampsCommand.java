package dev.chorus.cli;

import dev.chorus.camp.Placed;
import dev.chorus.index.IndexException;
import dev.chorus.index.ReactionReader;
import dev.chorus.json.Json;
import dev.chorus.report.CampsJson;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReportBuilder;
import dev.chorus.report.CampsText;
import dev.chorus.report.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `chorus camps`
@Command(
    name = "camps",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the stance summaries: for each camp its share, mood, stances, words, and the quotes"
          + " that prove it."
    })
final class CampsCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private IndexOption index;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes there instead of standard output.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    CampsReport report = report(index.folder(io));
    if (output.isEmpty()) {
      io.out().print(render(report, format, io.terminal()));
      return ExitCode.DONE;
    }
    try {
      Terminal file = new Terminal(100, false, true);
      Files.writeString(output.get(), render(report, format, file));
    } catch (IOException e) {
      throw new UserException(output.get() + " cannot be written: " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  static CampsReport report(Path folder) throws IndexException {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      List<Placed> all = new ArrayList<>(reader.size());
      reader.forEach(all::add);
      return CampsReportBuilder.build(
          reader.event(),
          all,
          reader.trial(),
          Provenance.of(reader.event(), reader.analysis(), all));
    }
  }

  static String render(CampsReport report, OutputFormat format, Terminal terminal) {
    return switch (format) {
      case TEXT -> CampsText.of(report, terminal);
      case JSON -> Json.pretty(CampsJson.of(report)) + "\n";
    };
  }
}
