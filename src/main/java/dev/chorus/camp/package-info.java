/// Sorts reactions into camps.
///
/// An [dev.chorus.camp.Event] declares camps and targets in a YAML file
/// ([dev.chorus.camp.EventFile]); an [dev.chorus.camp.Assigner] gives each reaction a
/// [dev.chorus.camp.Placement].
package dev.chorus.camp;
