/// Files before anybody reads their content: unpacked, recognised by their first bytes, and as
/// UTF-8. The only package that knows how files are compressed. It reads streams from front to
/// back, writes nothing, and holds little memory whatever the file claims about its size.
package dev.chorus.input;
