/// The product as a library: reads posts into an index, moves them to other camps, reports,
/// searches, evaluates and trains. Nothing here prints, exits or knows a command line; callers get
/// progress and remarks through listeners.
package dev.chorus.app;
