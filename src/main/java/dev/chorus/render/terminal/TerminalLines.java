package dev.chorus.render.terminal;

import dev.chorus.render.Layout;
import dev.chorus.render.MarkedWords;
import dev.chorus.render.Sign;
import dev.chorus.render.Terminal;
import dev.chorus.render.Text;
import java.util.List;

/// Lines of a terminal: text broken where a line ends, in colours, with the signs that it can show.
final class TerminalLines {
  private final Terminal terminal;
  private final StringBuilder lines = new StringBuilder();

  TerminalLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What has been printed; each line has an end.
  @Override
  public String toString() {
    return lines.toString();
  }

  void blank() {
    lines.append('\n');
  }

  void line(String text) {
    lines.append(text.stripTrailing()).append('\n');
  }

  String sign(Sign sign) {
    return terminal.unicode() ? sign.typographic() : sign.ascii();
  }

  /// The text with its colours, on one line.
  String styled(Text text) {
    StringBuilder styled = new StringBuilder();
    for (Text.Run run : text.runs()) styled.append(styled(run));
    return styled.toString();
  }

  private String styled(Text.Run run) {
    return switch (run) {
      case Sign sign -> sign(sign);
      case Text.Figure(_, Text shown) -> styled(shown);
      case Text.Words(String words, Text.Style style) ->
          switch (style) {
            case PLAIN -> words;
            case STRONG -> terminal.bold(words);
            case FAINT -> terminal.dim(words);
            case FOUND -> terminal.hit(words);
          };
    };
  }

  void paragraph(Text text, int indent, boolean faint) {
    paragraph(text, indent, indent, faint);
  }

  /// @param spare columns of the width that stay free
  void paragraph(Text text, int indent, int spare, boolean faint) {
    for (String line : Layout.wrap(styled(text), terminal.textWidth() - spare)) {
      line(" ".repeat(indent) + (faint ? terminal.dim(line) : line));
    }
  }

  void unbroken(Text text, int indent, boolean faint) {
    line(" ".repeat(indent) + (faint ? terminal.dim(styled(text)) : styled(text)));
  }

  /// A label in the margin and text beside it, wrapped under itself.
  ///
  /// @param width of the margin
  void labelled(int indent, Text label, int width, Text text) {
    List<String> wrapped = Layout.wrap(styled(text), terminal.textWidth() - indent - width);
    for (int i = 0; i < wrapped.size(); i++) {
      String margin = Layout.left(i == 0 ? styled(label) : "", width);
      line(" ".repeat(indent) + terminal.dim(margin) + wrapped.get(i));
    }
  }

  /// A text of which words are marked: word by word after wrapping, so that colours never run over
  /// the end of a line.
  ///
  /// @param spare columns of the width that stay free
  void marked(Text text, int spare) {
    StringBuilder whole = new StringBuilder();
    for (Text.Run run : text.runs()) {
      if (run instanceof Text.Words(String words, Text.Style style) && style == Text.Style.FOUND) {
        whole.append(MarkedWords.ON).append(words).append(MarkedWords.OFF);
      } else {
        whole.append(styled(run));
      }
    }
    boolean inside = false;
    for (String wrapped : Layout.wrap(whole.toString(), terminal.textWidth() - spare)) {
      StringBuilder shown = new StringBuilder();
      StringBuilder hit = new StringBuilder();
      for (char c : wrapped.toCharArray()) {
        if (c == MarkedWords.ON) {
          inside = true;
        } else if (c == MarkedWords.OFF) {
          shown.append(terminal.hit(hit.toString()));
          hit.setLength(0);
          inside = false;
        } else {
          (inside ? hit : shown).append(c);
        }
      }
      if (!hit.isEmpty()) shown.append(terminal.hit(hit.toString()));
      lines.append(shown).append('\n');
    }
  }
}
