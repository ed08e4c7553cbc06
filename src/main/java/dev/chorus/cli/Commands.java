package dev.chorus.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/// Makes the objects that picocli fills with arguments. Picocli's own factory looks for Groovy
/// in every jar first, which takes longer than a search; it is asked only for what is no class
/// of ours.
final class Commands implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (!type.getName().startsWith("dev.chorus.")) {
      return CommandLine.defaultFactory().create(type);
    }
    Constructor<K> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
