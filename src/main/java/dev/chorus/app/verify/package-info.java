/// Checks a finished report, or an article that quotes posts, against an index.
package dev.chorus.app.verify;
