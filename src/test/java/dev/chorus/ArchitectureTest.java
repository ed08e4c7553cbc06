package dev.chorus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rooms of ARCHITECTURE.md and the arrows between them, held by the build.
@AnalyzeClasses(packages = "dev.chorus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final int LARGEST_ROOM = 25;

  /// From the top floor down: a room may use those below it, and none above, so
  /// that there are no circles either.
  static final List<String> FLOORS =
      List.of(
          "start",
          "cli",
          "cli.console",
          "app.gold",
          "app.verify",
          "app",
          "render.terminal",
          "render.html",
          "render.markdown",
          "render",
          "render.json",
          "report",
          "report.quote",
          "report.estimate",
          "report.map",
          "index",
          "index.search",
          "index.facet",
          "index.column",
          "index.query",
          "index.text",
          "training.tuning",
          "training",
          "evaluation",
          "camp",
          "camp.emergent",
          "language.english",
          "language.head",
          "language.encoder",
          "language.model",
          "language.text",
          "language",
          "source",
          "source.sheet",
          "source.export",
          "source.platform",
          "source.layout",
          "source.format",
          "flood",
          "input",
          "json",
          "common",
          "post");

  @ArchTest
  static void arrowsPointDown(JavaClasses all) {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass from : all) {
      int floor = floor(from);
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass();
        if (to.getPackageName().startsWith("dev.chorus") && floor(to) < floor)
          wrong.add(name(from) + " -> " + name(to));
      }
    }
    assertThat(wrong).as("arrows that point up").isEmpty();
  }

  @ArchTest
  static void roomsStaySmall(JavaClasses all) {
    Map<String, Long> sizes =
        all.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            // Made from a template, see src/main/jte.
            .filter(c -> !c.getSimpleName().matches("Jte.*Generated"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    sizes.values().removeIf(size -> size <= LARGEST_ROOM);
    assertThat(sizes).as("rooms with more than " + LARGEST_ROOM + " files").isEmpty();
  }

  @ArchTest
  static final ArchRule theIndexHasDoors =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.chorus.index..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.chorus.index.search..", "dev.chorus.index.facet..", "dev.chorus.index.text..");

  @ArchTest
  static final ArchRule columnsAreReadThroughTwoClasses =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.chorus.index..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("dev.chorus.index.column")
                  .and(
                      JavaClass.Predicates.simpleNameStartingWith("PostColumns")
                          .or(JavaClass.Predicates.simpleName("TermColumn"))
                          // The bytes of a reaction, for processes that hand one on.
                          .or(JavaClass.Predicates.simpleName("ReactionCodec"))
                          .negate())
                  .and(
                      JavaClass.Predicates.belongTo(
                              JavaClass.Predicates.simpleNameStartingWith("PostColumns"))
                          .negate()));

  @ArchTest
  static final ArchRule languageIsReachedThroughItsDoor =
      noClasses()
          .that()
          .resideInAnyPackage("dev.chorus.index..", "dev.chorus.render..", "dev.chorus.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.chorus.language.english..",
              "dev.chorus.language.head..",
              "dev.chorus.language.encoder..");

  @ArchTest
  static final ArchRule coreNlpStaysInEnglish =
      only("edu.stanford..").in("language.english..", "training..");

  @ArchTest
  static final ArchRule matricesAndNetworksStayInLanguage =
      only("org.ejml..", "ai.onnxruntime..", "ai.djl.huggingface..").in("language..", "training..");

  @ArchTest
  static final ArchRule onlyTuningTunes =
      only("ai.onnx.proto..", "com.google.protobuf..", "ai.djl.ndarray..", "ai.djl.engine..")
          .in("training.tuning..");

  @ArchTest
  static final ArchRule trainingStandsApart =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.chorus.training..", "dev.chorus.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.chorus.training..");

  @ArchTest static final ArchRule luceneStaysInIndex = only("org.apache.lucene..").in("index..");

  @ArchTest static final ArchRule picocliStaysInCli = only("picocli..").in("cli", "start");

  @ArchTest
  static final ArchRule jacksonStaysInJson = only("tools.jackson..", "com.fasterxml..").in("json");

  @ArchTest
  static final ArchRule compressionStaysInInput =
      only("org.apache.commons.compress..", "com.github.luben..", "org.tukaani..").in("input");

  @ArchTest
  static final ArchRule jsoupStaysInSource = only("org.jsoup..").in("source..", "app.verify");

  @ArchTest
  static final ArchRule differencesStayInVerify = only("com.github.difflib..").in("app.verify");

  @ArchTest
  static final ArchRule workbooksAndColumnsStayInSheet =
      only("org.dhatim..", "dev.hardwood..", "org.xerial..", "net.jpountz..").in("source.sheet");

  @ArchTest static final ArchRule templatesStayInHtml = only("gg.jte..").in("render.html");

  @ArchTest static final ArchRule yamlStaysInCamp = only("org.snakeyaml..").in("camp");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.chorus.cli..", "dev.chorus.start")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyTheProcessExits =
      noClasses()
          .that()
          .doNotHaveSimpleName("Launch")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule nobodyDeserialises =
      noClasses()
          .should()
          .dependOnClassesThat(JavaClass.Predicates.type(java.io.ObjectInputStream.class));

  @ArchTest
  static final ArchRule everyRoomHasAFloor =
      classes()
          .should()
          .resideInAnyPackage(FLOORS.stream().map("dev.chorus."::concat).toArray(String[]::new));

  private static int floor(JavaClass c) {
    return FLOORS.indexOf(c.getPackageName().replaceFirst("dev\\.chorus\\.?", ""));
  }

  private static String name(JavaClass c) {
    return c.getName().replaceFirst("dev\\.chorus\\.", "");
  }

  private static Library only(String... packages) {
    return new Library(packages);
  }

  private record Library(String... packages) {
    ArchRule in(String... rooms) {
      String[] homes =
          java.util.Arrays.stream(rooms).map("dev.chorus."::concat).toArray(String[]::new);
      return noClasses()
          .that()
          .resideOutsideOfPackages(homes)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages);
    }
  }
}
