package dev.chorus.index.search;

import dev.chorus.index.column.FamilyField;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.KeywordTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/// From what a user types to a Lucene query.
final class QueryBuilder {
  private final Analyzer analyzer;

  /// @param analyzer of the text
  QueryBuilder(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(IndexFields.TEXT, IndexFields.ID),
              Arrays.stream(Facet.values()).map(Facet::field))
          .toList();

  private static final String NOT_FIRST = "'*' or '?' not allowed as first character";
  private static final Pattern WILD_START = Pattern.compile("(^|[\\s(:+!-])[*?]");
  private static final Pattern AT_COLUMN = Pattern.compile("at line \\d+, column (\\d+)");
  private static final int LONGEST_QUERY = 10_000;

  /// Deeper brackets, in a query or in a regular expression, would end in an overflow of the stack.
  private static final int DEEPEST = 50;

  private static final int LONGEST_EXPRESSION = 200;

  /// Each wild card, regular expression, range and fuzzy word goes through all words of the index.
  private static final int MOST_PATTERNS = 20;

  /// The words of a query, in Lucene's classic syntax; without an operator any word may match, and
  /// the best matches come first.
  Words words(String text) throws QueryException {
    check(text);
    checkDepth(text);
    Parser parser = new Parser(analyzer, text);
    try {
      Query query = orEverythingElse(parser.parse(text));
      Words words = new Words(query, List.copyOf(parser.typed), List.copyOf(parser.values));
      if (words.empty()) {
        throw new QueryException("The query has no words; wanted some, or *:* for everything.", -1);
      }
      return words;
    } catch (ParseException e) {
      if (e.getCause() instanceof Refused refused) {
        throw new QueryException(refused.getMessage(), refused.column);
      }
      throw new QueryException("The query cannot be read: " + reason(e), column(e, text));
    } catch (IndexSearcher.TooManyClauses e) {
      throw tooMany();
    } catch (IllegalArgumentException e) {
      // Such as a weight beyond all numbers.
      throw new QueryException("The query cannot be read: " + e.getMessage() + ".", -1);
    }
  }

