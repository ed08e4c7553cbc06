package dev.chorus.render.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A link out of the page to a post. Only `https`: what else a post gives as its address is no
/// link.
///
/// @param host such as `example.com`, in ASCII
record WebLink(String address, String host) {
  static Optional<WebLink> of(Optional<String> url) {
    if (url.isEmpty()) return Optional.empty();
    try {
      URI uri = new URI(url.get().strip());
      if (!"https".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(
          new WebLink(url.get().strip(), host.startsWith("www.") ? host.substring(4) : host));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
