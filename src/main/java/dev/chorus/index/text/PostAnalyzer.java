package dev.chorus.index.text;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;

/// Cuts posts into the words that a search compares ([PostTokenizer]), in one spelling
/// ([FoldFilter]), with plurals and inflections folded (Porter 1980). No stop words: "not" matters
/// here.
///
/// [IndexFields#WORD] has the same words as they stand, for wild cards, fuzzy words and
/// corrections: those are compared with words, not with what a stemmer leaves of them.
public final class PostAnalyzer extends Analyzer {
  private final UnaryOperator<TokenStream> stemmer;

  public PostAnalyzer() {
    this(PorterStemFilter::new);
  }

  /// With another stemmer, for measuring.
  public PostAnalyzer(UnaryOperator<TokenStream> stemmer) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.stemmer = stemmer;
  }

  /// Words as they stand and stems side by side: what a highlighter looks for in a post.
  public static PostAnalyzer ofBoth() {
    return new PostAnalyzer(words -> new PorterStemFilter(new KeywordRepeatFilter(words)));
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new PostTokenizer();
    TokenStream folded = new EnglishPossessiveFilter(new FoldFilter(words));
    return new TokenStreamComponents(
        words, fieldName.equals(IndexFields.WORD) ? folded : stemmer.apply(folded));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return switch (fieldName) {
      case IndexFields.TEXT, IndexFields.WORD -> new FoldFilter(in);
      case IndexFields.ID -> in;
      default -> new LowerCaseFilter(in);
    };
  }
}
