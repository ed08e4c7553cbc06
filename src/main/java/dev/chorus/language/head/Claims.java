package dev.chorus.language.head;

import dev.chorus.language.Side;
import java.util.List;

/// How posts stand to disputed claims.
public final class Claims {
  /// What a post does with a claim: it denies it, does not speak of it, affirms it, or only passes
  /// on that others make it.
  public static final List<String> CLASSES =
      List.of(Side.AGAINST.id(), Side.NONE.id(), Side.FAVOR.id(), "reported");

  static final int REPORTED = 3;

  private Claims() {}

  /// The class that a label means: `affirm`, `deny`, `none` or `reported`.
  public static String classOf(String label) {
    return switch (label) {
      case "affirm" -> Side.FAVOR.id();
      case "deny" -> Side.AGAINST.id();
      default -> label;
    };
  }
}
