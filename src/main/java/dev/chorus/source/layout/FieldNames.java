package dev.chorus.source.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The dictionary: what tools and platforms call the fields of a post, for tables and JSON alike.
///
/// A name is looked up without case, blanks and punctuation, so `Like Count`, `likeCount` and
/// `like_count` are one. A path is a nested field of JSON or a column such as
/// `public_metrics.like_count` or `user/screen_name`. Its parts are understood one by one: what
/// stands inside an owner (`user`, `author`) is about the author, what stands inside counts
/// (`public_metrics`, `stats`) is a count, and wrappers (`data`, `node`, `_source`) mean nothing.
/// Whatever stands inside another object is not about the post itself and means nothing here.
public final class FieldNames {
  /// A name that means the field, but that has other meanings as well, comes later in the list:
  /// the first name whose column holds fitting values is taken.
  private static final Map<Field, String> NAMES = new EnumMap<>(Field.class);

  static {
    NAMES.put(
        Field.ID,
        """
        idstr idstring commentid reviewid messageid id tweetid tweetidstr statusid postid postidstr
        msgid submissionid replyid itemid storyid mediaid videoid articleid documentid docid noteid uri
        aturi guid uuid pk restid objectid entityid contentid resultid responseid
        recordid eventid recommendationid code shortcode cid key awemeid platformid no num nummer nr idoid
        identifier identifiant kennung\
        """);
    NAMES.put(
        Field.TEXT,
        """
        fulltext rawcontent tweettext tweetfulltext tweetcontent posttext postcontent postbody postmessage
        commenttext commentbody commentcontent reviewtext reviewbody reviewcontent reviewdescription
        messagetext messagecontent messagebody textoriginal texttext plaintext cleantext rawtext text textbody bodytext body
        content contents contenttext message msg caption captiontext selftext hitsentence openingtext
        snippet textdisplay comment tweet review toot cooked status statustext post posts description desc descriptiontext
        submission answer answertext response feedback opinion verbatim quote statement words
        sentence utterance opentext freetext transcript excerpt summary note renderedcontent
        commentary
        nachricht texte kommentar inhalt beitrag beitragstext kommentartext
        commentaire contenu publication avis
        mensaje texto comentario comentarios contenido opinión
        mensagem conteúdo comentário testo commento contenuto messaggio recensione
        tekst bericht wiadomość komentarz treść текст сообщение комментарий
        本文 内容 正文 テキスト 投稿 コメント 评论 文本 评论内容 텍스트 내용\
        """);
    NAMES.put(
        Field.TITLE,
        "title headline subject sub posttitle reviewtitle reviewheadline articletitle summary"
            + " heading titel titre título titolo betreff überschrift 标题 タイトル 件名 제목");
    NAMES.put(Field.KIND, "kind");
    NAMES.put(
        Field.PLATFORM, "platform network sourceplatform socialnetwork socialplatform source site");
    NAMES.put(
        Field.LANG,
        "lang language langs languagecode langcode tweetlang reviewlanguage detectedlanguage"
            + " sprache langue idioma lingua");
    NAMES.put(
        Field.CREATED_AT,
        """
        createdat createdutc dategmt createdtime timestampcreated originserverts publishedatdate publishat creationtime created createdon createddate createddatetime
        creationdate datecreated
        datetimecreated publishedat publisheddate publishdate publishedtime publishtime publishedon
        pubdate published publicationdate datepublished postedat postedon posted postdate posttime postcreated
        postcreateddate postcreatedat postcreatedtime postpublishedat postedtime dateposted
        postdatetime postedtimestamp
        tweetcreatedat tweetcreated tweetdate tweettime tweetedat tweettimestamp commentdate
        commenttime commenttimestamp commentcreatedat
        commentcreatetimestamp commentpublishedat reviewdate reviewtime reviewedat reviewcreatedat
        unixreviewtime reviewsubmitdateandtime reviewtimestamp dateofreview
        submissiondate submittedat submitdate submittime submitted recordeddate completedat
        datetime dateandtime dateutc datetimeutc timestamputc utctime utcdate timestampms timestampmsec createtime createtimestamp
        createdtimestamp creationtimestamp createdatmillis takenat takenattimestamp unixtimestamp unixtime dateunixtime
        epoch timeparsed timestamp ts at date time sent sentat senddate sentdate when day
        enddate updated lastmodified indexedat
        erstelltam erstellt datum datumzeit zeitstempel veröffentlicht zeitpunkt zeit fecha fechacreacion fechayhora publicado
        dateheure datedepublication datedecréation heure data dataora datahora dataehora datapubblicazione criadoem дата датавремя 日時
        日付 投稿日時 日期 时间 時間 发布时间 날짜 작성일\
        """);
    NAMES.put(
        Field.CLOCK,
        "time posttime clock hour timeofday timeutc uhrzeit zeit hora ora heure tijd время 时间 時間");
    NAMES.put(
        Field.EDITED_AT, "editedat edited editedutc lastedited lasteditedat editdate edittime");
    NAMES.put(
        Field.URL,
        """
        url tweeturl posturl statusurl commenturl reviewurl messageurl permalink permalinkurl
        permalinkpath weburl shareurl fullurl tweetlink postlink commentlink canonicalurl
        twitterurl link posthref href tweetpermalink externalurl articleurl videourl address\
        """);
    NAMES.put(
        Field.AUTHOR,
        """
        author authors user by poster postedby postauthor creator owner writer from sender tweetauthor
        commentauthor commenter commentor reviewer speaker account person profile actor tweeter contributor
        autor auteur verfasser verfasserin nutzer nutzerin benutzer absender usuario utente utilisateur utilizador
        gebruiker автор пользователь ユーザー 投稿者 作者 用户 用户名 昵称 작성자\
        """);
    NAMES.put(
        Field.NAME,
        """
        authorname displayname userdisplayname authordisplayname accountdisplayname fullname
        userfullname ownerfullname authorfullname realname usernickname nickname profilename
        pagename channelname channeltitle reviewername sendername fromname accountname customername
        commentername postername name byline
        benutzername nombre nom nome имя 名前\
        """);
    NAMES.put(
        Field.HANDLE,
        """
        authorhandle handle screenname userscreenname authorscreenname userhandle username
        authorusername userusername authoruniqueid useruniqueid uniqueid ownerusername
        accountusername accountacct accounthandle fromuser fromusername senderusername sendernick login
        userlogin userslug acct authorlogin posterusername twitterhandle twitterusername userkey
        channelhandle pageusername profilehandle nick nutzername usuariohandle
        authorid userid fromuserid accountid ownerid senderid channelid reviewerid profileid authordid did
        useridstr fromid fromuseridstr noteauthorparticipantid\
        """);
    NAMES.put(Field.ROLE, "role authorrole jobtitle profession occupation");
    NAMES.put(
        Field.IN_REPLY_TO,
        """
        parentid inreplyto inreplytostatusidstr inreplytostatusid inreplytotweetid inreplytoid
        inreplytopostid inreplytomessageid replytoid replytostatusid replytotweetid replytweetid
        replytopostid replytomessageid replytomsgid replytocommentid replyto repliedtoid repliedtotweetid repliedto
        parentcommentid parenttweetid parentpostid parenturi parent parentmessageid replyid replyparenturi
        replyparent inreplytouri isreplyto replytocid replytoname antwortauf\
        """);
    NAMES.put(
        Field.QUOTES,
        "quotes quotedid quotedtweetid quotedstatusidstr quotedstatusid quotedpostid quoteid"
            + " quotetweetid quoteduri quotedtweet quotedstatus quoteuri");
    NAMES.put(
        Field.REPOST_OF,
        "repostof retweetedid retweetedtweetid retweetedstatusidstr retweetedstatusid retweetof"
            + " retweetid rtid reblogofid repostedid repostid repostofid retweetedtweet"
            + " retweetedstatus rootoriginalid reposturi");
    NAMES.put(
        Field.THREAD,
        """
        thread threadid conversationid conversationidstr conversation discussionid topicid
        linkid rootid rooturi replyrooturi threadts threadlink submissionid postid storyid\
        """);
    NAMES.put(Field.VERSION_OF, "versionof");
    NAMES.put(
        Field.LIKES,
        """
        likes likecount likescount votesup votescount totallikes numlikes numberoflikes nlikes nblikes nooflikes favoritecount
        favouritecount favouritescount favoritescount favorites favourites favcount favs fav
        favorite numfavorites likesnum postlikes tweetlikes commentlikes commentlikecount likesandreactions
        attitudescount reactioncount reactionscount totalreactions reactions upvotes upvotecount ups thumbsup
        thumbsupcount thumbs diggcount digg hearts heartcount applausecount claps clapcount plusone helpfulcount helpfulvotes
        helpfulvote helpful score points votes votecount twitterlikes instagramlikes
        facebooklikes like
        gefälltmir gefälltmirangaben megusta jaime mipiace curtidas likesanzahl anzahllikes
        лайки いいね 点赞 点赞数 좋아요\
        """);
    NAMES.put(
        Field.REPOSTS,
        """
        reposts repostcount repostscount retweets retweetcount retweetscount totalretweets
        numretweets numberofretweets nretweets nbretweets retweetsnum shares sharecount sharescount totalshares numshares
        nshares reblogs reblogscount reblogcount boosts boostcount forwards forwardcount forwardscount
        twitterretweets facebookshares rts rtcount retweet share
        geteilt teilungen compartidos partages condivisioni репосты 转发 转发数\
        """);
    NAMES.put(
        Field.REPLIES,
        """
        replies replycount repliescount totalreplies numreplies numberofreplies nreplies nbreplies
        repliesnum numcomments commentcount commentscount totalcomments numberofcomments ncomments totalreplycount
        replycommenttotal comments twitterreplies facebookcomments tweetreplies childcount
        answercount descendants numreply antworten kommentare comentarios commentaires
        respuestas respostas commenti ответы 评论数\
        """);
    NAMES.put(
        Field.VIEWS,
        """
        views viewcount viewscount totalviews numviews nviews numberofviews impressions
        impressioncount impressionscount postviews playcount plays videoviews videoviewcount viewsnum
        aufrufe vues visualizaciones visualizações visualizzazioni просмотры 播放量 阅读量 조회수\
        """);
    NAMES.put(
        Field.RATING,
        """
        rating ratings starrating stars star numstars numberofstars reviewrating reviewstars
        reviewscore ratingvalue ratingstars overallrating userrating overall imrating rate score
        bewertung sterne note puntuación calificación nota valutazione 评分 星级 評価\
        """);
  }

