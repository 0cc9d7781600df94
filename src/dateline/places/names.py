"""The names of places in an article: what each can mean, and what the text itself says of where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.model import Article, Mention
from dateline.places.abbreviations import read_short
from dateline.places.table import Place, division_names, find_candidates, fold_place

MOST_CANDIDATES = 40
"""Candidates weighed for a name: those of most inhabitants."""
_OWN_KINDS = ("GPE", "LOC", "FAC")
_CALLED = re.compile(
    r"(?:(?:the|downtown|metro|metropolitan|greater|central|inner|upstate|rural|suburban|mainland"
    r"|(?:mid-?|far )?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|city of|town of|state of|village of"
    r"|township of|province of|county|republic of)\s+)+",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern central middle upper lower inner outer capital federal national new old "
    "district region province county state city coast coastal island islands bay lake river valley hill hills center "
    "centre town village township park square house territory municipality republic union academy university college "
    "school hospital court government police station church street avenue road airport harbour harbor beach "
    "side".split()
)
"""Words that make no name by themselves: "Southern District" is a court's as often as a place's."""
_DIVISION = re.compile(
    r"\s(?:[Ss]tate|[Pp]rovince|[Rr]egion|[Gg]overnorate|[Pp]refecture|[Oo]blast|County|Department|district)$"
    r"|^[Ss]tate of "
)
"""What makes a name a division's where a town bears it too: "Washington State"."""
_MEMBER = re.compile(
    r"\b(?:(?:Sens?|Reps?)\.|Senators?|Representatives?|Democrats?|Republicans?|Gov\.|Governor|[Gg]overnor|senator"
    r"|[Cc]ongress(?:man|woman))(?:\s[A-Z][\w'’.-]*){0,4},?(?:\s(?:Democrat|Republican))?\s(?:of|from)\s$"
)
_GOVERNED = re.compile(r"(?:['’]s)?\s(?:Gov\.|[Gg]overnor|[Ll]egislat|[Ss]enator|Sen\.|Rep\.|Democrat|Republican)")
_FEATURE = re.compile(r"\b(?:Sea|Ocean|Gulf|Bay|Strait|River|Lake|Canal|Channel|Mountains|Range)\b")
"""Words by which a name says itself that it is water or mountains, though a province be called after it."""
_POSSESSIVE = re.compile(r"['’ʼ‘]s?$")
_SHORT_AFTER = re.compile(r",\s{1,2}([A-Z][\w]{0,5}\.?(?:\s?[A-Z][a-z]?\.){0,2})(?![\w-])")
_LONG_AFTER = re.compile(r"\s?[,(]\s{0,2}((?:[A-Z][\w'’.-]+)(?:\s(?:of\s|and\s|the\s)*[A-Z][\w'’.-]+){0,3})")
_INSIDE = re.compile(r"^((?:[\w'’.-]+\s)*[\w'’.-]+?)\s?[,(]\s{0,2}([A-Z].*?)\)?$")
_DATELINE = re.compile(
    r"([A-Z][A-Z'’. -]{2,30}[A-Z.])(?=,\s[A-Z][\w. ]{1,20}(?:\s*\([^)]{2,30}\))?\s*[-–—:]|,\s[A-Z][\w.]{1,8}\s+\([A-Z]"
    r"|\s*\([A-Z][^)]{1,30}\)|\s*[-–—])"
)
_LEAD = 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text and the places that it can mean.

    ``shown`` is False for a name that stands inside another ("Athens" in the name of a police force) or is an
    adjective: it tells where the text is at home, but names no place.
    """

    article_id: str
    start: int
    end: int
    key: str
    candidates: tuple[Place, ...]
    stated: frozenset[str] = frozenset()
    """Keys of divisions and codes of countries that the text puts it in: ``US.LA``."""
    shown: bool = True
    dateline: bool = False
    container: bool = False
    """It only says where the name before it lies: "Va." in "Roanoke, Va."."""


def read_names(article: Article, mentions: Iterable[Mention]) -> list[Name]:
    """Return the names of an article in their order, those of its dateline first."""
    rows = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    spoken = _kinds_by_name(rows)
    names = list(_read_dateline(article))
    taken = names[0].end if names else 0
    for mention in rows:
        if mention.start >= taken or mention.end <= (names[0].start if names else 0):
            names += _read_mention(article, mention, spoken)
    return _mark_containers(article, names)


def _mark_containers(article: Article, names: list[Name]) -> list[Name]:
    """Mark the names that say where the name before them lies; behind a dateline's place they are the dateline's."""
    marked: list[Name] = []
    for name in names:
        before = marked[-1] if marked else None
        if before and before.stated and article.text[before.end : name.start].strip() in (",", "("):
            marked.append(replace(name, container=True, dateline=before.dateline))
        else:
            marked.append(name)
    return marked


def _kinds_by_name(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for mention in mentions:
        kinds.setdefault(fold_place(mention.text), set()).add(mention.kind)
    return kinds


def _read_dateline(article: Article) -> Iterator[Name]:
    """Return the place of the dateline, as it was cleaned or as capitals at the opening of the body show it."""
    text = article.text
    if article.dateline and article.place:
        start = text.find(article.place, article.dateline[0], article.dateline[1])
        span = (start, start + len(article.place)) if start >= 0 else None
    else:
        found = _DATELINE.match(text, article.body_start)
        span = found.span(1) if found else None
    if span is not None:
        name = make_name(article, span[0], span[1])
        if name is not None:
            yield _as_town(replace(name, dateline=True))


def _as_town(name: Name) -> Name:
    """Return a dateline's name with the towns among its candidates: reports are written in towns. The text below may
    mean the state of the same name, unless the town is a capital."""
    towns = tuple(place for place in name.candidates if place.kind == "city")
    if not towns or len(towns) == len(name.candidates):
        return name
    key = name.key if name.stated or any(place.capital for place in towns) else f"town {name.key}"
    return replace(name, candidates=towns, key=key)


def _read_mention(article: Article, mention: Mention, spoken: dict[str, set[str]]) -> Iterator[Name]:
    known = mention.known or ""
    if mention.kind == "NORP" and known.startswith("demonym:"):
        yield from _read_adjective(article, mention, known.partition(":")[2])
    elif mention.kind in _OWN_KINDS:
        name = make_name(article, mention.start, mention.end)
        if name is not None:
            yield name
        elif mention.kind == "FAC":
            yield from _read_inside(article, mention, spoken)
    elif mention.kind == "ORG":
        if "GPE" in spoken[fold_place(mention.text)] and (name := make_name(article, mention.start, mention.end)):
            yield name
        elif not known:
            yield from _read_inside(article, mention, spoken)


def _read_adjective(article: Article, mention: Mention, code: str) -> Iterator[Name]:
    """Return the country of an adjective: "Egyptian"."""
    if mention.state:
        places = tuple(place for place in find_candidates(mention.state) if place.kind == "country")
        places = tuple(place for place in places if place.country == code)
        if places:
            yield Name(article.article_id, mention.start, mention.end, f"state {code}", places, shown=False)


def _read_inside(article: Article, mention: Mention, spoken: dict[str, set[str]]) -> Iterator[Name]:
    """Return the place that a name opens with: "Athens Police Department", which is none, or "Kabul Airport", which
    lies there if the article names Kabul by itself too."""
    words = mention.text.split()
    for size in range(min(len(words) - 1, 3), 0, -1):
        head = " ".join(words[:size])
        name = make_name(article, mention.start, mention.start + len(head)) if words[0][0].isupper() else None
        if name is not None and mention.text.startswith(head):
            yield replace(name, shown=mention.kind == "FAC" and "GPE" in spoken.get(fold_place(head), ()))
            return


def make_name(article: Article, start: int, end: int) -> Name | None:
    """Return the name of a stretch of text with its candidates; None when the table knows none."""
    text = _POSSESSIVE.sub("", article.text[start:end])
    following = article.text[start + len(text) : start + len(text) + _LEAD]
    shown = article.text[max(start - 2, 0) : start]
    short = read_short(text, False) or read_short(text + following[:1], False)
    if short is None and shown == ", " and len(text) <= 5:
        short = read_short(text, True)
    if short is not None:
        division = _find_division(short)
        return Name(article.article_id, start, end, f"division {short}", division) if division else None
    inner = _INSIDE.match(text)
    head = inner.group(1) if inner else text
    stated = _read_container(inner.group(2)) if inner else frozenset()
    for form in _forms_of(head):
        found = () if _GENERIC.issuperset(fold_place(form).split()) else find_candidates(form)
        if found:
            stated = stated or _read_after(following)
            if not stated:
                found, form = _narrow(article.text, start, start + len(text), head, found, form)
            return Name(article.article_id, start, end, fold_place(form), choose(found, stated), stated)
    return None


def _narrow(
    text: str, start: int, end: int, head: str, found: tuple[Place, ...], form: str
) -> tuple[tuple[Place, ...], str]:
    """Return the candidates that are divisions where the words around a name call for one, with a spelling that keeps
    them apart from the name's other mentions: "Washington State", "Senator Holt of New York"."""
    told = _DIVISION.search(head) or _MEMBER.search(text[max(start - 60, 0) : start])
    if not told and not _GOVERNED.match(text[end : end + 20]):
        return found, form
    divisions = tuple(place for place in found if place.kind in ("region", "county", "country") and not place.lesser)
    if not divisions or len(divisions) == len(found):
        return found, form
    return divisions, f"division {form}"


