package dev.chorus.json;

/// Tells what a file is that is no JSON, from its first bytes.
final class Signature {
  private Signature() {}

  /// @throws NotJsonException if the bytes are of another kind of file
  static void refuseForeign(byte[] start) throws NotJsonException {
    if (begins(start, 0x1F, 0x8B)) throw compressed("gzip", "gunzip");
    if (begins(start, 0x28, 0xB5, 0x2F, 0xFD)) throw compressed("zstd", "unzstd");
    if (begins(start, 'P', 'K', 3, 4)) throw compressed("zip", "unzip");
    if (begins(start, 'B', 'Z', 'h')) throw compressed("bzip2", "bunzip2");
    if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF)) {
      throw new NotJsonException("is UTF-16; save it as UTF-8");
    }
    if (begins(start, 0xFD, '7', 'z', 'X', 'Z')) throw compressed("xz", "unxz");
    if (start.length > 1 && (start[0] == 0 || start[1] == 0)) {
      throw new NotJsonException("is binary or UTF-16; wanted JSON in UTF-8");
    }
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

  private static NotJsonException compressed(String with, String tool) {
    return new NotJsonException(
        "is compressed with " + with + "; unpack it first (" + tool + " FILE)");
  }

  private static boolean begins(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) return false;
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) return false;
    }
    return true;
  }
}
