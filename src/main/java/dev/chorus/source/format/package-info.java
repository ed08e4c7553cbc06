/// One reader for each format of posts. The door is [dev.chorus.source.format.PostFormat].
package dev.chorus.source.format;