def _forms_of(text: str) -> Iterator[str]:
    """Return a name, and shorter ones that it may hold, until one is known."""
    yield text
    bare = _CALLED.sub("", text, count=1)
    if bare != text and bare:
        yield bare
    for tail in (" City", " area", " Township", " Village", " Borough", " region", " Region", " province", " Province",
                 " Governorate", " district", " District", " state", " State", " Prefecture", " Oblast"):  # fmt: skip
        if bare.endswith(tail):
            yield bare[: -len(tail)]
    if bare.endswith(" County"):
        yield bare[: -len(" County")]


def choose(found: tuple[Place, ...], stated: frozenset[str]) -> tuple[Place, ...]:
    """Return the candidates that are weighed: those in the stated division or country, if any lie there.

    Where a country bears the name, a town that is only called so is none: Mexico is not Mexico City. Nor is the land
    of a state's name another place than the state.
    """
    inside = tuple(place for place in found if lies_in(place, stated))
    if inside:
        return inside[:MOST_CANDIDATES]
    if any(place.kind == "country" for place in found):
        found = tuple(place for place in found if place.kind == "country" or not place.lesser)
    if any(place.kind == "country" or (place.kind == "region" and not place.lesser) for place in found):
        found = tuple(place for place in found if place.kind not in ("area", "island"))
    if _FEATURE.search(found[0].name if found else ""):
        found = tuple(place for place in found if place.kind in ("water", "mountains")) or found
    return found[:MOST_CANDIDATES]


