package dev.chorus.language.encoder;

/// A post as the encoder read it.
public record ReadPost(Words words, Encoder.Encoding encoding) {}
