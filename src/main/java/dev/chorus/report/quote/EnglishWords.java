package dev.chorus.report.quote;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words by which a passage leans on something that a reader does not see.
///
/// They are English because posts in other languages are not read, and so never quoted. They are a
/// list because the question is one of grammar, and pronouns, conjunctions and answers are closed
/// classes of words.
final class EnglishWords {
  /// With one of these a sentence goes on from another, or answers one.
  private static final Set<String> CONTINUING =
      words(
          "and but so or nor because cause cuz then plus yet thus hence therefore moreover"
              + " furthermore however nevertheless nonetheless besides also too otherwise instead"
              + " anyway anyways meanwhile likewise similarly consequently accordingly which whose"
              + " whereas additionally alternatively conversely again neither either both ditto"
              + " yes yeah yea yep yup yah no nope nah right exactly precisely absolutely agreed"
              + " agree disagree true correct incorrect wrong false same lol lmao lmfao rofl haha"
              + " hahaha heh well ok okay okey sure indeed oh ah ahh hmm hm um uh huh wait sorry"
              + " actually aye fair totally definitely literally basically seriously obviously"
              + " apparently maybe perhaps probably possibly ofc idk imo imho tbh tbf afaik iirc"
              + " btw fyi edit ps update second secondly third thirdly finally lastly op source"
              + " why how interesting nice cool thanks thx ty welcome cheers congrats hi hey hello"
              + " bro dude man guys folks buddy sir mate");

  /// These stand for something.
  private static final Set<String> POINTING =
      words(
          "this that these those it its he she they them him her his hers their theirs thats"
              + " that's it's he's she's they're they've they'll they'd this'll itll such here"
              + " here's heres there's dis dat he'll she'll it'll he'd she'd it'd who's theyre"
              + " others another former latter thus whichever whatever");

  /// With these a sentence goes on from another as well.
  private static final Pattern CONTINUING_PHRASE =
      Pattern.compile(
          "^(?:depend(?:s|ing)|just like|something like|i mean|most people|sounds like|looks"
              + " like|seems |in (?:fact|truth|addition|short|other words|that"
              + " case|contrast|conclusion|turn)|on top of|on the (?:other|contrary)|as"
              + " (?:such|well|a result|for)|for (?:example|instance|one|reference|context)|other"
              + " than|apart from|aside from|by the way|to be (?:fair|clear|honest)|alternative"
              + " take|of course|not (?:sure|really|necessarily|only|saying)|with that|that"
              + " being|the other|at least|even (?:so|then|more)|let alone|what about|at the same"
              + " time|my point|the point|isn't|aren't|doesn't|don't|didn't|wasn't)\\b");

  /// Points to a thing, where no sentence before may have named it; times are no such things.
  private static final Pattern POINTING_ADJECTIVE =
      Pattern.compile(
          "\\b(?:this|these|those|no such|the other one)\\b(?!"
              + " (?:week|year|month|morning|weekend|day|days|is|was|who|of"
              + " us|time))|\\bhere[.!]?$");

  /// Pronouns of persons, who must have been named.
  private static final Set<String> OF_PERSONS =
      words("he she him her his hers he's she's he'll she'll he'd she'd himself herself");

  /// Pronouns of others, who should have been named.
  private static final Set<String> OF_OTHERS =
      words(
          "they them their theirs they're they've they'll they'd theyre it its it's itself this"
              + " these those such");

  private static final Pattern NOT_POINTING =
      Pattern.compile(
          "^(?:this (?:week|year|month|morning|weekend|time last)|"
              + "those (?:who|of|that)|these days|that said|it(?:'s| is|"
              + " was| would be| will be)(?: \\w+){0,3} (?:that|how|to|when|if|what|who|like)|it"
              + " (?:seems|looks|turns|appears|takes|took|feels)|no"
              + " (?:one|other|matter|ai|model|company|doubt|wonder|need|amount)|nobody|there's"
              + " no|such is|why (?:is|are|does|do|did|would|should|can|the)|how"
              + " (?:is|are|does|do|did|would|should|can|the|to|many|much)|right now|both \\w+"
              + " and|neither \\w+ nor|either \\w+ or|so (?:much|many|far)|update(?:d|s)|sure,?"
              + " (?:deepseek|the)|another (?:day|week|year|ai|chinese)|well done|fair"
              + " play|hats)\\b");

