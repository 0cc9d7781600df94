"""Things of a story that have no name of their own: "the liaison office", "the Hanoi summit", "the trade deal".

A noun phrase counts as a thing when it is definite, its head is a noun of such things, a telling word stands right
before the head, and two articles of the story have it. Precision comes before reach: what may be two things is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.entities.nominals import Found
from dateline.model import Article, Mention, NameKind

_FACILITIES = (
    "office complex plant factory bridge tunnel camp prison hospital school museum station base reactor dam mine "
    "pipeline refinery airport stadium headquarters mosque church nightclub warehouse dormitory shelter wall fence"
)
_BODIES = "commission panel taskforce coalition consortium militia agency"
_EVENTS = (
    "summit talks referendum festival concert trial inquiry breach hack crash massacre outbreak epidemic earthquake "
    "hurricane spill shutdown strike coup ceasefire truce siege blockade election primary caucuses convention shooting "
    "bombing attack explosion drill exercises"
)
_OTHERS = (
    "deal agreement treaty pact accord bill law ban sanctions tariff tariffs report memo dossier database website "
    "ferry tanker truck train submarine satellite rocket missile vaccine virus"
)
_KINDS: tuple[tuple[NameKind, str], ...] = (
    ("FAC", _FACILITIES),
    ("ORG", _BODIES),
    ("EVENT", _EVENTS),
    ("OTHER", _OTHERS),
)
_HEADS: dict[str, NameKind] = {head: kind for kind, heads in _KINDS for head in heads.split()}
"""Nouns whose phrases tell of one thing of a story, with its kind: things that stand, last or are once only. Nouns of
what comes again and again (meeting, call, hearing, visit) are left out."""
_PLAIN = frozenset(
    "new old same other another whole entire main local current previous recent latest last next final big large small "
    "major key single only very own actual alleged apparent possible proposed planned controversial deadly fatal worst "
    "best biggest largest long short early late full initial original official mass terrorist terror deadliest massive "
    "horrific brutal huge nearby private public nearest then so-called supposed upcoming annual monthly weekly daily "
    "emergency special total different following above right wrong good bad great high low top two three four five six "
    "seven eight nine ten many few several joint general future past devastating tragic historic unprecedented "
    "year-old day-long hour-long ongoing failed successful sweeping crucial news press such first-ever sudden "
    "profile high-profile long-running long-awaited much-needed current".split()
)
"""Words that tell no thing from another of its sort."""
_FUNCTION = (
    "of in on at for to from by with and or but was is were are be been has had have will would could should may might "
    "that which who when where while as after before since until during if because so than said says not it its the a "
    "an into about over under can near between against through out up down"
)
_CONTRASTING = re.compile(
    r"first|second|third|fourth|fifth|\d.*|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|upper|lower|left|right"
    r"|federal|state|national|regional|municipal|male|female|women's|men's|presidential|senate|house"
)
_FUNCTIONS = "|".join(_FUNCTION.split())
_WORD = rf"(?!(?:{_FUNCTIONS})\s)[^\W_][\w.’'-]*\s"
_PHRASE = re.compile(
    rf"\b[Tt]he\s+((?:{_WORD}){{1,4}}?)({'|'.join(sorted(_HEADS))})\b(?![-’'])"
    rf"(?=\s*[,.;:!?)—–\"”]|\s+(?:{_FUNCTIONS}|\w+ly)\b|\s*$)"
)


@dataclass(frozen=True, slots=True, order=True)
class _Phrase:
    """One definite phrase without its article: where it stands, and its words, the head last."""

    article_id: str
    start: int
    end: int
    words: tuple[str, ...]


def find_things(
    articles: Mapping[str, Article], mentions: Iterable[Mention], told: Iterable[Found] = ()
) -> list[Found]:
    """Return the phrases that tell of one thing in two articles or more, in order, under one key for each thing.

    ``told`` are phrases that are known to tell of something else.
    """
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        taken[mention.article_id].append((mention.start, mention.end))
    for one in told:
        taken[one.article_id].append((one.start, one.end))
    groups: dict[tuple[str, str], list[_Phrase]] = defaultdict(list)
    for article_id in sorted(articles):
        for phrase in _read_phrases(articles[article_id], taken[article_id]):
            groups[phrase.words[-2].lower(), phrase.words[-1]].append(phrase)
    found: list[Found] = []
    heads: dict[str, set[str]] = defaultdict(set)
    for (telling, head), phrases in sorted(groups.items()):
        parts = _part_contrasts(phrases)
        for contrast, same in sorted(parts.items()):
            if len({phrase.article_id for phrase in same}) > 1:
                key = f"noun:{' '.join(filter(None, (contrast, telling, head)))}"
                spans = {(phrase.article_id, phrase.start, phrase.end) for phrase in same}
                if len(parts) == 1:
                    spans |= _find_again(articles, taken, same)
                found += [Found(*span, key, "nominal") for span in sorted(spans)]
                heads[head].add(key)
    found += _find_bare(
        articles, taken, found, {head: next(iter(keys)) for head, keys in heads.items() if len(keys) == 1}
    )
    return sorted(found, key=lambda one: (one.article_id, one.start, one.end))


def _find_again(
    articles: Mapping[str, Article], taken: Mapping[str, Sequence[tuple[int, int]]], same: Sequence[_Phrase]
) -> set[tuple[str, int, int]]:
    """Return where a thing is told of without "the" too: "a joint liaison office", "Staff Leave Liaison Office".

    Headlines put the land for its adjective: "inter-Korea liaison office".
    """
    extras = sorted({word for phrase in same for word in phrase.words[:-2]}, key=lambda word: (-len(word), word))
    stems = [
        f"{re.escape(word[:-1])}{re.escape(word[-1])}?" if word[-1:] == "n" else re.escape(word) for word in extras
    ]
    before = "".join((r"\b(?:(?:", "|".join(stems), r")\s)*")) if extras else r"\b"
    words = same[0].words
    pattern = re.compile(rf"{before}{re.escape(words[-2])}\s{words[-1]}\b(?![-’'])", re.IGNORECASE)
    return {
        (article_id, match.start(), match.end())
        for article_id in sorted(articles)
        for match in pattern.finditer(articles[article_id].text)
        if _is_free(match.end(), taken[article_id])
    }


def _find_bare(
    articles: Mapping[str, Article],
    taken: Mapping[str, Sequence[tuple[int, int]]],
    told: Iterable[Found],
    meant: Mapping[str, str],
) -> list[Found]:
    """Return where a bare noun means the story's only thing of that noun: "the office", after "the liaison office".

    What stood last before it by that noun must be that thing: after "his law office", "the office" may be that one.
    """
    ends = {(one.article_id, one.end): one.key for one in told}
    found = []
    for article_id, article in sorted(articles.items()):
        for head, key in sorted(meant.items()):
            last: str | None = None
            for match in re.finditer(rf"\b([Tt]he\s+)?{head}\b(?![-’'])", article.text):
                if match.group(1) is None:
                    last = ends.get((article_id, match.end()))
                elif last == key and match.start() >= article.body_start and _is_free(match.end(), taken[article_id]):
                    found.append(Found(article_id, *match.span(), key, "nominal"))
    return found


def _is_free(end: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the head that ends here is in no name."""
    return not any(start < end <= stop for start, stop in taken)


