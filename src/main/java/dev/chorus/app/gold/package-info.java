/// Work with labelled posts ("gold"): measures the analysis against them, and learns the weights of
/// the models from them. Start at [Evaluate] and [Train].
package dev.chorus.app.gold;
