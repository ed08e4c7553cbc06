package dev.chorus.cli;

import dev.chorus.camp.EventFileException;
import dev.chorus.index.IndexException;
import dev.chorus.index.QueryException;
import dev.chorus.language.ModelException;
import dev.chorus.source.UnreadableSourceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `chorus`: reads what people said about an event and sorts the reactions into camps.
@Command(
    name = "chorus",
    description = {
      "Reads what people said about an event, scores how each of them feels, finds which side they"
          + " take,",
      "and sorts them into reaction camps, with the quotes that prove it. Offline, no account."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      CampsCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      AnalyzeCommand.class,
      ConvertCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, and you can act on it",
      "2:wrong usage",
      "3:a bug in Chorus"
    },
    footerHeading = "%nTry:%n",
    footer = {
      "  chorus demo                       the reactions to DeepSeek R1, from the sample corpus",
      "  chorus ingest posts.jsonl         reads, analyses, sorts and indexes your own posts",
      "  chorus camps                      prints the camps of what was ingested",
      "  chorus search 'nvidia AND crash'  finds reactions by their words"
    })
public final class Main {
  private final Io io;

  Main(Io io) {
    this.io = io;
  }

  Io io() {
    return io;
  }

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(Io.ofProcess(), args));
  }

  static int run(Io io, String... args) {
    PrintWriter out = new PrintWriter(io.out(), true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(io.err(), true, StandardCharsets.UTF_8);
    CommandLine commands =
        new CommandLine(new Main(io))
            .setOut(out)
            .setErr(err)
            .setColorScheme(colours(io))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(Math.min(io.terminal().width(), 110))
            .setParameterExceptionHandler(Main::wrongUsage)
            .setExecutionExceptionHandler((e, command, _) -> trouble(io, e, command));
    if (args.length == 0) {
      commands.usage(out);
      flush(io);
      return ExitCode.USAGE;
    }
    int code = commands.execute(args);
    flush(io);
    return code;
  }

  private static void flush(Io io) {
    io.out().flush();
    io.err().flush();
  }

  private static CommandLine.Help.ColorScheme colours(Io io) {
    return CommandLine.Help.defaultColorScheme(
        io.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("chorus: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int trouble(Io io, Exception e, CommandLine command) {
    // What was printed so far belongs before the message.
    io.out().flush();
    return switch (e) {
      case QueryException query -> {
        io.say("chorus: " + query.getMessage());
        yield ExitCode.USAGE;
      }
      case UserException _,
          IndexException _,
          EventFileException _,
          ModelException _,
          UnreadableSourceException _ -> {
        io.say("chorus: " + e.getMessage());
        yield ExitCode.FAILED;
      }
      default -> {
        io.say(
            "chorus: this is a bug in Chorus, not a mistake of yours. Please report what you did"
                + " and the lines below. Nothing that was indexed before is lost.");
        e.printStackTrace(io.err());
        yield ExitCode.BUG;
      }
    };
  }
}
