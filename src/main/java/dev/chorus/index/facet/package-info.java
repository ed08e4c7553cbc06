/// Counts of the values of matching posts. Inner part of the index.
package dev.chorus.index.facet;
