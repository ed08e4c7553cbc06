/// What somebody said: a [Post] and what it is made of. Data only; every other package reads it.
package dev.chorus.post;
