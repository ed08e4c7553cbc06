package dev.chorus.language.text;

import dev.chorus.language.ModelException;
import dev.chorus.post.PostSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/// Tells in what language a post is, when in doubt English: to leave out an English post is the
/// worse mistake, since most are.
///
/// The script decides first. Among languages of the Latin script, OpenNLP's model compares English
/// with twelve others; its probabilities over 183 languages are flat, so their ratio counts and not
/// their size (docs/decisions/04-language.md compares it with others). Names and quotations say
/// nothing of the language around them and are left out; frequent words weigh more than the model.
public final class LanguageGuesser {
  /// Too little text to tell.
  static final String UNDETERMINED = "und";

  private static final String ENGLISH = "en";
  private static final String MODEL = "/langdetect-183.bin";

  /// What is looked at, in UTF-16 units; the language of a post shows early.
  private static final int LOOK_AT = 1_000;

  private static final int LEAST_WORDS = 3;
  private static final int LEAST_LETTERS = 12;
  private static final int FEW_LETTERS = 20;

  /// How much likelier than English another language must be, in log-odds.
  private static final double MARGIN = 0.10;

  private static final double MARGIN_OF_FEW_LETTERS = 0.25;

  /// The same where names, quotations or a single word, which may be borrowed, speak for English.
  private static final double MARGIN_IN_DOUBT = 0.40;

  /// This share of plainly English words makes a post English, whatever the model says.
  private static final double ENGLISH_WORDS = 0.20;

  /// And this one of foreign words, without any that only English has, a foreign one.
  private static final double FOREIGN_WORDS = 0.30;

  private static final int LEAST_WORDS_OF_A_CLAUSE = 4;
  private static final double ENGLISH_WORDS_OF_A_CLAUSE = 0.30;

  private static final Map<String, String> LATIN =
      Map.ofEntries(
          Map.entry("eng", ENGLISH),
          Map.entry("spa", "es"),
          Map.entry("deu", "de"),
          Map.entry("fra", "fr"),
          Map.entry("por", "pt"),
          Map.entry("ita", "it"),
          Map.entry("nld", "nl"),
          Map.entry("tur", "tr"),
          Map.entry("ind", "id"),
          Map.entry("pol", "pl"),
          Map.entry("vie", "vi"),
          Map.entry("swe", "sv"),
          Map.entry("tgl", "tl"));

  private static final Map<String, String> OTHERS =
      LATIN.entrySet().stream()
          .filter(l -> !l.getValue().equals(ENGLISH))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /// Lower-case or not, these are German; none is English or a part of names.
  private static final Set<String> GERMAN =
      Set.of(
          ("und das ist nicht ein eine einen einem einer ich wir ihr euch mit auf für im auch sich"
               + " wie aber oder nur noch bei nach sehr kein keine wird kann sind habe haben mehr"
               + " wenn diese dieser dieses diesem unser euer eure über zum zur vom vor aus bis"
               + " danke gut toll tolle schon schön besser leider endlich immer wieder heute jetzt"
               + " hier doch alle alles nichts etwas warum wer bin geht läuft weg ja nein statt"
               + " ohne gegen durch mein meine dein deine")
              .split(" "));

  private static final Pattern QUOTED =
      Pattern.compile(
          "[\"“„«][^\"“”„«»\\n]*[\"”“»]|(?<![\\p{L}\\p{N}])['‘][^'‘’\\n]*['’](?![\\p{L}\\p{N}])");
  private static final Pattern CLAUSE_END =
      Pattern.compile("[.!?…:;,|)\\]]+(?=\\s|$)|[—–(\\[\\n]|\\s-+\\s");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private static final class Holder {
    static final LanguageGuesser SHARED = new LanguageGuesser();
  }

  private final LanguageDetector detector;

