package dev.chorus.index.search;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.KeywordTerms;
import dev.chorus.language.About;
import dev.chorus.language.Issue;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.post.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/// The values that posts can be filtered by. To ask for another one is a slip, and an answer of
/// nothing would hide it.
final class KnownValues {
  /// So many are all named in an error; of more only those near to what was asked for.
  private static final int ALL = 20;

  private static final int NEAR = 5;

  private final IndexReader reader;
  private final Event event;

  KnownValues(IndexReader reader, Event event) {
    this.reader = reader;
    this.event = event;
  }

  /// @throws QueryException if no post has one of the values that the filters or the query ask for,
  ///     nor could have; it says which there are
  void check(SearchRequest request, QueryBuilder.Words words) throws QueryException, IOException {
    for (SearchRequest.Filter filter : request.filters()) {
      for (String value : filter.anyOf()) check(new FieldValue(filter.field(), value, -1));
    }
    for (FieldValue asked : words.values()) check(asked);
  }

  private void check(FieldValue asked) throws QueryException, IOException {
    Facet facet = asked.facet();
    String term = KeywordTerms.of(asked.value());
    List<String> closed = closed(facet);
    if (!closed.isEmpty()) {
      if (!closed.contains(term)) throw unknown(asked, "wanted one of " + list(closed));
    } else if (reader.docFreq(new Term(facet.field(), term)) == 0
        && !(facet == Facet.STANCE && possible(term))) {
      throw unknown(asked, facet == Facet.STANCE ? targets(term) : others(facet, term));
    }
  }

  /// The values of a facet that the event or the models define; empty where the posts do.
  private List<String> closed(Facet facet) throws IOException {
    return switch (facet) {
      case CAMP ->
          Stream.concat(event.camps().stream().map(Camp::id), Stream.of(Camp.UNALIGNED)).toList();
      case SENTIMENT ->
          Stream.concat(Arrays.stream(Mood.values()).map(Mood::id), Stream.of("unread")).toList();
      case KIND -> Arrays.stream(Kind.values()).map(Kind::id).toList();
      case ABOUT -> Arrays.stream(About.Kind.values()).map(About.Kind::id).toList();
      case ISSUE -> issues();
      case STANCE, ENTITY, AUTHOR, PLATFORM, LANG, THREAD -> List.of();
    };
  }

  /// The issues that the event declares, and those that posts were read for under an earlier file.
  private List<String> issues() throws IOException {
    return Stream.concat(
            event.issues().stream().map(Issue::id), values(Facet.ISSUE).stream().map(Value::text))
        .distinct()
        .toList();
  }

  /// Whether a stance that nobody takes is toward something that others take a stance on.
  private boolean possible(String stance) throws IOException {
    int colon = stance.indexOf(':');
    if (colon < 0 || !sides().contains(stance.substring(0, colon))) return false;
    String target = stance.substring(colon + 1);
    if (stance.startsWith(StanceTerm.REPORTED + ":")) return isClaim(target);
    for (String side : sides()) {
      if (reader.docFreq(new Term(IndexFields.STANCE, side + ":" + target)) > 0) return true;
    }
    return event.targets().stream().anyMatch(t -> term(t).equals(target));
  }

  /// Entities are no claims, so that nobody passes them on.
  private boolean isClaim(String target) {
    return event.targets().stream()
        .anyMatch(t -> t.kind() == Target.Kind.CLAIM && term(t).equals(target));
  }

  private static String term(Target target) {
    return KeywordTerms.of(target.name());
  }

  private String claims() {
    List<String> claims =
        event.targets().stream()
            .filter(t -> t.kind() == Target.Kind.CLAIM)
            .map(Target::name)
            .toList();
    return claims.isEmpty()
        ? "the event has no claims that could be passed on"
        : "the claims are " + list(claims);
  }

  /// What stances are known toward.
  private String targets(String stance) throws IOException {
    if (stance.startsWith(StanceTerm.REPORTED + ":")) return claims();
    if (!sides().contains(stance.substring(0, Math.max(0, stance.indexOf(':'))))) {
      return "wanted a side (" + list(sides()) + ") and a target, such as favor:" + mainTarget();
    }
    Set<String> targets = new LinkedHashSet<>();
    for (Target target : event.targets()) targets.add(target.name());
    Set<String> terms = new HashSet<>();
    targets.forEach(t -> terms.add(KeywordTerms.of(t)));
    for (Value value : values(Facet.STANCE)) {
      String target = value.text().substring(value.text().indexOf(':') + 1);
      if (terms.add(target)) targets.add(target);
    }
    List<String> first = targets.stream().limit(ALL).toList();
    return "the targets are " + list(first) + (targets.size() > ALL ? ", …" : "");
  }

  private String mainTarget() {
    return event.mainTarget().map(Target::name).orElse("TARGET");
  }

  private static List<String> sides() {
    return Stream.concat(Arrays.stream(Side.values()).map(Side::id), Stream.of(StanceTerm.REPORTED))
        .toList();
  }

  private record Value(String text, int posts) {}

  private String others(Facet facet, String term) throws IOException {
    List<Value> all = values(facet);
    if (all.isEmpty()) return "no post of the index has one";
    if (all.size() <= ALL) return "the index has " + texts(all);
    CharacterRunAutomaton slips =
        new CharacterRunAutomaton(
            new LevenshteinAutomata(term.substring(0, Math.min(term.length(), 100)), true)
                .toAutomaton(term.length() < 5 ? 1 : 2));
    List<Value> near =
        all.stream()
            .filter(
                v ->
                    v.text().contains(term)
                        || slips.run(v.text())
                        || Arrays.stream(v.text().split("[\\s:]")).anyMatch(slips::run))
            // The sort is stable: of those that are as near, the more frequent stay in front.
            .sorted(Comparator.comparing(v -> !slips.run(v.text())))
            .limit(NEAR)
            .toList();
    String count = String.format(Locale.ENGLISH, "%,d", all.size());
    return near.isEmpty()
        ? "the index has " + count + ", most often " + texts(all.subList(0, NEAR))
        : "near it are " + texts(near);
  }

  /// All values of a facet, the most frequent first.
  private List<Value> values(Facet facet) throws IOException {
    List<Value> all = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, facet.field());
    if (terms == null) return all;
    TermsEnum each = terms.iterator();
    for (BytesRef next = each.next(); next != null; next = each.next()) {
      all.add(new Value(next.utf8ToString(), each.docFreq()));
    }
    all.sort(Comparator.comparingInt(Value::posts).reversed().thenComparing(Value::text));
    return all;
  }

  private static String texts(List<Value> values) {
    return list(values.stream().map(Value::text).toList());
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining(", "));
  }

  private static QueryException unknown(FieldValue asked, String instead) {
    return new QueryException(
        "There is no " + asked.facet().field() + " \"" + asked.value() + "\"; " + instead + ".",
        asked.column());
  }
}
