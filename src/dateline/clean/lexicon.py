"""What furniture says, as data: phrases of interfaces, share bars, comment boxes, notices, credits.

The families are those of research on C4, FineWeb and jusText line rules; the phrases were gathered from the buttons and
notices of English news sites. A phrase list that covers a whole line (``UI_PHRASES``) is safe anywhere; the patterns
in ``NOTICES`` each say how long a line they may take out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FUNCTION_WORDS = """
    a about after all also an and any are as at be because been before but by can could did do does down for from
    had has have he her his how i if in into is it its last may more most new no not now of off on one only or other
    our out over said say says she should so some still such than that the their them then there these they this
    those to two under until up was we were what when where which while who will with would you your
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Function words, and the news verb ``say``, that running text is full of."""

UI_PHRASES = r"""
    go to (?:main\s|the\s)?(?:contents?|navigation|top|menu) | skip to (?:main\s|the\s)?(?:contents?|navigation)
    | back to top
    | home | main menu | menu | search | sections? | print(?: this)?(?: (?:article|page|edition))?
    | dictionary | e-?mail
    | text size | font size | listen(?: to (?:this )?article)? | next(?: (?:article|story|post))? | close | bookmark
    | previous(?: (?:article|story|post))? | toggle caption | enlarge this image | enlarge | (?:hide|show) caption
    | (?:view|open|see) (?:the )?(?:full )?(?:gallery|image|images|photos|slideshow)(?: in (?:full|gallery))?
    | continue reading(?: (?:the )?(?:main )?(?:story|article|below))? | (?:load|show|see|view) (?:more|less|all)
    | loading | play(?: video)? | photos? | videos? | images? | pictures? | (?:photo )?gallery | slide ?show
    | \(\d+ (?:images|photos|pictures)\) | audio | transcript | captions? | sources?(?: links?)? | via | download
    | (?:\w+[ -])?(?:icon|logo) | [a-z]+-image | save(?: (?:this )?(?:article|story|for later))? | copy link | copied
    | (?:view|hide|show|post|add|leave)? ?(?:a )?(?:social )?(?:comments?|repl(?:y|ies))\??
    | share(?: this)?(?: (?:article|
    story|page|post|link|via|on|with))*(?: (?:your )?friends)? | tweet(?: this)? | retweet | pin it | likes?
    | flipboard
    | facebook | twitter | x | whatsapp | telegram | linkedin | reddit | pinterest | messenger | tumblr | instagram
    | youtube | rss | line | viber | weibo | log ?in | sign ?in | log ?out | sign ?up | register | subscribe(?: now)?
    | my account | topics? | tags? | article | editions? | advertisements? | ads? | sponsored(?: content)?
    | promoted(?: content)? | read more | more | click here | tap here | scroll down | live
    | breaking(?: news)? | news
    | follow | follow us | about us | contact(?: us)? | help | faqs? | careers | newsletters? | get the app
    | rate this(?: article)? | report (?:this )?(?:ad|error|typo) | read in app | listen now | watch now | watch live
