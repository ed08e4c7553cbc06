package dev.chorus.report.quote;

import dev.chorus.language.Span;
import dev.chorus.post.PostSyntax;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with the form of a passage: its signs, its ends, and what it points to.
final class PassageFaults {
  private static final int SHORTEST = 25;
  private static final int FEWEST_WORDS = 5;
  private static final int FEW_WORDS = 9;
  private static final int LONG = 250;

  /// Platforms cut a text off behind so many units, links included.
  private static final int CUT_FROM = 230;

  private static final int CUT_TO = 310;

  /// Backslashes before signs, links and emphasis of Markdown, rows of tables, tags and names of
  /// signs of HTML, code.
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\\\[^\\p{L}\\p{N}\\s]|\\]\\(|\\*\\*|~~|``|`[^`]{1,80}`|(?<![\\w*])\\*[^*\\s][^*]{0,60}\\*|(?<!\\w)_[^_\\s][^_]{0,60}_(?!\\w)|&(?:#\\w{1,6}|[a-z]{2,8});|</?[a-z]{1,10}["
              + " />]|"
              + "\\|\\s?[\\p{L}\\d-]+\\s?\\||^#{1,6}\\s|^-{3,}|\\{\\{|\\}\\}|\\\\[nut]|={3,}|>!|!<|\\^\\(");
  private static final Pattern BULLET =
      Pattern.compile("(?:^|\\s)(?:[-–—•*·▪●►➡→✓✔✅❌>»~+=]|\\d{1,2}[.)])\\s");
  private static final Pattern LEADING_BULLET =
      Pattern.compile("^(?:[-–—•*·▪●►➡→✓✔✅❌>»~+=|]|\\d{1,2}[.)]\\s).*");
  private static final Pattern TAG = Pattern.compile("(?<![\\w&])#\\p{L}[\\p{L}\\p{N}_]*");
  private static final Pattern CASHTAG = Pattern.compile("(?<![\\w$])\\$[A-Za-z]{2,10}\\b");
  private static final Pattern LINK =
      Pattern.compile(
          PostSyntax.LINK + "|\\bwww\\.\\S+|\\b[\\w-]+\\.(?:com|org|net|ai|io|co|me|ly)/\\S*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");
  private static final Pattern STOP = Pattern.compile(".*[.!?…]['\"”’)\\]]*", Pattern.DOTALL);
  private static final Pattern HANGING =
      Pattern.compile(".*(?:[,;:(\\[–—&/-]|\\.{2,}|…)['\"”’]*", Pattern.DOTALL);
  private static final Pattern ENDS_SENTENCE =
      Pattern.compile(".*[.!?…:;)\\]\"”'’*\\p{So}][\\p{So}\uFE0F\u200D\\s]*", Pattern.DOTALL);
  private static final Pattern SHOUTED =
      Pattern.compile("(?:\\b\\p{Lu}{3,}\\b[ ,&'-]+){2}\\p{Lu}{2,}\\b");
  /// Longest title before a colon, in UTF-16 units.
  private static final int TITLE = 60;
  /// So many words without a sign between them are read twice.
  private static final Pattern BREATHLESS =
      Pattern.compile("(?:[\\p{L}\\p{N}'’-]{1,30} ){21}[\\p{L}\\p{N}]");

  private static final Pattern QUOTING = Pattern.compile("[\"“”«»]([^\"“”«»]*)[\"“”«»]");

  private PassageFaults() {}

  /// @param sentences of the post
  /// @param first number of the first sentence of the passage
  /// @param last number of its last
  static Set<Fault> of(String text, Sentences sentences, int first, int last) {
    Span span = new Span(sentences.spans().get(first).start(), sentences.spans().get(last).end());
    String words = span.of(text);
    String plain = EnglishWords.plain(words);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    ends(text, sentences, first, last, faults);
    signs(words, faults);
    lines(text, span, faults);
    length(words, faults);
    if (EnglishWords.pointsElsewhere(plain)) faults.add(Fault.POINTS_ELSEWHERE);
    if (EnglishWords.addresses(plain)) faults.add(Fault.ADDRESSES);
    if (EnglishWords.swears(plain)) faults.add(Fault.PROFANE);
    if (EnglishWords.runsOn(words) || BREATHLESS.matcher(words).find()) faults.add(Fault.RUN_ON);
    if (isTitled(words)) faults.add(Fault.TITLED);
    String opening = EnglishWords.plain(sentences.spans().get(first).of(text));
    if (EnglishWords.pointsToThing(opening)) faults.add(Fault.POINTS_TO_UNNAMED);
    if (words.indexOf('?') >= 0) faults.add(Fault.QUESTION);
    if (span.end() - span.start() > LONG) faults.add(Fault.LONG);
    if (first > 0 || last < sentences.spans().size() - 1) faults.add(Fault.PART);
    if (first < last && repeats(text, sentences.spans(), first)) faults.add(Fault.REPEATS_TITLE);
    if (first < last && isShout(sentences.spans().get(first).of(text))) {
      faults.add(Fault.INTERJECTION);
    }
    return faults;
  }

  private static void ends(
      String text, Sentences sentences, int first, int last, Set<Fault> faults) {
    Span opening = sentences.spans().get(first);
    Span closing = sentences.spans().get(last);
    String words = text.substring(opening.start(), closing.end());
    String begin = opening.of(text);
    char initial = begin.charAt(0);
    if (Character.isLowerCase(initial)) {
      // A sentence is most often begun in small letters where none has a capital.
      if (first > 0 && startsWithCapital(text, sentences.spans().getFirst())) {
        faults.add(Fault.TORN);
      } else {
        faults.add(Fault.SMALL_LETTER);
      }
    }
    if (",.;:)]}!?%&/".indexOf(initial) >= 0 || LEADING_BULLET.matcher(begin).matches()) {
      faults.add(Fault.TORN);
    }
    if (first > 0 && !endsSentence(text, sentences.spans().get(first - 1), opening)) {
      faults.add(Fault.TORN);
    }
    for (int i = first; i < last; i++) {
      Span next = sentences.spans().get(i + 1);
      if (!endsSentence(text, sentences.spans().get(i), next)
          || text.substring(sentences.spans().get(i).end(), next.start()).contains("\n\n")
              && first + 1 < last) {
        faults.add(Fault.TORN);
      }
    }
    boolean isLast = last == sentences.spans().size() - 1;
    String tail = words.stripTrailing();
    if (HANGING.matcher(tail).matches() && (isLast || !tail.endsWith(".") && !tail.endsWith("…"))) {
      faults.add(tail.length() < CUT_FROM / 2 && tail.endsWith("..") ? Fault.NO_STOP : Fault.CUT);
    } else if (!STOP.matcher(tail).matches()) {
      int whole = text.strip().length();
      boolean filled = whole >= CUT_FROM && whole <= CUT_TO && !text.contains("\n");
      faults.add(isLast && filled ? Fault.CUT : Fault.NO_STOP);
    }
    Matcher word = WORD.matcher(tail);
    String lastWord = "";
    while (word.find()) lastWord = word.group();
    if (!STOP.matcher(tail).matches() && EnglishWords.isUnfinished(EnglishWords.plain(lastWord))) {
      faults.add(Fault.CUT);
    }
    if (isUnbalanced(words)) faults.add(Fault.TORN);
  }

  private static boolean startsWithCapital(String text, Span sentence) {
    return Character.isUpperCase(text.charAt(sentence.start()));
  }

  /// Whether a sentence ends before the next one: with a sign, or with its line.
  private static boolean endsSentence(String text, Span sentence, Span next) {
    return ENDS_SENTENCE.matcher(sentence.of(text)).matches() && !sentence.of(text).endsWith(":");
  }

  private static boolean isUnbalanced(String words) {
    int round = 0;
    int straight = 0;
    int curly = 0;
    for (int i = 0; i < words.length(); i++) {
      switch (words.charAt(i)) {
        case '(' -> round++;
        case ')' -> {
          boolean face = i > 0 && ":;=8-".indexOf(words.charAt(i - 1)) >= 0;
          if (!face) round--;
        }
        case '"' -> straight++;
        case '“' -> curly++;
        case '”' -> curly--;
        default -> {}
      }
    }
    return round != 0 || straight % 2 != 0 || curly != 0;
  }

  private static void signs(String words, Set<Fault> faults) {
    if (MARKUP.matcher(words).find()) faults.add(Fault.MARKUP);
    if (count(BULLET, words) >= 2) faults.add(Fault.TORN);
    if (LINK.matcher(words).find()) faults.add(Fault.LINK_INSIDE);
    int tags = count(TAG, words) + count(CASHTAG, words) + count(PostSyntax.HANDLE, words);
    int all = 0;
    int capitals = 0;
    int foreign = 0;
    int emoji = 0;
    int common = 0;
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      String w = word.group();
      all++;
      if (w.length() >= 3
          && w.equals(w.toUpperCase(java.util.Locale.ROOT))
          && w.chars().anyMatch(Character::isUpperCase)) capitals++;
      if (w.codePoints().anyMatch(c -> c > 0x24F && Character.isLetter(c))) foreign += 2;
      else if (w.codePoints().anyMatch(c -> c > 0xBF)) foreign++;
      if (EnglishWords.isCommon(w)) common++;
    }
    for (int c : words.codePoints().toArray()) if (c > 0xFF && Character.isEmoji(c)) emoji++;
    if (SHOUTED.matcher(words).find()) faults.add(Fault.NOISE);
    if (tags >= 3 || emoji >= 4 || capitals >= 4 && capitals * 3 > all) faults.add(Fault.NOISE);
    else if (tags >= 1 || emoji >= 2 || capitals >= 3 || words.contains("!!"))
      faults.add(Fault.BUSY);
    if (foreign > 1 || all >= FEW_WORDS && common * 6 < all) faults.add(Fault.FOREIGN);
    if (all < FEWEST_WORDS || words.length() < SHORTEST) faults.add(Fault.TOO_SHORT);
    else if (all < FEW_WORDS) faults.add(Fault.SPARSE);
  }

  private static void length(String words, Set<Fault> faults) {
    int quoted = 0;
    Matcher quoting = QUOTING.matcher(words);
    while (quoting.find()) quoted += quoting.group(1).length();
    boolean opens = "\"“«".indexOf(words.charAt(0)) >= 0;
    if (quoted * 2 > words.length() || opens && quoted * 4 > words.length()) {
      faults.add(Fault.SOMEBODY_ELSE);
    }
  }

  /// What an author quotes stands on lines that begin with an angle bracket.
  private static void lines(String text, Span span, Set<Fault> faults) {
    int line = text.lastIndexOf('\n', span.start()) + 1;
    String begin = text.substring(line, span.end()).stripLeading();
    if (begin.startsWith(">") || begin.startsWith("&gt;")) faults.add(Fault.SOMEBODY_ELSE);
  }

  private static int count(Pattern pattern, String words) {
    int count = 0;
    Matcher matcher = pattern.matcher(words);
    while (matcher.find()) count++;
    return count;
  }

  /// Whether the second sentence of a passage says the first again, as the text under a title does.
  private static boolean repeats(String text, java.util.List<Span> sentences, int first) {
    Set<String> title = wordsOf(sentences.get(first).of(text));
    Set<String> next = wordsOf(sentences.get(first + 1).of(text));
    if (title.size() < FEWEST_WORDS) return false;
    long same = title.stream().filter(next::contains).count();
    return same * 10 >= title.size() * 7;
  }

  private static Set<String> wordsOf(String words) {
    Set<String> all = new java.util.HashSet<>();
    Matcher matcher = WORD.matcher(EnglishWords.plain(words));
    while (matcher.find()) all.add(matcher.group());
    return all;
  }

  /// Whether a passage begins with words in capitals, as a title or a name is, and a colon.
  private static boolean isTitled(String words) {
    int colon = words.indexOf(": ");
    if (colon < 0 || colon > TITLE) return false;
    Matcher word = WORD.matcher(words).region(0, colon);
    boolean any = false;
    while (word.find()) {
      any = true;
      String w = word.group();
      if (w.length() > 3 && Character.isLowerCase(w.charAt(0))) return false;
    }
    return any;
  }

  private static boolean isShout(String sentence) {
    return count(WORD, sentence) <= 2;
  }
}