def lies_in(place: Place, stated: frozenset[str]) -> bool:
    """Tell whether a place lies in one of the stated divisions or countries, and is none of them itself."""
    if place.kind in ("country", "continent"):
        return False
    return place.country in stated or (place.kind != "region" and place.division_key in stated)


def _read_after(following: str) -> frozenset[str]:
    """Return what a text says behind a name of where it lies: ", La.", ", Texas", "(Ontario)"."""
    found = _SHORT_AFTER.match(following)
    if found:
        key = read_short(found.group(1).rstrip(), True) or read_short(found.group(1).rstrip(".").rstrip(), True)
        if key:
            return frozenset({key})
    found = _LONG_AFTER.match(following)
    return _read_container(found.group(1)) if found else frozenset()


def _read_container(text: str) -> frozenset[str]:
    """Return the keys of the divisions or countries that a text names, the longest name first."""
    text = _POSSESSIVE.sub("", text.strip())
    key = read_short(text, True)
    if key:
        return frozenset({key})
    words = text.split()
    for size in range(len(words), 0, -1):
        places = [
            place
            for place in find_candidates(" ".join(words[:size]).rstrip(".,"))
            if (place.kind in ("country", "region") and not place.lesser) or place.kind == "country"
        ]
        if places:
            return frozenset(
                place.country if place.kind == "country" or not place.division else place.division_key
                for place in places
            )
    return frozenset()


def _find_division(key: str) -> tuple[Place, ...]:
    name = division_names().get(key, "")
    found = find_candidates(name)
    return tuple(place for place in found if place.kind == "region" and place.division_key == key)
