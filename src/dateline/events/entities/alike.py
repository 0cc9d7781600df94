"""When two written names are forms of one name: by words, by letters, by initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from dateline.events.entities.given_names import is_short_of
from dateline.words import fold

_MARKS = re.compile(r"[^\w\s]|_")
_EMPTY = frozenset({"the", "of", "and", "for", "on", "in", "de", "la", "du", "des", "le", "a", "an", "s"})
GENERIC_WORDS = frozenset(
    "national state federal central general group inc corp corporation ltd limited llc plc co company news agency "
    "organization organisation television tv network media party movement holdings airlines airways intelligence "
    "international service services police newspaper daily online press club association".split()
)
"""Words that a short form of an organisation's name may leave out ("Amaq" for "Amaq News Agency")."""
_PUBLIC = frozenset("national state federal royal general military maximum security high".split())
"""Words of whose it is that a short form may leave out anywhere in a name ("Ofer prison", "Ofer military prison")."""
_SYNONYMS = {"television": "tv", "organisation": "organization", "defence": "defense", "centre": "center"}
_SHORT_FORM = 4
"""Letters of a short form that is one word and no capitals: "Amaq", but not "Tea" for the Tea Party."""
_SOUNDS = str.maketrans("qgcz", "kkks")
_LONG_WORD, _LONG_ALIKE = 7, 0.75
_SHORT_WORD, _SHORT_ALIKE = 5, 0.8
"""Words are one spelling apart from these lengths and likenesses on. Set by examples ("Muhammad"/"Mohammed" is .75,
"Manuel"/"Manual" .83), not tuned on a set; "Jong"/"Yong" are too short to tell."""


_GIVEN_PARTICLES = frozenset("al el ul abd abdul abdel abdal abu".split())
_FAMILY_PARTICLES = frozenset(
    "st san santa de del da di du dos van von der ten ter le la ben bin abu al el mac".split()
)
_OFFICES = frozenset({"department", "ministry", "committee"})
"""Heads that a short form of two words may leave out: "Homeland Security", "Senate Judiciary"."""
_HEADS = frozenset("court police army navy union council bank house party board".split()) | _OFFICES
_NOUN_AND_OFFICE = {
    "treasury": frozenset({"department"}),
    "police": frozenset({"department", "service", "force"}),
    "sheriff": frozenset({"department", "office"}),
}
"""Nouns that name a body as well without the head after them."""


_LINKING = _EMPTY | frozenset({"at", "to", "with", "by", "from", "against", "in", "del", "der", "und", "et", "y"})
"""Small words whose letters initials may leave out: "LA" is not "Los Angeles police"."""


@lru_cache(maxsize=50_000)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the lower-case words of a name without accents, marks, possessive and article; hyphens part words."""
    folded = unicodedata.normalize("NFKD", re.sub(r"['’]s\b|['’]$", "", fold(text)))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    bare = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)|['’]", "", bare)
    words = tuple(_MARKS.sub(" ", bare).split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def squash(text: str) -> str:
    """Return the letters of a name run together: "Nice-Matin" and "Nice Matin" are one."""
    return "".join(_SYNONYMS.get(word, word) for word in plain_words(text))


def content_words(text: str) -> frozenset[str]:
    """Return the words of a name that tell it, whatever their order: "Ministry of Trade" and "Trade Ministry"."""
    words = frozenset(_SYNONYMS.get(word, word) for word in plain_words(text)) - _EMPTY
    return words or frozenset(plain_words(text))


def spelled_alike(left: str, right: str) -> bool:
    """Tell whether two different words look like two spellings of one name."""
    if left == right:
        return True
    size = min(len(left), len(right))
    if size < _SHORT_WORD or left[0] != right[0]:
        return False
    if left[:-1] == right[:-1] and {left[-1], right[-1]} <= set("aeio"):
        return False
    if left in (right + "a", right + "e", right + "o") or right in (left + "a", left + "e", left + "o"):
        return False
    bound = _LONG_ALIKE if size >= _LONG_WORD else _SHORT_ALIKE
    return Levenshtein.normalized_similarity(left, right) >= bound


def is_initial(word: str) -> bool:
    """Tell whether a word of a name is an initial."""
    return len(word) == 1


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two full names (plain words) may be one person's: equal words in any order, initials and middle
    names left out, or one word spelled otherwise. Two different given names or surnames are never one person."""
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    one, other = _without_initials(left), _without_initials(right)
    if len(one) < 2 or len(other) < 2 or _initials_deny(left, right) or _initials_deny(right, left):
        return False
    given = one[0] == other[0] or is_short_of(one[0], other[0])
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return given and spelled_alike(short[-1], long[-1]) and set(short[1:-1]) <= set(long)
    if given and one[0] != other[0]:
        return one[1:] == other[1:]
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(unlike) > 1:
        return all(_transcribed_alike(a, b) for a, b in unlike)
    return all(spelled_alike(a, b) for a, b in unlike)


