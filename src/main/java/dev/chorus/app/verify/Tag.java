package dev.chorus.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The beginning of an element.
record Tag(String name, Map<String, String> attributes) {
  private static final Set<String> DRAWN =
      Set.of("svg", "g", "rect", "path", "line", "circle", "polygon", "polyline", "ellipse", "use");

  /// @param token of the form that [HtmlText] gives tags
  static Tag of(Token token) {
    String inner = token.raw().substring(1, token.raw().length() - 1);
    int space = inner.indexOf(' ');
    if (space < 0) return new Tag(inner, Map.of());
    Map<String, String> attributes = new TreeMap<>();
    for (String attribute : inner.substring(space + 1).split("(?<=\") (?=[^ =\"]+=\")")) {
      int equals = attribute.indexOf("=\"");
      if (equals < 0) continue;
      attributes.put(
          attribute.substring(0, equals),
          attribute.substring(equals + 2, Math.max(equals + 2, attribute.length() - 1)));
    }
    return new Tag(inner.substring(0, space), attributes);
  }

  static boolean sameElement(Token one, Token other) {
    return begins(one) && begins(other) && Tag.of(one).name().equals(Tag.of(other).name());
  }

  private static boolean begins(Token token) {
    return token.kind() == Token.Kind.TAG
        && token.raw().startsWith("<")
        && !token.raw().startsWith("</")
        && !token.raw().startsWith("<!");
  }

  boolean isChart() {
    return DRAWN.contains(name);
  }

  /// Such as `<rect>: width is 90, index says 45`.
  String difference(Tag right) {
    Set<String> names = new TreeSet<>(attributes.keySet());
    names.addAll(right.attributes.keySet());
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      String is = attributes.get(name);
      String wanted = right.attributes.get(name);
      if (is == null) {
        parts.add(name + " is missing, index says " + wanted);
      } else if (wanted == null) {
        parts.add(name + " is added: " + is);
      } else if (!is.equals(wanted)) {
        parts.add(name + " is " + is + ", index says " + wanted);
      }
    }
    return "<" + name + ">: " + String.join("; ", parts);
  }

  static String describe(Token token, String what) {
    String kind =
        switch (token.kind()) {
          case CODE -> "the script or style ";
          case COMMENT -> "the mark or comment ";
          case TAG -> "the element ";
          case WORD -> "";
        };
    return kind + Finding.quoted(token.raw()) + what;
  }
}
