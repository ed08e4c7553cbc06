/// Which words of a post can stand alone: passages of whole sentences, and what is wrong with them.
package dev.chorus.report.quote;
