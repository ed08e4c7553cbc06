/// What several rooms need and none owns.
package dev.chorus.common;
