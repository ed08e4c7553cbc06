/// The command line: one class a command. Beside [dev.chorus.start] the only package that prints.
package dev.chorus.cli;
