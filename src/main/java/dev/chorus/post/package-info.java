/// A [Post] and its parts. Data only; every other package reads them.
package dev.chorus.post;
