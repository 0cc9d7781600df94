"""Cuts a read sentence into atoms for the time grammar, and gives each its classes.

Atoms are finer than the reader's tokens ("three-day" is three atoms, "10.30pm" four), so that the grammar does not
depend on how a tagger splits words; tags come from the token that covers an atom.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.language.en import time_signs as signs
from dateline.language.en import times as en
from dateline.language.reading import ReadSentence, Span, Token
from dateline.language.times_pattern import Atom, Value

_ATOM = re.compile(
    r"\d+(?:,\d{3})+(?!\d)|\d+|[AaPp]\s?\.\s?[Mm](?=\W|$)(?:\s?\.)?|(?<=\s)[AaPp]\s[Mm](?=\W|$)|[AaPp][Mm](?![^\W\d_])|[^\W\d_]+|\S"
)
"""A grouped number, a number, a half of the day, a run of letters, or a mark."""

_SPACES = re.compile(r"\s+")
"""White space within an atom, which only halves of the day have ("p. m.")."""

_MONEY = frozenset({"$", "£", "€", "¥"})

_EARLY_YEAR, _PLAIN_YEAR, _LATE_YEAR = 1400, 1800, 2100
"""Four digits are a year from the first number on after a word that years follow ("the 1605 plot"), and from the
second on after any other; years before 1400 need "in", "since", "until" or "by". Choices, checked on TimeBank."""
_YEAR_COMPANIONS = ("MONTH", "SEASON", "WEEKDAY", "MOD", "HOLIDAY", "UNIT", "APPROX", "ORD")
"""Classes of words with a capital that a year may follow without being a part of their name."""

_LEAST_SPOKEN_DAY = 21
"""Number words from here on may be days of a month ("May twenty-nine"); smaller ones rather count ("in May two …")."""

_TELLS_WHEN = frozenset({"compound", "nmod:unmarked", "obl:unmarked"})
"""Relations without a preposition that a month has ("the May vote", "last May") and a person's name has not."""

_PLAIN = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})


def cut_atoms(
    sentence: ReadSentence, text: str, names: Sequence[Span] = (), *, ancient: bool = False, history: bool = False
) -> list[Atom]:
    """Return a sentence's atoms with classes; ``text`` is the article's, ``names`` spans that name something else.

    ``ancient``: the article tells of years before Christ, so that "in 480" may be one. ``history``: it tells of long
    ago, so that "former" is a time.
    """
    begin, end = sentence.sentence.start, sentence.sentence.end
    spans = [(match.start() + begin, match.end() + begin) for match in _ATOM.finditer(text[begin:end])]
    tokens = _find_tokens(spans, sentence.tokens)
    atoms = [
        Atom(
            text=_SPACES.sub("", text[left:right]).translate(_PLAIN).casefold(),
            start=left,
            end=right,
            spaced=left > begin and text[left - 1].isspace(),
            capital=text[left].isupper(),
            tag=token.tag if token else "",
            relation=token.relation if token else "",
        )
        for (left, right), token in zip(spans, tokens, strict=True)
    ]
    classified = _classify(_join_numbers(_join_phrases(atoms)), names)
    if history:
        classified = [
            atom._replace(classes={**atom.classes, "VAGUE": signs.HISTORY_WORDS[atom.text]})
            if atom.text in signs.HISTORY_WORDS
            else atom
            for atom in classified
        ]
    return _mark_ancient(classified) if ancient else classified


def _find_tokens(spans: Sequence[Span], tokens: Sequence[Token]) -> list[Token | None]:
    """Return, for each span, the token that covers its first character."""
    covering: list[Token | None] = []
    index = 0
    for left, _ in spans:
        while index < len(tokens) and tokens[index].end <= left:
            index += 1
        covering.append(tokens[index] if index < len(tokens) and tokens[index].start <= left else None)
    return covering


def _join_phrases(atoms: list[Atom]) -> list[Atom]:
    """Join runs of atoms that are one word to the grammar ("more than", "new year's eve"); longest first."""
    joined: list[Atom] = []
    index = 0
    while index < len(atoms):
        size = _phrase_size(atoms, index)
        joined.append(_join(atoms[index : index + size], {}) if size > 1 else atoms[index])
        index += size
    return joined


