"""What a page says of the report's making, as data: rights, terms, corrections, stamps, credits."""

from __future__ import annotations

from dateline.clean.notice import ONE_SENTENCE, Notice, notice

IMPRINT: tuple[Notice, ...] = (
    notice(
        "legal",
        "copyright notice",
        60,
        r"^copyright\s*(?:©|\(c\)|\d{4}|.{0,60}\ball rights reserved)|^(?:©|\(c\)\s*(?:\d{4}|copyright))"
        rf"|{ONE_SENTENCE}(?:\ball rights reserved\b|may not be published, broadcast"
        r"|no part of this .{0,40} may be reproduced|\bunauthori[sz]ed (?:re)?(?:production|distribution)\b)",
        needs=("copyright", "©", "(c)", "rights", "broadcast", "reproduc", "distribution"),
    ),
    notice(
        "legal",
        "transcript notice",
        90,
        r"\btranscripts? (?:is|are|was|were) (?:\w+ )?(?:created|produced|generated) (?:on|by|using|from)\b"
        r"|this (?:text|transcript) may not be in its final form|^.{0,40}\brush transcript\b",
    ),
    notice(
        "legal",
        "notice of terms or cookies",
        45,
        r"^(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking)).{0,80}\bcookies?\b|^disclaimer:"
        r"|^(?:the |all |any )?(?:views|opinions)(?:,? (?:and|or) (?:views|opinions|positions|thoughts))? expressed"
        r" (?:in|here|by|on).{0,120}\b(?:authors?|do not)\b",
    ),
    notice(
        "legal",
        "notice of rights",
        80,
        r"^this (?:copy|content|article|material|page) is for (?:your )?(?:own )?(?:personal|private)\b",
    ),
    notice(
        "legal",
        "says where the text comes from",
        60,
        r"^the post (?-i:[^a-z\s]).{3,200}\b(?:first appeared|appeared first) on\b[^.!?]*[.!?]?$",
        needs=("appeared",),
    ),
    notice(
        "legal",
        "says where the text comes from",
        60,
        r"^(?:url|link|source|permalink|retrieved from|available at|(?:full|original) (?:story|article|text|link|url))"
        r"\s*:?\s*<?https?://\S+$",
        needs=("http",),
    ),
    notice(
        "credit",
        "says who worked on the report",
        14,
        r"^\(?with (?:[\w-]+ )?(?:wires?|wire (?:services|reports)|agenc(?:y|ies)|staff reports)"
        r"(?: (?:reports|inputs?))?\W*$|^contributing(?: (?:writers?|reporters?|editors?))?\s?:\s*(?-i:[A-Z])",
    ),
    notice(
        "legal",
        "link to terms",
        6,
        r"^(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice|statement)|cookie (?:policy"
        r"|settings)"
        r"|accessibility statement|manage (?:cookies|preferences))\b",
    ),
    notice(
        "credit",
        "says who worked on the report",
        16,
        r"^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|translated|reported"
        r"|produced|photographs?|graphics?) by (?-i:[A-Z])|^\(?with (?:additional |further )?(?:inputs?"
        r"|reporting|files?"
        r"|material|information) from (?-i:[A-Z]|agencies)|^\(?inputs? from (?-i:[A-Z]|agencies)",
    ),
    notice(
        "credit",
        "says who worked on the report",
        60,
        rf"{ONE_SENTENCE}\bcontributed (?:\w+ )?(?:to|from) (?:this|the) (?:report|story|article|piece)\b"
        rf"|{ONE_SENTENCE}\bcontributed (?:reporting|research)\b"
        r"|^\(?(?:additional |further )?(?:reporting|writing)\b[^;.]*;\s*(?:\w+ )?(?:writing|editing)\b",
        needs=("contributed", "reporting", "writing"),
    ),
    notice(
        "credit",
        "credit of a picture",
        14,
        r"^\(?(?:photo(?:graph)?s?|images?|pictures?|pics?|screenshots?|screen ?grabs?|illustrations?|credits?"
        r"|graphics?|videos?|source)"
        r"(?: (?:credit|courtesy|source|from|by))?(?: of)?\s*(?::|[-–]\s|(?<=by) |(?<=courtesy) )"
        r"(?!.*\b(?:is|are|was|were|has|had|will)\b.*[.?!])",
    ),
    notice(
        "caption", "label of a map or chart", 3, r"^[A-Z]{2,6} (?:Map|Photo|Video|Graphic|Chart|Illustration)s?$", 0
    ),
    notice(
        "stamp",
        "says where it was printed",
        50,
        r"^\(?[^()]{0,60}\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b[^()]{0,20}\bpage\s?[A-Z]?\d+\)?$"
        r"|^a version of this (?:article|story) (?:appears|appeared)",
    ),
    notice(
        "legal",
        "notice of rights",
        60,
        rf"^(?:crown copyright|copyrights?[:\s]+all rights)|{ONE_SENTENCE}(?:\bsubject to copyright\b"
        rf"|\bcreative commons\b"
        r"|\b(?:not|never) (?:to be )?(?:published|reproduced|broadcast|redistributed)\b(?=.*\b(?:without"
        r"|permission|consent)\b)"
        r"|\bmay not be (?:reproduced|republished|copied)\b|\bsolely responsible for (?:all|this|its|the) content\b"
        r"|\bresponsible for the content of (?:external|other|linked|third)\b)",
        needs=("copyright", "commons", "publish", "reproduc", "broadcast", "distribut", "copied", "responsible"),
    ),
    notice(
        "legal",
        "notice of terms or cookies",
        50,
        r"^(?:see |read )?(?:our |the )?(?:ethics statement|privacy (?:policy|notice)|terms of (?:use|service)"
        r"|disclosure statement|editorial (?:policy|standards)"
        r"|editors?['’] notes?)\W*$|^our standards\b|^see our privacy\b|^all quotes delayed\b|^(?:we|this site"
        r"|our site)\b[^“”\"]{0,40}\bcookies\b"
        r"|\b(?:views|opinions) (?:are|expressed (?:are|in|here|by))\b.{0,80}\b(?:own|author|writers?|alone)\b"
        r"|^(?:the )?information (?:contained |provided )?(?:in|on) this (?:article|page|site)\b|\b(?:no"
        r"|not intended as) (?:medical|legal|financial|investment) advice\b"
        r"|\b(?:neither works for|does not work for)\b.{0,80}\b(?:shares|company|article)\b"
        r"|^the content you requested\b",
    ),
    notice(
        "legal",
        "says where the text comes from",
        40,
        r"^\(?(?:this|the) (?:article|story|report|piece|post|item|content|text|interview|essay|column"
        r"|transcript)(?: (?:first|originally))? "
        r"(?:is|was|has been|appears|appeared|first appeared|comes)\b(?: \w+){0,2}?(?: (?:first|originally))? ?"
        r"(?:(?:re)?published|syndicated|reprinted|reproduced|provided|supplied|reviewed|edited|translated"
        r"|adapted|produced|auto-generated|in the|in print|from"
        r"|not been edited|has not been)\b|^(?:originally|first) (?:published|posted|appeared) (?:on|in|at|by)\b"
        r"|^\(?this story has not been edited"
        r"|^(?:to )?read the original (?:article|story)|^(?:this is an |)archived (?:article|page)"
        r"|^this is an archived\b|^(?:journal (?:reference|information)|more information|citation|doi):",
    ),
    notice(
        "legal",
        "acknowledgement of a country",
        50,
        r"^we (?:acknowledge|pay our respects)\b.*\b(?:lands?|country|owners|custodians)\b",
    ),
    notice(
        "correction",
        "says what was changed in the report",
        70,
        r"^(?:correction|clarification|corrected|editor['’]s note|update)s?(?: \(?\w+\.? \d{1,2}(?:st|nd|rd"
        r"|th)?[^:]{0,30})?\s*[:—–-]\s*(?=.*\b(?:earlier|previous|an? (?:earlier|previous)"
        r"|original|updated|corrected|corrects?|version|added|misstated|incorrectly|headline|amended|clarif)\w*\b)"
        r"|^(?:an? (?:earlier|previous) version of this|this (?:article|story|report|post|headline|piece"
        r"|page) (?:was|has been) (?:\w+ )?(?:amended|corrected|updated|clarified|changed))\b"
        r"|^\(?(?:updates?|corrects?|adds?|recasts?) (?:with|throughout|spelling|to (?:add|correct|say|show)"
        r"|paragraph|quote|details?|background)\b",
    ),
    notice(
        "stamp",
        "says when the page was published or updated",
        10,
        r"^(?:first )?(?:published|updated|posted|last (?:updated|modified|reviewed)|issued|modified"
        r"|created)(?: (?:on|at))?\W*$|^(?:last )?updated?:? (?:at )?\d{1,2}[.:]\d{2}\b"
        r"|^(?:(?:last )?(?:updated|published|posted|modified):? )?(?:about |over )?(?:an?|one|two|three"
        r"|\d+) (?:min(?:ute)?|hour|hr|day|week|month|year)s? ago\W*$"
        r"|^(?:just now|yesterday)$|^page last (?:reviewed|updated)\b|^(?:issued|published|posted|modified"
        r"|updated)(?: on)?\s*:\s*\d",
    ),
    notice(
        "stamp",
        "says how old the page is",
        10,
        r"^this (?:article|story|page|content) is (?:more than|over|about) (?:\w+) (?:years?|months?|days?) old\W*$",
    ),
    notice(
        "stamp",
        "says when it was aired",
        8,
        r"^(?:heard on|aired on|first (?:aired|broadcast) on|broadcast on)\b[^.!?]*$",
    ),
    notice(
        "credit",
        "says who worked on the report",
        14,
        r"^(?:(?:words?|text|stor(?:y|ies)|pictures?|photos?|photograph(?:s|y)?|illustrations?|video|graphics?"
        r"|audio|additional reporting|interviews?|medically reviewed|reviewed|fact checked"
        r"|provided|contributed|news provided|prepared|author|authors|writer|writers|staff writer|editor|editors"
        r"|reporter)\s*(?:by\b|:)|\[?editor:)[^.!?]{0,80}\]?\.?$"
        r"|^(?:author|authors|staff writer|staff report|news provided by|news (?:wires|agencies))s?\W*$",
    ),
    notice(
        "credit",
        "says how to reach the writer",
        30,
        r"^(?:write to|e-?mail|contact|follow|reach|tweet)\b[^“”\"]{0,80}(?:@\w|https?://)|\b(?:contact|e-?mail"
        r"|twitter):? \S*@\S+$"
        r"|^contact the (?:news ?room|author|reporter|writer|editor|news ?desk)|^contact:"
        r"|^(?:editorial contact|got (?:a story|news)\b)|\bcan be reached (?:at|on|by)\b",
    ),
    notice(
        "credit",
        "credit of a picture",
        14,
        r"^(?:image|photo|picture|media) (?:source|credit|caption),?(?: [^.!?]{0,60})?$|^credit(?:\.{3}|…)",
    ),
    notice("credit", "bare mail address", 3, r"^\[?\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?\]?$"),
    notice(
        "credit",
        "says that the report ends",
        2,
        r"^[(\[]?(?:end|ends|more|30|mtf|xinhua end)[)\]]$|^#{3,}$|^-{1,2}30-{1,2}$",
    ),
)
"""Patterns of lines about the report, each with the longest line it was seen to be right about."""
