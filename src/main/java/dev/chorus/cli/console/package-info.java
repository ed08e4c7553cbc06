/// The streams of a command, and the messages on them while it runs.
package dev.chorus.cli.console;
