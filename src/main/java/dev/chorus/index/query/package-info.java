/// What the index is asked and what it answers.
package dev.chorus.index.query;
