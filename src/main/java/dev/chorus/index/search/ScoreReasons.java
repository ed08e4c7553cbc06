package dev.chorus.index.search;

import dev.chorus.index.query.ScoreReason;
import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.SmallFloat;

/// Takes the score of a post apart.
final class ScoreReasons {
  private final IndexSearcher searcher;
  private final Matches matches;

  /// What the user wrote for each stem.
  private final Map<String, String> typed = new HashMap<>();

  ScoreReasons(IndexSearcher searcher, Matches matches) throws IOException {
    this.searcher = searcher;
    this.matches = matches;
    for (String text : matches.words().typed()) {
      for (SpellingSuggestions.Typed word : SpellingSuggestions.words(IndexFields.TEXT, text)) {
        typed.putIfAbsent(word.term(), word.typed());
      }
    }
  }

  List<ScoreReason> of(int doc) throws IOException {
    return switch (matches.mode()) {
      case KEYWORD -> words(doc);
      case SEMANTIC -> {
        double cosine = matches.scores().get(doc);
        yield List.of(new ScoreReason.Meaning(cosine, cosine));
      }
      case HYBRID -> {
        List<ScoreReason> words = words(doc);
        double likelihood = words.stream().mapToDouble(ScoreReason::points).sum();
        Matches.Mix mix = matches.mix().orElseThrow();
        double[] ends = mix.stretch();
        List<ScoreReason> both = new ArrayList<>();
        both.add(
            new ScoreReason.Stretched(
                ends[0],
                ends[1],
                words,
                (1 - mix.weight()) * Fusion.stretched(likelihood, ends[0], ends[1])));
        Double cosine = mix.neighbours().cosines(List.of(doc)).get(doc);
        if (cosine != null) {
          both.add(
              new ScoreReason.Stretched(
                  ends[2],
                  ends[3],
                  List.of(new ScoreReason.Meaning(cosine, cosine)),
                  mix.weight() * Fusion.stretched(cosine, ends[2], ends[3])));
        }
        yield both;
      }
    };
  }

  private List<ScoreReason> words(int doc) throws IOException {
    List<ScoreReason> reasons = new ArrayList<>();
    add(matches.scored(), doc, 1, reasons);
    return reasons;
  }

  private void add(Query query, int doc, double weight, List<ScoreReason> reasons)
      throws IOException {
    Explanation found = searcher.explain(query, doc);
    if (!found.isMatch()) return;
    double points = weight * found.getValue().doubleValue();
    switch (query) {
      case BooleanQuery all -> {
        for (BooleanClause clause : all.clauses()) {
          if (clause.isScoring()) add(clause.query(), doc, weight, reasons);
        }
      }
      case BoostQuery boosted -> add(boosted.getQuery(), doc, weight * boosted.getBoost(), reasons);
      case DisjunctionMaxQuery spellings -> {
        Query best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Query spelling : spellings.getDisjuncts()) {
          Explanation one = searcher.explain(spelling, doc);
          if (one.isMatch() && one.getValue().doubleValue() > most) {
            most = one.getValue().doubleValue();
            best = spelling;
          }
        }
        if (best != null) add(best, doc, weight, reasons);
      }
      case LengthQuery _ -> reasons.add(new ScoreReason.Length(length(doc), points));
      case TermQuery word when word.getTerm().field().equals(IndexFields.TEXT) ->
          reasons.add(
              new ScoreReason.Said(
                  typed.getOrDefault(word.getTerm().text(), word.getTerm().text()),
                  times(word.getTerm(), doc),
                  searcher.getIndexReader().docFreq(word.getTerm()),
                  searcher.getIndexReader().numDocs(),
                  points));
      case MatchAllDocsQuery _ -> reasons.add(new ScoreReason.Met("everything", points));
      default -> reasons.add(new ScoreReason.Met(query.toString(IndexFields.TEXT), points));
    }
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private int length(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    NumericDocValues norms = leaf.reader().getNormValues(IndexFields.TEXT);
    boolean known = norms != null && norms.advanceExact(doc - leaf.docBase);
    return known ? SmallFloat.byte4ToInt((byte) norms.longValue()) : 0;
  }

  private int times(Term term, int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
    int at = doc - leaf.docBase;
    return postings != null && postings.advance(at) == at ? postings.freq() : 0;
  }
}
