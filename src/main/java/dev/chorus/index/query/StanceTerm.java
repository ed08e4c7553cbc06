package dev.chorus.index.query;

import dev.chorus.language.Side;
import dev.chorus.language.Stance;

/// A side toward a target, as posts are filtered and counted by it.
///
/// @param reported whether the target is a claim that is only passed on; then the side is none
public record StanceTerm(Side side, String target, boolean reported) {
  /// What stands in place of a side for a claim that is only passed on.
  public static final String REPORTED = "reported";

  /// A side of the author's own.
  public StanceTerm(Side side, String target) {
    this(side, target, false);
  }

  /// A claim that is only passed on.
  public static StanceTerm reported(String claim) {
    return new StanceTerm(Side.NONE, claim, true);
  }

  public static StanceTerm of(Stance stance) {
    return stance.reported()
        ? reported(stance.target())
        : new StanceTerm(stance.side(), stance.target());
  }

  /// @param text as [#toString] gives it
  public static StanceTerm parse(String text) {
    int colon = text.indexOf(':');
    String side = text.substring(0, colon);
    String target = text.substring(colon + 1);
    return side.equals(REPORTED)
        ? reported(target)
        : new StanceTerm(Side.of(side).orElseThrow(), target);
  }

  /// Such as `favor:DeepSeek` or `reported:CLAIM`.
  @Override
  public String toString() {
    return (reported ? REPORTED : side.id()) + ":" + target;
  }
}
