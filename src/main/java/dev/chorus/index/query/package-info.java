/// Requests to the index and its answers.
package dev.chorus.index.query;
