package dev.chorus.json;

/// Tells the kind of a file that is not JSON, from its first bytes.
final class Signature {
  private Signature() {}

  /// @throws NotJsonException if the bytes are of another kind of file
  static void refuseForeign(byte[] start) throws NotJsonException {
    if (!looksLikeJson(start)) {
      for (byte b : start) {
        if (b == 0) throw new NotJsonException("is binary; wanted JSON in UTF-8");
      }
    }
    if (begins(start, '<')) {
      throw new NotJsonException(
          "starts with "
              + JsonRecords.shown(start)
              + ": it is a web page or XML; wanted a JSON array, an object with \"posts\", or JSON"
              + " Lines");
    }
  }

  /// A bracket at the start makes a stray zero byte the trouble of one record, not of the file.
  private static boolean looksLikeJson(byte[] start) {
    for (byte b : start) {
      if (b == '{' || b == '[') return true;
      if (!ByteWindow.isSpace(b)) return false;
    }
    return false;
  }

  private static boolean begins(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) return false;
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) return false;
    }
    return true;
  }
}
