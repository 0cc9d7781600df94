"""What the interface of a page says, as data: counters, share bars, adverts, menus, links.

Gathered from the families of debris that scrapers leave (C4, FineWeb, jusText), not from one site.
"""

from __future__ import annotations

from dateline.clean.notice import Notice, notice

_NETWORK = r"(?:facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|snapchat|tiktok|pinterest|x|threads)"

BARS = "menu of links with bars between"
"""Why a line with bars is no text; a row of a table has them too."""

INTERFACE: tuple[Notice, ...] = (
    notice(
        "counter",
        "counts visits",
        6,
        r"^(?:visits|views|hits|reads|shares|likes|comments|retweets|page ?views|votes)\W{1,3}\d[\d.,]*[km]?\W*$",
    ),
    notice(
        "counter",
        "counts visits",
        6,
        r"^\d[\d.,]*[km]?\s+(?:views?|shares?|comments?|likes?|reads?|hits?|votes?)\W*$",
    ),
    notice("counter", "counts characters", 8, r"\(\s*\d+\s*/\s*\d+\s*\w{0,10}\)\s*$"),
    notice(
        "counter",
        "says how long reading takes",
        8,
        r"^(?:(?:estimated )?(?:reading time|read time)\W*)?\d+\W?min(?:ute)?s?(?: read)?\W*$",
    ),
    notice("advert", "label of an advert", 40, r"^advertisement\b(?!\s+(?:\w+ ){0,6}(?:was|is|shows?|says?|said)\b)"),
    notice(
        "advert",
        "label of an advert",
        14,
        r"^(?:the )?(?:story|article|post) continues (?:below|after)|^scroll (?:down )?(?:to continue|for more)"
        r"|^(?:paid|sponsored|promoted) (?:content|post|by)\b",
    ),
    notice(
        "share",
        "leads to a social network",
        14,
        rf"^(?:follow|like|join|find|check|connect with|visit) (?:us|me|our|@\w+)\b(?: [\w' .]{{2,40}})?(?: out)? "
        rf"(?:on|at|via) {_NETWORK}\b|^(?:follow|connect with) [\w' .]{{2,40}} (?:on|at|via) {_NETWORK}\b"
        r"|^follow us\b.{0,60}$|^(?:join|follow) (?:our|us on|the) .{0,40}(?:channel|group|page)\W*$"
        r"|^share (?:this |on |via |with |it )",
    ),
    notice("share", "bare web address", 40, r"^(?:https?://|www\.)\S+$"),
    notice(
        "navigation",
        BARS,
        30,
        r"^(?=(?:[^|]*\|){2})[^|.!?]{1,40}(?:\s*\|\s*[^|.!?]{1,40})+$",
    ),
    notice(
        "share", "sets the size of the text", 8, r"^(?:font|text) ?size\b(?:\W*[a-z]\b|\W)*$|^(?:\W*\ba\b\W*){2,4}$"
    ),
    notice("share", "bare handle or tag", 12, r"^(?:[@#]\w+[\s,|·]*)+$"),
    notice(
        "related",
        "list of other stories",
        400,
        r"^(?:MOST|ALSO|TOP) (?:READ|POPULAR|VIEWED|STORIES|SHARED)\b|^(?:READ|SEE|WATCH) (?:MORE|ALSO|NEXT)\b",
        0,
    ),
    notice(
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
    notice(
        "related",
        "leads to another story",
        30,
        r"^[(\[](?:more|related|see also|also(?: read)?|read(?: more)?|watch)\s?:\s[^()\[\]]+[)\]]$",
    ),
    notice(
        "navigation",
        "tool of the page",
        8,
        r"^(?:this|the) (?:article|story|page) has been sent\b",
    ),
    notice(
        "related", "more on the same site", 14, r"^(?:read|see|click|tap|watch) (?:more|here|the full|our full|all)\b"
    ),
    notice(
        "related",
        "dated link to another story",
        20,
        r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s+(?-i:[A-Z])[^.!?]*$",
    ),
    notice(
        "related",
        "link to a film",
        25,
        r"\s\(\d{1,2}:\d{2}(?::\d{2})?\)$|^\(?\d{1,2}:\d{2}\)?\s*(?:video|watch)\b",
    ),
    notice(
        "counter",
        "counts visits",
        9,
        r"^(?:new, |comments? )?\(?\d[\d.,]*[km+]*\)?\s*(?:(?:views?|shares?|comments?|likes?|reads?|hits?|votes?"
        r"|retweets|claps)[\s\d.,]*)+$|^\(?(?:comments?|replies|responses|shares) ?\(?\d[\d,.]*[km]?\)?$"
        r"|^\d[\d.,]*[km]? (?:people|readers|users|others) (?:are|have|like|liked|follow|reacted)\b"
        r"|^rating:? ",
    ),
    notice(
        "counter",
        "says how long reading takes",
        8,
        r"^\(?(?:\d+\s?[-–]\s?)?\d+\W?min(?:ute)?s?\b\.?(?: (?:read|listen|watch))?\W*$"
        r"|^\d{1,2}:\d{2}(?::\d{2})? ?/ ?\d{1,2}:\d{2}(?::\d{2})?$|^\d(?:\.\d+)?x$",
    ),
    notice(
        "advert",
        "says that the page earns by its links",
        40,
        r"^(?!.*\b(?:said|says)\b)[^“”\"]*\b(?:we|you|our)\b[^“”\"]*(?:\bcommission\b|\baffiliate (?:links?"
        r"|partners?)\b)",
    ),
    notice(
        "counter",
        "counts pages or pictures",
        5,
        r"^(?:page |photo |image |slide |show all )?\d+ ?(?:of|/) ?\d+$|^show all \d+$|^\+\d+$",
    ),
    notice("navigation", "tells the weather beside the report", 4, r"^[-–]?\d+(?:\.\d)?\s?[°º]\s?[cf]?\b[^.!?]{0,30}$"),
    notice(
        "advert",
        "label of an advert",
        14,
        r"^(?:continue reading below|(?:the )?(?:story|article|post|report) continues (?:below|after)\b"
        r"|(?:sponsored|promoted) (?:links?|stories|content) (?:by|from)\b|\d+ weather alerts?$|ads? by\b)"
        r"|\bearn a (?:small )?commission\b|\baffiliate (?:links?|commission)\b",
    ),
    notice(
        "share",
        "shares the report",
        14,
        r"\(opens in (?:a )?new (?:window|tab)\)\W*$|^click to (?:share|print|e-?mail|tweet|copy)\b"
        r"|^share (?:or comment on )?(?:this|to ?x\b|on\b|via\b)"
        r"|^like this:|^like loading|^view this post on\b|^a post shared by\b|^(?:external link: )?(?:tweet|post"
        r"|video) by @"
        r"|^follow @?\w+$|^pic\.twitter\.com/\w+$|^share(?:d)? (?:this|by)\b[^.!?]{0,40}$|^(?:dm|tweet|email) this\b",
    ),
    notice(
        "share",
        "bar of links to social networks",
        12,
        r"^(?:(?:share|tweet|facebook|twitter|e-?mail|print|whatsapp|copy link|telegram|linkedin|pin(?:terest)?"
        r"|reddit|flipboard"
        r"|messenger|sms|rss|x|more)(?:s|this|it)?[\s\d.,k|·]*){3,}$|^\d+\s?shares?$",
    ),
    notice(
        "navigation",
        "names the subjects of the report",
        30,
        r"^(?:filed under|filed in|tagged(?: (?:as|with))?|tags?|topics?|key ?words?|categor(?:y|ies)|posted in"
        r"|sections?|in this news|read more news on"
        r"|jump to|related topics?|explore)(?:\s*:.{0,160}|(?: [\w#&' -]+,){1,12}(?: and)? [\w#&' -]+|\s*#.*)$"
        r"|^posted in [\w ,&]{2,40}$"
        r"|^(?:#\w+[\s,]*)+$",
    ),
    notice("navigation", "label of a section or place", 4, r"^[^.!?|/]{2,30}\s*[|/]$"),
    notice("navigation", "breadcrumb of links", 9, r"^home(?:\s*[/|»>›]\s*[^/|»>›.!?]{2,40}){1,5}$"),
    notice(
        "navigation",
        "code that is no text",
        2,
        r"^(?=[0-9a-f]*\d)[0-9a-f]{16,}$|^\d{14,}$",
    ),
    notice(
        "related",
        "leads to other stories",
        12,
        r"^(?:also (?:in|from|on|read|see)\b|more (?:in|from|about|on|stories|news)\b|elsewhere (?:on|in)\b"
        r"|(?:from )?around the web\b|next up\b|up next\b"
        r"|before you (?:go|leave)\b|explore (?:our|more|further)\b|(?:what to )?read next\b|read (?:original"
        r"|the original|full|our)\b|related(?: \w+){0,2}\b(?=\W*$)"
        r"|external links?\b|(?:you )?(?:might|may) (?:also )?(?:like|be interested)|recommended\b"
        r"|related internet links"
        r"|(?:show|see|view|load) (?:all|more)\b|back to \w+|(?:previous|next) (?:article|story|post)"
        r"|find out (?:how|more)\b)"
        r"[^.!?]*[.:!?]?$(?<!\w\.)",
    ),
    notice(
        "related",
        "leads to another story",
        30,
        r"^(?:(?:also|must|now)?[ -]?(?:read|watch|see|listen|related|video|in (?:pictures|pics|photos)|trending"
        r"|opinion|analysis|explained|explainer"
        r"|media caption, watch|gallery|don['’]t miss)(?: also| more| next| now| this)?|external link"
        r"|read (?:also|more)(?: on [\w ]+)?)\s*(?::|[|»>▶])",
    ),
    notice(
        "related",
        "section and headline of another story",
        16,
        r"^(?:local |world |national |us |uk )?(?:news|sports?|politics|business|opinion|weather|crime"
        r"|entertainment|lifestyle|tech|health)\s*\|\s*(?-i:[A-Z])[^.!?|]*$",
    ),
)
"""Patterns of the interface, each with the longest line it was seen to be right about."""