"""
"""Labels of buttons and menus. A line made of nothing else is furniture wherever it stands."""

_PHRASES = re.sub(r"\s*\|\s*", "|", UI_PHRASES.strip())
UI_LINE = re.compile(rf"(?:(?:{_PHRASES})(?:[\s|·•,:/&+»›>*-]+|$))+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notice:
    """A pattern that gives a line away: what kind it is and how many words the line may have at most."""

    kind: str
    why: str
    max_words: int
    pattern: re.Pattern[str]


def _notice(kind: str, why: str, max_words: int, pattern: str, flags: int = re.IGNORECASE) -> Notice:
    return Notice(kind, why, max_words, re.compile(pattern, flags))


_NETWORK = r"(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|snapchat|tiktok|pinterest|x|threads)"

_ONE_SENTENCE = r"^(?:(?!(?<=[a-z0-9)])[.!?][\"”’)]*\s+(?-i:[\"“‘]?[A-Z])).)*"
"""From the start of a line to what follows, with no sentence ended before it: a notice glued to a paragraph is none."""

NOTICES: tuple[Notice, ...] = (
    _notice(
        "counter",
        "counts visits",
        6,
        r"^(?:visits|views|hits|reads|shares|likes|comments|retweets|page ?views|votes)\W{1,3}\d[\d.,]*[km]?\W*$",
    ),
    _notice(
        "counter",
        "counts visits",
        6,
        r"^\d[\d.,]*[km]?\s+(?:views?|shares?|comments?|likes?|reads?|hits?|votes?)\W*$",
    ),
    _notice("counter", "counts characters", 8, r"\(\s*\d+\s*/\s*\d+\s*\w{0,10}\)\s*$"),
    _notice(
        "counter",
        "says how long reading takes",
        8,
        r"^(?:(?:estimated )?(?:reading time|read time)\W*)?\d+\W?min(?:ute)?s?(?: read)?\W*$",
    ),
    _notice("advert", "label of an advert", 40, r"^advertisement\b(?!\s+(?:\w+ ){0,6}(?:was|is|shows?|says?|said)\b)"),
    _notice(
        "advert",
        "label of an advert",
        14,
        r"^(?:the )?(?:story|article|post) continues (?:below|after)|^scroll (?:down )?(?:to continue|for more)"
        r"|^(?:paid|sponsored|promoted) (?:content|post|by)\b",
    ),
    _notice(
        "comment",
        "belongs to a comment box",
        20,
        r"^(?:be the first to (?:comment|reply|like|review)|leave a (?:reply|comment|response)|(?:post|add"
        r"|write) (?:a|your) "
        r"comment|join the (?:conversation|discussion|debate)|have your say\W*$|your e-?mail address will not be"
        r"|required fields are marked|comments? (?:are|is|have been|has been) (?:now )?(?:closed|disabled"
        r"|turned off|moderated)"
        r"|no comments(?: yet)?\W*$|(?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?\W*$"
        r"|sort by (?:newest|oldest|best)"
        r"|what do you think\?\W*$|notify me of (?:new|follow)|save my (?:name|e-?mail|details)\b)",
    ),
    _notice(
        "comment",
        "asks to log in",
        25,
        r"^(?:please )?(?:log|sign)[ -]?in (?:to|with|or|using|here)\b|^to (?:write|post|leave|add|join|view"
        r"|read) .{0,60}"
        r"(?:log|sign)[ -]?in\b|^you (?:must|need to|have to) (?:be logged|log|sign|register)",
    ),
    _notice(
        "comment",
        "asks for feedback",
        15,
        r"^(?:send (?:us )?(?:your )?feedback\W*$|how can we improve\b|thank(?:s| you) for your feedback"
        r"|was this (?:article|page|story|content) (?:helpful|useful|interesting)|report a (?:typo|mistake"
        r"|error|correction)"
        r"|(?:spotted|found|see|notice) (?:an error|a mistake|a typo))",
    ),
    _notice(
        "legal",
        "copyright notice",
        60,
        r"^copyright\s*(?:©|\(c\)|\d{4}|.{0,60}\ball rights reserved)|^(?:©|\(c\)\s*(?:\d{4}|copyright))"
        rf"|{_ONE_SENTENCE}(?:\ball rights reserved\b|may not be published, broadcast"
        r"|no part of this .{0,40} may be reproduced|\bunauthori[sz]ed (?:re)?(?:production|distribution)\b)",
    ),
    _notice(
        "legal",
        "transcript notice",
        90,
        r"\btranscripts? (?:is|are|was|were) (?:\w+ )?(?:created|produced|generated) (?:on|by|using|from)\b"
        r"|this (?:text|transcript) may not be in its final form|^.{0,40}\brush transcript\b",
    ),
    _notice(
        "legal",
        "notice of terms or cookies",
        45,
        r"^(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking)).{0,80}\bcookies?\b|^disclaimer:"
        r"|^(?:the )?(?:views|opinions) expressed (?:in|here|by).{0,120}\b(?:author|do not)\b",
    ),
    _notice(
        "legal",
        "link to terms",
        6,
        r"^(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice|statement)|cookie (?:policy"
        r"|settings)"
        r"|accessibility statement|manage (?:cookies|preferences))\b",
    ),
    _notice(
        "promotion",
        "asks to subscribe",
        200,
        r"^newsletter sign[ -]?up\b|\byou agree to receive (?:occasional )?(?:updates|emails|offers)"
        r"|^get .{0,80}(?:newsletter|delivered to your inbox|in your inbox|to your inbox)|^enter your e-?mail",
    ),
    _notice(
        "promotion",
        "asks to subscribe",
        30,
        r"^(?:click here to )?(?:sign[ -]?up (?:for|to|now|here|today)|subscribe (?:to|now|today|here|for)"
        r"|register (?:now|today|"
        r"for (?:free|our))|download (?:the|our) .{0,40}\bapp\b|support (?:our|independent|quality) journalism"
        r"|start your .{0,20}"
        r"trial|already a subscriber|not a subscriber|become a (?:member|subscriber|patron)|make a donation"
        r"|donate (?:now|today|here))",
    ),
    _notice(
        "promotion",
        "offers another way to read or hear it",
        18,
        r"^(?:listen to (?:this|the) (?:article|story|report|episode|podcast)|hear (?:more|this)\b"
        r"|(?:don['’]t|never) miss (?:a|an|another|the) (?:story|beat|update|thing|latest)"
        r"|(?:get|read|watch|listen to) (?:it|this|us) (?:on|in) (?:the|our) app\b|shop at our\b"
        r"|wherever you get your podcasts|(?:download|install) (?:the|our) \w+ app\b)"
        r"|\bwherever you get your podcasts\b",
    ),
    _notice(
        "promotion",
        "says that the page is kept up to date",
        25,
        r"^this (?:page|story|article|post) (?:is|will be|was|has been) (?:being )?(?:updated|corrected|developing)\b"
        r"|^(?:this is a )?(?:breaking|developing) (?:news )?story\b(?:.{0,60}updates?\b.*)?$"
        r"|^(?:check back|refresh|stay tuned)\b.{0,60}\bupdates?\b",
    ),
    _notice(
        "promotion",
        "asks for tips",
        40,
        r"^(?:we pay for your|do you have a (?:story|tip|view|photo)|(?:got|have) (?:a|any) (?:story|stories"
        r"|tips?|news tip)\b"
        r"|if you have (?:a|any) (?:story|tip)|e-?mail (?:us|the (?:news )?(?:desk|team)|your)\b|call (?:us"
        r"|our news ?desk) (?:on|at))"
        r"|\bwe pay for (?:your )?(?:stories|videos)",
    ),
    _notice(
        "share",
        "leads to a social network",
        14,
        rf"^(?:follow|like|join|find|check|connect with|visit) (?:us|me|our|@\w+)\b(?: [\w' .]{{2,40}})?(?: out)? "
        rf"(?:on|at|via) {_NETWORK}\b|^(?:follow|connect with) [\w' .]{{2,40}} (?:on|at|via) {_NETWORK}\b"
        r"|^follow us\b.{0,60}$|^(?:join|follow) (?:our|us on|the) .{0,40}(?:channel|group|page)\W*$"
        r"|^share (?:this |on |via |with |it )",
    ),
    _notice("share", "bare web address", 3, r"^(?:https?://|www\.)\S+$"),
    _notice("credit", "bare mail address", 3, r"^\[?\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\]?$"),
    _notice(
        "credit",
        "says that the report ends",
        2,
        r"^[(\[]?(?:end|ends|more|30|mtf|xinhua end)[)\]]$|^#{3,}$|^-{1,2}30-{1,2}$",
    ),
    _notice(
        "navigation",
        "menu of links with bars between",
        30,
        r"^(?=(?:[^|]*\|){2})[^|.!?]{1,40}(?:\s*\|\s*[^|.!?]{1,40})+$",
    ),
    _notice(
        "share", "sets the size of the text", 8, r"^(?:font|text) ?size\b(?:\W*[a-z]\b|\W)*$|^(?:\W*\ba\b\W*){2,4}$"
    ),
    _notice("share", "bare handle or tag", 12, r"^(?:[@#]\w+[\s,|·]*)+$"),
    _notice(
        "related",
        "list of other stories",
        400,
        r"^(?:MOST|ALSO|TOP) (?:READ|POPULAR|VIEWED|STORIES|SHARED)\b|^(?:READ|SEE|WATCH) (?:MORE|ALSO|NEXT)\b",
        0,
    ),
    _notice(
        "related",
        "leads to another story",
        40,
        r"^(?:related(?: (?:articles?|stor(?:y|ies)|coverage|content|topics?|news|links?|posts?|video))?"
        r"|recommended(?: (?:for you|"
        r"stories|reading))?|most (?:read|popular|viewed|shared)(?: (?:in|on) .{1,30})?|more on (?:this"
        r"|the) (?:story|topic|subject)"
        r"|also read|read (?:also|next|more|this(?: next)?)|see also|you (?:may|might) (?:also )?(?:like"
        r"|be interested in)|trending"
        r"|in case you missed it|don['’]t miss|watch(?: (?:now|more|also|next|the video))?|listen"
        r"|editor['’]?s['’]? picks?|more stories"
        r"|latest (?:news|stories)|top stories|what to read next|in pictures|in video|video"
        r"|more from [\w' ]{2,40}|up next)\s*(?::|»|>|\||$)",
    ),
    _notice(
        "related", "more on the same site", 14, r"^(?:read|see|click|tap|watch) (?:more|here|the full|our full|all)\b"
    ),
    _notice(
        "related",
        "dated link to another story",
        20,
        r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s+(?-i:[A-Z])[^.!?]*$",
    ),
    _notice(
        "related",
        "link to a film",
        25,
        r"\s\(\d{1,2}:\d{2}(?::\d{2})?\)$|^\(?\d{1,2}:\d{2}\)?\s*(?:video|watch)\b",
    ),
    _notice(
        "credit",
        "says who worked on the report",
        16,
        r"^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|translated|reported"
        r"|produced|photographs?|graphics?) by (?-i:[A-Z])|^\(?with (?:additional |further )?(?:inputs?"
        r"|reporting|files?"
        r"|material|information) from (?-i:[A-Z]|agencies)|^\(?inputs? from (?-i:[A-Z]|agencies)",
    ),
    _notice(
        "credit",
        "says who worked on the report",
        60,
        rf"{_ONE_SENTENCE}\bcontributed (?:\w+ )?(?:to|from) (?:this|the) (?:report|story|article|piece)\b"
        rf"|{_ONE_SENTENCE}\bcontributed (?:reporting|research)\b"
        r"|^\(?(?:additional |further )?(?:reporting|writing)\b[^;.]*;\s*(?:\w+ )?(?:writing|editing)\b",
    ),
    _notice(
        "credit",
        "credit of a picture",
        14,
        r"^(?:photo(?:graph)?s?|images?|pictures?|pics?|screenshots?|screen ?grabs?|illustrations?|credits?"
        r"|graphics?|videos?|source)"
        r"(?: (?:credit|courtesy|source|from|by))?(?: of)?\s*(?::|[-–]\s|(?<=by) |(?<=courtesy) )",
    ),
    _notice(
        "caption", "label of a map or chart", 3, r"^[A-Z]{2,6} (?:Map|Photo|Video|Graphic|Chart|Illustration)s?$", 0
    ),
    _notice(
        "stamp",
        "says where it was printed",
        16,
        r"^\(?[^()]{0,60}\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b[^()]{0,20}\bpage\s?[A-Z]?\d+\)?$"
        r"|^a version of this (?:article|story) (?:appears|appeared)",
    ),
)
"""Patterns of lines that are no article text, each with the longest line it was seen to be right about."""

BREADCRUMB = re.compile(r"^[^>›»|]{2,40}(?:\s*[>›»]\s*[^>›»|]{2,40}){1,6}$")
"""A path through the site: two separators, or one after ``Home``."""

BYLINE = re.compile(
    r"^by:?\s+((?-i:[A-Z])[\w.'’-]*(?:[ -](?-i:[A-Zdvl])[\w.'’-]*){0,4}(?:(?:,| and"
    r"| &)\s+(?-i:[A-Z])[\w.'’ -]{1,40}){0,4})"
    r"(?:\s*[,|/–—-]\s*.{0,60}|\s*\([^()]{2,40}\))?$",
    re.IGNORECASE,
)
"""``By`` and one or several capitalised names, perhaps with office or outlet behind; group 1 holds the names."""

GALLERY = re.compile(r"\b(?:hide|show) caption\b|\b(?:image|photo|slide) \d+ of \d+\b", re.IGNORECASE)
"""Said twice in a line, it is a picture gallery."""

TRAILING_CREDIT = re.compile(
    r"\s*\((?:additional |further )?(?:reporting|writing|editing|compiled|edited|written"
    r"|translated)\s+(?:and \w+ )?by\b"
    r"[^()]{3,300}\)?\s*$|(?<=[.!?”\"’)])\s+(?:copyright\s*(?:©|\(c\)|\d{4})|©\s*(?:copyright\s*)?\d{4})[^\n]{0,200}$",
    re.IGNORECASE,
)
"""``(Reporting by …; Editing by …)`` or a copyright notice glued to the end of a last paragraph."""
