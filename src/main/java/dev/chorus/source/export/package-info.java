/// One reader for each file of posts that tools and platforms let people export or download.
package dev.chorus.source.export;
