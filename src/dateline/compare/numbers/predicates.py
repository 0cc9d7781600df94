"""What can be true of a counted group, as data: one row per question that reports answer with a number.

Each row lists the words that pose the question, so that "killed", "dead" and "death toll" meet. A row is grounds for
laying two numbers side by side; the words are plain English and belong to no story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.words import find_words

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One question. ``grows``: a count that only climbs as reports come in, so a higher later figure is news, not
    dispute. ``plain``: the question is clear from the word alone; otherwise the answers must share more than it.
    """

    name: str
    label: str
    verbs: tuple[str, ...]
    words: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ("people",)
    grows: bool = False
    plain: bool = True


PREDICATES: tuple[Predicate, ...] = (
    Predicate(
        name="killed",
        label="killed",
        verbs=("kill", "die", "perish", "murder", "massacre", "slaughter"),
        words=(
            "dead",
            "death",
            "deaths",
            "fatality",
            "fatalities",
            "slain",
            "slew",
            "dying",
            "bodies",
            "corpses",
            "toll",
        ),
        grows=True,
    ),
    Predicate(
        name="injured",
        label="injured",
        verbs=("injure", "wound", "maim"),
        words=("hurt", "injury", "injuries"),
        grows=True,
    ),
    Predicate(name="critical", label="in critical condition", verbs=(), words=("critical", "critically")),
    Predicate(
        name="hospital", label="in hospital", verbs=("hospitalise", "hospitalize"), words=("hospital", "hospitals")
    ),
    Predicate(
        name="population", label="population", verbs=("inhabit",), words=("population", "inhabitants"), plain=False
    ),
    Predicate(name="missing", label="missing", verbs=(), words=("missing", "unaccounted")),
    Predicate(
        name="arrested",
        label="arrested",
        verbs=("arrest", "detain", "apprehend"),
        words=("arrests", "detentions", "custody"),
        grows=True,
    ),
    Predicate(
        name="held",
        label="held hostage",
        verbs=("kidnap", "abduct"),
        words=("hostage", "hostages", "captive", "captives"),
    ),
    Predicate(
        name="charged",
        label="charged",
        verbs=("charge", "indict", "prosecute"),
        words=("charges", "indictments"),
        plain=False,
    ),
    Predicate(
        name="exposed",
        label="affected",
        verbs=("affect", "expose", "compromise", "impact", "involve"),
        words=("stolen", "exposure", "hacked", "breached", "accessed", "pilfered", "leaked"),
        grows=True,
    ),
    Predicate(
        name="taken",
        label="taken or exposed",
        verbs=("expose", "compromise", "steal", "leak", "access", "pilfer"),
        words=("stolen", "stole"),
        dimensions=("count",),
        plain=False,
    ),
    Predicate(
        name="infected",
        label="infected",
        verbs=("infect",),
        words=("cases", "case", "infections"),
        dimensions=("people", "count"),
        grows=True,
    ),
    Predicate(
        name="displaced",
        label="displaced",
        verbs=("displace", "uproot"),
        words=("homeless", "fled", "flee", "fleeing"),
        grows=True,
    ),
    Predicate(name="evacuated", label="evacuated", verbs=("evacuate",), words=("evacuation",), grows=True),
    Predicate(name="rescued", label="rescued", verbs=("rescue", "save", "survive"), words=("survivors",), grows=True),
    Predicate(name="trapped", label="trapped", verbs=("trap", "strand")),
    Predicate(
        name="aboard", label="aboard", verbs=("carry",), words=("aboard", "board", "passengers", "crew"), plain=False
    ),
    Predicate(
        name="gathered",
        label="taking part",
        verbs=("protest", "march", "rally", "gather", "attend", "demonstrate"),
        words=("protesters", "marchers", "demonstrators", "crowd", "protestors"),
        plain=False,
    ),
    Predicate(
        name="destroyed",
        label="destroyed or damaged",
        verbs=("destroy", "damage", "burn", "wreck", "flatten", "demolish"),
        dimensions=("count",),
        grows=True,
        plain=False,
    ),
    Predicate(
        name="dismissed",
        label="laid off",
        verbs=("dismiss", "fire", "cut", "axe"),
        words=("layoffs", "redundancies", "redundant", "jobs", "laid"),
        dimensions=("people", "count"),
        plain=False,
    ),
    Predicate(
        name="present",
        label="present",
        verbs=("staff", "man", "remain", "stay", "work", "base", "station", "spend"),
        words=("there", "stationed", "spent", "manned", "manning"),
        plain=False,
    ),
    Predicate(
        name="moved",
        label="sent or travelling",
        verbs=("send", "dispatch", "deploy", "cross", "head", "travel", "arrive", "return", "pass"),
        words=("sent", "went", "going"),
        plain=False,
    ),
    Predicate(
        name="left",
        label="leaving",
        verbs=("withdraw", "depart"),
        words=("withdrew", "withdrawn", "pullout", "withdrawal", "departure"),
        plain=False,
    ),
    Predicate(
        name="covered",
        label="distance covered",
        verbs=("drive", "travel", "plough", "plow", "career", "careen", "barrel", "speed", "zigzag", "walk", "march"),
        words=("drove", "driven", "sped", "tore", "ran", "distance"),
        dimensions=("length",),
        plain=False,
    ),
    Predicate(
        name="term",
        label="prison term",
        verbs=("jail", "imprison", "sentence"),
        words=("prison", "imprisonment", "bars"),
        dimensions=("time",),
        plain=False,
    ),
    Predicate(
        name="extended",
        label="length of the extension",
        verbs=("extend", "prolong", "renew"),
        words=("extension", "prolongation"),
        dimensions=("time",),
        plain=False,
    ),
    Predicate(
        name="rose",
        label="rise",
        verbs=("rise", "grow", "increase", "climb", "surge", "jump", "soar", "gain"),
        words=("rose", "risen", "grew", "grown", "up", "higher"),
        dimensions=("percent", "points"),
        plain=False,
    ),
    Predicate(
        name="fell",
        label="fall",
        verbs=("fall", "drop", "decline", "decrease", "plunge", "plummet", "tumble", "slide", "slump", "lose"),
        words=("fell", "fallen", "slid", "lost", "down", "lower"),
        dimensions=("percent", "points"),
        plain=False,
    ),
)

