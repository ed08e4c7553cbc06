/// Camps that nobody declared: clusters of posts that fit no declared camp.
package dev.chorus.camp.emergent;
