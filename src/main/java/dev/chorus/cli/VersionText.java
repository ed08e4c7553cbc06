package dev.chorus.cli;

import dev.chorus.app.Version;
import picocli.CommandLine.IVersionProvider;

/// What `chorus --version` prints.
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "chorus " + Version.current(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"),
      "GPL-3.0-or-later, no warranty"
    };
  }
}
