package dev.chorus.language.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the frequent words in a text, English ones and others.
///
/// @param all words of any language
/// @param letters of them
/// @param english those that are frequent in English
/// @param telling those among them that are neither a word of another language nor borrowed by one
/// @param foreign frequent in another language, and neither English nor parts of names
record FrequentWords(int all, int letters, int english, int telling, int foreign) {
  /// Frequent in English, and everyday words of no other language.
  private static final Set<String> TELLING =
      words(
          "the and are you your with this that it have not what how they from just its it's i'm"
              + " about would could should which when who there their because only why people know"
              + " using if got don't can't than really works work working try thanks every now our"
              + " she his those does doing being too much many never always think make going i've"
              + " i'd i'll it'll that's there's they're you're we're isn't doesn't didn't won't");

  /// Frequent in English, but Polish has `to`, `my` and `i`, Dutch `want`, French `but`, Turkish
  /// `her`, Portuguese `for`, and everybody `wow` and `love`.
  private static final Set<String> SHARED =
      words(
          "to for i my by but been use get good great very more better love please any her him"
              + " them these were want new lol wow omg awesome amazing nice excellent damn hell"
              + " sucks give running late");

  private static final Set<String> FOREIGN =
      words(
          "el los las una y que qué es está están estoy pero muy para por como más porque cuando"
              + " también nada todo otra otro le les une et est sont c'est pas pour avec dans qui"
              + " je mais très nous vous cette être il gli è sono che non più molto della nel"
              + " questa questo anche perché os uma é são não você muito já isso esse und das ist"
              + " nicht ein eine ich wir mit auf für auch sich wie oder het een en niet ook maar"
              + " voor ik deze och det är inte jag på som ett att bir çok için nie się jest że"
              + " yang ini itu dan tidak untuk dengan ang ng mga hindi là không và của một");

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*");

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /// Whether this word, in lower case, is frequent in English.
  static boolean isEnglish(String word) {
    String straight = word.replace('’', '\'');
    return TELLING.contains(straight) || SHARED.contains(straight);
  }

  static FrequentWords in(String text) {
    int all = 0;
    int letters = 0;
    int telling = 0;
    int shared = 0;
    int foreign = 0;
    for (Matcher m = WORD.matcher(text); m.find(); all++) {
      letters += m.end() - m.start();
      String word = m.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      if (TELLING.contains(word)) telling++;
      if (SHARED.contains(word)) shared++;
      if (FOREIGN.contains(word)) foreign++;
    }
    return new FrequentWords(all, letters, telling + shared, telling, foreign);
  }
}
