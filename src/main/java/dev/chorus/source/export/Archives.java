package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.format.RecordFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Archives that X and Mastodon give to the owners of accounts. The file with the posts does not
/// say whose they are, and that of X cuts long posts: other files of the same folder say so. What
/// they say is kept here by folder, and added to the posts that are read from it.
///
/// A long post of X has a number of its own in `note-tweet.js`. It belongs to the post of the same
/// second that begins with the same words.
public final class Archives {
  /// Files that say something about posts: those of X, also when they come in parts, and
  /// Mastodon's.
  private static final Pattern ABOUT =
      Pattern.compile("(?:account|note-tweet(?:-part[0-9]+)?)\\.js|actor\\.json");

  private static final Pattern POSTS =
      Pattern.compile("(?:community-)?tweets?(?:-part[0-9]+)?\\.js|outbox\\.json");

  private static final Pattern PART =
      Pattern.compile("\\s*window\\.YTD\\.(\\w+?)\\.part[0-9]+\\s*=");

  /// Names that X gives to lists of posts.
  private static final Set<String> LISTS =
      Set.of("tweet", "tweets", "community_tweet", "community_tweets");

  /// What other lists hold, where their name does not say it.
  private static final Map<String, String> OTHER_LISTS =
      Map.of(
          "like", "likes, which are no posts of the account",
          "deleted_tweets", "posts that were deleted",
          "deleted_tweet", "posts that were deleted",
          "account", "whose account it is",
          "note_tweet", "the whole text of long posts, which goes into the posts themselves");

  /// Words at the beginning of a long text by which it is known.
  private static final int ALIKE = 40;

  /// The shortest text of a post that may have been cut; X cuts behind 280 characters, of which
  /// some count twice.
  private static final int CUT = 130;

  /// Names of files that a remark shows.
  private static final int SHOWN = 30;

  private static final String ACTOR = "actor.json";

  /// Files of Mastodon's that name posts of others.
  private static final Set<String> ADDRESSES = Set.of("likes.json", "bookmarks.json");

  private final Map<String, Folder> folders = new HashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /// What is known about the posts of one folder: whose they are, and long texts by the second.
  private static final class Folder {
    Optional<Author> owner = Optional.empty();
    final Map<Long, Set<String>> longTexts = new HashMap<>();
  }

  /// Whether a file of this name may say something about the posts beside it.
  public static boolean isAbout(String name) {
    return ABOUT.matcher(last(name)).matches();
  }

  /// Whether a file of this name may hold the posts of an archive.
  public static boolean isOfPosts(String name) {
    return POSTS.matcher(last(name)).matches();
  }

  /// Why a file of an archive holds no posts, in words that fit behind its name; nothing for all
  /// other files.
  ///
  /// @param start the first bytes of the file
  public static Optional<String> withoutPosts(String name, byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (last(name).equals(ACTOR) && text.contains("\"preferredUsername\"")) {
      return Optional.of("says whose account it is, and holds no posts");
    }
    if (ADDRESSES.contains(last(name)) && text.contains("\"OrderedCollection\"")) {
      return Optional.of("holds only addresses of posts that the account liked or marked");
    }
    if (text.startsWith("window.__THAR_CONFIG")) {
      return Optional.of("lists the files of an archive of X, and holds no posts");
    }
    Matcher list = PART.matcher(text);
    if (!list.lookingAt() || LISTS.contains(list.group(1))) return Optional.empty();
    return Optional.of(
        "is of an archive of X and holds "
            + OTHER_LISTS.getOrDefault(
                list.group(1), "\"" + list.group(1) + "\", which are no posts"));
  }

  /// Notes a file [#withoutPosts] that stands among others.
  public void leaveOut(String name) {
    leftOut.add(last(name));
  }

  /// Which files were left out, and why, for people; nothing if there were none.
  public Optional<String> leftOut() {
    if (leftOut.isEmpty()) return Optional.empty();
    return Optional.of(
        "left out, as they hold likes, messages, settings and the like, and no posts of the"
            + " account: "
            + String.join(", ", leftOut.stream().limit(SHOWN).toList())
            + (leftOut.size() > SHOWN ? " and " + (leftOut.size() - SHOWN) + " more" : "")
            + ".");
  }

