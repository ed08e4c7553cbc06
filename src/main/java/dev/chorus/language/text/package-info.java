/// Posts as models read them: without links and escapes, with their language, phrases and listed
/// names found.
package dev.chorus.language.text;
