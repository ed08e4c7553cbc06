package dev.chorus.index.search;

import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.PostAnalyzer;
import dev.chorus.language.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/// Where in posts the words of a query stand.
final class Highlights {
  private final IndexSearcher searcher;
  private final Query query;

  Highlights(IndexSearcher searcher, Query query) {
    this.searcher = searcher;
    this.query = query;
  }

  /// @param texts of posts, by their numbers
  /// @return the places in each, by the same numbers
  Map<Integer, List<Span>> of(Map<Integer, String> texts) throws IOException {
    int[] docs = texts.keySet().stream().mapToInt(doc -> doc).toArray();
    if (docs.length == 0) return Map.of();
    Object[] spans = new Highlighter(searcher, texts).spans(query, docs);
    Map<Integer, List<Span>> found = new HashMap<>();
    for (int i = 0; i < docs.length; i++) {
      List<Span> inside = new ArrayList<>();
      if (spans[i] instanceof List<?> list) {
        for (Object span : list) {
          if (span instanceof Span s && s.end() <= texts.get(docs[i]).length()) inside.add(s);
        }
      }
      found.put(docs[i], inside);
    }
    return found;
  }

  /// Lucene's highlighter, told to return places instead of marked-up text.
  private static final class Highlighter extends UnifiedHighlighter {
    private final Map<Integer, String> texts;

    Highlighter(IndexSearcher searcher, Map<Integer, String> texts) {
      super(
          UnifiedHighlighter.builder(searcher, PostAnalyzer.ofBoth())
              .withFieldMatcher(f -> f.equals(IndexFields.TEXT) || f.equals(IndexFields.WORD))
              .withBreakIterator(WholeBreakIterator::new)
              .withFormatter(new Places())
              .withMaxNoHighlightPassages(0)
              .withMaxLength(Integer.MAX_VALUE - 1));
      this.texts = texts;
    }

    Object[] spans(Query query, int[] docs) throws IOException {
      return highlightFieldsAsObjects(new String[] {IndexFields.TEXT}, query, docs, new int[] {1})
          .get(IndexFields.TEXT);
    }

    /// The index keeps no places of words; to find that out, Lucene would go through all fields.
    @Override
    protected OffsetSource getOffsetSource(String field) {
      return OffsetSource.ANALYSIS;
    }

    /// The texts were read together with the rest of the posts.
    @Override
    protected List<CharSequence[]> loadFieldValues(
        String[] fields, DocIdSetIterator docs, int cacheCharsThreshold) throws IOException {
      List<CharSequence[]> values = new ArrayList<>();
      while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        values.add(new CharSequence[] {texts.get(docs.docID())});
      }
      return values;
    }
  }

  private static final class Places extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Span> spans = new ArrayList<>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          Span span = new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
          if (spans.isEmpty() || !spans.getLast().overlaps(span)) spans.add(span);
        }
      }
      return spans;
    }
  }
}