def _initials_deny(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether the middle initials of two names differ: Ann R. Lund is neither Ann B. nor Ann B.R. Lund.

    Where one has whole middle names, one letter in common will do: Ann Rose Lund.
    """
    one, other = _middle_names(left), _middle_names(right)
    if not one or not other or not (all(map(_are_initials, one)) or all(map(_are_initials, other))):
        return False
    few, many = sorted(
        ("".join(word if _are_initials(word) else word[0] for word in words) for words in (one, other)), key=len
    )
    if all(map(_are_initials, (*one, *other))):
        return not many.startswith(few)
    return not set(few) & set(many)


def _middle_names(words: Sequence[str]) -> Sequence[str]:
    end = len(words) - 1
    while end > 1 and words[end] in ("jr", "sr", "ii", "iii", "iv"):
        end -= 1
    return [word for word in words[1:end] if word not in _GIVEN_PARTICLES | _FAMILY_PARTICLES]


def _are_initials(word: str) -> bool:
    """Tell whether a word is an initial, or several written together: "H.W."."""
    return is_initial(word) or (len(word) < _SHORT_FORM and not set(word) & set("aeiouy"))


def extends_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a name of two words or more is the given or the family name of a longer one.

    Given names of two words have a particle before their last ("Saif al-Dawla" for "Saif al-Dawla Haddad"), family
    names begin with one ("St. Clair" for "Amy St. Clair").
    """
    few, many = tuple(short), tuple(long)
    if not 1 < len(few) < len(many):
        return False
    given = few == many[: len(few)] and few[-2] in _GIVEN_PARTICLES
    return given or (few == many[-len(few) :] and few[0] in _FAMILY_PARTICLES)


def sound(word: str) -> str:
    """Return the consonants of a word as transcriptions of one name agree in them: "gaddafi" and "qadhafi"."""
    plain = re.sub(r"(?<=[bdgkpst])h", "", word).translate(_SOUNDS)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", plain))


def _transcribed_alike(left: str, right: str) -> bool:
    """Tell whether two words may be one name from another script: same consonants, same last letter, long enough."""
    long = min(len(left), len(right)) >= _SHORT_WORD
    return long and left[-1] == right[-1] and sound(left) == sound(right) and len(sound(left)) > 1


def _without_initials(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if not is_initial(word))


def shortens(short: str, long: str) -> bool:
    """Tell whether an organisation's short form leaves out only general words of its longer name."""
    few, many = plain_words(short), plain_words(long)
    if not few or len(few) >= len(many) or (len(few) == 1 and len(few[0]) < _SHORT_FORM and not short.isupper()):
        return False
    if many[: len(few)] == few and set(many[len(few) :]) <= GENERIC_WORDS | _EMPTY:
        return True
    left, right = content_words(short), content_words(long)
    missing = right - left
    if not left < right:
        return False
    if few[-1] in _NOUN_AND_OFFICE:
        return missing <= _NOUN_AND_OFFICE[few[-1]]
    return len(left) > 1 and missing <= _PUBLIC


def lacks_office(short: str, long: str) -> bool:
    """Tell whether a name of two telling words or more is a longer one's without its head: "Homeland Security"."""
    left, right = content_words(short), content_words(long)
    return len(left) > 1 and left < right and right - left <= _OFFICES and not left & _HEADS


def is_acronym_of(short: str, long: str) -> bool:
    """Tell whether a word of capitals is made of the initials of a longer name."""
    letters = short.replace(".", "")
    if not (len(letters) > 1 and letters.isupper() and letters.isalpha()):
        return False
    words = re.findall(r"[^\W\d_]+", long)
    with_small = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper() or word not in _LINKING)
    return len(words) > 1 and letters in (with_small, capitals.upper())
