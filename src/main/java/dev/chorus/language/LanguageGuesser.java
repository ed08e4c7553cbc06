package dev.chorus.language;

import java.util.Optional;

final class LanguageGuesser {
  private static final LanguageGuesser SHARED = new LanguageGuesser();

  static LanguageGuesser shared() {
    return SHARED;
  }

  String guess(String text, Optional<String> declared) {
    return declared.orElse("en");
  }
}
