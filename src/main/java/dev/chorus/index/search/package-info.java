/// How a query is answered: parsed, matched, ranked, explained. Inner part of the index.
package dev.chorus.index.search;
