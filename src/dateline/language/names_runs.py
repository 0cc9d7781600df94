"""Where names may stand in a sentence: runs of capitalised words, with the particles that go on inside a name.

A run is a half-open range of token places. The longest flat name counts: "Ministry of Health and Human Services" is
one run, "South Korean Foreign Minister Kang Kyung-wha" is cut into its demonym, title and name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.language.data import load_classes, load_map
from dateline.language.gazetteer import Known, find_places, is_given_name, match_known, sex_of_given_name
from dateline.language.reading import Token

_NEVER_FIRST = ("DT", "IN", "PRP", "PRP$", "CC", "WRB", "WP", "WDT", "MD", "EX", "TO", "RB", "UH", "CD", "VBG", "WP$")
_PARTY_TAG = re.compile(r"[DRI]-[A-Z].*")
"""A lawmaker's party and state, "D-Ohio": no name."""
_MONTH_NAMES = ("Jan", "April", "May", "June", "August")
"""Months that are first names too."""
_OPENING_MARKS = {"“", '"', "``", "‘", ":", "(", "[", "–", "—", "--", "•", "*", "…", "..."}


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``start`` to ``end`` (exclusive) that may be a name, with what the gazetteer knows it as."""

    start: int
    end: int
    known: Known | None


def words_of(name: str) -> frozenset[str]:
    """Return a class of ``name_words.tsv``."""
    return load_classes("name_words.tsv").get(name, frozenset())


def is_role(word: str) -> bool:
    """Tell whether a word is an office noun, a rank or a form of address; a hyphenated one by any of its parts."""
    if word in words_of("courtesy") or word in words_of("rank"):
        return True
    lower = word.lower()
    return lower in words_of("role") or ("-" in lower and any(part in words_of("role") for part in lower.split("-")))


def find_runs(tokens: Sequence[Token], common: frozenset[str], inner: frozenset[str]) -> list[Run]:
    """Return the runs of a sentence, left to right.

    ``common`` holds the words that the article also writes small, ``inner`` those that it writes with a capital inside
    a sentence: they settle what a capital at a sentence's start means.
    """
    words = [token.text for token in tokens]
    tails = find_title_tails(words)
    caps = [place not in tails and _is_capital(tokens, place, common, inner) for place in range(len(tokens))]
    runs: list[Run] = []
    place = 0
    while place < len(tokens):
        found = None if place in tails else match_known(words, place)
        if found and (caps[place] or _may_open_known(tokens, place, found)):
            place = _take_known(tokens, caps, place, found, runs)
        elif caps[place] and (words[place] not in words_of("plain") or _opens_plain(tokens, place)):
            end = _extend(tokens, caps, place, place + 1)
            if end - place > 1 or words[place] not in words_of("plain"):
                _take_run(tokens, place, end, runs)
            place = end
        elif words[place] in ("bin", "bint", "ibn") and place + 1 < len(words) and caps[place + 1]:
            runs.append(Run(place, place + 2, None))
            place += 2
        else:
            place += 1
    return runs


def _opens_plain(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word that is no name alone opens one: a direction ("North Wind"), a month's first name."""
    if not _next_is_capital(tokens, place):
        return False
    word, after = tokens[place].text, tokens[place + 1]
    if word in words_of("before_place"):
        return True
    before = tokens[place - 1].text.lower() if place else ""
    dated = before in ("in", "on", "since", "of", "by", "until", "last", "next", "late", "early", "mid", "this", "from")
    named = after.tag.startswith("NNP") and after.text not in words_of("plain") and after.text not in words_of("EVENT")
    return word in _MONTH_NAMES and named and not dated and match_known([after.text], 0) is None


