"""Whether a person's name is a woman's or a man's: by the title or description beside it, else by the first name.

Only what the words tell; where they tell nothing, or could be either's, there is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from dateline.language.gazetteer import sex_of_given_name
from dateline.language.names_runs import Run, words_of
from dateline.language.reading import Token

Gender = Literal["f", "m"]
_GENDERS: tuple[Gender, Gender] = ("f", "m")


def tell_gender(tokens: Sequence[Token], run: Run, role: tuple[int, int] | None) -> Gender | None:
    """Return the gender of the person at ``run`` of a sentence, whose role stands at ``role``; None when untold.

    A title tells more than a first name. A name of one word alone is taken for a surname.
    """
    words = [token.text for token in tokens[run.start : run.end]]
    described = _head_words([token.text for token in tokens[slice(*role)]]) if role else []
    told = _told_by([*_word_before(tokens, run.start), *described, *words[: len(words) > 1]])
    if told or len(words) < 2 or _family_first(words):
        return told
    return sex_of_given_name(words[0])


def _word_before(tokens: Sequence[Token], start: int) -> list[str]:
    """Return the word that leads to a name, a comma between let pass: "Mrs Hale", "his wife, Ann Hale"."""
    place = start - 1
    if place > 0 and tokens[place].text == ",":
        place -= 1
    return [tokens[place].text] if place >= 0 else []


def _head_words(words: Sequence[str]) -> Sequence[str]:
    """Leave out what follows a preposition: the secretary of the queen is no queen."""
    return words[: next((at for at, word in enumerate(words) if word in ("of", "to", "at", "for", "with")), len(words))]


def _told_by(words: Iterable[str]) -> Gender | None:
    found = {gender for word in words for gender in _GENDERS if word in words_of(gender)}
    return found.pop() if len(found) == 1 else None


def _family_first(words: Sequence[str]) -> bool:
    """Tell whether a hyphen marks the last word as the given name: "Ahn Min-seo"."""
    _, mark, second = words[-1].partition("-")
    return bool(mark) and second[:1].islower()
