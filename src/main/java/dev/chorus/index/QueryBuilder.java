package dev.chorus.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// From what a user types to a Lucene query.
final class QueryBuilder {
  private final Analyzer analyzer;

  QueryBuilder() {
    this(new PostAnalyzer());
  }

  /// With another analyzer of the text, for measuring.
  QueryBuilder(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(Fields.TEXT, Fields.ID), Arrays.stream(Facet.values()).map(Facet::field))
          .toList();

  private static final Pattern AT_COLUMN = Pattern.compile("at line \\d+, column (\\d+)");
  private static final int LONGEST_QUERY = 10_000;

  /// The words of a query, in Lucene's classic syntax; without an operator any word may match, and
  /// the best matches come first.
  Words words(String text) throws QueryException {
    check(text);
    try {
      Parser parser = new Parser(analyzer);
      Query query = parser.parse(text);
      return new Words(query, List.copyOf(parser.typed));
    } catch (ParseException e) {
      if (e.getCause() instanceof UnknownField unknown) {
        throw new QueryException(unknown.getMessage(), text.indexOf(unknown.field + ":"));
      }
      throw new QueryException("The query cannot be read: " + reason(e), column(e));
    } catch (IndexSearcher.TooManyClauses e) {
      throw tooMany();
    }
  }

  /// Words as they stand: nothing in them is an operator.
  Words plain(String text) throws QueryException {
    check(text);
    try {
      Query query = new Parser(analyzer).createBooleanQuery(Fields.TEXT, text);
      return new Words(query == null ? MatchNoDocsQuery.INSTANCE : query, List.of(text));
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
  record Words(Query query, List<String> typed) {
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
        case TermQuery term -> term.getTerm().field().equals(Fields.TEXT);
        case DisjunctionMaxQuery _ -> true;
        case BooleanQuery all ->
            all.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD && plain(c.query()));
        default -> false;
      };
    }
  }

  private static int column(ParseException e) {
    Matcher at = AT_COLUMN.matcher(String.valueOf(e.getMessage()));
    return at.find() ? Integer.parseInt(at.group(1)) : -1;
  }

  /// Lucene's message is a page of token names; this is what it means.
  private static String reason(ParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("'*' or '?' not allowed as first character")) {
      return "a word may not begin with * or ?.";
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
          filter.anyOf().stream().map(v -> new BytesRef(ReactionWriter.keywordTerm(v))).toList();
      all.add(new TermInSetQuery(filter.field().field(), terms), Occur.FILTER);
    }
    if (request.since().isPresent() || request.until().isPresent()) {
      long from = request.since().map(java.time.Instant::toEpochMilli).orElse(Long.MIN_VALUE);
      long to = request.until().map(t -> t.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
      all.add(LongPoint.newRangeQuery(Fields.CREATED, from, to), Occur.FILTER);
    }
    return all.build();
  }

  private static final class UnknownField extends ParseException {
    private static final long serialVersionUID = 1L;
    private final String field;

    UnknownField(String field) {
      super(
          "There is no field \""
              + field
              + "\" to search in; wanted one of "
              + KNOWN.stream().collect(Collectors.joining(", "))
              + ".");
      this.field = field;
    }
  }

  /// Lucene's parser, with keyword fields compared as a whole and unknown fields refused.
  private static final class Parser extends QueryParser {
    private final List<String> typed = new ArrayList<>();

    Parser(Analyzer analyzer) {
      super(Fields.TEXT, analyzer);
      setDefaultOperator(Operator.OR);
      setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    }

    /// `GPT-4o` as one word or as its parts side by side, whichever counts for more: a post must
    /// not score twice for saying it once.
    @Override
    protected Query newGraphSynonymQuery(Iterator<Query> spellings) {
      List<Query> all = new ArrayList<>();
      spellings.forEachRemaining(all::add);
      return new DisjunctionMaxQuery(all, 0);
    }

    private static boolean keyword(String field) throws ParseException {
      if (field == null || field.equals(Fields.TEXT)) return false;
      if (!KNOWN.contains(field)) throw new UnknownField(field);
      return true;
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
      if (!keyword(field)) {
        typed.add(text);
        return super.getFieldQuery(field, text, quoted);
      }
      String value = field.equals(Fields.ID) ? text : ReactionWriter.keywordTerm(text);
      return newTermQuery(new Term(field, value), 1);
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
      if (keyword(field)) return getFieldQuery(field, text, true);
      return super.getFieldQuery(field, text, slop);
    }

    /// Where a part of a word is looked for.
    private static String parts(String field) throws ParseException {
      return keyword(field) ? field : Fields.WORD;
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws ParseException {
      return super.getPrefixQuery(parts(field), text);
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws ParseException {
      boolean everything = "*".equals(field) && text.equals("*");
      return super.getWildcardQuery(everything ? field : parts(field), text);
    }

    @Override
    protected Query getFuzzyQuery(String field, String text, float similarity)
        throws ParseException {
      return super.getFuzzyQuery(parts(field), text, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws ParseException {
      return super.getRegexpQuery(parts(field), text);
    }

    @Override
    protected Query getRangeQuery(
        String field, String low, String high, boolean startIn, boolean endIn)
        throws ParseException {
      return super.getRangeQuery(parts(field), low, high, startIn, endIn);
    }
  }
}
