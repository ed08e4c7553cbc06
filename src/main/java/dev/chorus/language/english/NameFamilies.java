package dev.chorus.language.english;

import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of products that come in families, such as `RTX 4090` and `GPT-4o mini`: each member has a
/// name of its own, also those that appear after a list of names was written.
///
/// A version is part of the name, the size of a model (`70B`) is not. Case, hyphens and spaces make
/// no difference: `gpt4o` is `GPT-4o`.
final class NameFamilies {
  private record ProductFamily(
      Pattern pattern, EntityType type, Function<MatchResult, String> name) {}

  private static final Map<Character, List<ProductFamily>> BY_FIRST = new HashMap<>();

  private static final String END = "(?![\\p{L}\\p{N}_]|[.,]\\p{N})";
  private static final String SIZE =
      "(?:[ :-]?\\d+(?:\\.\\d+)?b(?![\\p{L}\\p{N}])(?:-a\\d+b)?)?(?:[ -]?(?:instruct|it|chat))?";

  static {
    family(
        "g",
        "gpt[ -]?([1-9](?:\\.\\d)?)(o|v)?(?:[ -]?(mini|nano|turbo|pro))?(?:-preview)?",
        m -> "GPT-" + m.group(1) + lower(m, 2) + (is(m, 3, "turbo") ? " Turbo" : spaced(m, 3)));
    family("c", "chat[ -]?gpt[1-9](?:\\.\\d)?o?", _ -> "ChatGPT");
    family(
        "o",
        "(?:openai(?:['’]s)?[ -])?o([134])[ -]?(?:(mini|preview)(?:[ -]?(high|medium|low))?|(pro))",
        m ->
            "OpenAI o"
                + m.group(1)
                + (m.group(4) != null ? " pro" : hyphened(m, 2) + hyphened(m, 3)));
    family("o", "openai(?:['’]s)?[ -]o([134])", m -> "OpenAI o" + m.group(1));

    family(
        "rg",
        "(?:geforce )?([rg]tx)[ -]?(a?\\d{4})(?: ?(ti super|ti|super))?s?",
        m ->
            m.group(1).toUpperCase(Locale.ROOT)
                + " "
                + m.group(2).toUpperCase(Locale.ROOT)
                + (m.group(3) == null ? "" : " " + titled(m.group(3))));
    family(
        "345",
        "(?<![$€£¥.,:/+-])([345]0[5-9]0)(?: ?(ti super|ti|super)s?|s|(?<=090))(?!"
            + " ?(?:tokens?|dollars|usd|bucks|%|/s))",
        m -> "RTX " + m.group(1) + (m.group(2) == null ? "" : " " + titled(m.group(2))));
    family(
        "r",
        "(?:radeon )?rx[ -]?(\\d{4})(?: ?(xtx|xt|gre))?s?",
        m ->
            "Radeon RX "
                + m.group(1)
                + (m.group(2) == null ? "" : " " + m.group(2).toUpperCase(Locale.ROOT)));
    family(
        "hagbm",
        "(h100|h200|h800|a100|a800|b100|b200|b300|gb200|gb300|gh200|mi[23]\\d{2}x?)s?",
        m -> m.group(1).toUpperCase(Locale.ROOT));

    String claudes = "(sonnet|opus|haiku)";
    String version = "([1-9](?:[.-]\\d)?)";
    family(
        "c",
        "claude[ -]?" + version + "[ -]?" + claudes + "(?:-\\d{8})?",
        m -> claude(m.group(1), m.group(2)));
    family(
        "c",
        "claude[ -]?" + claudes + "(?:[ -]?" + version + ")?(?:-\\d{8})?",
        m -> claude(m.group(2), m.group(1)));
    family("c", "claude[ -]?" + version, m -> claude(m.group(1), null));
    family("soh", claudes + "[ -]?" + version, m -> claude(m.group(2), m.group(1)));
    family("34", version + "[ -]" + claudes, m -> claude(m.group(1), m.group(2)));
    // Sonnets and haikus are poems as well.
    family(
        "soh",
        "(?<!\\b(?:a|an|my|this|shakespearean|\\d) )(sonnet|(?-i:Opus|Haiku))"
            + "(?! (?:about|of|poem))",
        m -> claude(null, m.group(1)));

    family(
        "g",
        "gemini(?=[ -]?(?:\\d|pro|flash|ultra|nano|advanced))[ -]?([1-9](?:\\.\\d)?)?(?:["
            + " -]?(pro|flash|ultra|nano|advanced))?((?:[ -]?(?:thinking|lite))?)(?:["
            + " -]?(?:exp|experimental|preview))?",
        m -> gemini(m.group(1), m.group(2), m.group(3)));
    family(
        "12",
        "(?<![$€£¥.,:/+-])(1\\.5|2\\.0|2\\.5)[ -](pro|flash)((?:[ -]?(?:thinking|lite))?)",
        m -> gemini(m.group(1), m.group(2), m.group(3)));
    family("g", "gemma[ -]?([1-9])n?" + SIZE, m -> "Gemma " + m.group(1));
    family(
        "l",
        "llama[ -]?v?([1-9](?:\\.\\d)?)(?![\\d.]*b)(?:[ -]?(scout|maverick|behemoth))?" + SIZE,
        m -> "Llama " + version(m.group(1)) + (m.group(2) == null ? "" : " " + titled(m.group(2))));
    family("l", "llama[ :-]?\\d+b" + SIZE, _ -> "Llama");
    family(
        "q",
        "qwen[ -]?([1-9](?:\\.\\d)?)?(?![\\d.]*b)(?:[ -]?(coder|vl|max|math|omni))?" + SIZE,
        m ->
            "Qwen"
                + version(text(m, 1))
                + (is(m, 2, "vl") ? "-VL" : m.group(2) == null ? "" : "-" + titled(m.group(2))));
    family("q", "qwq(?:[ -]?32b)?(?:[ -]preview)?", _ -> "QwQ");
    family(
        "d",
        "deep ?seek[ -]?(?:ai[ -])?(?:v[1-4](?:\\.\\d)?|r[12]|coder|math|prover)(?:["
            + " -]v\\d(?:\\.\\d)?)?(?:[ -](?:lite|zero|0324|0528|1210|preview))?",
        EntityType.ORGANIZATION,
        _ -> "DeepSeek");
    family(
        "g",
        "grok[ -]?([1-9](?:\\.\\d)?)(?:[ -]?(mini))?",
        m -> "Grok " + version(m.group(1)) + spaced(m, 2));
    family("k", "kimi[ -]?k([1-9](?:\\.\\d)?)", m -> "Kimi K" + m.group(1));
    family(
        "m",
        "mistral[ -]?(small|medium|large|nemo)(?:[ -]?[1-3](?:\\.\\d)?)?" + SIZE,
        m -> "Mistral " + titled(m.group(1)));
    family("m", "mixtral(?:[ -]?8x\\d+b)?" + SIZE, _ -> "Mixtral");
    family(
        "p",
        "phi[ -]?([1-4](?:\\.5)?)(?:[ -](?:mini|medium|small))?" + SIZE,
        m -> "Phi-" + m.group(1));
  }

