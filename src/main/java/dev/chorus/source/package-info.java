/// Reads files into posts, tables and pseudonyms included. Bad input is data
/// ([dev.chorus.source.format.ReadResult.Rejected]), so that it never takes good records with it.
package dev.chorus.source;