  /// Things beside the words: an article, a picture, the post that is answered.
  private static final Pattern UNSEEN =
      Pattern.compile(
          "\\b(?:(?:this|that|these|those|the|your|his|her|their|such) (?:\\w+ )?(?:article|"
              + "articles|post|posts|thread|threads|tweet|tweets|video|videos|clip|chart|charts|"
              + "graph|graphs|picture|pic|image|images|screenshot|screenshots|comment|comments|"
              + "headline|headlines|title|link|links|sub|subreddit|guy|guys|dude|piece|podcast|interview|prompt|meme|quote|statement|op|table|list|essay|blog)|such"
              + " responses?|here(?:'s| is| are) (?:a|an|my|how|why|what|the|some|more)|like"
              + " (?:this|that)|(?:see|read|watch|check|video|link|full"
              + " story|more|details|explained|as shown|image|linked)(?: \\w+)?"
              + " (?:below|above|here|out|attached)|look at (?:this|that)|(?:you|u)"
              + " (?:said|mentioned|linked|posted|wrote|quoted)|(?:this|that) (?:\\w+"
              + " )?(?:person|take|claim|theory|argument|question|answer|logic)|same thing here|as"
              + " (?:i|you|he) said|mentioned (?:above|earlier)|the above|see"
              + " (?:my|your)|op|oc|downvoted?|upvoted?|retweet|the (?:former|latter))\\b"
              + "|[\uD83D\uDC47\u2B07\u2935\u261F\uD83D\uDC46]");

  /// Talk to somebody who is not seen.
  private static final Pattern ADDRESSING =
      Pattern.compile(
          "\\b(?:you're (?:right|wrong|welcome|missing|confusing|not)|you are"
              + " (?:right|wrong|welcome|missing|confusing)|you (?:should|might|may)"
              + " (?:read|check|look|try)|are you|do you|did you|have you|can you|could you|would"
              + " you|thank you for your|i agree|i disagree|agree with you|don't you|aren't"
              + " you|what do you|my friend|your"
              + " (?:point|opinion|argument|comment|question|post|experience|take|claim)|if you'd"
              + " read|you (?:just|really|clearly|obviously|already|seem|sound|keep|have"
              + " no|must)|let me know|anyone (?:else|know|tried|have)|does anyone|has anyone|can"
              + " someone|anybody (?:else|know))\\b");

  private static final Pattern TO_SOMEBODY =
      Pattern.compile("\\b(?:your|you've|you're|youre|ur)\\b");

  /// Wishes to sell, or to be followed.
  private static final Pattern SELLING =
      Pattern.compile(
          "\\b(?:airdrop|giveaway|presale|pre-sale|whitelist|promo code|discount code|use code|free"
              + " trial|sign up (?:now|today|for|here|at)|subscribe|follow (?:me|us|for)|join"
              + " (?:us|our|the (?:waitlist|discord|telegram))|dm (?:me|us)|link in"
              + " (?:bio|comments?)|now (?:available|live) (?:on|at|in)|(?:is|are) (?:now )?live"
              + " (?:on|at)|buy now|order now|shop now|book a|learn more|read more|find out"
              + " more|click (?:here|the)|tap the|i just published|we just"
              + " (?:published|launched|released|added)|i (?:just"
              + " )?(?:built|made|created|wrote|launched) an? |newsletter|webinar|powered"
              + " by|introducing|contract address|100x|to the moon|moonshot|memecoin|meme"
              + " coin|affiliate|sponsored|like and (?:share|retweet|follow)|retweet if|rt"
              + " if|comment below|tag a friend|get (?:your|yours|it) (?:now|today|here|free)|try"
              + " it (?:now|today|here|free|out)|check (?:it|us|this|my|our)(?: \\w+)? ?out|check"
              + " out|(?:our|my)"
              + " (?:platform|product|app|service|token|channel|website|course|latest"
              + " (?:post|video|article|blog|episode)|new (?:post|video|article|blog|episode|"
              + "tool|app|course)))\\b");

