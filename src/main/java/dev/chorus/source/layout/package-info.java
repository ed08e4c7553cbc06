/// Posts out of tables and JSON of any shape, read by what their columns mean. The door is
/// [dev.chorus.source.layout.UnknownShape], the dictionary of names
/// [dev.chorus.source.layout.FieldNames].
package dev.chorus.source.layout;
