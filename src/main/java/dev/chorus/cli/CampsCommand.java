package dev.chorus.cli;

import dev.chorus.app.Reports;
import dev.chorus.app.UserException;
import dev.chorus.app.verify.FinishedReport;
import dev.chorus.app.verify.ReportCommand;
import dev.chorus.cli.console.Io;
import dev.chorus.json.Json;
import dev.chorus.render.EmergentOutline;
import dev.chorus.render.Terminal;
import dev.chorus.render.html.HtmlReport;
import dev.chorus.render.json.CampsJson;
import dev.chorus.render.markdown.MarkdownPrinter;
import dev.chorus.render.terminal.TerminalPrinter;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `chorus camps`
@Command(
    name = "camps",
    mixinStandardHelpOptions = true,
    subcommands = {CampsAssignCommand.class, CampsPromoteCommand.class},
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
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes there instead of standard output.")
  private Optional<Path> output = Optional.empty();

  @Mixin private TimeOptions times;

  @Option(
      names = "--by",
      paramLabel = "PART",
      description = "Gives the shares by ${COMPLETION-CANDIDATES} as well.")
  private Optional<Breakdown.By> by = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "DIR",
      description = "Sets the shares beside those in another index.")
  private Optional<Path> other = Optional.empty();

  @Option(
      names = "--name-authors",
      description = "Names private persons too where the report speaks of persons.")
  private boolean nameAuthors;

  @Option(
      names = "--emergent",
      paramLabel = "ID",
      description = "Prints the posts of an emergent group instead.")
  private Optional<String> emergent = Optional.empty();

  Io io() {
    return main.io();
  }

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    if (format == ReportFormat.HTML && output.isEmpty() && io.outTerminal()) {
      throw new UserException(
          "--format html is for a browser, and results go to a terminal here: name a file, such as"
              + " --output report.html");
    }
    CampsReport report = Reports.of(index.folder(io), scope());
    if (emergent.isPresent()) {
      CampsReport.Emergent group = group(report, emergent.get());
      io.out()
          .print(
              TerminalPrinter.print(
                  EmergentOutline.of(group, Reports.posts(index.folder(io), group.ids())),
                  io.terminal()));
      return ExitCode.DONE;
    }
    Optional<Comparison> comparison = Optional.empty();
    if (other.isPresent()) {
      comparison = Optional.of(Comparison.of(report, Reports.of(other.get(), scope().whole())));
    }
    if (output.isEmpty()) {
      io.out().print(render(report, comparison, io.terminal()));
      return ExitCode.DONE;
    }
    try {
      Terminal file = new Terminal(100, false, true);
      Files.writeString(output.get(), render(report, comparison, file));
    } catch (IOException e) {
      throw new UserException(output.get() + " cannot be written: " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  private static CampsReport.Emergent group(CampsReport report, String id) throws UserException {
    return report.emergent().stream()
        .filter(g -> g.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    report.emergent().isEmpty()
                        ? "There is no emergent group in this index."
                        : "There is no emergent group "
                            + id
                            + "; there are "
                            + report.emergent().stream()
                                .map(CampsReport.Emergent::id)
                                .collect(Collectors.joining(", "))
                            + "."));
  }

  private Reports.Scope scope() {
    return new Reports.Scope(times.since(), times.until(), by, nameAuthors);
  }

  private String render(CampsReport report, Optional<Comparison> comparison, Terminal terminal) {
    ReportCommand command = new ReportCommand(scope(), other.map(Path::toString));
    return switch (format) {
      case JSON ->
          Json.pretty(
                  comparison
                      .map(c -> CampsJson.of(report, c))
                      .orElseGet(() -> CampsJson.of(report)))
              + "\n";
      case TEXT, MD, HTML -> {
        FinishedReport finished = FinishedReport.of(report, comparison, command);
        yield switch (format) {
          case MD -> MarkdownPrinter.print(finished.outline(), finished.claims());
          case HTML -> HtmlReport.print(finished.outline(), finished.claims());
          case TEXT, JSON -> TerminalPrinter.print(finished.outline(), terminal);
        };
      }
    };
  }
}
