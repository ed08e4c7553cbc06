/// Fine-tunes the encoder: reads its weights, learns, writes them as the graph that
/// [dev.chorus.language.encoder.Encoder] runs.
///
/// The door is [dev.chorus.training.tuning.SentimentTraining]. Needs the PyTorch engine of Deep
/// Java Library at run time, which the launcher puts on the class path for `train sentiment` alone.
package dev.chorus.training.tuning;
