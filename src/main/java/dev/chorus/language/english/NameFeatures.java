package dev.chorus.language.english;

import dev.chorus.language.encoder.Words;
import java.util.Arrays;

/// How the words of a post are written: capitals, digits, signs. The encoder reads lower case, and
/// names are written with capitals where their authors take the trouble.
public final class NameFeatures {
  /// What is asked of a word and of its neighbours.
  private enum Form {
    CAPITALISED,
    CAPITALS,
    MIXED,
    DIGITS,
    LETTERS_AND_DIGITS,
    SIGN,
    SINGLE_CAPITAL
  }

  /// What is asked of a word alone.
  private enum Place {
    AFTER_HASH,
    AFTER_AT,
    AFTER_DOLLAR,
    FIRST,
    CAPITALISED_FIRST,
    GLUED,
    CAPITALISED_AMONG_FEW,
    CAPITALISED_AMONG_MANY,
    LOWER_AMONG_FEW,
    CAPITALS_AMONG_FEW
  }

  private static final int FORMS = Form.values().length;
  private static final int[] NEIGHBOURS = {0, -1, 1, -2, 2};

  /// Numbers a word.
  public static final int SIZE = NEIGHBOURS.length * FORMS + Place.values().length;

  /// Share of the words of a post with a capital above which capitals say little.
  private static final double MANY = 0.5;

  private NameFeatures() {}

  /// For each word, [#SIZE] numbers, each 0 or 1.
  public static float[][] of(Words words) {
    int count = words.count();
    boolean[][] forms = new boolean[count][];
    int letters = 0;
    int capitals = 0;
    for (int w = 0; w < count; w++) {
      String word = words.words().get(w);
      forms[w] = forms(word);
      if (!Character.isLetter(word.codePointAt(0))) continue;
      letters++;
      if (Character.isUpperCase(word.codePointAt(0))) capitals++;
    }
    boolean many = capitals > MANY * letters;
    float[][] features = new float[count][SIZE];
    for (int w = 0; w < count; w++) {
      for (int n = 0; n < NEIGHBOURS.length; n++) {
        int at = w + NEIGHBOURS[n];
        if (at < 0 || at >= count) continue;
        for (int f = 0; f < FORMS; f++) features[w][n * FORMS + f] = forms[at][f] ? 1 : 0;
      }
      place(words, w, forms[w], many, features[w]);
    }
    return features;
  }

  private static void place(Words words, int w, boolean[] form, boolean many, float[] features) {
    String before = w == 0 ? "." : words.words().get(w - 1);
    boolean glued = !words.apart(w);
    boolean first = w == 0 || !glued && isOneOf(before, ".!?:…");
    boolean capital = form[Form.CAPITALISED.ordinal()];
    boolean letter = Character.isLetter(words.words().get(w).codePointAt(0));
    set(features, Place.AFTER_HASH, glued && before.equals("#"));
    set(features, Place.AFTER_AT, glued && before.equals("@"));
    set(features, Place.AFTER_DOLLAR, glued && before.equals("$"));
    set(features, Place.FIRST, first);
    set(features, Place.CAPITALISED_FIRST, first && capital);
    set(features, Place.GLUED, glued);
    set(features, Place.CAPITALISED_AMONG_FEW, capital && !many && !first);
    set(features, Place.CAPITALISED_AMONG_MANY, capital && many);
    set(features, Place.LOWER_AMONG_FEW, letter && !capital && !many);
    set(features, Place.CAPITALS_AMONG_FEW, form[Form.CAPITALS.ordinal()] && !many);
  }

  private static void set(float[] features, Place place, boolean holds) {
    features[NEIGHBOURS.length * FORMS + place.ordinal()] = holds ? 1 : 0;
  }

  private static boolean isOneOf(String word, String signs) {
    return word.length() == 1 && signs.indexOf(word.charAt(0)) >= 0;
  }

  private static boolean[] forms(String word) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c)) upper++;
      else if (Character.isLetter(c)) lower++;
      else if (Character.isDigit(c)) digits++;
    }
    boolean begins = Character.isUpperCase(word.charAt(0));
    boolean[] forms = new boolean[FORMS];
    Arrays.fill(forms, false);
    forms[Form.CAPITALISED.ordinal()] = begins;
    forms[Form.CAPITALS.ordinal()] = upper > 1 && lower == 0;
    forms[Form.MIXED.ordinal()] = lower > 0 && upper > (begins ? 1 : 0);
    forms[Form.DIGITS.ordinal()] = digits > 0 && upper + lower == 0;
    forms[Form.LETTERS_AND_DIGITS.ordinal()] = digits > 0 && upper + lower > 0;
    forms[Form.SIGN.ordinal()] = digits + upper + lower == 0;
    forms[Form.SINGLE_CAPITAL.ordinal()] = upper == 1 && word.length() == 1;
    return forms;
  }
}
