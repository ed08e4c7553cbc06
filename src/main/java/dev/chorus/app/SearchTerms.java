package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a user asks of posts beside their words, as a command line or a form gives it.
public final class SearchTerms {
  private SearchTerms() {}

  /// @param values what posts must have of each facet: one of the values, in words such as
  ///     `against:OpenAI` or `@pmarca`; an empty list asks for nothing
  /// @param event tells the target that a stance is about where none is named
  public static List<SearchRequest.Filter> filters(Map<Facet, List<String>> values, Event event)
      throws TermException {
    List<SearchRequest.Filter> filters = new ArrayList<>();
    for (var facet : values.entrySet()) {
      if (facet.getValue().isEmpty()) continue;
      List<String> read = new ArrayList<>();
      for (String value : facet.getValue()) {
        read.add(
            switch (facet.getKey()) {
              case AUTHOR -> value.startsWith("@") ? value.substring(1) : value;
              case STANCE -> stance(value, event);
              default -> value;
            });
      }
      filters.add(new SearchRequest.Filter(facet.getKey(), read));
    }
    return filters;
  }

  /// @param texts such as `likes=100`
  public static Map<Measure, Long> least(List<String> texts) throws TermException {
    Map<Measure, Long> least = new EnumMap<>(Measure.class);
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Measure measure =
          Stream.of(Measure.values())
              .filter(m -> m.toString().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> wrongLeast(text));
      if (equals < 0) throw wrongLeast(text);
      try {
        least.put(measure, Long.parseLong(text.substring(equals + 1)));
      } catch (NumberFormatException e) {
        throw wrongLeast(text);
      }
      if (least.get(measure) < 0) {
        throw new TermException("min", "is " + text + "; wanted 0 or more.");
      }
    }
    return least;
  }

  private static TermException wrongLeast(String text) {
    return new TermException(
        "min",
        "is \""
            + text
            + "\"; wanted a measure and a number, such as likes=100. Measures are "
            + Stream.of(Measure.values()).map(Measure::toString).collect(Collectors.joining(", "))
            + ".");
  }

  private static String stance(String text, Event event) throws TermException {
    int colon = text.indexOf(':');
    String side = colon < 0 ? text : text.substring(0, colon);
    if (side.equalsIgnoreCase(StanceTerm.REPORTED)) return reported(text, colon, event);
    List<String> sides = Stream.of(Side.values()).map(Side::id).toList();
    if (!sides.contains(side.toLowerCase(Locale.ROOT))) {
      throw new TermException(
          "stance",
          "is \""
              + text
              + "\"; wanted favor, against or none, and a target if it is not the"
              + " main one, such as favor:DeepSeek; or reported and a claim.");
    }
    String target =
        colon < 0 ? event.mainTarget().map(Target::name).orElse("") : text.substring(colon + 1);
    return side + ":" + target;
  }

  private static String reported(String text, int colon, Event event) throws TermException {
    if (colon >= 0) return text;
    throw new TermException(
        "stance",
        "is \""
            + text
            + "\"; wanted the claim that is passed on as well, such as "
            + StanceTerm.reported(
                event.targets().stream()
                    .filter(t -> t.kind() == Target.Kind.CLAIM)
                    .map(Target::name)
                    .findFirst()
                    .orElse("CLAIM"))
            + ".");
  }
}
