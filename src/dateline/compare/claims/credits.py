"""What a report does not tell of its own knowledge but credits to another newsroom: "Yonhap reported", "told the BBC".

A credit is read where a newsroom's name stands in one of the frames in which news names its source, and nowhere else:
an outlet that is only spoken of, or speaks for itself ("Fox News said in a statement"), is credited with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.compare.claims.newsrooms import AGENCY_KEYS, KNOWN_NAMES, key_newsroom
from dateline.compare.claims.speakers import Named
from dateline.model import Article, Mention, Quote, Sentence

_MEDIA = (
    r"(?:news agency|news service|press agency|newspaper|newswire|wire service|wire|news|agency|television|TV|radio|"
    r"website|network|channel|broadcaster|magazine|daily|tabloid|weekly|outlet|paper|station|site|service)"
)
_SHAPE = re.compile(
    r"\b(?:News|News Agency|Press Agency|Times|Post|Herald|Tribune|Gazette|Telegraph|Chronicle|Courier|Journal|TV|"
    r"Television|Radio|Shimbun|Ilbo|Zeitung|Broadcasting|Broadcasting Corporation|News Network)$"
)
"""How the name of an organisation ends that is most likely a newsroom."""
_LAST = r"Times|Post|Journal|Herald|Tribune|Telegraph|Chronicle|Gazette|Globe|Mail|Star|Sun|Examiner|Register|Courier"
_SHORT_FORM = re.compile(rf"\b[Tt]he ({_LAST})\b(?! [A-Z])")
"""A paper named in full before: "the Times"."""
_PEOPLE = r"(?:reporters?|journalists?|correspondents?|photographers?|crews?|teams?|witness(?:es)?|staff)"
_WORK = r"(?:reports?|stor(?:y|ies)|articles?|investigation|interview|account|tally|count|analysis|footage|dispatch)"
_DAY = r"(?:on )?[A-Z]\w+day"
_ADVERBS = rf"(?: (?:has|have|had|now|also|later|first|earlier|then|previously|separately|{_DAY}|\w+ly)){{0,3}}"
_AFTER = re.compile(
    rf"(?:['’]s?(?: [A-Z][\w.-]+){{2,3}}|['’]s?)?(?: {_MEDIA})*"
    rf"(?: (?:[\w-]+ ){{0,3}}(?:{_PEOPLE}(?: (?:in|at|near|on) [\w -]{{1,30}})?|{_WORK}))?"
    rf"(?:, [^,.;:()]{{0,60}}\b{_MEDIA}\b[^,.;:()]{{0,40}},)?"
    rf"{_ADVERBS}(?:,? citing [^,.;]{{1,80}},)? "
    r"(?:(?P<report>reported|reports|quoted|quotes|cited|cites|obtained|revealed|reveals|disclosed|learned|learnt|understands|"
    r"published|publishes|broadcast|broadcasts|aired|was (?:the )?first to report)|"
    r"(?P<say>said|says|added|noted|notes|claimed|announced|wrote|writes|confirmed|estimated|counted|found|saw|witnessed|"
    r"heard|showed|shows|puts? (?:[\w-]+ ){1,6}at))\b"
)
"""What follows a newsroom that is the source of its sentence."""
_ITSELF = re.compile(
    r"(?:,? [^,.]{0,30})?,? (?:(?:that )?(?:it|its|they|their|he|she|we|our)\b|(?:\w+ ){0,3}in (?:a|an|its) (?:\w+ )?"
    r"(?:statement|editorial|memo|email|letter)\b)"
)
"""What follows "said" where an outlet speaks for itself."""
_WORDS = (
    r"(?:(?!(?:that|who|which|and|but|or|said|says|was|were|is|are|has|had|have|he|she|it|they|in|at|for|about|after|"
    r"before|when|while|of|not)\b)[\w’'.&-]+ ){0,5}"
)
_CUES = (
    "according to|per|citing|quoting|leaked to|tell|told|tells|telling",
    "(?:asked|contacted|approached|interviewed) by",
    "(?:reported|revealed|disclosed|published|broadcast|carried|obtained|seen|reviewed|released) by",
    "(?:quoted|cited)(?: as saying)? (?:by|in)",
    "reports? (?:by|from|in|on)|(?:published|broadcast|aired|appeared) (?:in|on)",
    "(?:reports|reported|reporting) for|(?:writes|wrote|writing) (?:last week |last month |[A-Z]\\w+day )?in",
    "(?:speaking|spoke) (?:to|with)|interview(?:ed)? (?:with|by|on|in|to)",
)
_BEFORE = re.compile(rf"\b(?:{'|'.join(_CUES)}) {_WORDS}$", re.I)
"""What stands before a newsroom that is the source of its sentence."""
_TO = re.compile(
    r"\b(?:said|says|confirmed|denied|admitted|explained|identified|described|disclosed|acknowledged|talking|talked|"
    r"statement|comments?|remarks|emails?|emailed) "
    rf"(?:[^.;,“”\"]{{0,40}} )?to {_WORDS}$"
)
_ON = re.compile(
    r"\b(?:said|says|told|speaking|spoke|appeared|appearing|appearance|interview|asked)\b[^.;“”\"]{0,70} on "
    rf"{_WORDS}$",
    re.I,
)
"""Said on air: a broadcaster's own interview."""
_INVERTED = re.compile(r"[,”\"’'] (?:reports?|reported|says?|said|writes?|wrote|notes|noted|adds|added) $")
_CLOSED = re.compile(r"(?: (?:on [A-Z]\w+day|[A-Z]\w+day|today|yesterday))?(?:[.,;]|$)")
"""Before and behind a newsroom that follows its verb: "the ferry sank, reports Reuters"."""
_HOST = re.compile(r"\b(?:tell|tells|told|telling) (?:[A-Z][\w.’'-]+ ){1,3}of $")
"""Told to one of its people: "told Ada Holm of the BBC"."""
_HANGING = re.compile(r"\b(?:of|from|for|with|at|to|about|by|than|in|on) $")
"""Before a newsroom that is no subject, so that the verb behind it is another's: "readers of the Courier wrote"."""
_SENT = re.compile(rf"\b{_PEOPLE} (?:of|from|for|with|at) $", re.I)
_REFUSED = re.compile(r"\b(?:not|n['’]t|never|declin\w+|refus\w+|unable)\b[^.;,]{0,60}$")
_LABEL_BEFORE = re.compile(r"(?:[-–—:|] ?|[(\[] ?(?:via |source: ?)?)(?:the )?$", re.I)
_LABEL_AFTER = re.compile(r"(?: (?:says|reports?))?\s?[)\]]?[.\s]*$")
_BETWEEN = re.compile(r"(?:, | and | or |, and |/)(?:the )?", re.I)
"""What joins newsrooms that are credited together: "Reuters and the AP reported"."""
"""A newsroom behind a dash or in brackets at the end of a sentence: "Ferry sinks off Lyth - Yonhap"."""
_STATE = re.compile(
    r"\b(?:((?:[A-Z][\w-]+ )?[A-Z][\w-]+?)(?:['’]s)? )?(?:the )?"
    r"[Ss]tate(?:[ -](?:run|owned|controlled))? (?:news )?(?:media|television|TV|radio|agency|broadcaster)\b"
)
"""Media of a state that a report leaves unnamed."""
_ANAPHOR = re.compile(
    r"(?:^|, )(?:according to )?[Tt]he (?:state |news |state-run )?(agency|newspaper|paper|daily|broadcaster|network|"
    r"channel|magazine|report|outlet|website|tabloid|weekly|station)(?: (?:also|later|further|then))?"
    r"(?: (?:said|added|reported|quoted|cited|noted|wrote)\b|\.?$)"
)
"""A newsroom named shortly before that goes on as the source."""
_MOSTLY = 0.6
"""Part of a sentence from which the words of a newsroom in it make the whole sentence its own."""
_REACH = 2
"""Sentences after a credit in which "the newspaper said" still means it; "the report" only in the next one."""


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """A stretch of an article that rests on another newsroom: its key, and its name as written."""

    start: int
    end: int
    room: str
    name: str


