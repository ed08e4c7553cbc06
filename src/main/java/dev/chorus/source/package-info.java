/// Files to posts: one reader per format, found by content. Bad input is data
/// ([ReadResult.Rejected]), never an exception that takes good records with it.
package dev.chorus.source;