  /// Objects around a post that say nothing about it.
  private static final Set<String> WRAPPERS =
      words(
          """
          data node item mblog post tweet status comment record message snippet attributes
          fields field legacy value properties review document doc hit result entity media note object
          toplevelcomment tweetresults payload content basic info dates submission story video response
          """);

  /// Objects that describe the author.
  private static final Set<String> OWNERS =
      words(
          """
          author user account owner from sender creator poster profile channel actor person
          reviewer commenter member consumer customer authors postowner extraauthorattributes authormeta userinfo postedby attributedto by
          authordetails userdetails userprofile fromuser page authorinfo
          """);

  /// Names in such an object, in order.
  private static final List<String> OWNER_HANDLES =
      List.of(
          "screenname",
          "username",
          "handle",
          "uniqueid",
          "acct",
          "login",
          "steamid",
          "preferredusername",
          "nick",
          "slug",
          "displayid",
          "idstr",
          "id",
          "userid",
          "did",
          "pk",
          "key");

  private static final List<String> OWNER_NAMES =
      List.of(
          "displayname", "fullname", "name", "nickname", "realname", "title", "accountdisplayname");

  /// Objects that hold counts.
  private static final Set<String> COUNTS =
      words(
          """
          publicmetrics metrics organicmetrics nonpublicmetrics stats statistics engagement counts count
          reactions socialmetrics counters interactions actual publicstats
          statsv2 engagements numbers socialdetail totalsocialactivitycounts
          """);

