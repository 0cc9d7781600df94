"""The sentences of a story as plain words that compare across articles: numbers as values, days, names, roles,
negations."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.model import Sentence
from dateline.words import fold

WordKind = Literal["plain", "number", "date", "name", "role", "not", "grammar"]

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
NUMBERS: dict[str, float] = {word: float(at) for at, word in enumerate(f"{_ONES} eighteen nineteen".split())} | {
    word: 10.0 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_RUN_TOGETHER = word_set(
    "cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt"
)
"""Negations written without their apostrophe."""
_ORDINALS: dict[str, float] = {
    word: float(at)
    for at, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
_SCALES |= {"trillion": 1e12, "dozen": 12.0}
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS: dict[str, str] = {
    name: month
    for month, names in {
        "january": "jan january",
        "february": "feb february",
        "march": "mar march",
        "april": "apr april",
        "may": "may",
        "june": "jun june",
        "july": "jul july",
        "august": "aug august",
        "september": "sep sept september",
        "october": "oct october",
        "november": "nov november",
        "december": "dec december",
    }.items()
    for name in names.split()
}
NEGATIONS = word_set("not no never nobody none neither nor without")
ROLES = word_set(
    "minister secretary president chairman chairwoman chair chairperson director governor mayor chief commissioner "
    "prosecutor ambassador commander premier chancellor general manager editor head attorney speaker executive sheriff "
    "marshal principal treasurer envoy spokesman spokeswoman spokesperson senator representative congressman "
    "congresswoman lawmaker deputy vice acting former assistant lieutenant captain colonel sergeant major "
    "admiral officer "
    "detective inspector superintendent constable judge justice magistrate lawyer solicitor barrister professor doctor "
    "surgeon nurse scientist researcher economist analyst strategist adviser advisor aide counsel counselor banker "
    "founder owner coach trainer pastor priest bishop cardinal imam rabbi king queen prince princess pilot "
    "driver engineer "
    "architect actor actress singer writer author journalist reporter teacher headmaster councillor councilman "
    "alderman "
    "clerk consultant trader broker leader ceo chairwomen vice-president interim"
)
"""Nouns of offices and trades, and words that rank one, that a text sets beside a person's name."""
_GRAMMAR = word_set(
    "the a an of to in on at by for from with as and or but that which who whom whose this these those it its "
    "he his him "
    "she her they them their we our us i my me you your is are was were be been being am has have had having do "
    "does did "
    "done will would shall should can could may might must said says say saying told tells tell telling stated states "
    "noted notes added adds according also too so then than there here when while where about around roughly "
    "approximately some nearly almost over more up s t re ve ll d mr mrs ms dr sir per cent into onto upon through "
    "during since if because out off down just very only even still already later earlier ago yet however "
    "though although "
    "meanwhile such both each all any other another same what how why whether one's toward towards amid against "
    "between among within"
)
"""Words that tell no sentence from another, and that a re-worded copy changes freely."""
_ALIKE = {
    "percent": "%",
    "pct": "%",
    "usd": "$",
    "dollars": "$",
    "dollar": "$",
    "kilometre": "kilometer",
    "metre": "meter",
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "mt": "mount",
    "st": "saint",
    "gov": "governor",
    "sen": "senator",
    "gen": "general",
    "rep": "representative",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "insp": "inspector",
    "pm": "minister",
}
_SERVICE = re.compile(
    r"\b(?:reporting|editing|writing|compiled|edited|written|photos?|additional reporting) by\b|last updated"
    r"|\bcopyright\b|©"
    r"|\ball rights reserved\b|\bpublished\b.{0,12}\d",
    re.I,
)
"""Lines about the article, not of it: whoever edited it, and when, differs between any two."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence: its form for comparing ("#12" for any way to write twelve), its sort, and where it is."""

    form: str
    kind: WordKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One way in which a sentence is worded, and the sentences of different articles that are worded so."""

    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    """Of the first of the sentences."""

    @property
    def first(self) -> Sentence:
        """The first sentence worded so."""
        return self.sentences[0]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that have it."""
        return frozenset(sentence.article_id for sentence in self.sentences)


def read_tellings(view: StoryView) -> list[Telling]:
    """Return every wording of a body sentence or headline, in the order of articles and text."""
    alike: dict[tuple[str, ...], list[tuple[Sentence, tuple[Word, ...]]]] = defaultdict(list)
    for sentence in sorted(view.sentences.values(), key=lambda s: (s.article_id, s.start)):
        text = view.articles[sentence.article_id].text[sentence.start : sentence.end]
        if sentence.kind == "caption" or _SERVICE.search(text):
            continue
        words = read_words(sentence, view)
        if words:
            alike[tuple(word.form for word in words)].append((sentence, words))
    return [Telling(tuple(row[0] for row in rows), rows[0][1]) for rows in alike.values()]


