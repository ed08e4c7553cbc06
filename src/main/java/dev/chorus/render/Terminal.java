package dev.chorus.render;

/// What the reader's screen can do.
///
/// @param width columns, at least 40
/// @param colour whether ANSI colours are shown
/// @param unicode whether lines and blocks beyond ASCII are shown; the posts' own words always are
public record Terminal(int width, boolean colour, boolean unicode) {
  private static final int NARROWEST = 40;
  private static final int WIDEST = 120;

  public Terminal {
    width = Math.max(NARROWEST, width);
  }

  /// Columns for running text: long lines are hard to read, however wide the screen.
  public int textWidth() {
    return Math.min(width, WIDEST);
  }

  public String either(String unicodeForm, String asciiForm) {
    return unicode ? unicodeForm : asciiForm;
  }

  public String bold(String text) {
    return styled("1", text);
  }

  public String dim(String text) {
    return styled("2", text);
  }

  /// A word that was searched for.
  public String hit(String text) {
    return colour ? styled("1;33", text) : either("«", "[") + text + either("»", "]");
  }

  /// One of the colours that tell camps apart: the palette of Okabe and Ito (2008), which readers
  /// with any kind of colour vision can tell apart, without its black and yellow.
  public String camp(int index, String text) {
    int[] palette = {32, 208, 36, 175, 74, 166, 142, 97};
    return styled("38;5;" + palette[Math.floorMod(index, palette.length)], text);
  }

  private String styled(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
