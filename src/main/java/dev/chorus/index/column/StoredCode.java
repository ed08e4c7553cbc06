package dev.chorus.index.column;

import dev.chorus.language.About;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.post.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// The numbers that stand for the constants of an enum in an index, so that an index means the same
/// in whichever order the constants are declared. A number is never given to another constant;
/// one that means something else is a new [dev.chorus.index.IndexStore#FORMAT].
///
/// What is found again by its name (stances, kinds, moods as terms) has none.
public final class StoredCode<E extends Enum<E>> {
  static final StoredCode<Kind> KIND =
      new StoredCode<>(
          "kind",
          Kind.values(),
          kind ->
              switch (kind) {
                case POST -> 0;
                case QUOTE -> 1;
                case REPORT -> 2;
                case ILLUSTRATIVE -> 3;
              });

  static final StoredCode<Mood> MOOD =
      new StoredCode<>(
          "sentiment",
          Mood.values(),
          mood ->
              switch (mood) {
                case NEGATIVE -> 0;
                case NEUTRAL -> 1;
                case POSITIVE -> 2;
              });

  static final StoredCode<Side> SIDE =
      new StoredCode<>(
          "stance",
          Side.values(),
          side ->
              switch (side) {
                case AGAINST -> 0;
                case NONE -> 1;
                case FAVOR -> 2;
              });

  static final StoredCode<About.Kind> ABOUT =
      new StoredCode<>(
          "about",
          About.Kind.values(),
          kind ->
              switch (kind) {
                case REACTION -> 0;
                case MENTION -> 1;
                case OFF -> 2;
                case FRAGMENT -> 3;
                case NOTICE -> 4;
              });

  static final StoredCode<EntityType> ENTITY =
      new StoredCode<>(
          "entity",
          EntityType.values(),
          type ->
              switch (type) {
                case PERSON -> 0;
                case ORGANIZATION -> 1;
                case LOCATION -> 2;
                case PRODUCT -> 3;
                case MONEY -> 4;
              });

  private final String field;
  private final ToIntFunction<E> codes;

  /// The constant of each code, `null` where there is none.
  private final List<E> constants = new ArrayList<>();

  private StoredCode(String field, E[] all, ToIntFunction<E> codes) {
    this.field = field;
    this.codes = codes;
    Map<Integer, E> byCode = new HashMap<>();
    for (E constant : all) {
      if (byCode.put(codes.applyAsInt(constant), constant) != null) {
        throw new IllegalStateException(constant + " has the code of another");
      }
    }
    for (int code = 0; !byCode.isEmpty(); code++) constants.add(byCode.remove(code));
  }

  /// From 0 to 127.
  int of(E constant) {
    return codes.applyAsInt(constant);
  }

  /// @throws IOException if it stands for nothing
  E constant(int code) throws IOException {
    E constant = code >= 0 && code < constants.size() ? constants.get(code) : null;
    if (constant != null) return constant;
    throw new IOException(
        "found code "
            + code
            + " for the \""
            + field
            + "\" of a post; wanted 0 to "
            + (constants.size() - 1)
            + ". Another version of Chorus wrote it, or it is damaged");
  }
}
