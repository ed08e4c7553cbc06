package dev.chorus.cli;

import dev.chorus.app.verify.Verification;
import dev.chorus.app.verify.VerificationOutline;
import dev.chorus.app.verify.Verify;
import dev.chorus.cli.console.Io;
import dev.chorus.json.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus verify FILE`
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a report of Chorus (HTML, Markdown) against the index that it was made from: every"
          + " figure, quote, bar and word. Of an article (Markdown, text, HTML) it looks up every"
          + " passage in quotation marks of four words or more.",
      "Exit code 0 if all is as the index has it, else 1."
    })
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "FILE", description = "The report or the article.")
  private Path file;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    Verification verification = Verify.run(file, index.folder(io));
    switch (format) {
      case TEXT -> io.print(VerificationOutline.of(verification));
      case JSON -> io.out().println(Json.pretty(verification.json()));
    }
    return verification.passed() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