def kind_of_thing(key: str) -> NameKind | None:
    """Return the kind of a thing's or occasion's key; None when the key is of neither."""
    sort, _, rest = key.partition(":")
    if sort == "occasion":
        return "EVENT"
    return _HEADS[rest.rpartition(" ")[2]] if sort == "noun" else None


def _read_phrases(article: Article, taken: Sequence[tuple[int, int]]) -> list[_Phrase]:
    phrases = []
    for match in _PHRASE.finditer(article.text, article.body_start):
        words = (*match.group(1).split(), match.group(2))
        if _is_free(match.end(2), taken) and _is_telling(words):
            phrases.append(_Phrase(article.article_id, match.start(1), match.end(2), words))
    return phrases


def _is_telling(words: Sequence[str]) -> bool:
    """Tell whether only modifiers stand before the head, and the last of them tells the thing from its like."""
    before = [word.lower() for word in words[:-1]]
    if any(word.endswith(("’s", "'s", "’", "'", ".", "ly")) for word in before):
        return False
    last = before[-1]
    return last not in _PLAIN and not last.isdigit() and len(last) > 2 and not last.endswith("ed")


def _part_contrasts(phrases: Sequence[_Phrase]) -> dict[str, list[_Phrase]]:
    """Return the phrases by the word that sets things of one sort apart; all in one where at most one such word is."""
    told = {phrase: _contrast(phrase) for phrase in phrases}
    if len(set(told.values()) - {""}) < 2:
        return {"": list(phrases)}
    parted: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase, contrast in told.items():
        if contrast:
            parted[contrast].append(phrase)
    return parted


def _contrast(phrase: _Phrase) -> str:
    extra = phrase.words[:-2]
    return " ".join(word.lower() for word in extra if word[0].isupper() or _CONTRASTING.fullmatch(word.lower()))
