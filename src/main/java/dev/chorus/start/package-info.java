/// What runs before the command line does: a fast start, and the preparation of it.
package dev.chorus.start;
