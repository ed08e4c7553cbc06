package dev.chorus.source;

import java.nio.charset.Charset;
import java.util.Optional;

/// What the user says of an input where its content does not.
///
/// @param encoding what texts are in that are not UTF-8 and do not begin with a byte order mark
public record ReadSettings(Optional<Charset> encoding) {
  /// Everything is found out from the content.
  public static final ReadSettings AUTO = new ReadSettings(Optional.empty());
}
