/// Tables that are no text: the rows of workbooks, and the records of columnar files. The only
/// package that knows the libraries for them, which are loaded when such a file comes.
package dev.chorus.source.sheet;