def _phrase_size(atoms: Sequence[Atom], index: int) -> int:
    """Return how many atoms from ``index`` on make up a phrase; 1 when they make none."""
    for size in en.PHRASE_SIZES.get(atoms[index].text, ()):
        run = atoms[index : index + size]
        if run[-1].text != "-" and _words(run) in en.PHRASES:
            return size
    return 1


def _words(atoms: Sequence[Atom]) -> str:
    """Return atoms as one text, in which hyphens and spaces are the same."""
    return " ".join(atom.text for atom in atoms if atom.text != "-")


def _join(atoms: Sequence[Atom], classes: Mapping[str, Value]) -> Atom:
    """Return one atom in place of several."""
    first, last = atoms[0], atoms[-1]
    return Atom(_words(atoms), first.start, last.end, first.spaced, first.capital, first.tag, classes, first.relation)


def _join_numbers(atoms: list[Atom]) -> list[Atom]:
    """Join number words into one number: "twenty-five", "two hundred", "nineteen ninety-six"."""
    joined: list[Atom] = []
    index = 0
    while index < len(atoms):
        size, value = _read_number(atoms, index)
        if size:
            joined.append(_join(atoms[index : index + size], {"NUM": value, "SPELLED": value}))
        else:
            joined.append(atoms[index])
        index += size or 1
    return joined


def _read_number(atoms: Sequence[Atom], index: int) -> tuple[int, int]:
    """Return (atoms used, value) of the number words that begin at ``index``; (0, 0) when there are none."""
    total = en.CARDINALS.get(atoms[index].text)
    if total is None:
        return 0, 0
    used = 1
    while index + used < len(atoms):
        skip = 1 if atoms[index + used].text in ("-", "and") and index + used + 1 < len(atoms) else 0
        word = atoms[index + used + skip].text
        joined = _append_number(total, word, "" if not skip else atoms[index + used].text)
        if joined is None:
            break
        total, used = joined, used + skip + 1
    return used, total


def _append_number(total: int, word: str, link: str) -> int | None:
    """Return the number that ``total`` and the next word make together; None when they are two numbers."""
    if word in en.MULTIPLIERS and link != "and" and total < en.MULTIPLIERS[word]:
        return total * en.MULTIPLIERS[word]
    more = en.CARDINALS.get(word)
    if more is None:
        return None
    if link == "and":
        return total + more if total >= 100 and total % 100 == 0 and more < 100 else None
    if 20 <= total % 100 <= 90 and total % 10 == 0 and 0 < more < 10:
        return total + more
    if total >= 100 and total % 100 == 0 and more < 100:
        return total + more
    spoken_year = 13 <= total <= 20 and 10 <= more < 100 and link == ""
    return total * 100 + more if spoken_year else None


def _classify(atoms: list[Atom], names: Sequence[Span]) -> list[Atom]:
    """Give every atom its classes, which may depend on its neighbours; an atom inside a name has none."""
    title = _is_title_cased(atoms)
    return [
        atom
        if _is_inside(atom, names) or (not title and _is_named_after_time(atoms, index))
        else atom._replace(classes=dict(atom.classes) | _find_classes(atoms, index))
        for index, atom in enumerate(atoms)
    ]


def _is_inside(atom: Atom, names: Sequence[Span]) -> bool:
    return any(start <= atom.start and atom.end <= end for start, end in names)


def _is_spoken_year(number: int) -> bool:
    """Say whether a number told in words can be a year: "nineteen eighty-four", but "twelve hundred" is a count."""
    return 1100 <= number <= 2100 and (number % 100 != 0 or number >= 1700)


