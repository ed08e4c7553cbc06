package dev.chorus.index.text;

import dev.chorus.language.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Cuts a post into words at Unicode's word boundaries (emoji are words), and joins what belongs
/// together: `GPT-4o`, `open-source` and `sam_altman` are one word and their parts as well, and so
/// is a hashtag in camel case. The signs `#`, `@` and `$` are no part of a word, so a tag, a handle
/// or a cashtag is found by its name.
///
/// A joined word is a small graph: the whole spans the positions of its parts. An index keeps the
/// positions alone, which is enough for phrases over the parts.
final class PostTokenizer extends Tokenizer {
  /// Longer runs of letters are cut: Lucene's own limit for a word.
  private static final int LONGEST_WORD = 255;

  /// Longer chains of hyphens are no word of anyone's.
  private static final int MOST_PARTS = 8;

  private static final String HYPHENS = "-\u2010\u2011";

  /// Where a hashtag has its seams: `#OpenSource`, `#DeepSeekR1`, `#AIAct`.
  private static final Pattern SEAM =
      Pattern.compile("_+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern UNDERSCORE = Pattern.compile("_+");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

  private String text = "";
  private Iterator<Token> tokens = List.<Token>of().iterator();

  /// A stretch of the text as a term.
  ///
  /// @param increment 0 for the first part of a word, which stands where the whole does
  /// @param length positions that it covers
  private record Token(Span span, int increment, int length) {}

  @Override
  public void reset() throws IOException {
    super.reset();
    StringWriter all = new StringWriter();
    input.transferTo(all);
    text = all.toString();
    tokens = tokens(text).iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!tokens.hasNext()) return false;
    Token token = tokens.next();
    Span span = token.span();
    term.append(text, span.start(), span.end());
    offset.setOffset(correctOffset(span.start()), correctOffset(span.end()));
    increment.setPositionIncrement(token.increment());
    length.setPositionLength(token.length());
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
  }

  private static List<Token> tokens(String text) {
    List<Span> words = words(text);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int end = i + 1;
      List<Span> parts = new ArrayList<>(parts(text, words.get(i)));
      while (!tagged(text, words.get(i))
          && end < words.size()
          && hyphen(text, words.get(end - 1), words.get(end))) {
        parts.addAll(parts(text, words.get(end++)));
      }
      Span whole = new Span(words.get(i).start(), words.get(end - 1).end());
      // A date or a range is numbers that stand apart.
      boolean letters = whole.of(text).codePoints().anyMatch(Character::isLetter);
      boolean joined = letters && parts.size() <= MOST_PARTS;
      if (parts.size() > 1 && joined) {
        add(tokens, whole, parts);
      } else {
        (parts.size() > 1 ? parts : List.of(whole)).forEach(p -> tokens.add(new Token(p, 1, 1)));
      }
      i = end;
    }
    return tokens;
  }

  private static void add(List<Token> tokens, Span whole, List<Span> parts) {
    tokens.add(new Token(whole, 1, parts.size()));
    for (int i = 0; i < parts.size(); i++) tokens.add(new Token(parts.get(i), i == 0 ? 0 : 1, 1));
  }

  /// The words between Unicode's boundaries.
  private static List<Span> words(String text) {
    StandardTokenizerImpl scanner = new StandardTokenizerImpl(new StringReader(text));
    scanner.setBufferSize(LONGEST_WORD);
    List<Span> words = new ArrayList<>();
    try {
      while (scanner.getNextToken() != StandardTokenizerImpl.YYEOF) {
        Span word = new Span(scanner.yychar(), scanner.yychar() + scanner.yylength());
        if (!UNDERSCORE.matcher(word.of(text)).matches()) words.add(word);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    return words;
  }

  private static boolean tagged(String text, Span word) {
    return word.start() > 0 && text.charAt(word.start() - 1) == '#';
  }

  private static boolean hyphen(String text, Span left, Span right) {
    return right.start() == left.end() + 1
        && HYPHENS.indexOf(text.charAt(left.end())) >= 0
        && !(Character.isEmoji(text.codePointAt(right.start()))
            && !Character.isLetterOrDigit(text.codePointAt(right.start())));
  }

  private static List<Span> parts(String text, Span word) {
    boolean tagged = tagged(text, word);
    List<Span> parts = new ArrayList<>();
    Matcher seams = (tagged ? SEAM : UNDERSCORE).matcher(word.of(text));
    int start = 0;
    while (seams.find()) {
      if (seams.start() > start) parts.add(at(word, start, seams.start()));
      start = seams.end();
    }
    if (word.start() + start < word.end()) {
      parts.add(new Span(word.start() + start, word.end()));
    }
    // #iPhone is no "i" and "phone".
    boolean letter = tagged && parts.stream().anyMatch(p -> p.end() - p.start() == 1);
    return letter ? List.of(word) : parts;
  }

  private static Span at(Span word, int start, int end) {
    return new Span(word.start() + start, word.start() + end);
  }
}
