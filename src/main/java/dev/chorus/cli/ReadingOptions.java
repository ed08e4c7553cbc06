package dev.chorus.cli;

import dev.chorus.source.ReadSettings;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What a user can say of the files where their content does not, the same for every command that
/// reads posts.
final class ReadingOptions {
  @Option(
      names = "--encoding",
      converter = ToCharset.class,
      paramLabel = "NAME",
      description =
          "What the files are in if they are not UTF-8, such as windows-1252 or Shift_JIS (UTF-16"
              + " is recognised).")
  private Optional<Charset> encoding = Optional.empty();

  ReadSettings settings() {
    return new ReadSettings(encoding);
  }

  private static final class ToCharset implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("no encoding is called '" + name + "'");
      }
    }
  }
}
