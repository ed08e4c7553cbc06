package dev.chorus.language.head;

import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.text.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Makes one name of those in a post that differ only in case, hyphens and spaces, of one type.
public final class Alike {
  private Alike() {}

  public static List<Mention> joined(List<Mention> mentions) {
    Map<String, List<Mention>> alike = new LinkedHashMap<>();
    for (Mention m : mentions) {
      alike.computeIfAbsent(Gazetteer.solid(m.name()), _ -> new ArrayList<>()).add(m);
    }
    List<Mention> joined = new ArrayList<>();
    for (List<Mention> group : alike.values()) {
      String name = mostFrequent(group, Mention::name);
      EntityType type = mostFrequent(group, Mention::type);
      for (Mention m : group) joined.add(new Mention(m.text(), m.span(), type, name));
    }
    return joined;
  }

  /// The earliest of the most frequent.
  private static <T> T mostFrequent(List<Mention> group, Function<Mention, T> of) {
    Map<T, Integer> counts = new HashMap<>();
    for (Mention m : group) counts.merge(of.apply(m), 1, Integer::sum);
    T most = of.apply(group.getFirst());
    for (Mention m : group) {
      if (counts.get(of.apply(m)) > counts.get(most)) most = of.apply(m);
    }
    return most;
  }
}
