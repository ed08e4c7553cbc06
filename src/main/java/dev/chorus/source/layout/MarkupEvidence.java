package dev.chorus.source.layout;

import java.util.List;
import java.util.regex.Pattern;

/// What the texts of a file show of how they are written: plain, with entities, or as HTML.
final class MarkupEvidence {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});");

  private static final Pattern TAG =
      Pattern.compile("</?(?:br|p|a|b|i|u|em|strong|div|span|blockquote|img|ul|li)\\b[^<>]*/?>");

  private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?![A-Za-z]{2,8};|#)");

  private MarkupEvidence() {}

  /// @param texts of the column of texts
  static Layout.Markup of(List<String> texts) {
    int tags = 0;
    int entities = 0;
    int bare = 0;
    for (String text : texts) {
      if (TAG.matcher(text).find()) tags++;
      if (text.indexOf('&') < 0) continue;
      if (ENTITY.matcher(text).find()) entities++;
      else if (BARE_AMPERSAND.matcher(text).find()) bare++;
    }
    if (tags > 0
        && (tags * 5 >= texts.size()
            || tags > bare && entities >= bare && tags * 20 >= texts.size())) {
      return Layout.Markup.HTML;
    }
    return entities > bare ? Layout.Markup.ESCAPED : Layout.Markup.PLAIN;
  }
}