  /// A query that only excludes means everything else.
  private static Query orEverythingElse(Query query) {
    if (!(query instanceof BooleanQuery all)
        || all.clauses().isEmpty()
        || !all.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT)) {
      return query;
    }
    BooleanQuery.Builder rest = new BooleanQuery.Builder();
    all.clauses().forEach(rest::add);
    return rest.add(MatchAllDocsQuery.INSTANCE, Occur.MUST).build();
  }

  private static void checkDepth(String text) throws QueryException {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') i++;
      if (c == ')') depth--;
      if (c == '(' && ++depth > DEEPEST) {
        throw new QueryException(
            "The query has brackets within brackets more than " + DEEPEST + " deep.", i);
      }
    }
  }

  /// Words as they stand: nothing in them is an operator.
  Words plain(String text) throws QueryException {
    check(text);
    try {
      Query query = new Parser(analyzer, text).createBooleanQuery(IndexFields.TEXT, text);
      return new Words(query == null ? MatchNoDocsQuery.INSTANCE : query, List.of(text), List.of());
    } catch (IndexSearcher.TooManyClauses e) {
      throw tooMany();
    }
  }

  private static QueryException tooMany() {
    return new QueryException("The query matches too many different words; be more exact.", -1);
  }

  private static void check(String text) throws QueryException {
    if (text.isBlank()) {
      throw new QueryException("The query is empty; wanted words, or *:* for everything.", -1);
    }
    if (text.length() > LONGEST_QUERY) {
      throw new QueryException(
          "The query has " + text.length() + " characters; at most " + LONGEST_QUERY + " are read.",
          -1);
    }
  }

  /// What a query asks of the words of a post.
  ///
  /// @param typed the stretches that are words, without operators
  /// @param values that fields are asked for
  record Words(Query query, List<String> typed, List<FieldValue> values) {
    /// Whether it is words alone, each of which may match.
    boolean plain() {
      return plain(query);
    }

    /// Whether there is nothing to look for.
    boolean empty() {
      return query instanceof MatchNoDocsQuery
          || (query instanceof BooleanQuery all && all.clauses().isEmpty());
    }

    private static boolean plain(Query query) {
      return switch (query) {
        case TermQuery term -> term.getTerm().field().equals(IndexFields.TEXT);
        case DisjunctionMaxQuery _ -> true;
        case BooleanQuery all ->
            all.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD && plain(c.query()));
        default -> false;
      };
    }
  }

  private static int column(ParseException e, String text) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(NOT_FIRST)) {
      Matcher start = WILD_START.matcher(text);
      return start.find() ? start.end() - 1 : -1;
    }
    Matcher at = AT_COLUMN.matcher(message);
    return at.find() ? Integer.parseInt(at.group(1)) : -1;
  }

  /// Lucene's message is a page of token names; this is what it means.
  private static String reason(ParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(NOT_FIRST)) {
      return "a word may not begin with * or ?. Everything is *:*.";
    }
    if (message.contains("Lexical error")) {
      return "a quotation mark or bracket is not closed.";
    }
    if (message.contains("<EOF>") && message.contains("Encountered")) {
      return "it ends too early; is a word, a quotation mark or a bracket missing?";
    }
    return "a word was expected here. Put \\ before a sign that is meant as it stands.";
  }

  /// The words together with the filters, which do not score.
  Query filtered(Query words, SearchRequest request) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(words, Occur.MUST);
    for (SearchRequest.Filter filter : request.filters()) {
      List<BytesRef> terms =
          filter.anyOf().stream().map(v -> new BytesRef(KeywordTerms.of(v))).toList();
      all.add(new TermInSetQuery(filter.field().field(), terms), Occur.FILTER);
    }
    if (request.since().isPresent() || request.until().isPresent()) {
      long from = request.since().map(QueryBuilder::millis).orElse(Long.MIN_VALUE);
      long to = request.until().map(t -> millis(t) - 1).orElse(Long.MAX_VALUE);
      all.add(range(IndexFields.CREATED, from, to), Occur.FILTER);
    }
    request
        .atLeast()
        .forEach((m, least) -> all.add(range(m.field(), least, Long.MAX_VALUE), Occur.FILTER));
    if (!request.copies()) all.add(FamilyField.copies(), Occur.MUST_NOT);
    return all.build();
  }

  /// Times beyond what counts in milliseconds are beyond every post as well.
  private static long millis(Instant time) {
    long seconds = Math.clamp(time.getEpochSecond(), -1_000_000_000_000L, 1_000_000_000_000L);
    return Instant.ofEpochSecond(seconds, time.getNano()).toEpochMilli();
  }

  private static Query range(String field, long from, long to) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(field, from, to),
        NumericDocValuesField.newSlowRangeQuery(field, from, to));
  }

  /// A query that Lucene would read, and that is refused.
  private static final class Refused extends ParseException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /// @param column as that of a [QueryException]
    Refused(int column, String message) {
      super(message);
      this.column = column;
    }
  }

  /// Lucene's parser, with keyword fields compared as a whole, and what would not end well refused.
  private static final class Parser extends QueryParser {
    private final String text;
    private final List<String> typed = new ArrayList<>();
    private final List<FieldValue> values = new ArrayList<>();
    private int patterns;

    /// @param text what is parsed
    Parser(Analyzer analyzer, String text) {
      super(IndexFields.TEXT, analyzer);
      this.text = text;
      setDefaultOperator(Operator.OR);
      setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    }

    /// @param at what of the query is refused
    private Refused refuse(String at, String message) {
      return new Refused(text.indexOf(at), message);
    }

    /// `GPT-4o` as one word or as its parts side by side, whichever counts for more: a post must
    /// not score twice for saying it once.
    @Override
    protected Query newGraphSynonymQuery(Iterator<Query> spellings) {
      List<Query> all = new ArrayList<>();
      spellings.forEachRemaining(all::add);
      return new DisjunctionMaxQuery(all, 0);
    }

    private boolean keyword(String field) throws ParseException {
      if (field == null || field.equals(IndexFields.TEXT)) return false;
      if (KNOWN.contains(field)) return true;
      throw refuse(
          field + ":",
          "There is no field \""
              + field
              + "\" to search in; wanted one of "
              + String.join(", ", KNOWN)
              + ".");
    }

    @Override
    protected Query getFieldQuery(String field, String value, boolean quoted)
        throws ParseException {
      if (!keyword(field)) {
        typed.add(value);
        return super.getFieldQuery(field, value, quoted);
      }
      if (field.equals(IndexFields.ID)) return newTermQuery(new Term(field, value), 1);
      values.add(new FieldValue(Facet.of(field), value, text.indexOf(field + ":")));
      return newTermQuery(new Term(field, KeywordTerms.of(value)), 1);
    }

    @Override
    protected Query getFieldQuery(String field, String value, int slop) throws ParseException {
      if (keyword(field)) return getFieldQuery(field, value, true);
      return super.getFieldQuery(field, value, slop);
    }

    /// Where a part of a word is looked for.
    private String parts(String field, String value) throws ParseException {
      if (++patterns > MOST_PATTERNS) {
        throw refuse(
            value,
            "The query has more than "
                + MOST_PATTERNS
                + " wild cards, fuzzy words, ranges and regular expressions; be more exact.");
      }
      return keyword(field) ? field : IndexFields.WORD;
    }

    @Override
    protected Query getPrefixQuery(String field, String value) throws ParseException {
      return super.getPrefixQuery(parts(field, value), value);
    }

    @Override
    protected Query getWildcardQuery(String field, String value) throws ParseException {
      if ("*".equals(field) && value.equals("*")) return MatchAllDocsQuery.INSTANCE;
      return automaton(value, () -> super.getWildcardQuery(parts(field, value), value));
    }

    @Override
    protected Query getFuzzyQuery(String field, String value, float similarity)
        throws ParseException {
      return super.getFuzzyQuery(parts(field, value), value, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String value) throws ParseException {
      if (value.length() > LONGEST_EXPRESSION) {
        throw refuse(
            value,
            "The regular expression has "
                + value.length()
                + " characters; at most "
                + LONGEST_EXPRESSION
                + " are read.");
      }
      return automaton(value, () -> super.getRegexpQuery(parts(field, value), value));
    }

    @Override
    protected Query getRangeQuery(
        String field, String low, String high, boolean startIn, boolean endIn)
        throws ParseException {
      return super.getRangeQuery(parts(field, low == null ? "" : low), low, high, startIn, endIn);
    }

    @FunctionalInterface
    private interface Reading {
      Query query() throws ParseException;
    }

    /// Lucene bounds the work that a pattern may cost, and says so in its own way.
    private Query automaton(String value, Reading pattern) throws ParseException {
      try {
        return pattern.query();
      } catch (TooComplexToDeterminizeException e) {
        throw refuse(value, "The pattern is too complex; use fewer * ? + and repetitions.");
      } catch (IllegalArgumentException e) {
        throw refuse(value, "The regular expression cannot be read: " + e.getMessage() + ".");
      }
    }
  }
}