  /// Objects that are another post, and what the post is to it.
  private static final Map<String, Field> OTHERS = new HashMap<>();

  static {
    for (String name : words("inreplyto parent replyto isreplyto repliedto inreplytotweet")) {
      OTHERS.put(name, Field.IN_REPLY_TO);
    }
    for (String name : words("quoted quotedtweet quotedstatus quotedpost quote")) {
      OTHERS.put(name, Field.QUOTES);
    }
    for (String name :
        words("retweeted retweetedtweet retweetedstatus reblog repost reposted retweet")) {
      OTHERS.put(name, Field.REPOST_OF);
    }
    for (String name : words("conversation thread root")) OTHERS.put(name, Field.THREAD);
  }

  /// Ends of a path that only say how the value is written.
  private static final Set<String> FORMS =
      words("text value oid date numberlong numberint rendered label raw count t content iso");

  /// Those that are no names of fields themselves.
  private static final Set<String> PURE_FORMS = words("rendered value raw oid date numberlong");

  /// Ranks of the names.
  private static final int INSIDE_WRAPPER = 1_000;

  private static final Map<String, Map<Field, Integer>> RANKS = ranks();

  private FieldNames() {}

  private static Set<String> words(String names) {
    return Set.of(names.strip().split("\\s+"));
  }

  private static Map<String, Map<Field, Integer>> ranks() {
    Map<String, Map<Field, Integer>> ranks = new HashMap<>();
    NAMES.forEach(
        (field, names) -> {
          int rank = 0;
          for (String name : names.strip().split("\\s+")) add(ranks, plain(name), field, rank++);
        });
    return ranks;
  }

  private static void add(
      Map<String, Map<Field, Integer>> ranks, String name, Field field, int rank) {
    ranks.computeIfAbsent(name, _ -> new EnumMap<>(Field.class)).putIfAbsent(field, rank);
  }

