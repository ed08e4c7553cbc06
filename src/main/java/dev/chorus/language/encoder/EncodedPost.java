package dev.chorus.language.encoder;

/// A post as the encoder read it.
public record EncodedPost(Words words, Encoder.Encoding encoding) {}
