package dev.chorus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format leaves it. To format them all: `mvn test
/// -Dtest=FormatTest -Dchorus.format=write`.
@Tag("slow")
class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("chorus.format"));
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("chorus.home"), "src"))) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      List<Path> wrong = sources.parallelStream().filter(f -> !isFormatted(f, write)).toList();
      assertThat(wrong).as("run: mvn test -Dtest=FormatTest -Dchorus.format=write").isEmpty();
    }
  }

  private boolean isFormatted(Path file, boolean write) {
    try {
      String source = Files.readString(file);
      String formatted =
          StringWrapper.wrap(
              formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source)),
              formatter);
      if (source.equals(formatted)) return true;
      if (write) Files.writeString(file, formatted);
      return write;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
