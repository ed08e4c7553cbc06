/// Prints an outline as one HTML file that needs no network, no account and no script.
package dev.chorus.render.html;