def find_title_tails(words: Sequence[str]) -> frozenset[int]:
    """Return the places of the portfolio words of titles: "State" in "Secretary of State", never parts of a name."""
    tails: set[int] = set()
    for place, word in enumerate(words[:-2]):
        if word.lower() not in words_of("role") or words[place + 1] not in ("of", "for"):
            continue
        end = place + 2 + (words[place + 2] == "the")
        while end < len(words) and (words[end] in words_of("portfolio") or (words[end] == "and" and end - 1 in tails)):
            tails.add(end)
            end += 1
    return frozenset(tails)


def _may_open_known(tokens: Sequence[Token], place: int, found: tuple[int, Known]) -> bool:
    """Tell whether a gazetteer name may stand where its first word is no sure capital (at a sentence's start)."""
    size, known = found
    word = tokens[place].text
    if not any(char.isupper() for char in word):
        return size > 1 or word[0].islower()
    if word in ("US", "IT", "WHO", "AM") and size == 1 and not tokens[place].tag.startswith("NN"):
        return word in ("US", "WHO") and place + 1 < len(tokens) and tokens[place + 1].text[0].islower()
    return size > 1 or known.key.partition(":")[0] in (
        "country",
        "demonym",
        "capital",
        "agency",
        "seat",
        "body",
        "area",
    )


def _is_capital(tokens: Sequence[Token], place: int, common: frozenset[str], inner: frozenset[str]) -> bool:
    token = tokens[place]
    word = token.text
    if not _has_name_shape(token) or _is_compound(word) or _PARTY_TAG.fullmatch(word):
        return False
    if not opens_clause(tokens, place):
        return token.tag != "UH"
    if token.tag in _NEVER_FIRST and not (is_given_name(word) and _next_is_capital(tokens, place)):
        return False
    follows = _next_is_capital(tokens, place)
    if word.lower() in common:
        return token.tag.startswith("NNP") and follows
    if not follows and word not in inner and word.isalpha():
        return token.tag == "NNP" and word.lower() not in load_map("document_frequency.tsv")
    return token.tag.startswith("NNP") or follows or word.isupper() or word in inner


def _has_name_shape(token: Token) -> bool:
    word = token.text
    if not any(char.isupper() for char in word) or not word[0].isalnum() or word.endswith(tuple(words_of("not_part"))):
        return False
    if word[0].islower():
        return len(word) > 2 and (word[1].isupper() or word.startswith(("al-", "el-")) or _is_elided(word))
    if word[0].isdigit() or len(word) == 1 or (any(char.isdigit() for char in word) and not word[1:].isalpha()):
        return False
    return not (token.tag in ("DT", "PRP", "PRP$", "IN", "CC") and word[1:].islower())


def _is_elided(word: str) -> bool:
    """Tell whether a word is of the form "d'Azur"."""
    return word[1] in "'’" and word[2:3].isupper()


def _is_compound(word: str) -> bool:
    """Tell whether a word couples two names: "US-North", "Korea-U.S.": neither is the name of anything."""
    parts = word.split("-")
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return False
    return any(part in ("North", "South") or _is_state(part) for part in parts)


def _is_state(word: str) -> bool:
    found = match_known([word], 0)
    return found is not None and found[1].kind in ("GPE", "NORP")


