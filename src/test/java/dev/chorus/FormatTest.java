package dev.chorus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format leaves it. To format them all: `mvn test
/// -Dtest=FormatTest -Dchorus.format=write`.
class FormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("chorus.format"));
    Formatter formatter = new Formatter();
    List<Path> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("chorus.home"), "src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        String formatted =
            StringWrapper.wrap(
                formatter.formatSourceAndFixImports(
                    RemoveUnusedImports.removeUnusedImports(source)),
                formatter);
        if (source.equals(formatted)) continue;
        if (write) Files.writeString(file, formatted);
        else wrong.add(file);
      }
    }
    assertThat(wrong).as("run: mvn test -Dtest=FormatTest -Dchorus.format=write").isEmpty();
  }
}
