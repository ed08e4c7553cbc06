package dev.chorus.app.verify;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import dev.chorus.app.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Compares what a reader of a report sees, and all else that is in the file beside its data, with
/// the report that the index gives today.
final class VisibleCheck {
  /// Two texts that differ in more pieces are not compared piece by piece: it would take minutes.
  private static final int MOST_PIECES = 60_000;

  private final List<Token> file;
  private final List<Token> fresh;
  private final List<ReportText.Shown> claims;

  /// For each piece of the fresh report, the number of the innermost claim that it shows; else -1.
  private final int[] owner;

  private final List<Finding> findings = new ArrayList<>();

  VisibleCheck(ReportText text, FinishedReport report) {
    ReportText right = text.like(report);
    this.file = text.tokens();
    this.fresh = right.tokens();
    this.claims = right.shown(report.claims());
    this.owner = new int[fresh.size()];
    Arrays.fill(owner, -1);
    List<Integer> widestFirst = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) widestFirst.add(i);
    widestFirst.sort(Comparator.comparing(i -> claims.get(i).from() - claims.get(i).to()));
    for (int i : widestFirst) Arrays.fill(owner, claims.get(i).from(), claims.get(i).to(), i);
  }

  /// A stretch of pieces that is another.
  ///
  /// @param from in the fresh report
  /// @param to exclusive
  /// @param fileFrom in the file
  /// @param fileTo exclusive
  private record Difference(int from, int to, int fileFrom, int fileTo) {}

  List<Finding> run() {
    TreeMap<Integer, List<Difference>> inClaims = new TreeMap<>();
    for (Difference difference : differences()) {
      int claim = claimOf(difference);
      if (claim < 0) {
        elsewhere(difference);
      } else {
        inClaims.computeIfAbsent(claim, _ -> new ArrayList<>()).add(difference);
      }
    }
    inClaims.forEach(this::claim);
    findings.sort(Comparator.comparingInt(Finding::line));
    return findings;
  }

  private List<Difference> differences() {
    int start = 0;
    int end = 0;
    int most = Math.min(file.size(), fresh.size());
    while (start < most && file.get(start).equals(fresh.get(start))) start++;
    while (end < most - start
        && file.get(file.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
      end++;
    }
    List<Token> left = fresh.subList(start, fresh.size() - end);
    List<Token> right = file.subList(start, file.size() - end);
    List<Difference> differences = new ArrayList<>();
    if (left.isEmpty() && right.isEmpty()) return differences;
    if (left.isEmpty() || right.isEmpty() || left.size() + right.size() > MOST_PIECES) {
      differences.add(new Difference(start, start + left.size(), start, start + right.size()));
      return differences;
    }
    for (Change change : new MyersDiffWithLinearSpace<Token>().computeDiff(left, right, null)) {
      boolean insert = change.deltaType == DeltaType.INSERT;
      boolean delete = change.deltaType == DeltaType.DELETE;
      differences.add(
          new Difference(
              start + change.startOriginal,
              start + (insert ? change.startOriginal : change.endOriginal),
              start + change.startRevised,
              start + (delete ? change.startRevised : change.endRevised)));
    }
    return merged(differences);
  }

  /// Differences that touch are one.
  private static List<Difference> merged(List<Difference> differences) {
    List<Difference> merged = new ArrayList<>();
    differences.sort(
        Comparator.comparingInt(Difference::from).thenComparingInt(Difference::fileFrom));
    for (Difference next : differences) {
      Difference last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.to() == next.from() && last.fileTo() == next.fileFrom()) {
        merged.removeLast();
        merged.add(new Difference(last.from(), next.to(), last.fileFrom(), next.fileTo()));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /// The claim that a difference lies in as a whole; else -1.
  private int claimOf(Difference difference) {
    if (difference.from() == difference.to()) {
      if (difference.from() == 0 || difference.from() == fresh.size()) return -1;
      int before = owner[difference.from() - 1];
      return before == owner[difference.from()] ? before : -1;
    }
    int first = owner[difference.from()];
    for (int i = difference.from(); i < difference.to(); i++) if (owner[i] != first) return -1;
    return first;
  }

  private void claim(int number, List<Difference> differences) {
    ReportText.Shown claim = claims.get(number);
    List<Token> said = new ArrayList<>();
    int at = claim.from();
    boolean seen = false;
    for (Difference difference : differences) {
      said.addAll(fresh.subList(at, difference.from()));
      said.addAll(inFile(difference));
      at = difference.to();
      seen |= differs(difference);
    }
    said.addAll(fresh.subList(at, claim.to()));
    if (!seen) {
      differences.forEach(difference -> unseen(difference, claim.key()));
      return;
    }
    String shown = Token.shown(said);
    String right = Token.shown(fresh.subList(claim.from(), claim.to()));
    String message =
        claim.quote()
            ? "shows " + Finding.quoted(shown) + ", index says " + Finding.quoted(right)
            : "shows " + shown + ", index says " + right;
    findings.add(
        new Finding(
            claim.quote() ? Kind.QUOTE : Kind.FIGURE,
            claim.key(),
            line(differences.getFirst()),
            shown,
            Optional.of(right),
            message));
  }

  private void elsewhere(Difference difference) {
    if (!differs(difference)) {
      unseen(difference, near(difference.from()));
      return;
    }
    String shown = Token.shown(inFile(difference));
    String right = Token.shown(inFresh(difference));
    boolean chart = isChart(shown) || isChart(right);
    String beside = near(difference.from());
    String where = beside.isEmpty() ? "" : " (behind " + beside + ")";
    String what =
        right.isEmpty()
            ? Finding.quoted(shown) + " is not in the report of this index" + where
            : shown.isEmpty()
                ? Finding.quoted(right) + " is missing" + where
                : "says " + Finding.quoted(shown) + ", index says " + Finding.quoted(right) + where;
    Kind kind = chart ? Kind.CHART : shown.isEmpty() ? Kind.MISSING : Kind.UNCLAIMED;
    findings.add(
        new Finding(
            kind,
            "",
            line(difference),
            shown,
            right.isEmpty() ? Optional.empty() : Optional.of(right),
            what));
    markup(difference, beside);
  }

  /// A difference that no reader sees as words.
  private void unseen(Difference difference, String key) {
    markup(difference, key);
  }

  /// Tags, scripts and comments of a difference.
  private void markup(Difference difference, String key) {
    List<Token> more = tags(inFile(difference));
    List<Token> less = tags(inFresh(difference));
    if (more.size() == 1 && less.size() == 1 && Tag.sameElement(more.getFirst(), less.getFirst())) {
      Tag is = Tag.of(more.getFirst());
      Tag wanted = Tag.of(less.getFirst());
      add(
          is.isChart() ? Kind.CHART : Kind.MARKUP,
          key,
          difference,
          more.getFirst().raw(),
          Optional.of(less.getFirst().raw()),
          is.difference(wanted));
      return;
    }
    for (Token token : more) {
      if (!token.raw().startsWith("</")) {
        add(
            Kind.MARKUP,
            key,
            difference,
            token.raw(),
            Optional.empty(),
            Tag.describe(token, " is not in the report of this index"));
      }
    }
    for (Token token : less) {
      if (!token.raw().startsWith("</")) {
        add(
            Kind.MARKUP,
            key,
            difference,
            "",
            Optional.of(token.raw()),
            Tag.describe(token, " is missing"));
      }
    }
  }

  private static List<Token> tags(List<Token> tokens) {
    return tokens.stream().filter(t -> t.kind() != Token.Kind.WORD).toList();
  }

  private void add(
      Kind kind,
      String key,
      Difference difference,
      String shown,
      Optional<String> expected,
      String message) {
    findings.add(new Finding(kind, key, line(difference), shown, expected, message));
  }

  /// Whether words differ, or signs that are drawn.
  private boolean differs(Difference difference) {
    return inFile(difference).stream().anyMatch(t -> t.kind() == Token.Kind.WORD)
        || inFresh(difference).stream().anyMatch(t -> t.kind() == Token.Kind.WORD);
  }

  private static boolean isChart(String words) {
    return words.codePoints().anyMatch(c -> (c >= 0x2500 && c <= 0x259F));
  }

  /// The claim that stands before a piece, not far from it.
  private String near(int place) {
    for (int i = Math.min(place, fresh.size()) - 1; i >= Math.max(0, place - 30); i--) {
      if (owner[i] >= 0) return claims.get(owner[i]).key();
    }
    return "";
  }

  private List<Token> inFile(Difference difference) {
    return file.subList(difference.fileFrom(), difference.fileTo());
  }

  private List<Token> inFresh(Difference difference) {
    return fresh.subList(difference.from(), difference.to());
  }

  private int line(Difference difference) {
    if (file.isEmpty()) return 0;
    return file.get(Math.min(difference.fileFrom(), file.size() - 1)).line();
  }
}