_DOUBLING = frozenset({"trap", "cut", "man", "drop", "slip"})


def inflect(verb: str) -> frozenset[str]:
    """Return the regular forms of a verb: kill, kills, killed, killing. Irregular ones are listed as words."""
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    return frozenset({verb, third, stem + "ed", stem + "ing"})


def _index() -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, tuple[Predicate, ...]] = {}
    for predicate in PREDICATES:
        for word in sorted({*predicate.words, *(form for verb in predicate.verbs for form in inflect(verb))}):
            found[word] = (*found.get(word, ()), predicate)
    return found


BY_WORD: dict[str, tuple[Predicate, ...]] = _index()
"""Inflected word → the questions that it can pose."""
BY_NAME: dict[str, Predicate] = {predicate.name: predicate for predicate in PREDICATES}

_FAR = 14
"""Words between a number and the word that says what is true of it; longer reaches went wrong."""
_CLOSE = 4
"""Words within which a word of its own kind says more of a number than "there were"."""
_STEP = {",": 3, ";": 12, ":": 6, "(": 4, ")": 4, "–": 3, "—": 3, "-": 0}
"""What a mark between the two costs, in words."""
_TURN = frozenset(
    {"and", "but", "while", "who", "which", "that", "where", "when", "after", "before", "as", "including"}
)
"""Words that turn to another clause; each costs as much as ``_TURN_COST`` words."""
_TURN_COST = 4
_ASIDE = re.compile(r",\s+(?:including|among|many|most|some|mostly|mainly|possibly|all|both)\b[^,;.]*,", re.I)
"""An aside between a number and its word, which is passed over: "40 people, including six children, were hurt"."""
_NOUNS = frozenset(
    {
        "man",
        "base",
        "fire",
        "head",
        "cross",
        "work",
        "staff",
        "station",
        "cut",
        "charge",
        "charges",
        "return",
        "sentence",
        "sentences",
    }
)
"""Words that are nouns more often than verbs: they pose a question only behind a word that wants a verb."""
_SENDING = frozenset({"send", "sends", "sent", "sending", "dispatch", "dispatched", "deploy", "deployed"})
"""Verbs whose subject stays where it is: "20 scientists sent letters"."""
_PASSIVE = re.compile(r"\b(?:were|was|are|is|be|been|being|had|have|to)\b", re.I)
_MODAL = re.compile(r"\b(?:will|to|would|can|could|may|might|must|should|who|not|they|we|that)\s+$", re.I)
_THERE = re.compile(
    r"\bthere\s+(?:(?:still|now|also)\s+)?(?:are|were|is|was|have been|had been)\s+(?:only\s+|just\s+)?$", re.I
)
_STANDS = re.compile(
    r"\s+(?:are|were|is|was|had been)\s+(?:(?:still|now|already|also)\s+)?(?:in|at|inside|on site)\s+(?:the\s+)?[A-Z]"
)
"""Words that only say that people were somewhere: "there were 12 guards", "12 guards were in Alder"."""
_FAMILY = re.compile(
    r"\b(?:father|mother|parents?|grand\w+|widow(?:er)?|dad|mum|mom|husband|wife|son|daughter|family)\s+of\s+$", re.I
)
_OTHER_NUMBER_COST = 6
"""Another counted number in between most often owns the word."""


