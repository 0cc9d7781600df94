"""What a name names: person, organisation, state or city, place, facility, event, law.

Sure signs first (gazetteer, heads, titles), then the signs of its sentence, then what the article says elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.data import load_map
from dateline.language.gazetteer import Known, find_known, find_places, is_given_name, match_known, sex_of_given_name
from dateline.language.names_runs import Run, is_role, opens_clause, words_of
from dateline.language.reading import Token
from dateline.model import NameKind

_NAME_WORD = re.compile(r"[^\W\d_a-z][\w'’-]*[^\W\d_A-Z]|al-\w+|bin|van|de|al|el|von|da")
_HEAD_KINDS: tuple[NameKind, ...] = ("EVENT", "LAW", "FAC", "LOC", "GPE", "ORG")
_OPENER_KINDS: tuple[NameKind, ...] = ("PRODUCT", "EVENT", "LAW", "LOC")
_BIG_CITY = 200_000
"""Population from which a city's name alone is believed; below, a place must be hinted at. It matters little: on the
240 Wikinews training texts F1 is .792 at 50,000, at 200,000 and at 500,000, and .791 with no such bound met."""


def sure_kind(tokens: Sequence[Token], run: Run) -> NameKind | None:
    """Return the kind that the name's own words and its title give away, or None."""
    words = [token.text for token in tokens[run.start : run.end]]
    if run.known:
        return run.known.kind
    if _has_title(tokens, run.start) and words[-1] not in words_of("ORG"):
        return "PER"
    if kind := _kind_by_words(words):
        return kind
    last = tokens[run.end - 1]
    plural = last.tag in ("NNS", "NNPS") and last.text.lower() in load_map("document_frequency.tsv")
    return "PER" if looks_like_person(words) and not plural else None


def _has_title(tokens: Sequence[Token], start: int) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1]
    if before.text in words_of("courtesy") or before.text in words_of("rank"):
        return True
    return is_role(before.text) and before.tag in ("NN", "NNP")


def _kind_by_words(words: Sequence[str]) -> NameKind | None:
    if len(words) > 1:
        for kind in _OPENER_KINDS:
            if words[0] in words_of(f"first:{kind}") and (kind != "LAW" or words[1] in ("of", "on")):
                return kind
        if words[1] in ("of", "for", "on") and words[0] in words_of("first:ORG"):
            return "ORG"
        if words[0] in words_of("first:GPE") and words[1] == "of":
            return "GPE"
    if len(words) < 2:
        return "FAC" if words[0] in words_of("first:FAC") else None
    if words[0] not in words_of("open") and looks_like_person(words):
        return None
    head = _head(words)
    for kind in _HEAD_KINDS:
        if head in words_of(kind):
            return kind
    return "FAC" if words[0] in words_of("first:FAC") and len(words) > 1 else None


def _head(words: Sequence[str]) -> str:
    """Return the head of a name: the word before its first "of", else its last word that is no figure."""
    for place, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on", "'s", "’s") and words[place - 1] in words_of("open"):
            return words[place - 1]
    return words[-2] if words[-1].isdigit() and len(words) > 1 else words[-1]


def looks_like_person(words: Sequence[str]) -> bool:
    """Tell whether a run has the shape of a person's name: first name and more, initials, or "Family Given-name"."""
    if not 2 <= len(words) <= 5 or any(word.isdigit() or word == "&" or word in ("of", "for", "on") for word in words):
        return False
    opening = match_known(words, 0)
    if opening and opening[1].kind in ("GPE", "NORP") and words[0] not in words_of("person_country"):
        return False
    if any(word in words_of("ORG") and word not in words_of("surname_heads") for word in words[1:]):
        return False
    if words[-1] in words_of("ORG") and find_places(words[0]):
        return False
    heads = (words_of(kind) for kind in ("FAC", "LOC", "GPE", "EVENT"))
    if words[-1] not in words_of("surname_heads") and any(words[-1] in head for head in heads):
        return False
    directed = words[0] in words_of("before_place") and (find_places(words[1]) or match_known(words, 1))
    if directed or (is_everyday(words[0]) and is_everyday(words[-1]) and not sex_of_given_name(words[0])):
        return False
    if words[0] in words_of("abu") or (is_given_name(words[0]) and words[0] not in words_of("open")):
        return True
    first, _, second = words[-1].partition("-")
    if len(words) == 2 and second and second[0].islower() and first[0].isupper():
        return True
    if any(len(word) == 2 and word[1] == "." for word in words[:-1]):
        return True
    return any(word in ("bin", "bint", "ibn", "al", "el", "van", "von", "abu") for word in words[1:-1])


def looks_like_surnamed(words: Sequence[str]) -> bool:
    """Tell whether two or three capitalised words, none of them all capitals or a common word, may name a person."""
    if any(word.lower() in load_map("document_frequency.tsv") for word in words) or words[0] in words_of(
        "before_place"
    ):
        return False
    opening = match_known(words, 0)
    if (opening and opening[1].kind in ("GPE", "NORP")) or any(words[-1] in words_of(kind) for kind in _HEAD_KINDS):
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words)


