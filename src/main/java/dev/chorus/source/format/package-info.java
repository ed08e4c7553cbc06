/// One reader for each format that posts come in.
package dev.chorus.source.format;
