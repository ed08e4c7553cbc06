/// Prints an outline as Markdown, for GitHub and for pandoc.
package dev.chorus.render.markdown;
