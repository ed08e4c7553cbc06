package dev.chorus.report.quote;

import dev.chorus.language.Reaction;
import dev.chorus.language.Span;
import dev.chorus.post.PostSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of a post as they can be quoted: none reaches over the end of a line; whom the
/// post answers, and the links and tags at its end, belong to none.
///
/// @param spans in the order of the text; may be empty
/// @param answers whether the post begins with somebody's handle
/// @param links whether there is a link anywhere
/// @param tags how many tags were left out at the end
record Sentences(List<Span> spans, boolean answers, boolean links, int tags) {
  /// Of a longer post the first ones are enough.
  private static final int MOST = 60;

  /// Longest link at the end of a post that is left out, in UTF-16 units.
  private static final int LONGEST_TAIL = 400;

  private static final Pattern HANDLES =
      Pattern.compile("^[\\s.]*(?:@[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_][,:]?\\s+)+");

  /// What may follow the last sentence of a post.
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:\\s|^)(?:" + PostSyntax.LINK + "|t\\.co/\\S+|#[\\p{L}\\p{N}_]+|[~|→>–-])$");

  private static final Pattern LINK = Pattern.compile(PostSyntax.LINK + "|(?<!\\w)t\\.co/\\S+");

  /// @param kept whether a handle at the beginning is that of something the event is about, and so
  ///     part of what is said
  static Sentences of(Reaction reaction, java.util.function.Predicate<String> kept) {
    String text = reaction.post().text();
    int start = 0;
    boolean answers = false;
    Matcher handles = HANDLES.matcher(text);
    if (handles.find() && !kept.test(handles.group())) {
      start = handles.end();
      answers = true;
    }
    int end = text.stripTrailing().length();
    int tags = 0;
    Matcher tail = TAIL.matcher(text);
    while (end > start && tail.region(Math.max(start, end - LONGEST_TAIL), end).find()) {
      if (tail.group().strip().startsWith("#")) tags++;
      end = tail.start();
      while (end > start && isSpace(text.charAt(end - 1))) end--;
    }
    List<Span> spans = new ArrayList<>();
    for (Span sentence : reaction.sentences()) {
      if (spans.size() >= MOST) break;
      int from = Math.max(start, sentence.start());
      int to = Math.min(end, sentence.end());
      for (int at = from; at < to; ) {
        int line = text.indexOf('\n', at);
        int stop = line < 0 || line > to ? to : line;
        add(spans, text, at, stop);
        at = stop + 1;
      }
    }
    return new Sentences(List.copyOf(spans), answers, LINK.matcher(text).find(), tags);
  }

  private static void add(List<Span> spans, String text, int from, int to) {
    while (from < to && isSpace(text.charAt(from))) from++;
    while (to > from && isSpace(text.charAt(to - 1))) to--;
    if (to > from) spans.add(new Span(from, to));
  }

  /// Also the joiners and variation marks that are left where an emoji was lost.
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\u200D'
        || c == '\uFE0F'
        || c == '\uFEFF';
  }
}
