package dev.chorus.index;

import dev.chorus.language.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/// Where in a post the words of a query stand.
final class Highlights {
  private final Query query;
  private final Highlighter highlighter;

  Highlights(IndexSearcher searcher, Query query) {
    this.query = query;
    this.highlighter = new Highlighter(searcher);
  }

  List<Span> of(int doc, String text) throws IOException {
    Object[] spans =
        highlighter.spans(query, doc).getOrDefault(Fields.TEXT, new Object[] {List.of()});
    List<Span> found = new ArrayList<>();
    if (spans[0] instanceof List<?> list) {
      for (Object span : list) {
        if (span instanceof Span s && s.end() <= text.length()) found.add(s);
      }
    }
    return found;
  }

  /// Lucene's highlighter, told to return places instead of marked-up text.
  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter(IndexSearcher searcher) {
      super(
          UnifiedHighlighter.builder(searcher, PostAnalyzer.ofBoth())
              .withFieldMatcher(f -> f.equals(Fields.TEXT) || f.equals(Fields.WORD))
              .withBreakIterator(WholeBreakIterator::new)
              .withFormatter(new Places())
              .withMaxNoHighlightPassages(0)
              .withMaxLength(Integer.MAX_VALUE - 1));
    }

    java.util.Map<String, Object[]> spans(Query query, int doc) throws IOException {
      return highlightFieldsAsObjects(
          new String[] {Fields.TEXT}, query, new int[] {doc}, new int[] {1});
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
