package dev.chorus.render;

/// A typographic sign of ours, or a word of two that stands for one where only ASCII can be shown.
/// Posts keep their own characters on every screen.
public enum Sign implements Text.Run {
  /// Between sentences.
  SPACE(" ", " "),
  /// Between facts that stand in a row.
  FACT(" · ", " | "),
  /// Between the items of a list.
  ITEM(" · ", ", "),
  /// Between the parts of a sentence.
  LIST(", ", ", "),
  /// Between lists.
  GROUP(" · ", "; "),
  OPEN("“", "\""),
  CLOSE("”", "\""),
  /// Between the ends of a range of numbers.
  RANGE("–", "-"),
  /// Between the ends of a period.
  PERIOD(" – ", " - "),
  /// Between the ends of a range of numbers with a sign.
  TO(" … ", " to "),
  BETWEEN(" ↔ ", " <-> "),
  MINUS("−", "-"),
  /// Before a figure that was not measured.
  ABOUT("≈", "about "),
  FAVOR("▲", "for "),
  AGAINST("▼", "against "),
  TAKES_FAVOR("▲ for ", "for "),
  TAKES_AGAINST("▼ against ", "against "),
  MORE("▲", "+"),
  LESS("▼", "-"),
  /// Marks a note that belongs beside a post.
  FLAG("⚑", "!"),
  NOTE("⚑", "note"),
  /// The sure part of a bar.
  FULL("█", "#"),
  /// The part of a bar that an interval leaves open.
  OPEN_END("▒", "-"),
  EMPTY("░", "."),
  DOWN("↓", "v"),
  RIGHT("→", ">");

  private final String typographic;
  private final String ascii;

  Sign(String typographic, String ascii) {
    this.typographic = typographic;
    this.ascii = ascii;
  }

  public String typographic() {
    return typographic;
  }

  public String ascii() {
    return ascii;
  }
}
