/// One reader for the answers of each platform's own interface, such as
/// [dev.chorus.source.platform.MastodonFormat].
package dev.chorus.source.platform;
