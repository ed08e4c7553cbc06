package dev.chorus.language.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The versions of the libraries that judge posts, as the build wrote them down: another version
/// may cut or weigh a text otherwise.
final class LibraryVersions {
  private LibraryVersions() {}

  /// Such as `corenlp 4.5.10, opennlp 2.5.11`.
  ///
  /// @param fast whether the encoder and what cuts texts for it are left out
  static String of(boolean fast) {
    Properties versions = new Properties();
    try (InputStream in = LibraryVersions.class.getResourceAsStream("/chorus.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.of("corenlp", "opennlp", "opennlp-models", "onnxruntime", "tokenizers")
        .limit(fast ? 3 : 5)
        .map(library -> library + " " + versions.getProperty(library))
        .collect(Collectors.joining(", "));
  }
}
