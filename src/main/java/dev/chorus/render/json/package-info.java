/// Writes reports, searches, reactions and evaluations as JSON, in the shapes that `docs/json.md`
/// describes.
package dev.chorus.render.json;
