/// JSON in and out, as plain Java values: maps, lists, strings, numbers, booleans and null. The
/// only package that knows Jackson, so no other package depends on how JSON is parsed or printed.
package dev.chorus.json;
