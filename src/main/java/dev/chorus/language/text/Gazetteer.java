package dev.chorus.language.text;

import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.ModelException;
import dev.chorus.language.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names that are known beforehand, in all their spellings.
public final class Gazetteer {
  /// A name that is known.
  ///
  /// @param name the canonical one
  /// @param spellings it and others
  public record ListedName(String name, EntityType type, List<String> spellings) {
    public ListedName {
      spellings = List.copyOf(spellings);
    }
  }

  private static final Pattern SEPARATORS = Pattern.compile("^[@#$]|['’]s$|[\\s_-]+");

  /// Shorter ones would be words: "US" and "us".
  private static final int SHORTEST_SOLID = 4;

  private final List<ListedName> entries;
  private final PhraseFinder finder;
  private final Map<String, ListedName> bySpelling = new HashMap<>();
  private final Map<String, ListedName> bySolid = new HashMap<>();

  /// @param entries the first that has a spelling keeps it
  public Gazetteer(List<ListedName> entries) {
    this.entries = List.copyOf(entries);
    List<String> spellings = new ArrayList<>();
    for (ListedName entry : entries) {
      for (String spelling : entry.spellings()) {
        bySpelling.putIfAbsent(key(spelling), entry);
        String solid = solid(spelling);
        if (solid.length() >= SHORTEST_SOLID) bySolid.putIfAbsent(solid, entry);
        spellings.add(spelling);
      }
    }
    this.finder = new PhraseFinder(spellings);
  }

  /// Spellings in capitals alone are looked up as they are, others in lower case.
  private static String key(String spelling) {
    String folded = String.join(" ", spelling.strip().split("\\s+"));
    return inCapitals(folded) ? folded : folded.toLowerCase(Locale.ROOT);
  }

  private static boolean inCapitals(String spelling) {
    return spelling.codePoints().anyMatch(Character::isUpperCase)
        && spelling.codePoints().noneMatch(Character::isLowerCase);
  }

  /// What is known of a spelling: as it is, or whatever its case.
  private Optional<ListedName> entry(String spelling) {
    String bare = spelling.replaceFirst("^[@#$]", "");
    for (String as : List.of(spelling, bare)) {
      String folded = String.join(" ", as.strip().split("\\s+"));
      ListedName exact = bySpelling.get(folded);
      if (exact != null) return Optional.of(exact);
      ListedName any = bySpelling.get(folded.toLowerCase(Locale.ROOT));
      if (any != null) return Optional.of(any);
    }
    return Optional.empty();
  }

  /// The known names in a text, in its order.
  public List<Mention> find(String text) {
    List<Mention> found = new ArrayList<>();
    for (Span span : finder.find(text)) {
      String words = span.of(text);
      entry(words).ifPresent(e -> found.add(new Mention(words, span, e.type(), e.name())));
    }
    return found;
  }

  /// What is known of a name that was found otherwise: by its spelling, or by one that differs in
  /// hyphens and spaces alone.
  public Optional<ListedName> known(String name) {
    return entry(name).or(() -> Optional.ofNullable(bySolid.get(solid(name))));
  }

  /// A name without case, signs, hyphens and spaces: `vLLM`, `vllm` and `V-LLM` are one.
  public static String solid(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /// These and others, which have a spelling where these do not.
  public Gazetteer and(List<ListedName> others) {
    List<ListedName> all = new ArrayList<>(entries);
    all.addAll(others);
    return new Gazetteer(all);
  }

  /// Reads a file of names: one a line, `name`, `TYPE` and `spelling; spelling`, with tabs between
  /// them; lines that begin with `#` are comments.
  ///
  /// @throws ModelException with the line that is wrong
  public static Gazetteer read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new ModelException(file + ": there is no such file of names.", e);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static Gazetteer parse(String file, List<String> lines) {
    List<ListedName> entries = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) continue;
      String at = file + ":" + (i + 1) + ": ";
      String[] fields = line.split("\t", -1);
      if (fields.length < 2 || fields.length > 3) {
        throw new ModelException(
            at
                + fields.length
                + " fields; wanted a name, a type and spellings, with tabs between"
                + " them.");
      }
      String name = fields[0].strip();
      Optional<EntityType> type = EntityType.of(fields[1].strip());
      if (name.isEmpty()) throw new ModelException(at + "the name is empty.");
      if (type.isEmpty()) {
        throw new ModelException(
            at
                + "the type is \""
                + fields[1].strip()
                + "\"; wanted one of "
                + Arrays.toString(EntityType.values())
                + ".");
      }
      List<String> spellings = new ArrayList<>(List.of(name));
      if (fields.length > 2) {
        Arrays.stream(fields[2].split(";"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .forEach(spellings::add);
      }
      for (String spelling : spellings) {
        Integer before = lineOf.putIfAbsent(key(spelling), i + 1);
        if (before != null && before != i + 1) {
          throw new ModelException(
              at
                  + "\""
                  + spelling
                  + "\" is a spelling of line "
                  + before
                  + " already; give it to one name alone.");
        }
      }
      entries.add(new ListedName(name, type.get(), spellings));
    }
    return new Gazetteer(entries);
  }
}
