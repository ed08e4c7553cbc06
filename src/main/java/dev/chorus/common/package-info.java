/// Tools that several rooms need and no room owns.
package dev.chorus.common;