def guess_kind(tokens: Sequence[Token], run: Run) -> NameKind | None:
    """Return the kind that the name's neighbours in its sentence hint at, or None."""
    words = [token.text for token in tokens[run.start : run.end]]
    places = find_places(" ".join(words))
    if places and not _is_opening_word(tokens, run) and (places[0][1] >= _BIG_CITY or in_place(tokens, run)):
        return "GPE"
    if len(words) > 1 and _is_speaker_or_aged(tokens, run) and looks_like_surnamed(words):
        return "PER"
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "ORG"
    if _is_located(tokens, run) and _NAME_WORD.fullmatch(words[-1]):
        return "GPE"
    return "ORG" if _acts_as_body(tokens, run) else None


def _is_opening_word(tokens: Sequence[Token], run: Run) -> bool:
    """Tell whether a name is one everyday word that opens a clause, and so has its capital anyway."""
    word = tokens[run.start].text
    return run.end - run.start == 1 and opens_clause(tokens, run.start) and is_everyday(word)


def is_everyday(word: str) -> bool:
    """Tell whether a word, written small, is one of everyday news."""
    return word.lower() in load_map("document_frequency.tsv")


def _is_located(tokens: Sequence[Token], run: Run) -> bool:
    """Tell whether a place stands here: "in X", "the village of X", and no noun that X only belongs to."""
    before = tokens[run.start - 1] if run.start else None
    after = tokens[run.end] if run.end < len(tokens) else None
    if before is None:
        return False
    if before.text.lower() in ("in", "near"):
        return not (after and after.tag in ("POS", "NN", "NNS")) and tokens[run.end - 1].tag != "NNPS"
    settled = run.start > 1 and tokens[run.start - 2].lemma in (
        "city",
        "town",
        "village",
        "province",
        "state",
        "suburb",
    )
    return before.text == "of" and settled


def _acts_as_body(tokens: Sequence[Token], run: Run) -> bool:
    """Tell whether a name stands where firms and other bodies do: "the retailer X", "X's shares", "X said"."""
    before = tokens[run.start - 1] if run.start else None
    if before and before.lemma in words_of("org_before"):
        return True
    follows = tokens[run.end : run.end + 3]
    if follows and follows[0].tag == "POS":
        follows = follows[1:]
    elif follows and follows[0].lemma in words_of("speech"):
        return not is_given_name(tokens[run.start].text)
    if follows and follows[0].text == ",":
        apposed = tokens[run.end + 1 : run.end + 9]
        return bool(apposed) and apposed[0].tag == "DT" and any(t.lemma in words_of("org_before") for t in apposed)
    return bool(follows) and follows[0].lemma.rstrip(".") in words_of("org_after")


def in_place(tokens: Sequence[Token], run: Run) -> bool:
    """Tell whether a name stands where places do: behind "in" or "downtown", or before ", Ohio"."""
    before = tokens[run.start - 1].text.lower() if run.start else ""
    if before in words_of("locative") or before in ("downtown", "central", "city", "town", "village", "neighbouring"):
        return True
    follows = [token.text for token in tokens[run.end : run.end + 2]]
    return len(follows) == 2 and follows[0] == "," and bool(find_places(follows[1]) or follows[1][:1].isupper())


def _is_speaker_or_aged(tokens: Sequence[Token], run: Run) -> bool:
    after = tokens[run.end : run.end + 4]
    if not after:
        return False
    if after[0].lemma in words_of("speech") or after[0].text == "who":
        return True
    if len(after) > 2 and after[0].text == "," and after[1].tag == "CD" and after[2].text in (",", "."):
        return after[1].text.isdigit() and len(after[1].text) < 3
    return run.start > 0 and tokens[run.start - 1].lemma in ("say", "add") and after[0].text in (".", ",")


def place_key(name: str, countries: frozenset[str]) -> Known | None:
    """Return the key of a city or region: in a country of the article where one fits, else the largest."""
    places = find_places(name)
    if not places:
        return None
    fitting = [place for place in places if place[0] in countries]
    code, population = (fitting or list(places))[0]
    return Known("GPE", f"city:{code}" if population else f"region:{code}")


def guess_by_look(words: Sequence[str]) -> NameKind | None:
    """Return the kind of a name that nothing around it tells, by its look; None where that tells nothing either."""
    text = " ".join(words)
    places = find_places(text)
    if len(words) == 1:
        if is_everyday(text):
            return None
        if places and places[0][1] > 0 and not is_given_name(text):
            return "GPE"
        return "PER" if is_given_name(text) else None
    if places:
        return "GPE"
    if part := _part_of_place(words):
        return part
    if len(words) in (2, 3) and looks_like_surnamed(words):
        return "PER"
    open_words = words_of("open") | words_of("ORG")
    return None if all(is_everyday(word) and word not in open_words for word in words) else "ORG"


def _part_of_place(words: Sequence[str]) -> NameKind | None:
    """Return the kind of a direction with a place or its people behind it: "West Berlin", "North African"."""
    rest = " ".join(words[1:])
    known = find_known(rest)
    if words[0] not in words_of("before_place"):
        return None
    if known and known.kind in ("GPE", "NORP", "LOC"):
        return known.kind
    return "GPE" if find_places(rest) else None


def may_be_person(known: Known, size: int, text: str) -> bool:
    """Tell whether a gazetteer name is also a surname or first name: cities and a few states, when they stand alone."""
    return size == 1 and (
        known.key.startswith("capital:") or text in words_of("person_country") or known.key == "party"
    )
