package dev.chorus.language;

/// A post as the encoder read it.
record ReadPost(Words words, Encoder.Encoding encoding) {}