def _find_classes(atoms: Sequence[Atom], index: int) -> dict[str, Value]:
    """Return the classes of one atom: what the lexicon says of its word, or what its digits can mean."""
    atom = atoms[index]
    if atom.text[0].isascii() and atom.text[0].isdigit():
        return _number_classes(atoms, index)
    classes: dict[str, Value] = {}
    classes |= _spoken_classes(atom)
    if _is_spoken_year(int(atom.classes.get("SPELLED") or 0)):
        classes["YEAR"] = classes["YEARALONE"] = atom.classes["SPELLED"]
    classes |= en.WORD_CLASSES.get(atom.text, {})
    if "ERA" in classes and not atom.capital:
        del classes["ERA"]
    if atom.text in en.SPATIAL and index + 1 < len(atoms) and atoms[index + 1].text in en.MANY:
        del classes["APPROX"]
    if _is_homograph(atoms, index):
        for name in signs.RISKY_CLASSES:
            classes.pop(name, None)
    elif "MONTH" in classes and atom.text not in en.SHORT_NAMES:
        classes["MONTHALONE"] = classes["MONTH"]
    elif "WEEKDAY" in classes and _follows_dot_or_date(atoms, index):
        classes["WEEKDAYALONE"] = classes["WEEKDAY"]
    if "WEEKDAY" in classes and atom.text not in en.SHORT_NAMES:
        classes["WEEKDAYALONE"] = classes["WEEKDAY"]
    return classes


def _spoken_classes(atom: Atom) -> dict[str, Value]:
    """Return what a number told in words can be on a clock ("six thirty") or in a month ("May twenty-nine")."""
    value = atom.classes.get("SPELLED")
    if not isinstance(value, int):
        return {}
    classes: dict[str, Value] = {"HOURWORD": value} if 1 <= value <= 12 else {}
    classes |= {"MINUTEWORD": value} if 10 <= value <= 59 else {}
    return classes | ({"DAYSPOKEN": value} if _LEAST_SPOKEN_DAY <= value <= 31 else {})


