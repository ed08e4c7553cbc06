package dev.chorus.language.english;

import dev.chorus.post.PostSyntax;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.process.AbstractTokenizer;
import edu.stanford.nlp.process.Tokenizer;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CoreNLP's tokens and sentences, in a time that grows with the length of a text.
///
/// At each token CoreNLP's lexer looks to the next white space, and so takes minutes for tens of
/// thousands of emoji, entities or quotation marks in a row. Such a stretch is given to it in
/// pieces; texts without one are read as CoreNLP reads them. Public because CoreNLP makes custom
/// annotators by reflection.
public final class TokenAnnotator extends TokenizerAnnotator {
  /// No word is as long; links are, and are left whole.
  private static final int LONG = 300;

  private static final int LONGEST_LINK = 2_000;

  /// Nothing that is longer is taken for a word.
  private static final int LONGEST_WORD = 2_000;

  private static final int PIECE = 100;

  /// So far back a piece may end earlier, so that it does not end within a sign.
  private static final int BACK = 40;

  private static final int JOINER = 0x200D;
  private static final int FIRST_SKIN = 0x1F3FB;
  private static final int LAST_SKIN = 0x1F3FF;
  private static final int FIRST_FLAG_LETTER = 0x1F1E6;
  private static final int LAST_FLAG_LETTER = 0x1F1FF;

  /// Of several of these CoreNLP makes one token.
  private static final String TOGETHER = "!?.-_*=#";

  private static final Pattern LINK = Pattern.compile(PostSyntax.LINK);

  public TokenAnnotator(String name, Properties properties) {
    super(properties);
  }

  @Override
  public Tokenizer<CoreLabel> getTokenizer(Reader text) {
    String whole = read(text);
    if (pieceEnd(whole, 0) == whole.length()) return super.getTokenizer(new StringReader(whole));
    return new Pieces(whole, super::getTokenizer);
  }

  private static String read(Reader text) {
    try {
      StringBuilder whole = new StringBuilder();
      char[] buffer = new char[1 << 13];
      for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) whole.append(buffer, 0, n);
      return whole.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the piece ends that begins somewhere: within the next stretch that is too long, or at
  /// the end of the text.
  static int pieceEnd(String text, int from) {
    Matcher link = LINK.matcher(text);
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = stretchEnd(text, at);
      if (end - at > LONG) {
        // What stands before the stretch is a piece of its own, and so is a link in it.
        if (at > from) return at;
        if (!link.region(at, Math.min(end, at + LONGEST_LINK)).find()) return cut(text, at, PIECE);
        if (link.start() > at) return cut(text, at, Math.min(PIECE, link.start() - at));
        return link.end();
      }
      at = end;
    }
    return text.length();
  }

  private static int stretchEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
    return end;
  }

  /// The end of a piece, where no word and no sign is cut through if that can be.
  private static int cut(String text, int from, int length) {
    int end = from + length;
    for (int at = end; at > end - BACK && at > from; at--) {
      if (!isWithinSign(text, at) && !isWithinWord(text, at)) return at;
    }
    int last = Math.min(stretchEnd(text, from), from + LONGEST_WORD);
    int at = end;
    while (at < last && isWithinWord(text, at)) at++;
    return at < text.length() && isHalves(text, at) ? at - 1 : at;
  }

  /// Whether CoreNLP makes one token of what stands on either side; those take it no time.
  private static boolean isWithinWord(String text, int at) {
    return Character.isLetterOrDigit(text.codePointBefore(at))
            && Character.isLetterOrDigit(text.codePointAt(at))
        || TOGETHER.indexOf(text.charAt(at - 1)) >= 0 && TOGETHER.indexOf(text.charAt(at)) >= 0;
  }

  /// Whether what stands at a place belongs to what stands before.
  private static boolean isWithinSign(String text, int at) {
    int next = text.codePointAt(at);
    int before = text.codePointBefore(at);
    return isHalves(text, at)
        || next == JOINER
        || before == JOINER
        || next >= FIRST_SKIN && next <= LAST_SKIN
        || isSecondOfFlag(text, at)
        || isMark(next)
        || isWithinEntity(text, at);
  }

  private static boolean isHalves(String text, int at) {
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /// Flags are pairs of letters of their own.
  private static boolean isSecondOfFlag(String text, int at) {
    if (!isFlagLetter(text.codePointAt(at))) return false;
    int before = 0;
    for (int i = at; i > 0 && isFlagLetter(text.codePointBefore(i)); i -= 2) before++;
    return before % 2 == 1;
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= FIRST_FLAG_LETTER && codePoint <= LAST_FLAG_LETTER;
  }

  /// Whether a place is within something like `&amp;`.
  private static boolean isWithinEntity(String text, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 10); i--) {
      char c = text.charAt(i);
      if (c == '&') return true;
      if (c != '#' && !Character.isLetterOrDigit(c)) return false;
    }
    return false;
  }

  /// One tokenizer after the other, each for its piece of the text.
  private static final class Pieces extends AbstractTokenizer<CoreLabel> {
    private final String text;
    private final Function<Reader, Tokenizer<CoreLabel>> tokenizers;
    private int from;
    private int to;
    private Tokenizer<CoreLabel> piece;

    Pieces(String text, Function<Reader, Tokenizer<CoreLabel>> tokenizers) {
      this.text = text;
      this.tokenizers = tokenizers;
    }

    @Override
    protected CoreLabel getNext() {
      while (piece == null || !piece.hasNext()) {
        if (to == text.length()) return null;
        from = to;
        to = pieceEnd(text, from);
        piece = tokenizers.apply(new StringReader(text.substring(from, to)));
      }
      CoreLabel token = piece.next();
      token.setBeginPosition(token.beginPosition() + from);
      token.setEndPosition(token.endPosition() + from);
      return token;
    }
  }
}
