package dev.chorus.language.english;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What a tagger takes for names because it is written with capitals: peoples, languages, and
/// abbreviations that name a kind of thing.
final class NoNames {
  /// Capitalised and not part of a longer name, 235 of 330 are no names in WNUT-17 and BTC.
  private static final Set<String> DEMONYMS =
      words(
          "afghan african african-american american arab arabic argentine argentinian asian"
              + " australian austrian bangladeshi belgian brazilian british bulgarian canadian"
              + " chilean chinese colombian croatian cuban czech danish dutch egyptian english"
              + " ethiopian european filipino finnish french german greek hungarian indian"
              + " indonesian iranian iraqi irish israeli italian jamaican japanese jewish jordanian"
              + " kenyan korean latino lebanese malaysian mexican moroccan nepali nigerian"
              + " norwegian pakistani palestinian persian peruvian polish portuguese romanian"
              + " russian saudi scottish serbian singaporean slovak somali soviet spanish swedish"
              + " swiss syrian taiwanese thai tibetan tunisian turkish ukrainian uyghur venezuelan"
              + " vietnamese welsh western yemeni");

  private static final Set<String> KINDS =
      words(
          "agi ai ais api apis app apps asi cot cpu cpus cuz fp4 fp8 gguf gpu gpus lcm llm llms ml"
              + " moe moes nlp npu npus pc pcs rag ram rl rlhf sft slm slms sota tos tps tpu tpus"
              + " ui vlm vlms vram");

  private NoNames() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /// Whether this is made of such words alone: `Chinese`, `#LLMs`, `American AI`.
  static boolean has(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
        .map(w -> w.replaceAll("^[@#$]|['’]s$|['’]$", ""))
        .allMatch(w -> KINDS.contains(w) || isDemonym(w));
  }

  private static boolean isDemonym(String word) {
    return DEMONYMS.contains(word)
        || word.endsWith("s") && DEMONYMS.contains(word.substring(0, word.length() - 1));
  }
}
