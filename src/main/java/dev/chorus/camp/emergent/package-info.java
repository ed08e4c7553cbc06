/// Camps that nobody declared: clusters of the posts that fit no declared camp.
package dev.chorus.camp.emergent;