  /// A name without case, blanks and punctuation; without a remark in brackets, too, as in
  /// `Date (UTC)`.
  static String plain(String name) {
    String bare = name.replaceAll("[(\\[{].*?[)\\]}]", "");
    String plain = bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return plain.isEmpty()
        ? name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "")
        : plain;
  }

  /// Paths that were looked up; files have few.
  private static final Map<String, Map<Field, Integer>> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;

  /// The fields that a column of this path may hold, each with its rank: lower ones fit better.
  static Map<Field, Integer> fields(String path) {
    Map<Field, Integer> known = KNOWN.get(path);
    if (known != null) return known;
    Map<Field, Integer> found = look(path);
    if (KNOWN.size() < MOST_KNOWN) KNOWN.put(path, found);
    return found;
  }

  private static Map<Field, Integer> look(String path) {
    List<String> parts = new ArrayList<>();
    int wrappers = 0;
    String[] segments = path.split("[./]|__");
    for (int i = 0; i < segments.length; i++) {
      // What programs keep for themselves, such as `_score` and `_timestamp`.
      if (segments[i].startsWith("_") && !segments[i].matches("_id|_source.*")) return Map.of();
      String part = plain(segments[i].replaceAll("\\[0]$", ""));
      if (part.isEmpty()) continue;
      boolean written = i == segments.length - 2 && PURE_FORMS.contains(plain(segments[i + 1]));
      boolean wraps = WRAPPERS.contains(part) && !written || segments[i].equals("_source");
      if (i < segments.length - 1 && wraps) wrappers++;
      else parts.add(part);
    }
    Map<Field, Integer> found = new EnumMap<>(Field.class);
    switch (parts.size()) {
      case 1 -> found.putAll(single(parts.getFirst()));
      case 2 -> found.putAll(pair(parts.get(0), parts.get(1)));
      case 3 -> {
        // Such as `referenced_tweets.replied_to.id` and `author.name.text`.
        if (FORMS.contains(parts.get(2))) found.putAll(pair(parts.get(0), parts.get(1)));
        else if (OTHERS.containsKey(parts.get(1))) found.putAll(pair(parts.get(1), parts.get(2)));
        else if (COUNTS.contains(parts.get(0))) found.putAll(pair(parts.get(0), parts.get(2)));
      }
      default -> {
        // Deep inside, only links to other posts are certain.
        if (parts.size() > 3 && OTHERS.containsKey(parts.get(parts.size() - 2))) {
          found.putAll(pair(parts.get(parts.size() - 2), parts.getLast()));
        }
      }
    }
    int inside = wrappers * INSIDE_WRAPPER;
    found.replaceAll((_, rank) -> rank + inside);
    // Chorus's own paths come first of all.
    Field.of(path).ifPresent(own -> found.put(own, -1));
    return found;
  }

  private static Map<Field, Integer> single(String name) {
    Map<Field, Integer> direct = RANKS.getOrDefault(name, Map.of());
    if (!direct.isEmpty()) return direct;
    // `user_screen_name` in a table is `user.screen_name` in JSON, `Public Metrics Like Count` too.
    for (String owner : OWNERS) {
      if (name.startsWith(owner) && name.length() > owner.length()) {
        Map<Field, Integer> inner = owner(name.substring(owner.length()));
        if (!inner.isEmpty()) return inner;
      }
    }
    for (String counts : COUNTS) {
      if (name.startsWith(counts)) {
        Map<Field, Integer> inner = counts(name.substring(counts.length()));
        if (!inner.isEmpty()) return inner;
      }
    }
    return Map.of();
  }

  private static Map<Field, Integer> pair(String first, String second) {
    if (OWNERS.contains(first)) return owner(second);
    if (COUNTS.contains(first)) return counts(second);
    Field other = OTHERS.get(first);
    if (other != null) {
      return second.matches("id|idstr|uri|restid|tweetid|eventid|messageid")
          ? Map.of(other, 50)
          : Map.of();
    }
    if (FORMS.contains(second)) return single(first);
    return Map.of();
  }

  private static Map<Field, Integer> owner(String leaf) {
    int handle = OWNER_HANDLES.indexOf(leaf);
    if (handle >= 0) return Map.of(Field.HANDLE, handle);
    int name = OWNER_NAMES.indexOf(leaf);
    if (name >= 0) return Map.of(Field.NAME, name);
    return Map.of();
  }

  private static Map<Field, Integer> counts(String leaf) {
    Map<Field, Integer> found = new EnumMap<>(Field.class);
    RANKS
        .getOrDefault(leaf, Map.of())
        .forEach(
            (field, rank) -> {
              if (field.isCount()) found.put(field, rank);
            });
    return found;
  }
}
