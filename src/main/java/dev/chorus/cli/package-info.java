/// The command line: one class a command, each wiring the stages together. The only package that
/// prints or exits.
package dev.chorus.cli;
