package dev.chorus.index.search;

import dev.chorus.index.text.IndexFields;
import dev.chorus.post.Post;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.similarities.BasicStats;
import org.apache.lucene.search.similarities.LMSimilarity;
import org.apache.lucene.search.similarities.Similarity;

/// How well a post matches words: query likelihood with Dirichlet smoothing (Zhai & Lafferty 2004),
/// as the paper has it. A post of `n` words that says a word `f` times, which is a share `p` of all
/// words, gets
///
/// `log(1 + f / (mu p))` for each word that it says, and `log(mu / (mu + n))` for each that is
/// asked for, said or not.
///
/// Lucene's own version counts the second part for the words that are said only, and never lets a
/// word count less than nothing, so that a long post hardly pays for what it leaves out. The
/// difference was measured (docs/decisions/16-search-by-words.md).
///
/// @param mu weight of the smoothing, in words
public record Ranking(double mu) {
  /// From the middle of what was measured to be best.
  public static final Ranking BEST = new Ranking(500);

  /// Weight of the meaning beside the words in a hybrid search, from 0 to 1.
  public static final double MEANING = 0.15;

  /// Lucene wants scores above zero, and adding the same to each changes no order: the longest post
  /// that there can be gets nothing, every other more.
  private static final int LONGEST = Post.MAX_TEXT;

  /// The part of the words that are said.
  public Similarity said() {
    return new Said(mu);
  }

  /// Posts that match the words, scored with the part that depends on the length alone.
  Query matching(Query words, IndexReader reader, FrozenStatistics statistics) throws IOException {
    return scored(words, Occur.MUST, reader, statistics);
  }

  /// All posts, scored the same way: one that says none of the words has a likelihood as well.
  Query anyPost(Query words, IndexReader reader, FrozenStatistics statistics) throws IOException {
    return scored(words, Occur.SHOULD, reader, statistics);
  }

  private Query scored(Query words, Occur occur, IndexReader reader, FrozenStatistics statistics)
      throws IOException {
    int asked = statistics.asked(() -> Asked.count(words, reader));
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, occur);
    if (asked > 0) all.add(prior(asked), Occur.SHOULD);
    return all.build();
  }

  private Query prior(int words) {
    return new LengthQuery(
        length -> words * Math.log((LONGEST + mu) / (Math.min(length, LONGEST) + mu)));
  }

  private static final class Said extends LMSimilarity {
    private final double mu;

    Said(double mu) {
      this.mu = mu;
    }

    @Override
    protected double score(BasicStats stats, double freq, double length) {
      double share = ((LMStats) stats).getCollectionProbability();
      return stats.getBoost() * Math.log(1 + freq / (mu * share));
    }

    @Override
    public String getName() {
      return "query likelihood, mu " + mu;
    }
  }

  /// Counts the words that a query asks for and that some post has: about one that none has, no
  /// post can be told from another. Spellings of one word, and words of one phrase, are one.
  private static final class Asked extends QueryVisitor {
    private final IndexReader reader;
    private int words;
    private IOException trouble;

    private Asked(IndexReader reader) {
      this.reader = reader;
    }

    static int count(Query words, IndexReader reader) throws IOException {
      Asked asked = new Asked(reader);
      words.visit(asked);
      if (asked.trouble != null) throw asked.trouble;
      return asked.words;
    }

    @Override
    public boolean acceptField(String field) {
      return IndexFields.TEXT.equals(field);
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      try {
        for (Term term : terms) if (reader.docFreq(term) == 0) return;
        words++;
      } catch (IOException e) {
        trouble = e;
      }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      if (occur == Occur.MUST_NOT) return EMPTY_VISITOR;
      if (!(parent instanceof DisjunctionMaxQuery)) return this;
      words++;
      return EMPTY_VISITOR;
    }
  }
}
