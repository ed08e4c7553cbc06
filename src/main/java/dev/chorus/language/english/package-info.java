/// The analysis of English posts: a CoreNLP pipeline for tokens and sentences, with names, mood and
/// stance as annotators of our own.
package dev.chorus.language.english;