def opens_clause(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a token opens its sentence or stands behind a mark that opens one."""
    return place == 0 or tokens[place - 1].text in _OPENING_MARKS


def _next_is_capital(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()


def _take_known(
    tokens: Sequence[Token], caps: Sequence[bool], place: int, found: tuple[int, Known], runs: list[Run]
) -> int:
    """Add a gazetteer name, or the longer name that it opens; return the place after it."""
    size, known = found
    end = place + size
    if tokens[place].text == "The" and size > 1 and known.kind == "ORG":
        runs.append(Run(place + 1, end, known))
        return end
    longer = _extend(tokens, caps, place, end)
    if longer == end:
        runs.append(Run(place, end, known))
        return end
    rest = [token.text for token in tokens[end:longer]]
    if _opens_person(tokens[place].text, size, known, rest):
        _take_run(tokens, place, longer, runs)
        return longer
    if _joins_state(known, rest) or (_closes_name(rest) and not any(is_role(word) for word in rest[:-1])):
        runs.append(Run(place, longer, None))
        return longer
    runs.append(Run(place, end, known))
    return end


def _joins_state(known: Known, rest: Sequence[str]) -> bool:
    """Tell whether a state's name or adjective opens the name of a thing: "British Gas", "France Info"."""
    if known.key.partition(":")[0] not in ("demonym", "country") or len(rest) > 2 or is_given_name(rest[0]):
        return False
    plain = not any(is_role(word) or word.isupper() or word in words_of("plain") or "-" in word for word in rest)
    return plain and match_known(rest, 0) is None and rest[0].lower() in load_map("document_frequency.tsv")


def _opens_person(word: str, size: int, known: Known, rest: Sequence[str]) -> bool:
    if size > 1 or is_role(rest[0]) or _closes_name(rest) or len(rest) > 2:
        return False
    sort = known.key.partition(":")[0]
    return (sort in ("country", "religion") and word in words_of("person_country")) or (
        sort == "capital" and is_given_name(word)
    )


def _closes_name(words: Sequence[str]) -> bool:
    """Tell whether a run ends as organisations, facilities, wars and laws do."""
    return any(words[-1] in words_of(kind) for kind in ("ORG", "FAC", "EVENT", "LAW", "LOC", "GPE")) or any(
        word in words_of("open") and after in ("of", "for", "on") for word, after in pairwise(words)
    )


def _extend(tokens: Sequence[Token], caps: Sequence[bool], start: int, end: int) -> int:
    """Return where the run that covers ``start`` to ``end`` ends when it goes on as far as it may."""
    while end < len(tokens):
        word = tokens[end].text
        if caps[end] and (word not in words_of("plain") or _goes_on(tokens, end)):
            if _breaks(tokens, start, end):
                return end
            end += 1
            continue
        if tokens[end - 1].text in words_of("numbered") and word.isdigit():
            return end + 1
        after = _skip_particles(tokens, caps, start, end)
        if after is None:
            return end
        end = after + 1
    return end


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word that is no name alone goes on a name: "Theresa May", "Exercise North Wind"."""
    before = tokens[place - 1].text
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if tokens[place].text in ("May", "Sun"):
        return is_given_name(before) and not (after and after.tag == "CD")
    return tokens[place].text in words_of("before_place") and _next_is_capital(tokens, place)


def _breaks(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a gazetteer name that begins at ``place`` is a new name, not part of the run before it."""
    found = match_known([token.text for token in tokens[place : place + 6]], 0)
    if not found:
        return False
    before = tokens[place - 1].text
    if before in words_of("before_place") or before == "&":
        return False
    if found[1].kind == "NORP" or found[0] > 1 or is_role(before):
        return True
    return not (is_given_name(before) or before in words_of("inner") or tokens[start].text in words_of("open"))


def _skip_particles(tokens: Sequence[Token], caps: Sequence[bool], start: int, place: int) -> int | None:
    """Return the place of the capitalised word after the particles at ``place``, or None where the name ends."""
    words = [token.text for token in tokens]
    run = words[start:place]
    step = words[place]
    follow = place + 1
    if follow < len(words) and words[follow] in (("the",) if step in ("of", "for", "on") else words_of("inner")):
        follow += 1
    if follow >= len(words) or not caps[follow] or words[follow] in words_of("plain"):
        return None
    if step in ("of", "for", "on"):
        near = run if any(word in ("of", "for") for word in run) else run[-2:]
        return follow if any(word in words_of("open") for word in near) and not is_role(run[-1]) else None
    if step in words_of("inner"):
        return follow if step != "y" or len(run) > 1 else None
    if step == "&":
        return follow
    if step == "and":
        return follow if _joins(tokens, caps, run, follow) else None
    if step in ("'s", "’s", "'", "’"):
        office = run[-1] in words_of("office_of") and words[follow] in ("Office", "Department", "Council", "Court")
        return follow if office or run[-1] in words_of("possessive_open") else None
    return None


def _joins(tokens: Sequence[Token], caps: Sequence[bool], run: Sequence[str], follow: int) -> bool:
    """Tell whether "and" stands inside a name: "Food and Drug Administration", "Department of Health and Labour"."""
    end = follow
    while end < len(tokens) and caps[end]:
        end += 1
    right = [token.text for token in tokens[follow:end]]
    if match_known(right, 0):
        return False
    if any(word in ("of", "for", "on") for word in run) and not match_known([*run], len(run) - 1):
        return not is_role(right[0]) and len(right) < 4 and not is_given_name(right[0])
    opening = match_known(list(run), 0)
    if opening and opening[1].kind in ("GPE", "NORP"):
        run = run[opening[0] :]
    plain = len(run) == 1 and not match_known(list(run), 0) and not is_given_name(run[0]) and not run[0].isupper()
    return plain and len(right) > 1 and right[-1] in words_of("ORG") and not is_given_name(right[0])


def _take_run(tokens: Sequence[Token], start: int, end: int, runs: list[Run]) -> None:
    """Add the names of a run: what follows its last title, and an organisation that stands before the title."""
    words = [token.text for token in tokens[start:end]]
    if cut := _cut_before_person(words):
        if cut > 1 or not is_role(words[0].removesuffix("s")):
            _take_run(tokens, start, start + cut, runs)
        _take_run(tokens, start + cut, end, runs)
        return
    roles = [place for place, word in enumerate(words) if is_role(word)]
    if not roles or (words[-1] in words_of("ORG") and len(words) - 1 not in roles and not _is_titled(words)):
        runs.append(Run(start, end, None))
        return
    if roles[-1] == len(words) - 1:
        _take_titled_end(words, start, end, roles, runs)
        return
    cut = roles[-1] + 1
    _take_before_title(words, start, roles[0], runs)
    if cut < len(words):
        runs.append(Run(start + cut, end, None))


def _cut_before_person(words: Sequence[str]) -> int:
    """Return where a person's name begins that everyday words or plural titles were run together with, else 0.

    "Justices Ann Hale", "Diplomatic Security Ann Hale".
    """
    table = load_map("document_frequency.tsv")
    for place in range(1, len(words) - 1):
        if not (words[place - 1].lower() in table or is_role(words[place - 1].removesuffix("s"))):
            return 0
        surname = words[place + 1]
        everyday = surname.lower() in table or surname in words_of("ORG") or surname in words_of("inner")
        if sex_of_given_name(words[place]) and words[place].lower() not in table and not everyday:
            return 0 if is_given_name(words[0]) or is_role(words[place - 1]) else place
    return 0


def _is_titled(words: Sequence[str]) -> bool:
    return words[0] in words_of("courtesy")


def _take_titled_end(words: Sequence[str], start: int, end: int, roles: Sequence[int], runs: list[Run]) -> None:
    """A run that ends in an office noun: "Stephen King" is a name, "Foreign Minister" is not."""
    lone = len(roles) == 1 and 1 < len(words) < 4
    if lone and is_given_name(words[0]) and words[0].lower() not in words_of("office"):
        runs.append(Run(start, end, None))
        return
    _take_before_title(words, start, roles[0], runs)


def _take_before_title(words: Sequence[str], start: int, first_role: int, runs: list[Run]) -> None:
    end = first_role
    while end > 0 and words[end - 1].lower() in words_of("office") and words[end - 1] not in words_of("ORG"):
        end -= 1
    place = bool(find_places(" ".join(words[:end])))
    if (end > 1 and words[end - 1] in words_of("ORG")) or place:
        runs.append(Run(start, start + end, None))
