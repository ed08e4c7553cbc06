/// What a post says: tokens, sentences and names (CoreNLP), mood, meaning as a vector (ONNX
/// Runtime), and the stance toward each target of the event.
///
/// The door is [dev.chorus.language.Analyzer], from [dev.chorus.post.Post] to
/// [dev.chorus.language.Reaction]. Every step is a CoreNLP annotator, so that another pipeline can
/// use them one by one.
package dev.chorus.language;
