/// Values of all posts, column by column, and the bytes in which they are stored. Inner part of
/// the index, but for [dev.chorus.index.column.PostColumns], which reports read.
package dev.chorus.index.column;
