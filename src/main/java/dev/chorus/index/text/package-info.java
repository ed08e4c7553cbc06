/// Words of posts as the index keeps them: tokens, folding, field names. Inner part of the index.
package dev.chorus.index.text;
