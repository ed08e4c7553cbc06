package dev.chorus.cli;

import dev.chorus.app.UserException;
import dev.chorus.camp.EventFileException;
import dev.chorus.cli.console.Io;
import dev.chorus.cli.console.OutputException;
import dev.chorus.cli.console.TemporaryFolder;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.QueryException;
import dev.chorus.language.ModelException;
import dev.chorus.source.UnreadableSourceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `chorus`: reads what people said about an event and sorts the reactions into camps.
@Command(
    name = "chorus",
    description = {
      "Reads what people said about an event, scores how each of them feels, finds which side they"
          + " take,",
      "and sorts them into reaction camps, with the quotes that prove it. Offline, no account."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
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
  /// In the order of the help. Each name is that of the class's own annotation.
  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("demo", DemoCommand.class),
          Map.entry("ingest", IngestCommand.class),
          Map.entry("camps", CampsCommand.class),
          Map.entry("search", SearchCommand.class),
          Map.entry("show", ShowCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("analyze", AnalyzeCommand.class),
          Map.entry("convert", ConvertCommand.class),
          Map.entry("evaluate", EvaluateCommand.class),
          Map.entry("train", TrainCommand.class));

  /// Picocli refuses less.
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 110;

  private final Io io;
  private final IndexOpener indexes;

  private Main(Io io, IndexOpener indexes) {
    this.io = io;
    this.indexes = indexes;
  }

  Io io() {
    return io;
  }

  /// The index to search.
  ReactionReader open(Path folder) throws IndexException {
    return indexes.open(folder);
  }

  /// @return the exit code
  public static int run(Io io, String... args) {
    return run(io, ReactionReader::open, args);
  }

  /// @param indexes opens the index of a search
  /// @return the exit code
  public static int run(Io io, IndexOpener indexes, String... args) {
    // Picocli would print the stack trace of a help that cannot be written.
    StringWriter help = new StringWriter();
    PrintWriter err = new PrintWriter(io.err(), true, StandardCharsets.UTF_8);
    CommandLine commands =
        commands(new Main(io, indexes), args)
            .setOut(new PrintWriter(help))
            .setErr(err)
            .setColorScheme(colours(io))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(Math.clamp(io.terminal().width(), NARROWEST_HELP, WIDEST_HELP))
            .setParameterExceptionHandler(Main::wrongUsage)
            .setExecutionExceptionHandler((e, _, _) -> trouble(io, e));
    int code = ExitCode.DONE;
    try {
      code = execute(commands, args);
      io.out().print(help);
      io.out().flush();
    } catch (OutputException e) {
      // A reader that has seen enough is no failure.
      if (!e.closed()) code = unwritten(io, e);
    } catch (Error e) {
      code = trouble(io, e);
    }
    io.err().flush();
    return code;
  }

  private static int execute(CommandLine commands, String... args) {
    if (args.length > 0) return commands.execute(args);
    commands.usage(commands.getOut());
    return ExitCode.USAGE;
  }

  /// To read the annotations of all commands would take longer than a search. So the one that is
  /// asked for is there alone; all of them are for whoever asks for help, or for none of them.
  private static CommandLine commands(Main main, String... args) {
    for (Map.Entry<String, Class<?>> command : COMMANDS) {
      if (args.length > 0 && args[0].equals(command.getKey())) {
        CommandSpec top = CommandSpec.wrapWithoutInspection(main, new Commands()).name("chorus");
        return new CommandLine(top, new Commands())
            .addSubcommand(command.getKey(), command.getValue());
      }
    }
    CommandLine all = new CommandLine(main, new Commands());
    for (Map.Entry<String, Class<?>> command : COMMANDS) {
      all.addSubcommand(command.getKey(), command.getValue());
    }
    return all.addSubcommand(AutoComplete.GenerateCompletion.class);
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

  private static int outOfMemory(Io io) {
    io.say(
        String.format(
            Locale.ENGLISH,
            "chorus: the %,d MB of memory that Java may use are too few for this. Allow more, such"
                + " as CHORUS_OPTS=-Xmx4g. Nothing that was indexed before is lost.",
            Runtime.getRuntime().maxMemory() >> 20));
    return ExitCode.FAILED;
  }

  private static int unwritten(Io io, OutputException e) {
    io.say("chorus: the output cannot be written: " + e.getMessage() + ".");
    return ExitCode.FAILED;
  }

  static int trouble(Io io, Throwable e) {
    try {
      // What was printed so far belongs before the message.
      io.out().flush();
    } catch (OutputException unwritten) {
      // The last flush of the command says so.
      if (e instanceof OutputException) return ExitCode.DONE;
    }
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
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          if (cause instanceof OutOfMemoryError) yield outOfMemory(io);
        }
        Optional<String> temporary = TemporaryFolder.trouble();
        if (temporary.isPresent()) {
          io.say("chorus: " + temporary.get());
          yield ExitCode.FAILED;
        }
        io.say(
            "chorus: this is a bug in Chorus, not a mistake of yours. Please report what you did"
                + " and the lines below. Nothing that was indexed before is lost.");
        e.printStackTrace(io.err());
        yield ExitCode.BUG;
      }
    };
  }
}
