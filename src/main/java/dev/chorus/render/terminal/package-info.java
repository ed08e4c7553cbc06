/// Prints outlines for terminals.
package dev.chorus.render.terminal;
