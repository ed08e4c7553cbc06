package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LibraryVersionsTest {
  private static String wanted(String library) throws Exception {
    String pom = Files.readString(Path.of(System.getProperty("chorus.home"), "pom.xml"));
    Matcher version = Pattern.compile("<" + library + ".version>([^<]+)<").matcher(pom);
    assertThat(version.find()).as(library).isTrue();
    return library + " " + version.group(1);
  }

  @Test
  void areThoseOfTheBuild() throws Exception {
    assertThat(LibraryVersions.of(false).split(", "))
        .containsExactly(
            wanted("corenlp"),
            wanted("opennlp"),
            wanted("opennlp-models"),
            wanted("onnxruntime"),
            wanted("tokenizers"));
  }

  @Test
  void leaveOutTheEncoderWhereNoneIsUsed() throws Exception {
    assertThat(LibraryVersions.of(true).split(", "))
        .containsExactly(wanted("corenlp"), wanted("opennlp"), wanted("opennlp-models"));
  }
}