  /// Takes in a record of a file that [#isAbout] its neighbours. Records that say nothing are
  /// passed over.
  ///
  /// @param file its name, with its folder or archive in front
  public void learn(String file, RecordFields record) {
    try {
      Optional<RecordFields> account = record.peek("account");
      Optional<RecordFields> note = record.peek("noteTweet");
      if (account.isPresent() && account.get().has("username")) {
        own(file, account.get().text("accountDisplayName"), account.get().handle("username"));
      } else if (note.isPresent()) {
        longText(file, note.get());
      } else if (record.has("preferredUsername")) {
        own(file, record.text("name"), record.handle("preferredUsername"));
      }
    } catch (FieldException e) {
      // The posts are read without it, as they are where there is no such file.
    }
  }

  private void own(String file, Optional<String> name, Optional<String> handle) {
    at(file).owner = Optional.of(new Author(name, handle, Optional.empty(), List.of()));
  }

  private void longText(String file, RecordFields note) throws FieldException {
    Optional<Instant> time = note.time("createdAt");
    Optional<RecordFields> core = note.peek("core");
    if (time.isEmpty() || core.isEmpty()) return;
    Optional<String> text = core.get().text("text").map(Html::unescaped);
    if (text.isEmpty() || text.get().length() > Post.MAX_TEXT) return;
    at(file)
        .longTexts
        .computeIfAbsent(time.get().getEpochSecond(), _ -> new LinkedHashSet<>())
        .add(text.get());
  }

  private Folder at(String file) {
    return folders.computeIfAbsent(folder(file), _ -> new Folder());
  }

  /// The result with what the other files of its folder say about the post.
  public ReadResult complete(ReadResult result) {
    if (folders.isEmpty() || !(result instanceof ReadResult.Parsed parsed)) return result;
    return new ReadResult.Parsed(parsed.at(), complete(parsed.at().file(), parsed.post()));
  }

  private Post complete(String file, Post post) {
    Folder folder = folders.get(folder(file));
    if (folder == null || !isOfPosts(file)) return post;
    String text = wholeText(folder, post);
    Author author = folder.owner.filter(owner -> isBy(owner, post)).orElse(post.author());
    if (text.equals(post.text()) && author.equals(post.author())) return post;
    return new Post(
        post.id(),
        text,
        post.kind(),
        post.platform(),
        post.lang(),
        post.createdAt(),
        post.editedAt(),
        url(post, author),
        author,
        post.links(),
        post.engagement(),
        post.rating(),
        post.notes(),
        post.targets());
  }

  /// Posts of X name nobody; those of Mastodon have the handle, but not the name.
  private static boolean isBy(Author owner, Post post) {
    return post.author().equals(Author.UNKNOWN)
        || (post.author().name().isEmpty() && post.author().handle().equals(owner.handle()));
  }

  private static final String NOBODY = "https://x.com/i/status/";

  private static Optional<String> url(Post post, Author author) {
    return post.url()
        .map(
            url ->
                url.startsWith(NOBODY) && author.handle().isPresent()
                    ? "https://x.com/"
                        + author.handle().get()
                        + "/status/"
                        + url.substring(NOBODY.length())
                    : url);
  }

  private static String wholeText(Folder folder, Post post) {
    if (post.createdAt().isEmpty() || folder.longTexts.isEmpty()) return post.text();
    long second = post.createdAt().get().getEpochSecond();
    for (long at = second - 1; at <= second + 1; at++) {
      Set<String> texts = folder.longTexts.getOrDefault(at, Set.of());
      for (String text : texts) {
        if (post.text().contains(text.substring(0, Math.min(ALIKE, text.length())))) return text;
      }
    }
    // Links are written in other ways in long texts.
    Set<String> texts = folder.longTexts.getOrDefault(second, Set.of());
    boolean isCut = post.text().length() >= CUT;
    return texts.size() == 1 && isCut ? texts.iterator().next() : post.text();
  }

  private static String folder(String file) {
    return file.substring(0, file.length() - last(file).length());
  }

  private static String last(String file) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return file.substring(Math.max(slash, file.lastIndexOf('!')) + 1);
  }
}