  private LanguageGuesser() {
    try (InputStream in = LanguageGuesser.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new ModelException(MODEL + " is not on the class path; build again: mvn package");
      }
      detector = new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new ModelException("The language model " + MODEL + " cannot be read.", e);
    }
  }

  /// The guesser of this JVM, loaded at the first call. Safe for use by several threads.
  public static LanguageGuesser shared() {
    return Holder.SHARED;
  }

  /// The language of a post, a BCP 47 primary tag, or [#UNDETERMINED] where there is too little
  /// text and the source does not say.
  ///
  /// @param declared what the source says; it decides where the text alone does not, because
  ///     platforms guess too
  public String guess(String text, Optional<String> declared) {
    String cut = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
    String plain =
        Normalizer.normalize(cut, Normalizer.Form.NFKC)
            .lines()
            .map(
                line ->
                    PostSyntax.FEDERATED_HANDLE
                        .matcher(PostText.plain(line))
                        .replaceAll(" ")
                        .replace('#', ' '))
            .collect(Collectors.joining("\n"));
    Optional<String> script = byScript(plain);
    if (script.isPresent()) return script.get();
    // What is in quotation marks may be a title, or the words of somebody else.
    String own = QUOTED.matcher(plain).replaceAll("\n");
    Optional<String> language =
        language(new CommonWords(plain).withNames(), MARGIN)
            .flatMap(all -> byWords(own, all).or(() -> byWords(plain, all)));
    if (language.isPresent() && !language.get().equals(ENGLISH) && hasEnglishClause(own)) {
      return ENGLISH;
    }
    return language.or(() -> declared).orElse(UNDETERMINED);
  }

  /// The language that a script other than the Latin one gives away. A letter of a dense script
  /// weighs more, as it says more.
  private static Optional<String> byScript(String text) {
    double latin = 0;
    double other = 0;
    int letters = 0;
    Map<UnicodeScript, Integer> count = new EnumMap<>(UnicodeScript.class);
    for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
      UnicodeScript script = UnicodeScript.of(c);
      if (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON) {
        latin++;
        continue;
      }
      letters++;
      count.merge(script, 1, Integer::sum);
      other +=
          switch (script) {
            case HAN, HIRAGANA, KATAKANA -> 3;
            case HANGUL -> 2;
            case CYRILLIC, GREEK -> 1;
            default -> 1.3;
          };
    }
    if (letters < 2 || other < latin) return Optional.empty();
    UnicodeScript main = Collections.max(count.entrySet(), Map.Entry.comparingByValue()).getKey();
    return Optional.of(
        switch (main) {
          case HAN, HIRAGANA, KATAKANA -> {
            int kana =
                count.getOrDefault(UnicodeScript.HIRAGANA, 0)
                    + count.getOrDefault(UnicodeScript.KATAKANA, 0);
            yield kana * 10 >= kana + count.getOrDefault(UnicodeScript.HAN, 0) ? "ja" : "zh";
          }
          case HANGUL -> "ko";
          case CYRILLIC -> has(text, "іїєґ") ? "uk" : "ru";
          case GREEK -> "el";
          case ARABIC -> has(text, "ٹڈڑےھں") ? "ur" : has(text, "پچژگیک") ? "fa" : "ar";
          case HEBREW -> "he";
          case THAI -> "th";
          case DEVANAGARI -> "hi";
          case BENGALI -> "bn";
          case TAMIL -> "ta";
          case TELUGU -> "te";
          default -> "mis"; // ISO 639: a language without a code here
        });
  }

  private static boolean has(String text, String letters) {
    String lower = text.toLowerCase(Locale.ROOT);
    return letters.chars().anyMatch(c -> lower.indexOf(c) >= 0);
  }

  /// The language that the words beside names give away; nothing if they are too few, or if
  /// English and another language are about as likely and nobody knows.
  ///
  /// @param all the language of all words; where that is English, another must be surer
  private Optional<String> byWords(String text, String all) {
    CommonWords words = new CommonWords(text);
    double margin = all.equals(ENGLISH) ? MARGIN_IN_DOUBT : MARGIN;
    Optional<String> language = language(words.withoutNames(), margin);
    if (language.equals(Optional.of(ENGLISH))) return language;
    // German capitalises all nouns, so what seemed to be names are words.
    if (hasGermanWords(text)) return language(words.withNames(), margin);
    return language.or(() -> Optional.of(all).filter(ENGLISH::equals));
  }

  private static boolean hasGermanWords(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .anyMatch(m -> GERMAN.contains(m.group()));
  }

  private Optional<String> language(String words, double least) {
    FrequentWords counts = FrequentWords.in(words);
    if (counts.all() < LEAST_WORDS || counts.letters() < LEAST_LETTERS) return Optional.empty();
    boolean someEnglish = counts.english() >= ENGLISH_WORDS * counts.all();
    boolean borrowed = counts.telling() == 0 || counts.english() == 1 && counts.foreign() > 0;
    if (someEnglish && !borrowed) return Optional.of(ENGLISH);
    boolean foreign =
        counts.telling() == 0
            && counts.foreign() > 1
            && counts.foreign() >= FOREIGN_WORDS * counts.all();
    if (foreign) return Optional.of(likeliest(words, OTHERS).language());
    Likeliest likeliest = likeliest(words, LATIN);
    double margin = counts.letters() < FEW_LETTERS ? MARGIN_OF_FEW_LETTERS : least;
    if (someEnglish) margin = MARGIN_IN_DOUBT;
    boolean sure = likeliest.margin() >= Math.max(margin, least);
    return Optional.of(sure ? likeliest.language() : ENGLISH);
  }

  /// A clause that is plainly English makes the post English: its author writes it, and what stands
  /// beside it in another language is an aside.
  private boolean hasEnglishClause(String text) {
    for (String clause : CLAUSE_END.split(text)) {
      String words = new CommonWords(clause).withoutNames();
      FrequentWords counts = FrequentWords.in(words);
      if (counts.all() >= LEAST_WORDS_OF_A_CLAUSE
          && counts.english() > 1
          && counts.telling() > 0
          && counts.english() >= ENGLISH_WORDS_OF_A_CLAUSE * counts.all()
          && likeliest(words, LATIN).language().equals(ENGLISH)) {
        return true;
      }
    }
    return false;
  }

  /// The likeliest of the languages that are told apart.
  ///
  /// @param margin how much likelier it is than English, in log-odds
  private record Likeliest(String language, double margin) {}

  private Likeliest likeliest(String words, Map<String, String> among) {
    double likelihoodOfEnglish = 0;
    double best = 0;
    String language = ENGLISH;
    for (Language guess : detector.predictLanguages(words)) {
      String tag = among.get(guess.getLang());
      if (tag == null) continue;
      if (tag.equals(ENGLISH)) likelihoodOfEnglish = guess.getConfidence();
      if (guess.getConfidence() > best) {
        best = guess.getConfidence();
        language = tag;
      }
    }
    return new Likeliest(language, Math.log((best + 1e-9) / (likelihoodOfEnglish + 1e-9)));
  }
}
