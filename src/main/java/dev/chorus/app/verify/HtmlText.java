package dev.chorus.app.verify;

import dev.chorus.render.Claims;
import dev.chorus.render.html.HtmlReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// A report in HTML, as a browser reads it.
final class HtmlText implements ReportText {
  /// Of the element with the claims.
  private static final String DATA = "chorus-report";

  private static final String FIGURE = "data-figure";
  private static final String QUOTE = "data-quote";

  private final List<Token> tokens = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private Optional<String> data = Optional.empty();
  private int dataLine;

  HtmlText(String text) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document document = parser.parseInput(text, "");
    NodeTraversor.traverse(new Collector(), document);
  }

  /// Whether a file is HTML, by its name or its beginning.
  static boolean recognises(String file, String start) {
    String name = file.toLowerCase(Locale.ROOT);
    String head = start.substring(0, Math.min(start.length(), 20)).toLowerCase(Locale.ROOT);
    return name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".xhtml")
        || head.startsWith("<!doctype html")
        || head.startsWith("<html");
  }

  @Override
  public Optional<String> data() {
    return data;
  }

  @Override
  public int dataLine() {
    return dataLine;
  }

  @Override
  public boolean marked() {
    return !shown.isEmpty();
  }

  @Override
  public List<Token> tokens() {
    return tokens;
  }

  @Override
  public List<Shown> shown(Claims claims) {
    return shown;
  }

  @Override
  public ReportText like(FinishedReport report) {
    return new HtmlText(HtmlReport.print(report.outline(), report.claims()));
  }

  private final class Collector implements NodeVisitor {
    /// Where the marked elements around the place begin.
    private final Deque<Shown> open = new ArrayDeque<>();

    @Override
    public void head(Node node, int depth) {
      int line = Math.max(0, node.sourceRange().start().lineNumber());
      switch (node) {
        case Document _ -> {}
        case Element element -> element(element, line);
        case DataNode code -> code(code, line);
        case TextNode words -> words(words.getWholeText(), line);
        case Comment comment -> add(Token.Kind.COMMENT, comment.outerHtml(), "", line);
        case DocumentType type -> add(Token.Kind.TAG, type.outerHtml(), "", line);
        default -> add(Token.Kind.TAG, node.outerHtml(), "", line);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element) || node instanceof Document) return;
      add(Token.Kind.TAG, "</" + element.normalName() + ">", "", tokens.getLast().line());
      if (marked(element)) {
        Shown begun = open.pop();
        shown.add(new Shown(begun.key(), begun.quote(), begun.from(), tokens.size()));
      }
    }

    private void element(Element element, int line) {
      if (marked(element)) {
        boolean quote = element.hasAttr(QUOTE);
        open.push(
            new Shown(element.attr(quote ? QUOTE : FIGURE), quote, tokens.size(), tokens.size()));
      }
      add(Token.Kind.TAG, tag(element), "", line);
    }

    private static boolean marked(Element element) {
      return element.hasAttr(FIGURE) || element.hasAttr(QUOTE);
    }

    private static String tag(Element element) {
      return element.attributes().asList().stream()
          .sorted(Comparator.comparing(Attribute::getKey))
          .map(a -> " " + a.getKey() + "=\"" + a.getValue() + "\"")
          .collect(Collectors.joining("", "<" + element.normalName(), ">"));
    }

    /// The claims are data and are compared for themselves; a second element of their name is not.
    private void code(DataNode code, int line) {
      boolean claims =
          code.parent() instanceof Element parent
              && parent.normalName().equals("script")
              && parent.id().equals(DATA);
      if (claims && data.isEmpty()) {
        data = Optional.of(code.getWholeData());
        dataLine = line;
      } else {
        add(Token.Kind.CODE, code.getWholeData(), "", line);
      }
    }

    private void words(String text, int line) {
      int at = line;
      int from = 0;
      for (int i = 0; i <= text.length(); i++) {
        boolean end = i == text.length() || Character.isWhitespace(text.charAt(i));
        if (end && i > from) {
          String word = text.substring(from, i);
          add(Token.Kind.WORD, word, word, at);
        }
        if (i < text.length() && text.charAt(i) == '\n') at++;
        if (end) from = i + 1;
      }
    }

    private void add(Token.Kind kind, String raw, String seen, int line) {
      tokens.add(new Token(kind, raw, seen, line));
    }
  }
}
