"""What editors do to a text that they take from another: each edit a function of paragraphs and dice."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

Paragraphs = list[str]

_SPELLINGS = (
    ("percent", "per cent"), ("toward", "towards"), ("center", "centre"), ("program", "programme"),
    ("favor", "favour"), ("labor", "labour"), ("defense", "defence"), ("organization", "organisation"),
    ("recognize", "recognise"), ("canceled", "cancelled"), ("gray", "grey"), ("adviser", "advisor"),
    ("email", "e-mail"), ("health care", "healthcare"), ("though", "although"), ("while", "whilst"),
    ("among", "amongst"), ("told reporters", "told journalists"), ("on Monday", "Monday"), ("on Tuesday", "Tuesday"),
    ("on Wednesday", "Wednesday"), ("on Thursday", "Thursday"), ("on Friday", "Friday"), ("Mr. ", ""), ("Ms. ", ""),
    ("Sen. ", "Senator "), ("Rep. ", "Representative "), ("Gov. ", "Governor "), ("Gen. ", "General "),
    ("U.S.", "US"), ("United States", "U.S."), ("said", "says"), ("do not", "don't"), ("does not", "doesn't"),
)  # fmt: skip
"""One house's wording and another's; applied whole words only."""

_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")
_HEADS = ("Update", "Report", "Officials speak", "What we know", "In brief", "More details", "Day of decisions")


def abridge(paragraphs: Sequence[str], share: float) -> Paragraphs:
    """Keep paragraphs from the top until ``share`` of the words stand."""
    wanted = share * count_words(paragraphs)
    kept: Paragraphs = []
    for paragraph in paragraphs:
        if kept and count_words(kept) + 0.5 * count_words([paragraph]) > wanted:
            break
        kept.append(paragraph)
    return kept


def thin_out(paragraphs: Sequence[str], dice: random.Random, share: float) -> Paragraphs:
    """Keep the first paragraph, and others at random, until ``share`` of the words stand."""
    order = list(range(1, len(paragraphs)))
    dice.shuffle(order)
    kept = {0}
    for at in order:
        if count_words([paragraphs[place] for place in kept]) >= share * count_words(paragraphs):
            break
        kept.add(at)
    return [paragraphs[at] for at in sorted(kept)]


def reorder(paragraphs: Sequence[str], dice: random.Random) -> Paragraphs:
    """Move the first paragraph's followers about; at least two change places."""
    rest = list(paragraphs[1:])
    moved = list(rest)
    while len(set(rest)) > 1 and moved == rest:
        dice.shuffle(moved)
    return [paragraphs[0], *moved]


def respell(paragraphs: Sequence[str], dice: random.Random) -> Paragraphs:
    """Put the text into another house's spelling: each habit is applied throughout, or not at all."""
    habits = [pair for pair in _SPELLINGS if dice.random() < 0.8]
    text = "\n".join(paragraphs)
    for before, after in habits:
        end = r"(?!\w)" if before[-1].isalnum() else ""
        text = re.sub(rf"(?<!\w){re.escape(before)}{end}", after, text)
    return text.split("\n")


def requote(paragraphs: Sequence[str]) -> Paragraphs:
    """Exchange straight and curly quotation marks and dashes."""
    curly = any("“" in paragraph for paragraph in paragraphs)
    if curly:
        table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-"})
        return [paragraph.translate(table) for paragraph in paragraphs]
    return [re.sub(r'"([^"]*)"', r"“\1”", paragraph).replace("'", "’") for paragraph in paragraphs]


def renumber(paragraphs: Sequence[str], dice: random.Random, share: float = 0.3) -> Paragraphs:
    """Change one to ``share`` of the numbers, as an update or a slip does."""
    text = "\n".join(paragraphs)
    found = [match for match in _NUMBER.finditer(text) if not re.fullmatch(r"(19|20)\d\d", match.group())]
    chosen = dice.sample(found, min(len(found), max(1, int(share * len(found)))))
    for match in sorted(chosen, key=lambda item: -item.start()):
        text = f"{text[: match.start()]}{_other_number(match.group(), dice)}{text[match.end() :]}"
    return text.split("\n")


def _other_number(number: str, dice: random.Random) -> str:
    digits = [char for char in number if char.isdigit()]
    at = dice.randrange(len(digits))
    other = dice.choice([digit for digit in "123456789" if digit != digits[at]])
    places = [place for place, char in enumerate(number) if char.isdigit()]
    return number[: places[at]] + other + number[places[at] + 1 :]


def insert_own(paragraphs: Sequence[str], own: Sequence[str], dice: random.Random, share: float) -> Paragraphs:
    """Set paragraphs of another text among these until they are ``share`` of all words."""
    mixed = list(paragraphs)
    room = share / (1 - share) * count_words(paragraphs)
    for paragraph in own:
        room -= count_words([paragraph])
        if room < 0:
            break
        mixed.insert(dice.randint(1, len(mixed)), paragraph)
    return mixed


def take_passage(paragraphs: Sequence[str], dice: random.Random, number: int, least: int) -> Paragraphs:
    """Return ``number`` neighbouring paragraphs of at least ``least`` words, or none when no such stand together."""
    fit = [
        list(paragraphs[at : at + number])
        for at in range(len(paragraphs) - number + 1)
        if count_words(paragraphs[at : at + number]) >= least
    ]
    return dice.choice(fit) if fit else []


def other_headline(title: str, dice: random.Random) -> str:
    """Return another headline: a stock phrase and some of the old words in another order."""
    words = title.split()
    dice.shuffle(words)
    return f"{dice.choice(_HEADS)}: {' '.join(words[: max(2, len(words) // 2)])}"


def count_words(paragraphs: Sequence[str]) -> int:
    """Count words parted by blanks."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def has_numbers(paragraphs: Sequence[str]) -> bool:
    """True when there are numbers to change beside years."""
    found = _NUMBER.findall("\n".join(paragraphs))
    return sum(not re.fullmatch(r"(19|20)\d\d", number) for number in found) >= 4
