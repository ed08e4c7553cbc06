package dev.chorus.index.search;

import dev.chorus.index.query.SpellingSuggestion;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.PostAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/// Did you mean: for words that occur nowhere, the nearest words of the posts. One slip (a letter
/// too many, too few, another one, or two in the wrong order) before two; then what more posts say.
final class SpellingSuggestions {
  /// Every word of three letters is near some other.
  private static final int SHORTEST = 4;

  /// From this length on two slips are believed.
  private static final int TWO_SLIPS = 7;

  private final IndexReader reader;

  SpellingSuggestions(IndexReader reader) {
    this.reader = reader;
  }

  /// @param typed stretches of a query that are words, without its operators
  List<SpellingSuggestion> of(List<String> typed) throws IOException {
    List<SpellingSuggestion> suggestions = new ArrayList<>();
    for (String text : typed) {
      List<Typed> stems = words(IndexFields.TEXT, text);
      List<Typed> words = words(IndexFields.WORD, text);
      for (int i = 0; i < words.size(); i++) {
        Typed word = words.get(i);
        if (word.joined() || reader.docFreq(new Term(IndexFields.TEXT, stems.get(i).term())) > 0) {
          continue;
        }
        nearest(word.term())
            .map(instead -> new SpellingSuggestion(word.typed(), instead))
            .filter(c -> !suggestions.contains(c))
            .ifPresent(suggestions::add);
      }
    }
    return suggestions;
  }

  /// @param joined whether it is a whole with parts, or such a part: those are looked for in more
  ///     than one spelling anyhow
  record Typed(String typed, String term, boolean joined) {}

  static List<Typed> words(String field, String text) throws IOException {
    List<Typed> words = new ArrayList<>();
    try (PostAnalyzer analyzer = new PostAnalyzer();
        TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      int end = 0;
      while (stream.incrementToken()) {
        boolean part = step.getPositionIncrement() == 0 || offset.startOffset() < end;
        end = Math.max(end, offset.endOffset());
        words.add(
            new Typed(
                text.substring(offset.startOffset(), offset.endOffset()),
                term.toString(),
                part || length.getPositionLength() > 1));
      }
      stream.end();
    }
    return words;
  }

  private Optional<String> nearest(String word) throws IOException {
    int letters = word.codePointCount(0, word.length());
    Terms terms = MultiTerms.getTerms(reader, IndexFields.WORD);
    if (letters < SHORTEST || terms == null) return Optional.empty();
    for (int slips = 1; slips <= (letters >= TWO_SLIPS ? 2 : 1); slips++) {
      FuzzyTermsEnum near =
          new FuzzyTermsEnum(terms, new Term(IndexFields.WORD, word), slips, 0, true);
      String best = null;
      int posts = 0;
      for (BytesRef term = near.next(); term != null; term = near.next()) {
        // In order of the alphabet, so that the first of equals stays.
        if (near.docFreq() > posts) {
          best = term.utf8ToString();
          posts = near.docFreq();
        }
      }
      if (best != null) return Optional.of(best);
    }
    return Optional.empty();
  }
}
