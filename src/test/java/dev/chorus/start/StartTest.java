package dev.chorus.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.cli.Cli;
import dev.chorus.cli.console.Io;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What makes a command start fast.
@Tag("models")
class StartTest {
  @TempDir private Path folder;

  @Test
  void classesInANewerFormAreAllThereAndPassTheVerifier() throws Exception {
    Path old =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("newer.jar");
    NewerClasses.write(old, jar);
    List<String> names = classes(old);
    assertThat(names).contains("picocli/CommandLine.class").hasSizeGreaterThan(100);
    assertThat(classes(jar)).isEqualTo(names);
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      ClassModel one =
          ClassFile.of().parse(Files.readAllBytes(files.getPath("picocli/CommandLine.class")));
      assertThat(one.majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (String name : names) {
        String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
        // Needs Groovy or a terminal's library, as it did before.
        if (type.contains("groovy") || type.contains("jansi")) continue;
        Class.forName(type, true, loader);
      }
    }
  }

  private static List<String> classes(Path jar) throws Exception {
    try (FileSystem files = FileSystems.newFileSystem(jar);
        Stream<Path> all = Files.walk(files.getPath("picocli"))) {
      return all.map(Path::toString).filter(f -> f.endsWith(".class")).sorted().toList();
    }
  }

  @Test
  void anIndexIsOpenedEarlyOnlyIfItIsTheOneThatIsWanted() throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Path missing = folder.resolve("missing");
    Io io =
        new Io(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Map.of("CHORUS_INDEX", missing.toString()),
            false,
            false);
    Path index = folder.resolve("index");
    Cli.chorus("ingest", "--fast", "--index", index.toString(), Cli.CROWD.toString());
    for (String[] args :
        new String[][] {
          {"search", "x", "--index", index.toString()},
          {"search", "x", "--index=" + index},
          {"search", "x"},
          {"search", "x", "--index"}
        }) {
      Optional<EarlyIndex> early = EarlyIndex.begin(io, args);
      assertThat(early).isPresent();
      try (ReactionReader reader = early.orElseThrow().open(index)) {
        assertThat(reader.size()).isPositive();
      }
    }
    Optional<EarlyIndex> early = EarlyIndex.begin(io, "search", "x");
    assertThatThrownBy(() -> early.orElseThrow().open(missing))
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("There is no index in " + missing);
  }

  @Test
  void everyCommandOfTheRehearsalSucceeds() {
    Path index = folder.resolve("index");
    Cli.chorus("ingest", "--fast", "--index", index.toString(), Cli.NAMED.toString());
    assertThat(Rehearsal.run(index.toString(), Rehearsal.all())).isZero();
  }

  @Test
  void oneCommandAloneSaysTheSameAsAmongAll() {
    for (String command : List.of("search", "camps", "show", "train")) {
      assertThat(Cli.chorus(command, "--help").out()).startsWith("Usage: chorus " + command);
      assertThat(Cli.chorus("--help").out()).contains("  " + command);
      assertThat(Cli.chorus(command, "--nonsense").err()).contains("Try: chorus " + command);
    }
    assertThat(Cli.chorus("serch").err()).contains("Did you mean", "chorus search");
    assertThat(Cli.chorus("generate-completion").out())
        .contains("search", "ingest", "--without-copies");
  }
}
