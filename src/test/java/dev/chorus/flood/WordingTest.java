package dev.chorus.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final String TEXT =
      "China's new model can't be trusted, it cost $5.6M to train today";

  private static Wording of(String text) {
    return Wording.of(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHINA'S NEW MODEL CAN'T BE TRUSTED, IT COST $5.6M TO TRAIN TODAY",
        "China’s new model can’t be trusted – it cost $5.6M to train today!!!",
        "China s new model cant be trusted it cost 5.6M to train today",
        "China's new model can't be trusted, it cost $5.6M to train today https://t.co/abc?x=1#y",
        "China's new model can't be trusted, (www.example.com/a) it cost $5.6M to train today",
        "@you @u@example.social China's new model can't be trusted, it cost $5.6M to train today",
        "RT @you_2: China's new model can't be trusted, it cost $5.6M to train today",
        "China's new model can't be trusted, it cost $5.6M to train today https://t.co/a via @News",
        "🚨🚨 China's new model can't be trusted,\n\nit cost $5.6M to train today 🇺🇸",
        "China's new model can't be trusted, it cost $5.6M to train today #AI $NVDA #DeepSeek",
        "#China's new #model can't be trusted, it cost $5.6M to train today",
        "𝗖𝗵𝗶𝗻𝗮'𝘀 𝗻𝗲𝘄 𝗺𝗼𝗱𝗲𝗹 can't be trusted, it cost $5.6M to train today",
        "Chi\u200Bna's new mo\u00ADdel can't be trusted, it cost $5.6M to tr\u2060ain today",
        "/u/someone China's new model can't be trusted, it cost $5.6M to train today"
      })
  void isDeafToWhatCopiesDifferIn(String copy) {
    assertThat(of(copy)).isEqualTo(of(TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lol",
        "👍👍👍",
        "DeepSeek is great",
        "The best one there is in the world",
        "It is the best app of all the apps",
        "https://example.com/a/very/long/link/that/is/no/text/at/all @somebody @somebody.else",
        "lol #one #two #three #four #five #six #seven #eight",
        "太厉害了吧",
        "..."
      })
  void hasNothingToSayOfWhatIsSaidByChance(String text) {
    assertThat(Wording.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "China's new model can't be trusted, it cost $5.6M to teach today",
        "China's new model can't be trusted, it cost $5.6M to train",
        "China's new model really can't be trusted, it cost just $5.6M to train today"
      })
  void letsFewWordsDiffer(String copy) {
    assertThat(of(copy).alike(of(TEXT))).isTrue();
    assertThat(of(TEXT).alike(of(copy))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "China's new model can be trusted and used, it cost nothing to me today",
        "A new model from China can't be trusted, whatever it cost to train it",
        "China's new model"
            + " can't be trusted, it cost $5.6M to train today, and that is only half of the story"
      })
  void doesNotTakeOtherTextsForCopies(String other) {
    assertThat(of(other).alike(of(TEXT))).isFalse();
  }

  @Test
  void letsNoWordDifferInAShortText() {
    Wording better = of("DeepSeek is better than ChatGPT at everything");
    assertThat(better.alike(of("deepseek is better than chatgpt at everything!!"))).isTrue();
    assertThat(better.alike(of("DeepSeek is worse than ChatGPT at everything"))).isFalse();
  }

  @Test
  void knowsACutTextByItsBeginning() {
    for (String end :
        new String[] {"trusted, it…", "trusted, i…", "trusted, it ... https://t.co/x"}) {
      Wording cut = of("So China's wonderful new model can't be " + end);
      Wording whole =
          of("So China's wonderful new model can't be trusted, it cost $5.6M to train today");
      assertThat(cut.begins(whole)).as(end).isTrue();
      assertThat(whole.begins(cut)).isFalse();
    }
    assertThat(of("So China's wonderful new model can't be trusted, it").begins(of(TEXT)))
        .isFalse();
  }

  @Test
  void countsSignsOfScriptsWithoutSpacesAsWords() {
    String text = "这个模型训练成本只有五百六十万美元你相信吗";
    assertThat(of(text + "https://t.co/abc")).isEqualTo(of("@you " + text + "！"));
    assertThat(of(text).alike(of(text.replace("百", "千")))).isTrue();
    assertThat(of(text).alike(of("今天天气很好我们一起去公园散步吧然后回家吃饭"))).isFalse();
  }

  @Test
  void isTheSameAfterBytes() {
    for (String text : new String[] {TEXT, TEXT + "…", (TEXT + " ").repeat(60)}) {
      Wording wording = of(text);
      byte[] bytes = wording.toBytes();
      byte[] padded = new byte[bytes.length + 7];
      System.arraycopy(bytes, 0, padded, 3, bytes.length);
      Wording again = Wording.ofBytes(padded, 3, bytes.length);
      assertThat(again).isEqualTo(wording).hasSameHashCodeAs(wording);
      assertThat(again.alike(wording)).isTrue();
    }
  }

  @Test
  void comparesLongTextsByBeginningAndLength() {
    String text = (TEXT + " and that is that. ").repeat(100);
    assertThat(of(text).size()).isEqualTo(Wording.MOST_WORDS);
    assertThat(of(text).alike(of(text + " Amen."))).isTrue();
    assertThat(of(text).alike(of(text + text))).isFalse();
  }

  /// Whatever comes in, however odd.
  @Test
  void readsAnything() {
    Random random = new Random(5);
    String signs = "a A@#$./:'’…h\u200D\uD83D\uDE00\uD800中か\u0301\n19_-ut";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
        if (random.nextInt(9) == 0) text.append("http://");
        if (random.nextInt(9) == 0) text.append("via @");
      }
      assertThat(Wording.of(text.toString())).isEqualTo(Wording.of(text.toString()));
    }
  }

  /// Against the whole table, without a limit.
  @Test
  void countsEditsAsLevenshteinDid() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      char[] a = random(random);
      char[] b = random(random);
      int[][] table = new int[a.length + 1][b.length + 1];
      for (int x = 0; x <= a.length; x++) {
        for (int y = 0; y <= b.length; y++) {
          if (x == 0 || y == 0) table[x][y] = x + y;
          else {
            int change = table[x - 1][y - 1] + (a[x - 1] == b[y - 1] ? 0 : 1);
            table[x][y] = Math.min(change, Math.min(table[x - 1][y], table[x][y - 1]) + 1);
          }
        }
      }
      int most = random.nextInt(6);
      assertThat(Edits.within(a, a.length, b, most)).isEqualTo(table[a.length][b.length] <= most);
      boolean begins = false;
      for (int y = 0; y <= b.length; y++) begins |= table[a.length][y] <= most;
      assertThat(Edits.beginWithin(a, a.length, b, most)).isEqualTo(begins);
    }
  }

  private static char[] random(Random random) {
    char[] words = new char[random.nextInt(9)];
    for (int i = 0; i < words.length; i++) words[i] = (char) random.nextInt(3);
    return words;
  }
}