def read_words(sentence: Sentence, view: StoryView) -> tuple[Word, ...]:
    """Return the words of a sentence."""
    text = view.articles[sentence.article_id].text
    raw = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    names = [(m.start, m.end) for m in view.mentions.get(sentence.sentence_id, ())]
    words: list[Word] = []
    at = 0
    while at < len(raw):
        taken, word = _read_number(raw, at)
        if word is None:
            taken, word = 1, _read_plain(raw[at], at == 0, names)
        words.append(word)
        if _is_negated(raw[at][0]):
            words.append(Word("not", "not", word.start, word.end))
        at += taken
    return tuple(_mark_days(words))


def _read_number(raw: list[tuple[str, int, int]], at: int) -> tuple[int, Word | None]:
    """Return how many words a number takes from ``at``, and the number; None where there stands none."""
    text, start, end = raw[at]
    low = text.casefold()
    taken = 1
    if text[0].isdigit():
        if _CLOCK.match(text) and ":" in text:
            return 1, Word(text, "date", start, end)
        value = _parse_figure(text)
    elif low in NUMBERS:
        value = NUMBERS[low]
        if value >= 20 and at + 1 < len(raw) and NUMBERS.get(raw[at + 1][0].casefold(), 10) < 10:
            value, end, taken = value + NUMBERS[raw[at + 1][0].casefold()], raw[at + 1][2], 2
    else:
        return 1, None
    priced = (at > 0 and raw[at - 1][0] in "$£€") or _counts_things(raw, at + 2)
    while at + taken < len(raw) and _is_scale(raw[at + taken][0], priced) and raw[at + taken][1] - end <= 1:
        value, end, taken = value * _SCALES[raw[at + taken][0].casefold()], raw[at + taken][2], taken + 1
    return taken, Word(f"#{value:.10g}", "number", start, end)


def _counts_things(raw: list[tuple[str, int, int]], at: int) -> bool:
    """Whether the word at a place, behind a number and its "m", is a thing that millions are counted of."""
    return at < len(raw) and raw[at][0][0].isalpha() and fold(raw[at][0]) not in _GRAMMAR


def _is_scale(text: str, priced: bool) -> bool:
    """Whether a word multiplies the number before it; a lone "m" is a million only behind a sign
    of money and before things that are counted."""
    return text.casefold() in _SCALES and (priced or text.casefold() != "m")


def _parse_figure(text: str) -> float:
    figure = text.replace(",", "").replace(":", ".")
    parts = figure.split(".")
    return float(f"{parts[0]}.{''.join(parts[1:]) or 0}")


def _is_negated(text: str) -> bool:
    low = text.casefold().replace("’", "'")
    return low.endswith("n't") or low in _RUN_TOGETHER


def _read_plain(raw: tuple[str, int, int], opens: bool, names: list[tuple[int, int]]) -> Word:
    text, start, end = raw
    if text.endswith(("'s", "’s")):
        text, end = text[:-2], end - 2
    form = fold(text).replace(".", "").removesuffix("n't").removesuffix("'")
    form = _ALIKE.get(form, form)
    if form in NEGATIONS:
        return Word("not", "not", start, end)
    if form in _RUN_TOGETHER:
        return Word(form.removesuffix("not").removesuffix("nt"), "grammar", start, end)
    if form in WEEKDAYS or (form in MONTHS and text[0].isupper()):
        return Word(MONTHS.get(form, form), "date", start, end)
    if form in ROLES:
        return Word(form, "role", start, end)
    named = any(low <= start and end <= high for low, high in names)
    if text[0].isupper() and (named or not opens) and form not in _GRAMMAR:
        return Word(form, "name", start, end)
    if form in _GRAMMAR or len(form) < 2:
        return Word(form, "grammar", start, end)
    if form in _ORDINALS:
        return Word(f"#{_ORDINALS[form]:g}.", "number", start, end)
    return Word(stem(form), "plain", start, end)


def _mark_days(words: list[Word]) -> list[Word]:
    """Return the words with numbers that are years, or days beside a month, marked as dates."""
    marked = []
    for at, word in enumerate(words):
        beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
        near = any(other.form in MONTHS.values() and other.kind == "date" for other in beside)
        year = _YEAR.match(word.form[1:]) and word.end - word.start == 4
        if word.kind == "number" and (near or year) and word.form[1:].isdigit() and float(word.form[1:]) < 2100:
            word = Word(word.form, "date", word.start, word.end)
        marked.append(word)
    return marked


_ENDINGS = ("ing", "edly", "ed", "es", "ly", "s", "e", "d")


def stem(word: str) -> str:
    """Return a word without its commonest endings: forms of one verb or noun meet, and rarely two words do."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
