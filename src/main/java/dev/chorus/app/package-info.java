/// The product as a library: read posts into an index, move them to other camps, report, evaluate,
/// train. Nothing here prints, exits or knows a command line; who calls is told through a listener.
package dev.chorus.app;
