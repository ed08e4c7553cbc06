/// Counts of the values that the matching posts have. Inner part of the index.
package dev.chorus.index.facet;
