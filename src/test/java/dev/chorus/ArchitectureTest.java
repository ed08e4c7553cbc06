package dev.chorus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows of ARCHITECTURE.md, held by the build.
@AnalyzeClasses(packages = "dev.chorus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrowsNeverPointBack =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("post")
          .definedBy("dev.chorus.post")
          .layer("flood")
          .definedBy("dev.chorus.flood")
          .layer("json")
          .definedBy("dev.chorus.json")
          .layer("input")
          .definedBy("dev.chorus.input")
          .layer("source")
          .definedBy("dev.chorus.source")
          .layer("language")
          .definedBy("dev.chorus.language..")
          .layer("camp")
          .definedBy("dev.chorus.camp")
          .layer("index")
          .definedBy("dev.chorus.index")
          .layer("evaluation")
          .definedBy("dev.chorus.evaluation")
          .layer("report")
          .definedBy("dev.chorus.report")
          .layer("cli")
          .definedBy("dev.chorus.cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("evaluation")
          .mayNotAccessAnyLayer()
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("camp")
          .mayOnlyBeAccessedByLayers("index", "report", "cli")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("camp", "index", "report", "cli")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers("source", "language", "index", "report", "cli")
          .whereLayer("input")
          .mayOnlyBeAccessedByLayers("source")
          .whereLayer("input")
          .mayNotAccessAnyLayer()
          .whereLayer("flood")
          .mayOnlyBeAccessedByLayers("index", "report", "cli")
          .whereLayer("flood")
          .mayOnlyAccessLayers("post")
          .whereLayer("post")
          .mayNotAccessAnyLayer()
          .whereLayer("json")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule noCycles = slices().matching("dev.chorus.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreNlpStaysInLanguage =
      only("language..", "edu.stanford..", "org.ejml..", "ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule trainingStaysInTuning =
      only("language.tuning", "ai.onnx.proto..", "com.google.protobuf..", "ai.djl.ndarray..");

  @ArchTest
  static final ArchRule onlyTheCommandLineTunes =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.chorus.language.tuning", "dev.chorus.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.chorus.language.tuning");

  @ArchTest static final ArchRule luceneStaysInIndex = only("index", "org.apache.lucene..");

  @ArchTest static final ArchRule picocliStaysInCli = only("cli", "picocli..");

  @ArchTest
  static final ArchRule jacksonStaysInJson = only("json", "tools.jackson..", "com.fasterxml..");

  @ArchTest
  static final ArchRule compressionStaysInInput =
      only(
          "input",
          "org.apache.commons.compress..",
          "com.github.luben..",
          "org.tukaani..",
          "java.util.zip..");

  @ArchTest static final ArchRule jsoupStaysInSource = only("source", "org.jsoup..");

  @ArchTest static final ArchRule yamlStaysInCamp = only("camp", "org.snakeyaml..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses().that().resideOutsideOfPackage("dev.chorus.cli").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.chorus.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule nobodyDeserialises =
      noClasses()
          .should()
          .dependOnClassesThat(JavaClass.Predicates.type(java.io.ObjectInputStream.class));

  private static ArchRule only(String home, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.chorus." + home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}
