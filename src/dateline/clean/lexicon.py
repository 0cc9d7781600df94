"""What furniture says, as data: phrases of interfaces, share bars, comment boxes, notices, credits.

The families are those of research on C4, FineWeb and jusText line rules; the phrases were gathered from the buttons and
notices of English news sites. A phrase list that covers a whole line (``UI_PHRASES``) is safe anywhere; the patterns
in ``NOTICES`` each say how long a line they may take out.
"""

from __future__ import annotations

import re

_FUNCTION_WORDS = """
    a about after all also an and any are as at be because been before but by can could did do does down for from
    had has have he her his how i if in into is it its last may more most new no not now of off on one only or other
    our out over said say says she should so some still such than that the their them then there these they this
    those to two under until up was we were what when where which while who will with would you your
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Function words, and the news verb ``say``, that running text is full of."""

UI_PHRASES = r"""
    go to (?:main\s|the\s)?(?:contents?|navigation|top|menu)
    | skip (?:to |next )?(?:main\s|the\s)?(?:contents?|navigation|section|advertisement|ad)
    | back to (?:top|(?:all )?news|home(?: ?page)?|the (?:front|home) ?page) | accessibility (?:links?|help)
    | home(?: ?page)? | main menu | (?:more )?menu | search | (?:all )?sections?
    | print(?: this)?(?: (?:article|page|edition|view))? | printer[ -]friendly(?: (?:version|page))? | mobile version
    | desktop (?:version|site) | dictionary | e-?mail(?: (?:this|address|required))? | text size | font size
    | listen(?: to (?:this )?article)? | listen | next(?: (?:article|story|post|page))?
    | previous(?: (?:article|story|post|page))? | (?:older|newer) posts? | prev | back
    | close(?: (?:ad|alert|menu|search|this|dialog|navigation))? | cancel | ok | done | dismiss
    | accept(?: all)?(?: cookies)? | reject(?: all)?(?: cookies)? | i (?:agree|accept) | got it | no,? thanks
    | (?:manage|cookie|privacy|your) (?:preferences|settings|options|choices|consent) | bookmark(?:ed|s)? | highlight
    | add to (?:library|favou?rites|reading list|calendar|bookmarks) | view (?:original|source) | toggle caption
    | enlarge this image | enlarge | (?:hide|show) caption
    | (?:view|open|see) (?:the )?(?:full )?(?:gallery|image|images|photos|slideshow|profile)(?: in (?:full|gallery))?
    | (?:view|see) (?:all|full) (?:\w+ ){0,2}\w+ | continue reading(?: (?:the )?(?:main )?(?:story|article|below))?
    | (?:load|show|see|view|read|find out) (?:more|less|all|full (?:article|story)|summary|transcript|me)
    | (?:dis)?like | loading(?: \w+)?(?:\.{3}|…)? | (?:video )?play(?:er)?(?: video)?(?: close)? | play(?:list|er)
    | embed(?: this)? | fullscreen | (?:un)?mute | auto[- ]?refresh(?: (?:on|off))? | photos? | videos? | images?
    | pictures? | (?:photo )?gallery | slide ?show | \(\d+ (?:images|photos|pictures)\) | audio
    | (?:download )?transcript | captions? | sources?(?: links?)? | via
    | download(?: (?:the )?(?:app|pdf|audio|image))? | pdf | (?:\w+[ -])?(?:icon|logo) | [a-z]+-image
    | save(?:d)?(?: (?:this )?(?:article|story|for later))? | story saved | copy(?: the)?(?: (?:link|url))?
    | copied!?
    | (?:view|hide|show|post|add|leave|drop|write|read|see|load)? ?(?:a |your |all )?(?:social )?
    (?:comments?|repl(?:y|ies))\??
    | share(?: (?:this|by|to|it))*(?: (?:article|story|page|post|link|publication|via|on|with|by|to))*
    (?: (?:your )?friends)?
    | tweet(?: this)? | retweet | pin(?: it)? | likes? | flipboard | facebook | twitter | x | whatsapp | telegram
    | linkedin | reddit | pinterest | messenger | tumblr | instagram | tiktok | threads | bluesky | mastodon
    | snapchat | youtube | google(?: ?(?:\+|plus|news))? | e-?mail | sms | line | viber | weibo | wechat | vk
    | pocket | digg | rss(?: feeds?)? | (?:log|sign)[ -]?(?:in|out|up)(?: here)? | register(?: now)?
    | subscribe(?: now)?(?: for \S+)? | unsubscribe | (?:my|your) (?:account|profile|bookmarks) | notifications?
    | topics? | tags? | tagged | filed under | key ?words? | posted in | article | editions? | e-?paper
    | (?:today['’]?s )?paper | print edition | archives? | advertisements? | advertising | ads?
    | advertise(?: (?:with us|here))? | sponsored(?: (?:content|links?))? | promoted(?: content)? | supported by
    | presented by | partner content | paid post | read more | more(?: info(?:rmation)?)? | click here | tap here
    | scroll down(?: for (?:video|more))? | live(?: (?:tv|updates?|blog|scores?|now))? | breaking(?: news)?
    | (?:latest|local|top|world|national|most watched|recommended) (?:news|headlines|posts|stories|videos?)
    | headlines | just in | trending(?: (?:now|stories|topics))? | latest | news
    | most (?:read|popular|viewed|recent|shared|commented|watched) | interactive (?:news|feature)s? | follow(?:ing)?
    | follow us | about(?: us| the authors?)? | contact(?: us)? | help | faqs? | careers
    | site ?(?:map|index|information) | imprint | (?:sign up (?:for|to) )?(?:our )?newsletters? | get the app
    | donate(?: (?:now|today))? | support (?:us|our work) | (?:give|gift) this article | republish(?: this article)?
    | reuse this content | (?:order )?reprints? | cite this(?: (?:page|article))? | rate this(?: article)?
    | report (?:this )?(?:ad|an? error|error|typo) | read in app
    | (?:listen|watch|read)(?: (?:now|live|tv|video|more))? | (?:newest|oldest|best rated|worst rated|most liked)
    | (?:invalid )?e-?mail(?: address)? | enter (?:your )?e-?mail(?: address)?
    | (?:please )?(?:enter|type) your \w+(?: here)? | page not found | opens in (?:a )?new (?:window|tab)
    | all rights reserved | fact[ -]checked | proofread | (?:trusted|peer-reviewed) (?:source|publication)
    | key ?points? | at a glance | highlights | more newsletters | related | previous | next | modal title
    | request a demo | (?:post|page|site) navigation
"""
"""Labels of buttons and menus. A line made of nothing else is furniture wherever it stands."""

_PHRASES = re.sub(r"\s+\|\s", "|", re.sub(r"\n {4}(?! *\|)", "", UI_PHRASES.strip()))
UI_LINE = re.compile(rf"(?:(?:{_PHRASES})(?:[\s|·•,:/&+»›>*-]+|$))+", re.IGNORECASE)


BREADCRUMB = re.compile(r"^[^>›»|]{2,40}(?:\s*[>›»]\s*[^>›»|]{2,40}){1,6}$")
"""A path through the site: two separators, or one after ``Home``."""

BYLINE = re.compile(
    r"^(?:written |words |reported |story |report )?by:?\s+((?-i:[A-Z])[\w.'’-]*(?:[ -](?-i:[A-Zdvl])[\w.'’-]*){0,4}"
    r"(?:(?:,| and"
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
