/// Text to vectors: word pieces and the transformer that reads them (ONNX Runtime).
package dev.chorus.language.encoder;
