/// The process before the command line: opens an index early, and prepares a fast start.
package dev.chorus.start;
