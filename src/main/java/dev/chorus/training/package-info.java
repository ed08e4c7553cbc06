/// Learns the models from labelled posts. Only commands that train need it.
package dev.chorus.training;
