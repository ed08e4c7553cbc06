/// A post as models read it: links and escapes removed, language guessed, phrases and names of
/// lists found.
package dev.chorus.language.text;
