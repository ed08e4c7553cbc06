package dev.chorus.report.quote;

import dev.chorus.camp.Placed;
import dev.chorus.language.Span;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import dev.chorus.post.PostSyntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a post as a whole, whatever is quoted of it.
final class PostFaults {
  private static final Pattern REPOST = Pattern.compile("^\\s{0,9}(?:RT|QT|MT)[ :]{1,3}@\\w");

  /// `3/`, `(2/6)`, `1.`, also behind whom it answers.
  private static final Pattern PART =
      Pattern.compile(
          "^\\s{0,9}(?:@\\w{1,50}\\s{1,9}){0,20}[(\\[]?\\d{1,3}\\s?(?:/\\s?(?:\\d{1,3}|n)?"
              + "|[.)](?=\\s))[)\\]]?\\s?[:.]?\\s?\\p{L}");

  private static final Pattern PART_AT_END =
      Pattern.compile("(?:^|\\s)[(\\[]?\\d{1,2}\\s?/\\s?(?:\\d{1,2}|n)?[)\\]]?$");
  private static final Pattern THREAD =
      Pattern.compile("\uD83E\uDDF5|(?i:\\bthread:|\\(thread\\)|\\ba thread\\b|\\bunroll)");

  /// Longest headline, in UTF-16 units.
  private static final int HEADLINE = 300;

  /// What is left of `can't` and `China's`, or of an amount such as `50,000`.
  private static final Pattern LOST =
      Pattern.compile(
          "[\\p{L}\\p{N}] (?:s|t|re|ve|ll|d|m) \\p{L}|\\b(?:don|won|can|isn|doesn|didn|aren|wasn)"
              + " t\\b|\\bI (?:m|ve|ll|d)\\b|\uFFFD|â€|Ã©|\\b\\d{1,3} \\d{3}\\b");

  private static final Pattern BOT =
      Pattern.compile(
          "(?i)(?:^|[_\\d\\W])bot(?:$|[_\\d\\W])|bot$|(?:ai|_)agent|(?-i)[a-z]Bot(?:$|[A-Z_\\d])");

  private static final Pattern CASHTAG = Pattern.compile("(?<![\\w$])\\$[A-Za-z]{2,10}\\b");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’-]*");
  private static final Pattern STOP = Pattern.compile(".*[.!?…]['\"”’)]*");
  private static final int LONG_WORD = 4;
  private static final double OF_A_TITLE = 0.6;
  private static final int MOST_OF_A_TITLE = 24;

  /// How much of a text is searched, in UTF-16 units.
  private static final int MOST_READ = 4_000;

  private PostFaults() {}

  /// @param known whether a name, with its sign, is that of something in the debate
  static Set<Fault> of(Placed placed, Sentences sentences, Predicate<String> known) {
    Post post = placed.reaction().post();
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    String text = beginning(post.text());
    if (post.links().repostOf().isPresent() || REPOST.matcher(text).find()) {
      faults.add(Fault.REPOST);
    }
    if (post.kind() == Kind.QUOTE || post.kind() == Kind.REPORT) return faults;
    if (isPart(text, sentences)) faults.add(Fault.THREAD_PART);
    if (LOST.matcher(text).find()) faults.add(Fault.LOST_SIGNS);
    String plain = EnglishWords.plain(text);
    if (EnglishWords.isAutomatic(plain) || isBot(post)) faults.add(Fault.MACHINE);
    if (advertises(text, plain, sentences, known)) faults.add(Fault.ADVERTISEMENT);
    if (isHeadline(text, sentences)) faults.add(Fault.HEADLINE);
    if (post.links().inReplyTo().isPresent() || sentences.answers()) faults.add(Fault.ANSWER);
    return faults;
  }

  /// Of a very long text the beginning tells enough. Word boundaries among thousands of combining
  /// marks take time that grows with the square of their number.
  private static String beginning(String text) {
    return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
  }

  private static boolean isPart(String text, Sentences sentences) {
    if (PART.matcher(text).find() || THREAD.matcher(text).find()) return true;
    return !sentences.spans().isEmpty()
        && sentences.spans().getLast().end() <= text.length()
        && PART_AT_END.matcher(sentences.spans().getLast().of(text)).find();
  }

  private static boolean isBot(Post post) {
    return post.author().handle().filter(h -> BOT.matcher(h).find()).isPresent()
        || post.author().name().filter(n -> BOT.matcher(n).find()).isPresent();
  }

  /// With a link, a wish to sell is plain; so is a coin, or somebody's handle beside the link.
  private static boolean advertises(
      String text, String plain, Sentences sentences, Predicate<String> known) {
    int strangers = unknown(PostSyntax.HANDLE, text, sentences, known);
    int coins = unknown(CASHTAG, text, sentences, known);
    boolean sells = EnglishWords.sells(plain);
    return sells && (sentences.links() || strangers + coins > 0 || text.indexOf('#') >= 0)
        || sentences.links() && strangers + coins >= 2
        || coins >= 2 && strangers >= 1;
  }

  private static int unknown(
      Pattern pattern, String text, Sentences sentences, Predicate<String> known) {
    if (sentences.spans().isEmpty()) return 0;
    int count = 0;
    Matcher matcher = pattern.matcher(text);
    int start = sentences.spans().getFirst().start();
    if (start >= text.length()) return 0;
    matcher.region(start, text.length());
    while (matcher.find()) if (!known.test(matcher.group())) count++;
    return count;
  }

  /// One line without a stop, with a link, and not in the author's own voice.
  private static boolean isHeadline(String text, Sentences sentences) {
    List<Span> spans = sentences.spans();
    if (spans.isEmpty()) return false;
    if (spans.getLast().end() - spans.getFirst().start() > HEADLINE) return false;
    if (spans.getLast().end() > text.length()) return false;
    String words = text.substring(spans.getFirst().start(), spans.getLast().end());
    if (EnglishWords.isNews(EnglishWords.plain(words))) return true;
    int all = 0;
    int longs = 0;
    int capitals = 0;
    Matcher matcher = WORD.matcher(words);
    while (matcher.find()) {
      all++;
      if (matcher.group().length() < LONG_WORD) continue;
      longs++;
      if (Character.isUpperCase(matcher.group().charAt(0))) capitals++;
    }
    if (all > MOST_OF_A_TITLE || longs == 0) return false;
    boolean title = longs >= LONG_WORD && capitals >= OF_A_TITLE * longs;
    if (title && words.equals(words.toUpperCase(Locale.ROOT))) return sentences.links();
    boolean stops = STOP.matcher(words).matches();
    boolean own = EnglishWords.speaksForItself(EnglishWords.plain(words));
    return title && !stops || sentences.links() && !stops && !own;
  }
}
