package dev.chorus.source.format;

import dev.chorus.post.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A record as it was read, before anything was made of it, so that one that is left out can be
/// kept exactly, mended and read again.
public sealed interface Original {
  /// JSON that could be parsed.
  ///
  /// @param bytes as they stood in the input, in UTF-8
  record Json(byte[] bytes) implements Original {
    @Override
    public boolean equals(Object other) {
      return other instanceof Json json && Arrays.equals(bytes, json.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return Undecoded.of(bytes);
    }
  }

  /// Something else in a file of JSON.
  ///
  /// @param bytes as they stood in the input; empty if nothing is there, or too much
  record Text(byte[] bytes) implements Original {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return Undecoded.of(bytes);
    }
  }

  /// A row of a table.
  ///
  /// @param header names of the columns
  /// @param cells without quotation marks; bytes that are not UTF-8 as [Undecoded] has them
  /// @param columns which column holds which field of a post, as somebody said or as its name says
  /// @param text the row as it stands, if its cells could not be told apart; else empty
  /// @param separator of the text
  record Row(
      List<String> header,
      List<String> cells,
      Map<String, String> columns,
      String text,
      char separator)
      implements Original {
    public Row {
      header = List.copyOf(header);
      cells = List.copyOf(cells);
      Objects.requireNonNull(text);
    }
  }

  /// A post that was read and is left out all the same: as Chorus writes it.
  static Original of(Post post) {
    return new Json(dev.chorus.json.Json.utf8(PostJson.toMap(post)));
  }
}
