package dev.chorus.render.terminal;

import dev.chorus.render.Layout;
import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Column;
import dev.chorus.render.Sign;
import dev.chorus.render.Terminal;
import dev.chorus.render.Text;
import java.util.ArrayList;
import java.util.List;

/// Prints a table in columns of fixed width.
final class TerminalTable {
  private static final int NARROWEST_FLOW = 20;

  private final Terminal terminal;
  private final TerminalLines out;
  private final int indent;

  TerminalTable(Terminal terminal, TerminalLines out, int indent) {
    this.terminal = terminal;
    this.out = out;
    this.indent = indent;
  }

  void print(Outline.Table table) {
    if (table.headed()) {
      row(table.columns(), table.columns().stream().map(Column::head).toList());
    }
    table.rows().forEach(row -> row(table.columns(), row));
  }

  private void row(List<Column> columns, List<Text> cells) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int used = indent;
    List<String> below = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      if (column.align() == Outline.Align.FLOWING) {
        int width = Math.max(NARROWEST_FLOW, terminal.textWidth() - used);
        List<String> wrapped = Layout.wrap(out.styled(cells.get(i)), width);
        line.append(wrapped.getFirst());
        below.addAll(wrapped.subList(1, wrapped.size()));
      } else {
        line.append(cell(column, cells.get(i), i == cells.size() - 1));
        used += column.width() + column.gap();
      }
    }
    out.line(line.toString());
    for (String more : below) out.line(" ".repeat(used) + more);
  }

  private String cell(Column column, Text text, boolean last) {
    String plain = plain(text);
    String padded =
        switch (column.align()) {
          case RIGHT -> Layout.right(plain, column.width());
          case LEFT, FLOWING ->
              last
                  ? plain
                  : Layout.left(Layout.left(plain, column.width()), column.width() + column.gap());
        };
    if (column.faint()) return terminal.dim(padded);
    return strong(text) ? terminal.bold(padded) : padded;
  }

  private String plain(Text text) {
    StringBuilder plain = new StringBuilder();
    for (Text.Run run : text.runs()) {
      plain.append(
          switch (run) {
            case Sign sign -> out.sign(sign);
            case Text.Words(String words, _) -> words;
            case Text.Figure(_, Text shown) -> plain(shown);
          });
    }
    return plain.toString();
  }

  private static boolean strong(Text text) {
    return text.runs().stream()
        .anyMatch(r -> r instanceof Text.Words(_, Text.Style style) && style == Text.Style.STRONG);
  }
}
