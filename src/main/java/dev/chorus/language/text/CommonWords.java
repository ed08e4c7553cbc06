package dev.chorus.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text that tell its language: in lower case, without abbreviations, tickers,
/// drawn-out letters and names.
///
/// A name is what is capitalised inside a sentence, or anywhere if it has a letter that English
/// does not have: `Søren` says as little of the words around it as `DeepSeek` does.
final class CommonWords {
  /// Names that are also written in lower case.
  private static final Set<String> NAMES =
      Set.of(
          ("deepseek deepseekr1 deepseekai openai chatgpt gpt nvidia llama gemini claude qwen"
                  + " mistral grok anthropic google meta apple microsoft amazon ai llm llms tiktok"
                  + " elon musk trump altman china chinese taiwan usa india app apps")
              .split(" "));

  /// Small words inside names, such as that of Ursula von der Leyen.
  private static final Set<String> PARTICLES =
      Set.of(
          ("de la las los del della di da do dos das van von der den ter bin ibn bint al el le du"
                  + " y e af av zu")
              .split(" "));

  /// From so many words of four letters on, of which this share is capitalised, it is Title Case.
  private static final int WORDS_OF_A_TITLE = 4;

  private static final double CAPITALISED_IN_A_TITLE = 0.9;
  private static final int LONG_WORD = 4;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}$]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern OPENED = Pattern.compile("^[\"“”„«»‘'(\\[*>•-]+\\p{L}.*");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:;|][\"“”«»’')\\]*]*");
  private static final Pattern CLAUSE_END = Pattern.compile(".*\\p{P}");
  private static final Pattern ODD = Pattern.compile("[0-9$/@_\\\\]|[a-z][A-Z]");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,6}s?");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
  private static final Pattern FIRST_PERSON = Pattern.compile("I(?:['’]\\p{Ll}+)?");
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern NO_TEXT = Pattern.compile("[^\\p{L}\\p{M} '’.,!?-]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// A word as it stands, and whether a sentence begins with it.
  private record Token(String written, String core, boolean first) {
    boolean capitalised() {
      return !core.isEmpty() && Character.isUpperCase(core.codePointAt(0));
    }

    boolean ends() {
      return CLAUSE_END.matcher(written).matches();
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private final boolean shouting;
  private final boolean title;

  /// @param text lines, without links and user names
  CommonWords(String text) {
    boolean first = true;
    int before = 0;
    for (Matcher m = WORD.matcher(text); m.find(); before = m.end()) {
      String word = m.group();
      String core = EDGES.matcher(word).replaceAll("");
      boolean newLine = text.substring(before, m.start()).indexOf('\n') >= 0;
      tokens.add(new Token(word, core, first || newLine || OPENED.matcher(word).matches()));
      first = core.isEmpty() || SENTENCE_END.matcher(word).matches();
    }
    shouting = text.equals(text.toUpperCase(Locale.ROOT));
    List<Token> longWords = tokens.stream().filter(t -> t.core().length() >= LONG_WORD).toList();
    title =
        longWords.size() >= WORDS_OF_A_TITLE
            && longWords.stream().filter(Token::capitalised).count()
                >= CAPITALISED_IN_A_TITLE * longWords.size();
  }

  /// All of them but the names that are known.
  String withNames() {
    return kept(_ -> false);
  }

  /// All of them but names.
  String withoutNames() {
    boolean[] name = new boolean[tokens.size()];
    for (int i = 0; i < name.length; i++) name[i] = !shouting && isName(tokens.get(i));
    for (int i = 0; i + 1 < name.length; i++) {
      boolean before =
          tokens.get(i).first() && tokens.get(i).capitalised() && !tokens.get(i).ends();
      if (before
          && name[i + 1]
          && !FrequentWords.isEnglish(tokens.get(i).core().toLowerCase(Locale.ROOT)))
        name[i] = true;
    }
    for (int i = 1; i + 1 < name.length; i++) {
      if (name[i] || !name[i - 1] || tokens.get(i - 1).ends()) continue;
      int next = i;
      while (next < name.length && PARTICLES.contains(tokens.get(next).written())) next++;
      if (next > i && next < name.length && name[next]) {
        while (i < next) name[i++] = true;
      }
    }
    return kept(i -> name[i]);
  }

  private boolean isName(Token token) {
    if (!token.capitalised() || token.core().length() < 2) return false;
    if (token.core().chars().anyMatch(c -> c > 0x7F && Character.isLetter(c))) return true;
    if (token.first() || title || FIRST_PERSON.matcher(token.core()).matches()) return false;
    return !FrequentWords.isEnglish(token.core().toLowerCase(Locale.ROOT));
  }

  private String kept(IntPredicate leftOut) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String core = tokens.get(i).core();
      String lower = POSSESSIVE.matcher(core.toLowerCase(Locale.ROOT)).replaceAll("");
      if (leftOut.test(i) || ODD.matcher(core).find() || NAMES.contains(lower)) continue;
      if (!shouting && CAPITALS.matcher(core).matches()) continue;
      kept.append(DRAWN_OUT.matcher(tokens.get(i).written()).replaceAll("$1$1")).append(' ');
    }
    String words = SPACE.matcher(NO_TEXT.matcher(kept).replaceAll(" ")).replaceAll(" ");
    return words.strip().toLowerCase(Locale.ROOT);
  }
}