def find_predicates(
    text: str, start: int, end: int, span: tuple[int, int], dimension: str, others: tuple[tuple[int, int], ...]
) -> frozenset[str]:
    """Return the names of the questions that the nearest fitting word of a sentence poses about a number.

    ``span`` is the number with what it counts, ``(start, end)`` the sentence, ``others`` the other numbers in it; all
    offsets into ``text``. Nearness counts words, and more for commas, turns of clause and other numbers in between.
    """
    if _FAMILY.search(text, max(start, span[0] - 24), span[0]):
        return frozenset()
    best: tuple[int, int, tuple[Predicate, ...]] | None = None
    for word, at, stop in find_words(text[start:end]):
        fitting = tuple(p for p in BY_WORD.get(word, ()) if dimension in p.dimensions)
        at, stop = start + at, start + stop
        if not fitting or _is_noun(word, text[start:at], text[span[1] : at]) or _is_owned(text, stop, span, others):
            continue
        if word in _SENDING and span[1] <= at and not _PASSIVE.search(text, span[1], at):
            continue
        cost = _measure(text, (at, stop), span, others)
        if cost <= _FAR and (best is None or (cost, at) < best[:2]):
            best = (cost, at, fitting)
    placed = dimension == "people" and (_THERE.search(text, start, span[0]) or _STANDS.match(text, span[1], end))
    if placed and (best is None or best[0] > _CLOSE):
        return frozenset({"present"})
    return frozenset(predicate.name for predicate in best[2]) if best else frozenset()


def _is_noun(word: str, before: str, between: str) -> bool:
    """Whether a word that may be a noun stands where no verb is wanted; "board" poses its question behind "on".

    ``between`` lies between the counted words and the word: nothing does in "64 officials work".
    """
    if word == "board":
        return not re.search(r"\bon\s+$", before, re.I)
    return word in _NOUNS and not _MODAL.search(before) and (bool(between.strip()) or not between)


def _is_owned(text: str, stop: int, span: tuple[int, int], others: tuple[tuple[int, int], ...]) -> bool:
    """Whether a word belongs to another number right behind it ("shot three people, killing one"), or to a warrant."""
    warrant = re.match(r"\s+warrants?\b", text[stop : stop + 10], re.I)
    return bool(warrant) or any(span[1] <= stop <= o[0] and not text[stop : o[0]].strip() for o in others)


def _measure(text: str, word: tuple[int, int], span: tuple[int, int], others: tuple[tuple[int, int], ...]) -> int:
    if word[0] < span[1] and span[0] < word[1]:
        return -1
    low, high = (word[1], span[0]) if word[1] <= span[0] else (span[1], word[0])
    aside = _ASIDE.search(text, low, high)
    between = text[low:high] if aside is None else f"{text[low : aside.start()]} {text[aside.end() : high]}"
    others = tuple(o for o in others if aside is None or not aside.start() <= o[0] < aside.end())
    cost = sum(1 + (_TURN_COST if found in _TURN else 0) for found, _, _ in find_words(between))
    cost += sum(_STEP.get(mark, 0) for mark in re.findall(r"[,;:()–—]", between))
    return cost + _OTHER_NUMBER_COST * sum(low <= a and b <= high for a, b in others)