  /// What programs write that answer or spread news.
  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "\\b(?:i am a bot|i'm a bot|beep boop|this action was performed"
              + " automatically|automoderator|google ?alerts|as an ai (?:language"
              + " )?model|certainly! (?:here|below)|revised version|key takeaways|in today's"
              + " (?:fast|digital|rapidly)|delves? into|rapidly evolving|ever-evolving|ever"
              + " evolving|paradigm shift in|(?:is|are) poised to|underscores? the|serves as a"
              + " (?:reminder|testament)|testament to|navigat\\w+ the|reshap\\w+ the"
              + " (?:landscape|future)|game-changing|let that sink in|masterclass in|how will"
              + " this|the future of ai|catalyst for|flip\\w* the script|isn't just)\\b");

  private static final Pattern SWEARING =
      Pattern.compile(
          "\\b(?:\\w*fuck\\w*|\\w*shit\\w*|sh\\*t|f\\*+\\w*|wtf|stfu|bitch\\w*|cunt\\w*|asshole\\w*|dick\\w*|"
              + "retard\\w*|nigg\\w*|whore\\w*|fag\\w*|cum|tits|porn|clowns?|morons?|idiots?)\\b");

  /// With one of these the first lines of news services begin.
  private static final Pattern OF_NEWS =
      Pattern.compile(
          "^(?:breaking|just"
              + " in|exclusive|new|update|updated|watch|read|report|reports|latest|news|opinion|analysis|live|today|alert|explained|trending|hot|top"
              + " story|video)\\b ?[:|-].*|^(?:breaking|just in)\\b.*",
          Pattern.DOTALL);

  /// A passage does not end with one of these.
  private static final Set<String> UNFINISHED =
      words(
          "and or but the a an of to in on at for with by from as is are was were be been that"
              + " which who whose their its his her our your my than into about over under between"
              + " if because while when where so such not no has have had will would can could"
              + " should this these those more most very via per including like through against");

  /// Small words that, with a capital and no stop before them, begin a sentence.
  private static final Pattern RUNNING_ON =
      Pattern.compile(
          "[\\p{Ll}\\d] (?:The|This|That|These|Those|However|It|It's|We|They|In|But|If|And|Is|Are"
              + "|What|How|Why|When|While|So|There|Here|Now|You|Your|Our|As|For|With|Not|No|Just"
              + "|Read|He|She|His|By|At|On|To) \\p{Ll}");

  private static final Pattern OWN_VOICE =
      Pattern.compile(
          "\\b(?:i|i'm|i've|i'd|i'll|me|my|mine|we|we're|we've|us|our|you|you're|your|im|ive)\\b");

  private static final Set<String> COMMON =
      words(
          "the a an to of is are was in on for and that it with as at by be this you i my we so not"
              + " they have has will just from than its it's what who how good best great better"
              + " but no like can do does did all your more very if or out up me us their about");

  private EnglishWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /// In small letters and with straight apostrophes, as all methods here want it; as long as the
  /// text, so that places are the same.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '’' || c == '‘' || c == '`' ? '\'' : Character.toLowerCase(c));
    }
    return plain.toString();
  }

  /// Whether a passage that begins with these words leans on what stands before it.
  static boolean continues(String plain, String firstWord) {
    return CONTINUING_PHRASE.matcher(plain).find()
        || (CONTINUING.contains(firstWord) || POINTING.contains(firstWord))
            && !NOT_POINTING.matcher(plain).find();
  }

  static boolean isOfPersons(String word) {
    return OF_PERSONS.contains(word);
  }

  static boolean isOfOthers(String word) {
    return OF_OTHERS.contains(word);
  }

  static boolean pointsElsewhere(String plain) {
    return UNSEEN.matcher(plain).find();
  }

  static boolean pointsToThing(String plain) {
    return POINTING_ADJECTIVE.matcher(plain).find();
  }

  /// Whether the words of an answer are said to somebody.
  static boolean addressesInAnswer(String plain) {
    return TO_SOMEBODY.matcher(plain).find();
  }

  static boolean addresses(String plain) {
    return ADDRESSING.matcher(plain).find();
  }

  static boolean sells(String plain) {
    return SELLING.matcher(plain).find();
  }

  static boolean isAutomatic(String plain) {
    return AUTOMATIC.matcher(plain).find();
  }

  static boolean swears(String plain) {
    return SWEARING.matcher(plain).find();
  }

  static boolean isNews(String plain) {
    return OF_NEWS.matcher(plain).matches();
  }

  static boolean isUnfinished(String lastWord) {
    return UNFINISHED.contains(lastWord);
  }

  /// @param text as it was written
  static boolean runsOn(String text) {
    return RUNNING_ON.matcher(text).find();
  }

  static boolean speaksForItself(String plain) {
    return OWN_VOICE.matcher(plain).find();
  }

  static boolean isCommon(String word) {
    return COMMON.contains(word.toLowerCase(Locale.ROOT));
  }
}
