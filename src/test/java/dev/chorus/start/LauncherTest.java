package dev.chorus.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `chorus`, with a Maven and a Java that only write down what they are asked.
class LauncherTest {
  private static final String MODELS = "stanford-corenlp-1-models.jar";

  @TempDir private Path folder;
  private Path home;
  private Path repository;
  private Path jdk;

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void aCheckoutThatWasNeverBuilt() throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("checkout"));
    repository = Files.createDirectories(home.resolveSibling("repository"));
    jdk = home.resolveSibling("jdk");
    Files.copy(
        Path.of(System.getProperty("chorus.home"), "chorus"),
        home.resolve("chorus"),
        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    for (String jar : List.of("reader-1.jar", "picocli-1.jar", "engine-1.jar", MODELS)) {
      Files.writeString(repository.resolve(jar), jar);
    }
    script(
        jdk.resolve("bin/java"),
        """
        case "$*" in
          *-XshowSettings*) echo "    java.specification.version = 25" >&2 ;;
          *) echo "$@" ;;
        esac
        """);
    script(jdk.resolve("bin/javac"), "");
    script(
        home.resolveSibling("mvn"),
        """
        echo "$@" >>%1$s/mvn.log
        mkdir -p %2$s/target
        printf '%%s' "%1$s/reader-1.jar:%1$s/picocli-1.jar" >%2$s/target/classpath
        case "$*" in *withoutTraining*) ;; *) printf '%1$s/engine-1.jar' >%2$s/target/classpath-training ;; esac
        case "$*" in *withoutCorenlpModels*) ;; *) printf '%1$s/%3$s' >%2$s/target/classpath-corenlp ;; esac
        """
            .formatted(repository, home, MODELS));
  }

  @Test
  void theFirstRunBuildsWithoutWhatFewNeed() throws Exception {
    Result first = chorus("ingest", "posts.jsonl");
    assertThat(first.err()).contains("Building Chorus (once");
    assertThat(builds()).hasSize(1);
    assertThat(builds().getFirst()).contains("-DwithoutTraining", "-DwithoutCorenlpModels");
    assertThat(first.out())
        .contains("dev.chorus.start.Launch ingest posts.jsonl")
        .contains(":" + home + "/target/lib/reader-1.jar:")
        .doesNotContain(repository.toString(), MODELS, "engine-1.jar");
    Result second = chorus("ingest", "posts.jsonl");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(builds()).hasSize(1);
  }

  @Test
  void modelsOfCoreNlpAreFetchedWhenTheyAreFirstAskedFor() throws Exception {
    chorus("ingest", "posts.jsonl");
    for (String[] asking :
        new String[][] {
          {"ingest", "--fast", "posts.jsonl"},
          {"analyze", "--sentiment", "CoreNLP", "posts.jsonl"},
          {"analyze", "--sentiment=corenlp", "posts.jsonl"},
          {"train", "sentiment", "--fast", "posts.jsonl"}
        }) {
      Files.deleteIfExists(home.resolve("target/classpath-corenlp"));
      Files.deleteIfExists(home.resolve("target/lib/" + MODELS));
      Result result = chorus(asking);
      assertThat(result.err()).contains("Fetching CoreNLP's models").contains("474 MB");
      assertThat(builds().getLast())
          .contains("-DwithoutTraining")
          .doesNotContain("-DwithoutCorenlpModels");
      assertThat(result.out()).contains(home + "/target/lib/" + MODELS + " dev.chorus");
      assertThat(chorus(asking).err()).isEmpty();
    }
    assertThat(chorus("search", "--sentiment", "positive", "x").out()).doesNotContain(MODELS);
    assertThat(builds()).hasSize(5);
  }

  @Test
  void whatWasFetchedOnceStaysWhenTheSourcesChange() throws Exception {
    chorus("train", "sentiment", "posts.jsonl");
    assertThat(builds().getLast()).contains("-DwithoutCorenlpModels").doesNotContain("Training");
    Files.setLastModifiedTime(
        home.resolve("pom.xml"),
        java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    assertThat(chorus("camps").err()).contains("because its sources changed");
    assertThat(builds().getLast()).contains("-DwithoutCorenlpModels").doesNotContain("Training");
  }

  @Test
  void jarsAreTakenFromTheCheckoutWhereTheOwnersRepositoryIsOutOfReach() throws Exception {
    chorus("camps");
    Files.move(repository, repository.resolveSibling("elsewhere"));
    Result result = chorus("camps");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(Files.readString(home.resolve("target/lib/reader-1.jar"))).isEqualTo("reader-1.jar");
  }

  @Test
  void aJarThatIsGoneIsPutThereAgainWithoutABuild() throws Exception {
    chorus("camps");
    Files.delete(home.resolve("target/lib/reader-1.jar"));
    assertThat(chorus("camps").err()).isEmpty();
    assertThat(home.resolve("target/lib/reader-1.jar")).exists();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void whoMayNotBuildIsToldWhoCan() throws Exception {
    // A file in the place of the folder: root may write into any folder.
    Files.writeString(home.resolve("target"), "");
    Result camps = chorus("camps");
    assertThat(camps.code()).isEqualTo(1);
    assertThat(camps.err())
        .startsWith("chorus: must be built first, and you may not write to " + home + "/target");
    assertThat(chorus("ingest", "--fast", "posts.jsonl").err())
        .contains("needs CoreNLP's models")
        .contains("have its owner run this command once");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(repository.resolve("mvn.log"));
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/usr/bin/env bash\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result chorus(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("chorus").toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().put("CHORUS_JAVA", jdk.toString());
    process.environment().put("CHORUS_MVN", home.resolveSibling("mvn").toString());
    process.environment().remove("CHORUS_OPTS");
    Process running = process.start();
    assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Result(
        running.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