_NO_PART = frozenset("The On In By From To And As But Both Per While When After Citing Asked".split())
"""Words that open a sentence before a name and are no part of it."""
_COMMON = frozenset("Age Australian Hill Hindu National Province".split())
"""Papers whose name is a common word: read as one only behind a capital "The"."""


class NameFinder:
    """Finds the newsrooms that a story's texts name: those everybody knows, the story's own outlets, and what has the
    shape of one among the organisations named. A name that a person of the story bears (Bloomberg, Forbes) is none."""

    def __init__(self, outlets: Iterable[str | None], mentions: Iterable[Mention]) -> None:
        mentions = tuple(mentions)
        shaped = {m.text for m in mentions if m.kind == "ORG" and _SHAPE.search(m.text) and " " in m.text}
        names = dict(KNOWN_NAMES)
        for name in sorted({*shaped, *(outlet for outlet in outlets if outlet)}):
            bare = re.sub(r"\s*\([^()]*\)$", "", " ".join(name.split()))
            key = key_newsroom(bare)
            if key is not None and bare[:1].isupper():
                names.setdefault(re.sub(r"^[Tt]he ", "", bare), key)
        surnames = {m.text.split()[-1] for m in mentions if m.kind == "PER" and m.text.strip()}
        names = {name: key for name, key in names.items() if name not in surnames}
        self._keys = names
        self._with_article = {re.sub(r"^[Tt]he ", "", o) for o in outlets if o and re.match(r"[Tt]he \w+$", o)}
        parts = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        self._pattern = re.compile(rf"(?<![\w.’'-])(?=[A-ZÀ-Þ]|dpa)(?:{parts})(?![\w-])") if parts else None

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, key) of each newsroom named in a stretch of text."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text, start, end):
            if " " in match.group() or self._stands_alone(text, start, match):
                yield match.start(), match.end(), self._keys[match.group()]

    def key(self, name: str) -> str | None:
        """Return the key of a newsroom known by this name; None when there is none."""
        return self._keys.get(re.sub(r"^[Tt]he ", "", name))

    def _stands_alone(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether one word is a whole name: not in "Seattle Times", "Sun Microsystems"; "Sun" only with its article."""
        before = text[max(start, match.start() - 24) : match.start()].split(" ")
        last = before[-2] if len(before) > 1 else ""
        part = last[:1].isupper() and last.rstrip(".").isalpha() and last not in _NO_PART
        follows = re.match(
            r" (?!News\b|TV\b|Radio\b|Television\b|[A-Z]\w+day\b)[A-Z]", text[match.end() : match.end() + 16]
        )
        bare = match.group() in self._with_article and last.casefold() != "the"
        bare = bare or (match.group() in _COMMON and last != "The")
        return not (part and self._keys[match.group()] not in AGENCY_KEYS) and not follows and not bare


def find_credits(
    article: Article,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    named: Sequence[Named],
    finder: NameFinder,
) -> list[Credit]:
    """Return the stretches of an article that it credits to newsrooms, in order. ``sentences`` in the order of the
    text. A stretch is the attributed words where the reader found them, else the sentence."""
    found: list[Credit] = []
    spoken = [(q.start, q.end) for q in quotes if q.kind == "direct"]
    outlet = (article.outlet or "").split()
    full: dict[str, tuple[str, str]] = {outlet[-1]: (key_newsroom(article.outlet) or "", "")} if outlet else {}
    last: tuple[int, Credit] | None = None
    for at, sentence in enumerate(sentences):
        here = _read_sentence(article.text, sentence, spoken, finder, full)
        if not here and last is not None and at - last[0] <= _REACH:
            here = _follow(article.text, sentence, at - last[0], last[1])
        made = [_widen(credit, at_name, sentence, quotes) for credit, at_name in here]
        found += made
        if made:
            last = (at, made[-1])
    found += _find_resolved(quotes, named, finder)
    return sorted(set(found))


_Placed = tuple[Credit, tuple[int, int] | None]
"""A credit for a whole sentence, and where its newsroom is named as the one who says it; None where it is told."""


def _read_sentence(
    text: str,
    sentence: Sentence,
    spoken: Sequence[tuple[int, int]],
    finder: NameFinder,
    full: dict[str, tuple[str, str]],
) -> list[_Placed]:
    """Return what one sentence credits; ``full`` holds the papers named in full so far, by the last word."""
    names = [
        (start, end, *full.get(text[start:end], (key, text[start:end])))
        for start, end, key in finder.find(text, sentence.start, sentence.end)
        if not any(low <= start and end <= high for low, high in spoken)
    ]
    for match in _SHORT_FORM.finditer(text, sentence.start, sentence.end):
        if match.group(1) in full and not any(s <= match.start(1) < e for s, e, _, _ in names):
            names.append((match.start(1), match.end(1), *full[match.group(1)]))
    names.sort()
    frames = [_find_frame(text, start, end, key, sentence) for start, end, key, _ in names]
    for at in (*range(1, len(names)), *range(len(names) - 1, 0, -1)):
        if _BETWEEN.fullmatch(text[names[at - 1][1] : names[at][0]]):
            frames[at - 1 : at + 1] = [frames[at - 1] or frames[at], frames[at] or frames[at - 1]]
    placed: list[_Placed] = []
    for (start, end, key, name), frame in zip(names, frames, strict=True):
        if " " in name and re.search(rf"(?:{_LAST})$", name):
            full[name.split()[-1]] = (key, name)
        if frame is not None:
            credit = Credit(sentence.start, sentence.end, key, name)
            placed.append((credit, (start, end) if frame == "source" else None))
    return placed or _read_state_media(text, sentence, spoken)


def _find_frame(text: str, start: int, end: int, key: str, sentence: Sentence) -> str | None:
    """Return how a newsroom's name stands as a source: ``source`` (it says it), ``told``, ``label``; else None."""
    before, after = text[sentence.start : start], text[end : sentence.end]
    lead = re.sub(r"\b[Tt]he $", "", before)
    told = _AFTER.match(after)
    if told is not None and (not _HANGING.search(lead) or _SENT.search(lead)):
        own = told.group("say") and key not in AGENCY_KEYS and _ITSELF.match(after[told.end() :])
        return None if own else "source"
    if _HOST.search(lead) or (re.search(r"\b[Ii]n an? (?:\w+ )?$", before) and re.match(r" interview\b", after)):
        return "told"
    if _BEFORE.search(lead):
        refused = _REFUSED.search(lead) and not re.search(r"according to|per |reported by", lead[-40:])
        spoke = re.search(r"\b(?:tell|told|tells|telling|spoke|speaking|interview\w*|by)\b", lead[-60:])
        return None if refused else "told" if spoke else "source"
    if _INVERTED.search(lead) and _CLOSED.match(after):
        return "source"
    if _TO.search(lead) and not _REFUSED.search(lead):
        return "told"
    if key not in AGENCY_KEYS and _ON.search(lead):
        return "told"
    if _LABEL_BEFORE.search(before) and _LABEL_AFTER.match(after) and before.strip(" -–—:|("):
        return "label"
    return None


def _read_state_media(text: str, sentence: Sentence, spoken: Sequence[tuple[int, int]]) -> list[_Placed]:
    """Return the credit to a state's media that the sentence does not name."""
    for match in _STATE.finditer(text, sentence.start, sentence.end):
        if any(low <= match.start() and match.end() <= high for low, high in spoken):
            continue
        before, after = text[sentence.start : match.start()], text[match.end() : sentence.end]
        if _AFTER.match(after) or _BEFORE.search(re.sub(r"\b[Tt]he $", "", before)):
            whose = (match.group(1) or "").removeprefix("The ").strip()
            name = f"{whose} state media".strip()
            return [(Credit(sentence.start, sentence.end, name.casefold(), name), match.span())]
    return []


def _follow(text: str, sentence: Sentence, steps: int, last: Credit) -> list[_Placed]:
    """Return the credit that goes on from a sentence before: "The newspaper added that …"."""
    match = _ANAPHOR.search(text[sentence.start : sentence.end])
    if match is None or (match.group(1) == "report" and steps > 1):
        return []
    return [(Credit(sentence.start, sentence.end, last.room, last.name), None)]


def _widen(credit: Credit, name: tuple[int, int] | None, sentence: Sentence, quotes: Sequence[Quote]) -> Credit:
    """Return the credit with the stretch that it covers: the words that the newsroom itself says, where the reader
    marked them; else the sentence, with speech that runs into it from before."""
    if name is not None:
        own = [
            q for q in quotes if q.speaker_span and q.speaker_span[0] <= name[0] and name[1] <= q.speaker_span[1] + 1
        ]
        if own:
            start = min(min(q.start, (q.speaker_span or (q.start, 0))[0]) for q in own)
            end = max(max(q.end, (q.speaker_span or (0, q.end))[1]) for q in own)
            if end - start < _MOSTLY * (sentence.end - sentence.start):
                return Credit(start, end, credit.room, credit.name)
            return Credit(min(start, sentence.start), max(end, sentence.end), credit.room, credit.name)
    told = [q for q in quotes if q.speaker_span and sentence.start <= q.speaker_span[0] < sentence.end]
    start = min([sentence.start, *(q.start for q in told)])
    end = max([sentence.end, *(q.end for q in told)])
    return Credit(start, end, credit.room, credit.name)


def _find_resolved(quotes: Sequence[Quote], named: Sequence[Named], finder: NameFinder) -> Iterator[Credit]:
    """Yield credits to newsrooms that a role noun or pronoun stands for: "The agency said …" of Yonhap."""
    rooms: Mapping[tuple[int, int], tuple[str, str]] = {
        (item.start, item.end): (key, item.name)
        for item in named
        if item.via != "name" and (key := finder.key(item.name)) is not None
    }
    for quote in quotes:
        span = quote.speaker_span
        if span is not None and span in rooms:
            key, name = rooms[span]
            start, end = min(quote.start, span[0]), max(quote.end, span[1])
            yield Credit(start, end, key, name)
