package dev.chorus.app;

import dev.chorus.index.ReactionReader;
import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Where the files lie by which the posts of an index were read and sorted. An index keeps it, so
/// that later commands on the index need not be told again.
///
/// @param camps the camp file, where posts were sorted by a file
/// @param models folder of the models
/// @param names the file of names, where there was one
public record Origin(
    Optional<Path> camps,
    Path models,
    Optional<Path> names,
    AnalyzerSettings.Scorer scorer,
    boolean fast) {
  private static final String CAMPS = "camps";
  private static final String MODELS = "models";
  private static final String NAMES = "names";
  private static final String SENTIMENT = "sentiment";
  private static final String FAST = "fast";

  /// Stands for the folder where Chorus is installed, which another user has elsewhere.
  private static final String HOME = "$CHORUS";

  /// @param camps the camp file of the event
  public static Origin of(Method method, Optional<Path> camps) {
    AnalyzerSettings s = method.settings();
    return new Origin(camps, s.models(), s.names(), s.scorer(), s.fast());
  }

  /// Empty where the index does not say.
  public static Optional<Origin> of(ReactionReader index) {
    return of(index.origin());
  }

  static Optional<Origin> of(Map<String, String> kept) {
    if (!kept.containsKey(MODELS)) return Optional.empty();
    Optional<AnalyzerSettings.Scorer> scorer =
        List.of(AnalyzerSettings.Scorer.values()).stream()
            .filter(s -> s.name().equalsIgnoreCase(kept.get(SENTIMENT)))
            .findFirst();
    return Optional.of(
        new Origin(
            Optional.ofNullable(kept.get(CAMPS)).map(Origin::path),
            path(kept.get(MODELS)),
            Optional.ofNullable(kept.get(NAMES)).map(Origin::path),
            scorer.orElse(AnalyzerSettings.Scorer.POSTS),
            Boolean.parseBoolean(kept.get(FAST))));
  }

  /// As an index keeps it.
  Map<String, String> toMap() {
    Map<String, String> kept = new TreeMap<>();
    camps.ifPresent(file -> kept.put(CAMPS, text(file)));
    kept.put(MODELS, text(models));
    names.ifPresent(file -> kept.put(NAMES, text(file)));
    kept.put(SENTIMENT, scorer.name().toLowerCase(Locale.ROOT));
    kept.put(FAST, String.valueOf(fast));
    return kept;
  }

  private static String text(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path home = Installation.folder();
    return whole.startsWith(home)
        ? HOME + "/" + home.relativize(whole).toString().replace('\\', '/')
        : whole.toString();
  }

  private static Path path(String text) {
    return text.startsWith(HOME + "/")
        ? Installation.folder().resolve(text.substring(HOME.length() + 1))
        : Path.of(text);
  }

  /// Where the models of an index are looked for.
  static Path models(ReactionReader index) {
    return of(index).map(Origin::models).filter(Files::isDirectory).orElseGet(Installation::models);
  }

  /// The method by which the posts of an index were read, if its models are still there.
  ///
  /// @param models folder to look in instead of the one that the index names
  /// @return a method whose reading is that of the index, with the event of the index
  public static Optional<Method> methodOf(ReactionReader index, Optional<Path> models) {
    Optional<Origin> origin = of(index);
    List<Path> folders = new ArrayList<>();
    if (models.isPresent()) {
      folders.add(models.get());
    } else {
      origin.map(Origin::models).filter(Files::isDirectory).ifPresent(folders::add);
      folders.add(Installation.models());
    }
    Set<Optional<Path>> names = new LinkedHashSet<>();
    names.add(origin.flatMap(Origin::names).filter(Files::exists));
    names.add(Installation.names(index.event()));
    for (Path folder : folders) {
      for (Optional<Path> file : names) {
        for (AnalyzerSettings.Scorer scorer : scorers(origin)) {
          for (boolean fast : speeds(origin)) {
            AnalyzerSettings settings =
                new AnalyzerSettings(folder, index.event().subject(), file, scorer, fast);
            Method method = new Method(index.event(), settings);
            if (method.readsAs(index.analysis())) return Optional.of(method);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<AnalyzerSettings.Scorer> scorers(Optional<Origin> origin) {
    return origin
        .map(o -> List.of(o.scorer()))
        .orElseGet(() -> List.of(AnalyzerSettings.Scorer.values()));
  }

  private static List<Boolean> speeds(Optional<Origin> origin) {
    return origin.map(o -> List.of(o.fast())).orElseGet(() -> List.of(false, true));
  }
}
