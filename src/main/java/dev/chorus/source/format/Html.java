package dev.chorus.source.format;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Posts that come as HTML, or with a few characters written as HTML would, as text.
public final class Html {
  private Html() {}

  /// The text that a reader of the page sees: no tags, entities resolved, a line break for each
  /// `<br>` and `<li>`, an empty line between paragraphs.
  public static String text(String html) {
    if (html.indexOf('<') < 0) return Parser.unescapeEntities(html, false).strip();
    Lines lines = new Lines();
    NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(html).body());
    return lines.text.toString().stripTrailing();
  }

  /// Text whose characters are written as HTML would, and that has no tags: each entity is resolved
  /// once.
  public static String resolved(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");

  /// Text that is not HTML but has `&amp;`, `&lt;` and `&gt;` for `&`, `<` and `>`, as X and Reddit
  /// send it. Each is resolved once, and no others are: `&copy` in a link is part of the link.
  public static String unescaped(String text) {
    if (text.indexOf('&') < 0) return text;
    return ESCAPED
        .matcher(text)
        .replaceAll(
            m ->
                switch (m.group(1)) {
                  case "lt" -> "<";
                  case "gt" -> ">";
                  default -> "&";
                });
  }

  /// Collects the words, and the line breaks between them once more words come.
  private static final class Lines implements NodeVisitor {
    final StringBuilder text = new StringBuilder();
    private int breaks;
    private int pre;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode words -> append(pre > 0 ? words.getWholeText() : words.text());
        case Element e -> {
          if (e.normalName().equals("br")) breaks++;
          else around(e);
          if (e.normalName().equals("pre")) pre++;
        }
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element e)) return;
      around(e);
      if (e.normalName().equals("pre")) pre--;
    }

    private void around(Element e) {
      switch (e.normalName()) {
        case "p", "pre", "blockquote", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6" ->
            breaks = Math.max(breaks, 2);
        case "div", "li" -> breaks = Math.max(breaks, 1);
        default -> {}
      }
    }

    private void append(String words) {
      boolean begins = text.isEmpty() || breaks > 0;
      if (begins && pre == 0) words = words.stripLeading();
      if (words.isEmpty()) return;
      if (begins) {
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
          text.setLength(text.length() - 1);
        }
        if (!text.isEmpty()) text.append("\n".repeat(breaks));
      } else if (pre == 0 && words.startsWith(" ") && text.charAt(text.length() - 1) == ' ') {
        // White space on both sides of a tag is one space.
        words = words.substring(1);
      }
      text.append(words);
      breaks = 0;
    }
  }
}
