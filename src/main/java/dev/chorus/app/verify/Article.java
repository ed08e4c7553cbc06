package dev.chorus.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// What an article quotes, and its figures.
///
/// @param passages in their order
/// @param figures numbers outside the passages, with some words around them
record Article(List<Passage> passages, List<Passage> figures) {
  /// A shorter one is a word or a title rather than what somebody said.
  static final int LEAST_WORDS = 4;

  private static final int AROUND = 30;

  /// @param line of the file, from 1
  record Passage(String text, int line) {}

  /// A paragraph of an article.
  ///
  /// @param quote whether it is set apart as somebody's words
  private record Paragraph(String text, int line, boolean quote) {}

  private static final Pattern QUOTED =
      Pattern.compile(
          "“([^“”]+)(?:”|$)|„([^„“”]+)[“”]|\"([^\"]+)\"|«([^«»]+)»|»([^«»]+)«"
              + "|(?<!\\p{L})‘([^‘]+?)’(?!\\p{L})|‚([^‚‘]+)‘");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’-]*");
  private static final Pattern SOURCE = Pattern.compile("^\\s*(—|–|--|―).*");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)\\]\\([^()\\s]*[^()]*\\)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}(?![\\p{L}\\p{N}])|`");
  private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?[a-zA-Z][^<>]*>");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,:])\\d[\\d,. ]*(?<=\\d)(?![\\p{L}\\p{N}])(?!:\\d)"
              + "(?:\\s?(?:%|percent\\b|per cent\\b))?");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
  private static final Pattern MONTH_AFTER = Pattern.compile("^\\.?\\s" + MONTH + "\\b.*");
  private static final Pattern MONTH_BEFORE = Pattern.compile(".*\\b" + MONTH + "\\s$");

  static Article of(String file, String text) {
    boolean html = HtmlText.recognises(file, text.stripLeading());
    return of(html ? html(text) : markdown(text));
  }

  private static Article of(List<Paragraph> paragraphs) {
    List<Passage> passages = new ArrayList<>();
    List<Passage> figures = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      List<Passage> quoted = quoted(paragraph);
      if (paragraph.quote() && quoted.isEmpty()) {
        if (words(paragraph.text()) >= LEAST_WORDS) {
          passages.add(new Passage(paragraph.text().strip(), paragraph.line()));
        }
        continue;
      }
      passages.addAll(quoted);
      if (!paragraph.quote()) figures.addAll(figures(paragraph));
    }
    return new Article(passages, figures);
  }

  private static List<Passage> quoted(Paragraph paragraph) {
    List<Passage> passages = new ArrayList<>();
    Matcher quote = QUOTED.matcher(paragraph.text());
    while (quote.find()) {
      String inner = "";
      for (int group = 1; group <= quote.groupCount(); group++) {
        if (quote.group(group) != null) inner = quote.group(group);
      }
      if (words(inner) < LEAST_WORDS) continue;
      passages.add(new Passage(inner.strip(), lineAt(paragraph, quote.start())));
    }
    return passages;
  }

  private static List<Passage> figures(Paragraph paragraph) {
    String text = QUOTED.matcher(paragraph.text()).replaceAll(m -> " ".repeat(m.group().length()));
    List<Passage> figures = new ArrayList<>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      String before = text.substring(Math.max(0, figure.start() - AROUND), figure.start());
      String after = text.substring(figure.end(), Math.min(text.length(), figure.end() + AROUND));
      boolean date =
          YEAR.matcher(figure.group().strip()).matches()
              || MONTH_AFTER.matcher(after).matches()
              || MONTH_BEFORE.matcher(before).matches();
      if (date) continue;
      // Words that the window cuts are left out.
      if (before.length() == AROUND) before = before.replaceFirst("^\\S*", "");
      if (after.length() == AROUND) after = after.replaceFirst("\\S*$", "");
      String around = (before + figure.group() + after).replaceAll("\\s+", " ").strip();
      figures.add(new Passage(around, lineAt(paragraph, figure.start())));
    }
    return figures;
  }

  private static int lineAt(Paragraph paragraph, int place) {
    return paragraph.line()
        + (int) paragraph.text().substring(0, place).chars().filter(c -> c == '\n').count();
  }

  static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  /// Plain text has paragraphs as Markdown has.
  private static List<Paragraph> markdown(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int from = 1;
    boolean quote = false;
    boolean code = false;
    int number = 0;
    for (String line : (text + "\n").split("\n", -1)) {
      number++;
      if (line.strip().startsWith("```")) code = !code;
      boolean quotes = line.stripLeading().startsWith(">");
      String words = quotes ? line.stripLeading().replaceFirst("^(?:>\\s?)+", "") : line;
      boolean source = quotes && SOURCE.matcher(words).matches();
      boolean ends = words.isBlank() || code || source || line.strip().startsWith("```");
      if (ends || quotes != quote) {
        if (!open.isEmpty()) paragraphs.add(new Paragraph(plain(open.toString()), from, quote));
        open.setLength(0);
      }
      quote = quotes;
      if (ends) continue;
      if (open.isEmpty()) {
        from = number;
      } else {
        open.append('\n');
      }
      open.append(words);
    }
    return paragraphs;
  }

  /// Without the signs of Markdown.
  private static String plain(String markdown) {
    String text = TAG.matcher(markdown).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = EMPHASIS.matcher(text).replaceAll("");
    text = ESCAPE.matcher(text).replaceAll("$1");
    return Parser.unescapeEntities(text, false);
  }

  private static List<Paragraph> html(String text) {
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
    Blocks blocks = new Blocks();
    NodeTraversor.traverse(blocks, document.body());
    blocks.end();
    return blocks.paragraphs;
  }

  /// Collects the text of blocks, and that of `q` and `blockquote` for itself.
  private static final class Blocks implements NodeVisitor {
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Optional<Integer> from = Optional.empty();
    private int quotes;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case Element element -> {
          if (separates(element)) end();
          if (quotes(element)) quotes++;
        }
        case TextNode words -> {
          if (from.isEmpty() && !words.isBlank()) {
            from = Optional.of(Math.max(1, words.sourceRange().start().lineNumber()));
          }
          open.append(words.getWholeText());
        }
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) return;
      if (separates(element)) end();
      if (quotes(element)) quotes--;
    }

    private static boolean separates(Element element) {
      return element.isBlock() || element.normalName().equals("br") || quotes(element);
    }

    private static boolean quotes(Element element) {
      return element.normalName().equals("q") || element.normalName().equals("blockquote");
    }

    void end() {
      String text = open.toString();
      boolean source = quotes > 0 && SOURCE.matcher(text.strip()).matches();
      if (!text.isBlank() && !source) {
        paragraphs.add(new Paragraph(text.strip(), from.orElse(1), quotes > 0));
      }
      open.setLength(0);
      from = Optional.empty();
    }
  }
}