def _follows_dot_or_date(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a short weekday ("Mon", "Wed") is marked as one by its full stop."""
    return index + 1 < len(atoms) and atoms[index + 1].text == "." and not atoms[index + 1].spaced


def _is_homograph(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a word that could be a month, weekday or season is more likely something else ("may", "march")."""
    atom = atoms[index]
    before = atoms[index - 1].text.rpartition(" ")[2] if index else ""
    if before == "-" and index > 1 and not atom.spaced:
        before = atoms[index - 2].text
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if atom.text in signs.SEASON_VERBS:
        return atom.tag.startswith("VB") and before not in signs.SEASON_SIGNS
    if atom.text in signs.NAMED_LIKE_WORDS and atom.capital:
        number_near = _is_beside_digits(atoms, index) or (after is not None and after.text == ".")
        joined = atoms[index + 1 : index + 3]
        if len(joined) == 2 and _is_joint(joined) and joined[1].text in en.MONTHS:
            return False
        placed = before in signs.MONTH_SIGNS or atom.relation in _TELLS_WHEN
        return not number_near and not (placed and atom.tag.startswith("NN"))
    if atom.text in signs.PLAIN_SHORT_MONTHS and _is_beside_digits(atoms, index):
        return False
    named = atom.text in en.MONTHS or atom.text in en.WEEKDAYS
    if after is not None and atom.text in en.MONTHS and after.text in signs.PLAIN_DAY_WORDS:
        return False
    return named and not atom.capital and (atom.text in en.SHORT_NAMES or atom.text in signs.NAMED_LIKE_WORDS)


def _is_beside_digits(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether digits stand beside a word, or are joined to it by a mark ("2020/Sep/23")."""
    before, after = atoms[max(index - 2, 0) : index][::-1], atoms[index + 1 : index + 3]
    return any(atom.text[0].isdigit() for side in (before, after) for atom in side[: 2 if _is_joint(side) else 1])


def _is_joint(side: Sequence[Atom]) -> bool:
    return side != [] and side[0].text in ("/", "-") and not any(atom.spaced for atom in side)


def _number_classes(atoms: Sequence[Atom], index: int) -> dict[str, Value]:
    """Return what a row of digits can be: a number, a day, a month, an hour, a year."""
    digits = atoms[index].text.replace(",", "")
    if not digits.isascii() or len(digits) > 9:
        return {}
    value = int(digits)
    classes: dict[str, Value] = {"NUM": value}
    if "," in atoms[index].text or (index and atoms[index - 1].text in _MONEY):
        return classes
    if len(digits) <= 2:
        classes |= {"DAY": value} if 1 <= value <= 31 else {}
        classes |= {"MM": value} if 1 <= value <= 12 else {}
        classes |= {"HOUR": value} if value <= 24 and not _is_decimal(atoms, index) else {}
        classes |= {"YY": value, "SIXTY": value} if len(digits) == 2 else {}
    if len(digits) == 4:
        classes |= {"HHMM": value} if value < 2400 and value % 100 < 60 else {}
        classes |= {"YEAR": value} if 1000 <= value <= 2199 else {}
        if "YEAR" in classes and _can_stand_alone(atoms, index):
            classes["YEARALONE"] = value
    if len(digits) == 8 and 1800 <= value // 10_000 <= 2199:
        classes["YYYYMMDD"] = value
    return classes


def _is_decimal(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a row of digits is the end of a number with a point ("37.1")."""
    point = atoms[index - 1] if index > 1 else None
    return (
        point is not None
        and point.text == "."
        and not point.spaced
        and not atoms[index].spaced
        and atoms[index - 2].text[0].isdigit()
    )


def _mark_ancient(atoms: list[Atom]) -> list[Atom]:
    """Give three digits after a preposition the class of a year before Christ, where they count nothing."""
    marked: list[Atom] = []
    for index, atom in enumerate(atoms):
        before = atoms[index - 1].text if index else ""
        after = atoms[index + 1] if index + 1 < len(atoms) else None
        free = after is None or not (after.tag.startswith("NN") or after.tag == "JJ" or after.text == ",")
        if (
            len(atom.text) == 3
            and atom.text.isdigit()
            and free
            and before in signs.YEAR_STRONG_SIGNS | signs.MONTH_SIGNS
        ):
            atom = atom._replace(classes={**atom.classes, "BCYEAR": int(atom.text)})
        marked.append(atom)
    return marked


def _can_stand_alone(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether four digits with no month beside them are a year and no count, price or number of a thing."""
    before = atoms[index - 1] if index else None
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    value = int(atoms[index].text)
    if before is not None and (before.text in signs.NO_YEAR_AFTER or _is_part_of_name(atoms, index)):
        return False
    if _is_in_address(atoms, index):
        return False
    if after is not None and (after.text in signs.NO_YEAR_BEFORE or (not after.spaced and after.text[0].isalpha())):
        return False
    code = atoms[index + 1 : index + 3]
    if len(code) == 2 and code[0].text == "-" and code[1].text[0].isdigit() and not (code[0].spaced or code[1].spaced):
        return False
    counted = after is not None and (after.tag == "NNS" or after.text in en.UNITS)
    if before is not None and before.text in signs.YEAR_STRONG_SIGNS:
        return True
    early = _EARLY_YEAR if before is None or before.text in signs.YEAR_SIGNS else _PLAIN_YEAR
    return early <= value <= _LATE_YEAR and not counted


def _is_part_of_name(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a number belongs to the word before it: glued on ("harbour2017"), or ending a name ("Expo 2015")."""
    before = atoms[index - 1]
    if not before.text[0].isalpha():
        return False
    if not atoms[index].spaced:
        return True
    known = before.text in signs.YEAR_SIGNS or any(before.text in en.CLASSES[name] for name in _YEAR_COMPANIONS)
    return before.capital and not known and (before.tag == "" or before.tag.startswith("NN"))


def _is_in_address(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a number stands in a web address or a tag ("news-2017.example", "#vote2017")."""
    after = atoms[index + 1 : index + 3]
    dotted = len(after) == 2 and after[0].text in (".", "/", "_") and after[1].text[0].isalnum()
    return dotted and not after[0].spaced and not after[1].spaced


def _is_title_cased(atoms: Sequence[Atom]) -> bool:
    """Say whether most words of a sentence have a capital, as in headlines."""
    words = [atom for atom in atoms if atom.text[0].isalpha()]
    return 2 * sum(atom.capital for atom in words) > len(words)


def _is_named_after_time(atoms: Sequence[Atom], index: int) -> bool:
    """Say whether a word of time with a capital inside a sentence is a name: "Radio 4's Today", "This Week"."""
    atom = atoms[index]
    before = atoms[index - 1].text if index else ""
    after = atoms[index + 1].text if index + 1 < len(atoms) else ""
    inside = before[:1].isalnum() or (before in signs.QUOTES and after in signs.QUOTES)
    return atom.capital and inside and (atom.text in en.UNITS or atom.text in en.DEICTICS)
