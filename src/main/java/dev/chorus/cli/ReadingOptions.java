package dev.chorus.cli;

import dev.chorus.source.ReadSettings;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.layout.LayoutSettings;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// What a user can say of the files where their content does not, the same for every command that
/// reads posts.
final class ReadingOptions {
  private static final String AUTO = "auto";

  @Option(
      names = "--encoding",
      converter = ToCharset.class,
      paramLabel = "NAME",
      description =
          "What the files are in if they are not UTF-8, such as windows-1252 or Shift_JIS (UTF-16"
              + " is recognised).")
  private Optional<Charset> encoding = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = AUTO,
      completionCandidates = Formats.class,
      description =
          "What every record is taken for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE},"
              + " told by the content).")
  private String format = AUTO;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description =
          "Columns of tables, and fields of JSON, that their names do not explain, such as"
              + " text=content,author.handle=user.login; kept beside the file for the next time.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--dates",
      paramLabel = "day-first|month-first",
      converter = ToDayOrder.class,
      description =
          "What comes first in days such as 03/02/2025 (default: the order that the column"
              + " proves).")
  private DayOrder days = DayOrder.UNKNOWN;

  @Option(
      names = "--ids",
      paramLabel = "native|made",
      converter = ToIds.class,
      description =
          "Take the ids of files whose shape is not known as they are, or make ids from author,"
              + " time and text (default: take those that are evidently a platform's own).")
  private LayoutSettings.Ids ids = LayoutSettings.Ids.AUTO;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description =
          "Which sheet of an Excel workbook is read, by its name or its number from 1 (default: the"
              + " first one that is shown and has rows).")
  private Optional<String> sheet = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  ReadSettings settings() {
    try {
      return new ReadSettings(
          encoding,
          Optional.of(format).filter(name -> !name.equals(AUTO)),
          columns,
          days,
          ids,
          sheet);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Stream.of(AUTO), ReadSettings.formats().stream()).iterator();
    }
  }

  private static final class ToDayOrder implements ITypeConverter<DayOrder> {
    @Override
    public DayOrder convert(String name) {
      return switch (name) {
        case "day-first" -> DayOrder.DAY_FIRST;
        case "month-first" -> DayOrder.MONTH_FIRST;
        default -> throw new TypeConversionException("wanted day-first or month-first");
      };
    }
  }

  private static final class ToIds implements ITypeConverter<LayoutSettings.Ids> {
    @Override
    public LayoutSettings.Ids convert(String name) {
      return switch (name) {
        case "native" -> LayoutSettings.Ids.NATIVE;
        case "made" -> LayoutSettings.Ids.MADE;
        default -> throw new TypeConversionException("wanted native or made");
      };
    }
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
