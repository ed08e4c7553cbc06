package dev.chorus.language.english;

import dev.chorus.language.EntityType;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Span;
import dev.chorus.language.encoder.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Names as tags of words (Ramshaw & Marcus 1995): one for outside of any, and for each type one
/// for the first word of a name and one for the words after it.
public final class NameTags {
  static final int OUTSIDE = 0;

  /// What is tagged; amounts of money follow a pattern and are found by that.
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION, EntityType.PRODUCT);

  /// Tags in all.
  public static final int COUNT = 1 + 2 * TYPES.size();

  /// In the place of a tag: nothing is known of this word.
  public static final int UNKNOWN = -1;

  private NameTags() {}

  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("O"));
    for (EntityType type : TYPES) {
      names.add("B-" + type);
      names.add("I-" + type);
    }
    return names;
  }

  static int begin(EntityType type) {
    return 1 + 2 * TYPES.indexOf(type);
  }

  static int inside(EntityType type) {
    return begin(type) + 1;
  }

  private static boolean isBegin(int tag) {
    return tag != OUTSIDE && tag % 2 == 1;
  }

  private static boolean isInside(int tag) {
    return tag != OUTSIDE && tag % 2 == 0;
  }

  /// Whether one tag may stand after another.
  static boolean mayFollow(int tag, int before) {
    return !isInside(tag) || before == tag || before == tag - 1;
  }

  /// Whether a tag is of a type that was looked for.
  public static boolean known(int tag, Set<EntityType> types) {
    return tag == OUTSIDE || types.contains(type(tag));
  }

  private static EntityType type(int tag) {
    return TYPES.get((tag - 1) / 2);
  }

  /// The tags of the words of a text in which these are the names. Of the names of users nothing is
  /// known: data sets differ on whether they are names, and Chorus looks them up instead.
  public static int[] of(Words words, List<NamedSpan> names) {
    int[] tags = new int[words.count()];
    for (int w = 0; w < tags.length; w++) {
      Span span = words.spans().get(w);
      if (words.handle(w) || words.words().get(w).equals("@")) {
        tags[w] = UNKNOWN;
        continue;
      }
      for (NamedSpan name : names) {
        if (!name.span().overlaps(span) || !TYPES.contains(name.type())) continue;
        boolean goesOn = w > 0 && words.spans().get(w - 1).overlaps(name.span());
        tags[w] = goesOn ? inside(name.type()) : begin(name.type());
        break;
      }
    }
    return tags;
  }

  /// The names that tags of words tell of.
  public static List<NamedSpan> names(Words words, int[] tags) {
    List<NamedSpan> names = new ArrayList<>();
    for (int w = 0; w < tags.length; w++) {
      if (!isBegin(tags[w])) continue;
      int last = w;
      while (last + 1 < tags.length && tags[last + 1] == tags[w] + 1) last++;
      Span from = words.spans().get(w);
      Span to = words.spans().get(last);
      names.add(
          new NamedSpan(new Span(from.start(), Math.max(from.end(), to.end())), type(tags[w])));
    }
    return names;
  }
}
