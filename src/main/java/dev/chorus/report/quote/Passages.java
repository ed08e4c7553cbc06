package dev.chorus.report.quote;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.post.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words of a post that can stand alone: the whole post if it is short and nothing is
/// wrong with it, else the sentence, or two neighbouring ones, with the fewest faults.
public final class Passages {
  /// Longest passage, in UTF-16 units: about four lines of a terminal.
  public static final int LONGEST = 320;

  /// What is worth less is not printed.
  public static final double LEAST_WORTH = 0.68;

  /// The same for words of known persons, which were chosen and checked by people.
  private static final double LEAST_WORTH_OF_KNOWN = 0.3;

  private static final int MOST_OF_A_PART = 2;

  /// Sums of weights differ by less where the faults are the same.
  private static final double SAME = 1e-9;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");

  private final PhraseFinder main;
  private final PhraseFinder names;
  private final PhraseFinder hints;

  public Passages(Event event) {
    main = new PhraseFinder(event.mainTarget().map(Target::words).orElse(List.of()));
    names = new PhraseFinder(event.targets().stream().flatMap(t -> t.names().stream()).toList());
    hints = new PhraseFinder(event.targets().stream().flatMap(t -> t.words().stream()).toList());
  }

  /// The best passage of a post; empty where all are worth too little.
  public Optional<Passage> best(Placed placed, Shown shown) {
    Reaction reaction = placed.reaction();
    Sentences sentences = Sentences.of(reaction, this::isMain);
    Set<Fault> ofPost = PostFaults.of(placed, sentences, this::isKnown);
    boolean known = reaction.post().kind() == Kind.QUOTE || reaction.post().kind() == Kind.REPORT;
    double least = known ? LEAST_WORTH_OF_KNOWN : LEAST_WORTH;
    if (worth(ofPost) < least) return Optional.empty();
    Passage best = null;
    int count = sentences.spans().size();
    for (int first = 0; first < count; first++) {
      for (int last = first; last < count; last++) {
        Span span =
            new Span(sentences.spans().get(first).start(), sentences.spans().get(last).end());
        if (span.end() - span.start() > LONGEST) break;
        boolean whole = first == 0 && last == count - 1;
        if (last - first >= MOST_OF_A_PART && !whole) continue;
        Set<Fault> faults = PassageFaults.of(reaction.post().text(), sentences, first, last);
        faults.addAll(ofPost);
        if (ofPost.contains(Fault.ANSWER)
            && EnglishWords.addressesInAnswer(
                EnglishWords.plain(span.of(reaction.post().text())))) {
          faults.add(Fault.ADDRESSES);
        }
        meaning(reaction, span, shown, faults);
        if (known) pardon(faults);
        double worth = worth(faults);
        if (worth >= least && (best == null || isBetter(span, worth, best))) {
          best = new Passage(span, worth, faults);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Of two that are worth the same the shorter one says it with fewer words; else the first.
  private static boolean isBetter(Span span, double worth, Passage than) {
    if (Math.abs(worth - than.worth()) > SAME) return worth > than.worth();
    return span.end() - span.start() < than.span().end() - than.span().start();
  }

  /// Whether these are the handle of what the event is about, and of nobody else.
  private boolean isMain(String handles) {
    return handles.indexOf('@') == handles.lastIndexOf('@') && !main.find(handles).isEmpty();
  }

  private boolean isKnown(String name) {
    return !hints.find(name).isEmpty();
  }

  private static double worth(Set<Fault> faults) {
    return 1 - faults.stream().mapToDouble(Fault::weight).sum();
  }

  /// Words of known persons were chosen and checked by whoever made the corpus.
  private static void pardon(Set<Fault> faults) {
    if (faults.remove(Fault.NAMES_NOTHING)) faults.add(Fault.NAMES_ANOTHER);
    if (faults.remove(Fault.POINTS_BACK)) faults.add(Fault.POINTS_TO_UNNAMED);
    faults.remove(Fault.TOO_SHORT);
    faults.remove(Fault.SPARSE);
    faults.remove(Fault.SOMEBODY_ELSE);
    faults.remove(Fault.POINTS_ELSEWHERE);
  }

  /// What a passage speaks of, and whether it shows what it is to show.
  private void meaning(Reaction reaction, Span span, Shown shown, Set<Fault> faults) {
    String words = span.of(reaction.post().text());
    // Who reviews a thing need not name it.
    boolean review = reaction.post().rating().isPresent();
    int named = firstName(reaction, span, words, faults, review);
    int person =
        reaction.mentions().stream()
            .filter(m -> m.type() == EntityType.PERSON && m.span().overlaps(span))
            .mapToInt(m -> m.span().start() - span.start())
            .min()
            .orElse(Integer.MAX_VALUE);
    if (!review) pointing(words, named, person, faults);
    boolean sided = false;
    for (var wanted : shown.sides().entrySet()) {
      Optional<Stance> stance = reaction.stanceOn(wanted.getKey());
      Side side = stance.map(Stance::side).orElse(Side.NONE);
      if (side == wanted.getValue()) {
        sided |= stance.get().evidence().filter(e -> e.overlaps(span)).isPresent();
      } else if (side != Side.NONE) {
        faults.add(Fault.OTHER_SIDE);
      }
    }
    if (!sided && !shown.sides().isEmpty()) faults.add(Fault.NO_SIDE);
    if (shown.hasCues() && shown.cues().find(words).isEmpty()) faults.add(Fault.NO_CUE);
  }

  /// Where the first name stands in a passage.
  private int firstName(
      Reaction reaction, Span span, String words, Set<Fault> faults, boolean review) {
    List<Span> main = this.main.find(words);
    List<Span> others = names.find(words);
    int known = others.isEmpty() ? Integer.MAX_VALUE : others.getFirst().start();
    List<Mention> strangers =
        reaction.mentions().stream()
            .filter(m -> m.type() != EntityType.MONEY && m.span().overlaps(span))
            .toList();
    for (Mention m : strangers) known = Math.min(known, m.span().start() - span.start());
    if (main.isEmpty() && !review) {
      if (!others.isEmpty()) faults.add(Fault.NAMES_ANOTHER);
      else if (!strangers.isEmpty() || !hints.find(words).isEmpty())
        faults.add(Fault.NAMES_A_STRANGER);
      else faults.add(Fault.NAMES_NOTHING);
    }
    return known;
  }

  private static void pointing(String words, int named, int person, Set<Fault> faults) {
    String plain = EnglishWords.plain(words);
    Matcher word = WORD.matcher(plain);
    boolean first = true;
    while (word.find()) {
      String w = word.group();
      if (first && EnglishWords.continues(plain.substring(word.start()), w)) {
        faults.add(Fault.POINTS_BACK);
      }
      first = false;
      if (EnglishWords.isOfPersons(w) && person > word.start()) {
        faults.add(Fault.POINTS_TO_UNNAMED);
      }
      if (EnglishWords.isOfOthers(w) && named > word.start()) faults.add(Fault.POINTS_TO_UNNAMED);
    }
  }
}