  private NameFamilies() {}

  private static void family(String first, String regex, Function<MatchResult, String> name) {
    family(first, regex, EntityType.PRODUCT, name);
  }

  /// @param first letters, one of which a member begins with
  private static void family(
      String first, String regex, EntityType type, Function<MatchResult, String> name) {
    Pattern pattern = Pattern.compile("(?:" + regex + ")" + END, Pattern.CASE_INSENSITIVE);
    ProductFamily family = new ProductFamily(pattern, type, name);
    for (char c : first.toCharArray()) {
      BY_FIRST.computeIfAbsent(c, _ -> new ArrayList<>()).add(family);
    }
  }

  /// The members of families in a text, in its order, also behind `@`, `#` or `$`.
  static List<Mention> find(String text) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!ofWord(c)) {
        at += Character.charCount(c);
        continue;
      }
      Optional<Mention> longest = longest(text, at);
      longest.ifPresent(found::add);
      at = longest.map(m -> m.span().end()).orElse(at);
      while (at < text.length() && ofWord(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return found;
  }

  private static Optional<Mention> longest(String text, int at) {
    int start = at > 0 && "@#$".indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at;
    Mention longest = null;
    for (ProductFamily family :
        BY_FIRST.getOrDefault(Character.toLowerCase(text.charAt(at)), List.of())) {
      Matcher m =
          family.pattern().matcher(text).region(at, text.length()).useTransparentBounds(true);
      if (!m.lookingAt() || longest != null && m.end() <= longest.span().end()) continue;
      Span span = new Span(start, m.end());
      longest = new Mention(span.of(text), span, family.type(), family.name().apply(m));
    }
    return Optional.ofNullable(longest);
  }

  private static boolean ofWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /// Anthropic's own order of the words, which changed with version 4.
  private static String claude(String version, String size) {
    String dotted = version == null ? "" : version(version.replace('-', '.'));
    if (size == null) return "Claude " + dotted;
    if (version == null) return "Claude " + titled(size);
    return dotted.charAt(0) < '4'
        ? "Claude " + dotted + " " + titled(size)
        : "Claude " + titled(size) + " " + dotted;
  }

  private static String gemini(String version, String size, String more) {
    StringBuilder name = new StringBuilder("Gemini");
    if (version != null) {
      // Google wrote "2.0", and "3" after that.
      boolean old = version.length() == 1 && version.charAt(0) < '3';
      name.append(' ')
          .append(old ? version + ".0" : version.charAt(0) < '3' ? version : version(version));
    }
    if (size != null) name.append(' ').append(titled(size));
    if (!more.isBlank()) name.append(' ').append(titled(more.replace('-', ' ').strip()));
    return name.toString();
  }

  /// `4.0` is `4`.
  private static String version(String version) {
    return version.endsWith(".0") ? version.substring(0, version.length() - 2) : version;
  }

  private static String text(MatchResult m, int group) {
    return m.group(group) == null ? "" : m.group(group);
  }

  private static String lower(MatchResult m, int group) {
    return text(m, group).toLowerCase(Locale.ROOT);
  }

  private static String spaced(MatchResult m, int group) {
    return m.group(group) == null ? "" : " " + lower(m, group);
  }

  private static String hyphened(MatchResult m, int group) {
    return m.group(group) == null ? "" : "-" + lower(m, group);
  }

  private static boolean is(MatchResult m, int group, String word) {
    return lower(m, group).equals(word);
  }

  /// Each word with a capital.
  private static String titled(String words) {
    StringBuilder titled = new StringBuilder();
    for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
      titled.append(titled.isEmpty() ? "" : " ");
      titled.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return titled.toString();
  }
}
