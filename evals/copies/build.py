"""Builds a pile with planted copies from real texts, each by a recipe, with the pair and kind that it should give.

Each source text is used for one recipe only, so that who repeats whom is known; all other articles are there to be
confused with. The same seed gives the same pile.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from evals.copies import edits, forms
from evals.copies.sets import make_article

from dateline.model import Article

_OUTLETS = ("Pelm Post", "Osterby Courier", "Varn Gazette", "Tolmen Tribune", "Hask Herald", "Lindrow Ledger")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{60,400}[”\"]")
_STOCK = re.compile(
    r"^(?:follow|click|read more|advert|watch|photo|image|copyright|contact|write to|editor.s note|declared 2016)",
    re.IGNORECASE,
)
"""Furniture that PolNeAR has left in its texts."""


@dataclass(frozen=True, slots=True)
class Source:
    """A real report: its outlet, day, headline and paragraphs."""

    name: str
    outlet: str
    day: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair that was made: ``repeat`` was made out of ``source`` by ``recipe``. ``kind`` None: no copy."""

    repeat: str
    source: str
    recipe: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Pile:
    """The articles and what was planted among them."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]
    names: dict[str, tuple[str, ...]]
    """Names of the real reports whose text an article holds."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a recipe works on: the report that is repeated, another one, and dice."""

    source: Source
    other: Source
    dice: random.Random


Result = tuple[str, Sequence[str]]
Recipe = Callable[[Draft], Result | None]
"""Gives the repeat's headline and paragraphs, or None when the source does not lend itself."""


def read_sources(data: Path, real: Sequence[Sequence[str]] = ()) -> list[Source]:
    """Return the reports of PolNeAR, BASIL and Wikinews that have 150 words and four paragraphs, without the second of
    each pair in ``real``."""
    second = {pair[1] for pair in real}
    found = [*_read_polnear(data), *_read_basil(data), *_read_wikinews(data)]
    return [
        row
        for row in found
        if row.name not in second and edits.count_words(row.paragraphs) >= 150 and len(row.paragraphs) >= 4
    ]


def _read_polnear(data: Path) -> list[Source]:
    rows = []
    for path in sorted((data / "quotes/polnear").glob("*/text/*.txt")):
        outlet, day, _ = path.stem.split("_", 2)
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        body = tuple(line for line in lines[1:] if not _STOCK.match(line))
        rows.append(Source(path.stem, outlet, day, lines[0], body))
    return rows


def _read_basil(data: Path) -> list[Source]:
    rows = []
    for path in sorted((data / "stories/basil").glob("*/*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        body = tuple(" ".join(paragraph) for paragraph in raw["body-paragraphs"] if paragraph)
        rows.append(Source(f"{path.stem}", raw["source"], raw["date"], raw["title"], body))
    return rows


def _read_wikinews(data: Path) -> list[Source]:
    rows = []
    for name in ("train", "dev"):
        for line in (data / f"language/wikinews/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            lines = [part.strip() for part in raw["text"].split("\n") if part.strip()]
            rows.append(Source(f"wikinews-{raw['id']}", "wikinews", "", lines[0], tuple(lines[2:])))
    return rows


def _identical(draft: Draft) -> Result:
    return draft.source.title, draft.source.paragraphs


def _reheaded(draft: Draft) -> Result:
    return edits.other_headline(draft.source.title, draft.dice), edits.requote(draft.source.paragraphs)


def _abridged(share: float) -> Recipe:
    def recipe(draft: Draft) -> Result | None:
        kept = edits.abridge(draft.source.paragraphs, share)
        if edits.count_words(kept) < 60 or len(kept) == len(draft.source.paragraphs):
            return None
        return edits.other_headline(draft.source.title, draft.dice), kept

    return recipe


def _thinned(draft: Draft) -> Result | None:
    kept = edits.thin_out(draft.source.paragraphs, draft.dice, 0.5)
    return (
        (draft.source.title, kept)
        if edits.count_words(kept) < 0.8 * edits.count_words(draft.source.paragraphs)
        else None
    )


def _reordered(draft: Draft) -> Result:
    return draft.source.title, edits.reorder(draft.source.paragraphs, draft.dice)


def _renumbered(draft: Draft) -> Result | None:
    if not edits.has_numbers(draft.source.paragraphs):
        return None
    return draft.source.title, edits.renumber(draft.source.paragraphs, draft.dice)


def _restyled(draft: Draft) -> Result | None:
    body = edits.requote(edits.respell(draft.source.paragraphs, draft.dice))
    before, after = " ".join(draft.source.paragraphs).split(), " ".join(body).split()
    changed = sum(word not in set(before) for word in after)
    return (edits.other_headline(draft.source.title, draft.dice), body) if changed > 0.01 * len(after) else None


def _localised(draft: Draft) -> Result | None:
    body = edits.insert_own(draft.source.paragraphs, draft.other.paragraphs, draft.dice, 0.35)
    return (
        (edits.other_headline(draft.source.title, draft.dice), body)
        if len(body) > len(draft.source.paragraphs)
        else None
    )


def _everything(draft: Draft) -> Result | None:
    kept = edits.thin_out(draft.source.paragraphs, draft.dice, 0.6)
    body = edits.respell(edits.renumber(edits.reorder(edits.requote(kept), draft.dice), draft.dice), draft.dice)
    return (edits.other_headline(draft.source.title, draft.dice), body) if edits.count_words(body) >= 80 else None


def _credited(draft: Draft) -> Result | None:
    kept = edits.abridge(draft.source.paragraphs, 0.7)
    if edits.count_words(kept) < 80:
        return None
    return edits.other_headline(draft.source.title, draft.dice), [f"PELM (Norpress) — {kept[0]}", *kept[1:]]


def _revised(draft: Draft) -> Result | None:
    own = [paragraph for paragraph in draft.other.paragraphs if 25 <= len(paragraph.split()) <= 80]
    if not own:
        return None
    body = list(draft.source.paragraphs)
    body.insert(draft.dice.randint(1, 2), draft.dice.choice(own))
    return draft.source.title, body if draft.dice.random() < 0.5 else edits.renumber(body, draft.dice)


def _partial(draft: Draft) -> Result | None:
    number = draft.dice.randint(2, 4)
    passage = edits.take_passage(draft.source.paragraphs, draft.dice, number, 40)
    size, own = edits.count_words(passage), edits.count_words(draft.other.paragraphs)
    if not passage or _QUOTED.search("\n".join(passage)) or not 0.06 < size / (size + own) < 0.45:
        return None
    at = draft.dice.randint(1, len(draft.other.paragraphs))
    return draft.other.title, [*draft.other.paragraphs[:at], *passage, *draft.other.paragraphs[at:]]


def _quoting(draft: Draft) -> Result | None:
    quotes = _QUOTED.findall("\n".join(draft.source.paragraphs))
    if not quotes:
        return None
    at = draft.dice.randint(1, len(draft.other.paragraphs))
    line = f"The words were heard again and again that day: “{draft.dice.choice(quotes)[1:-1]}”"
    return draft.other.title, [*draft.other.paragraphs[:at], line, *draft.other.paragraphs[at:]]


RECIPES: tuple[tuple[str, str, Recipe], ...] = (
    ("identical", "exact", _identical),
    ("other headline and quotation marks", "exact", _reheaded),
    *((f"abridged to {share:.0%}", "reprint", _abridged(share)) for share in (0.3, 0.5, 0.7, 0.9)),
    ("paragraphs left out", "reprint", _thinned),
    ("paragraphs re-ordered", "reprint", _reordered),
    ("numbers changed", "reprint", _renumbered),
    ("another house's spelling", "reprint", _restyled),
    ("local paragraphs inserted", "reprint", _localised),
    ("all of these at once", "reprint", _everything),
    ("wire credit, abridged", "reprint", _credited),
    ("revision", "revision", _revised),
    ("passage reused", "partial", _partial),
    ("quotation shared", "quote", _quoting),
)
"""Name, kind that it should give, recipe. Where ``other``'s own text is the body, the repeat stands in its stead."""

OWN_TEXT = {"passage reused", "quotation shared"}
"""Recipes that put a bit of the source into another report, which then is in the pile only so."""


def build_pile(sources: Sequence[Source], seed: int, each: int) -> Pile:
    """Plant up to ``each`` copies by every recipe; sources that no recipe takes stand in the pile as they are."""
    dice = random.Random(seed)
    free = sorted(sources, key=lambda row: row.name)
    dice.shuffle(free)
    articles: list[Article] = []
    planted: list[Planted] = []
    names: dict[str, tuple[str, ...]] = {}
    for name, kind, recipe in RECIPES:
        made = 0
        tries = 0
        while made < each and len(free) > 2 and tries < 8 * each:
            tries += 1
            source, other = free[-1], free[-2]
            result = recipe(Draft(source, other, dice))
            if result is None:
                free.insert(dice.randrange(len(free) // 2), free.pop())
                continue
            del free[-1]
            if name in OWN_TEXT or name in ("local paragraphs inserted", "revision"):
                free.pop()
            number = len(planted)
            original, repeat = _publish(source, result, number, name, dice)
            articles += [original, repeat]
            planted.append(Planted(repeat.article_id, original.article_id, name, kind))
            names[original.article_id] = (source.name,)
            names[repeat.article_id] = (source.name, other.name)
            made += 1
    articles += [_make(row.name, row.title, row.paragraphs, row.outlet, row.day or None) for row in free]
    filled, forms_planted = _fill_forms(dice, each)
    return Pile((*articles, *filled), (*planted, *forms_planted), names)


def _publish(source: Source, result: Result, number: int, recipe: str, dice: random.Random) -> tuple[Article, Article]:
    day = date.fromisoformat(source.day) if source.day else date(2014, 5, 1) + timedelta(days=dice.randrange(900))
    later = day + timedelta(days=dice.randint(1, 2))
    first, second = day.isoformat(), later.isoformat()
    outlet = _OUTLETS[dice.randrange(len(_OUTLETS))]
    agency = None
    if recipe == "revision":
        outlet, first, second = source.outlet, f"{first}T08:10", f"{first}T1{dice.randint(0, 9)}:30"
    if recipe == "wire credit, abridged":
        agency, second = "Norpress", first
    own = "Norpress" if agency else source.outlet
    title, paragraphs = result
    return (
        _make(f"{number:05}-source", source.title, source.paragraphs, own, first),
        _make(f"{number:05}-repeat", title, paragraphs, outlet, second, agency),
    )


def _make(
    name: str, title: str, paragraphs: Sequence[str], outlet: str, published: str | None, agency: str | None = None
) -> Article:
    article = make_article(name, title, "\n".join(paragraphs), outlet, published)
    return replace(article, published_basis="metadata" if published else None, agency=agency)


def _fill_forms(dice: random.Random, each: int) -> tuple[list[Article], list[Planted]]:
    """Fill every form in anew for many days; one filling in five is printed by a second outlet, which is a copy."""
    articles: list[Article] = []
    planted: list[Planted] = []
    for name, form in forms.FORMS.items():
        for number in range(each):
            day = (date(2015, 1, 1) + timedelta(days=number)).isoformat()
            title, body = f"{name.capitalize()} for {day}", forms.fill_form(form, dice)
            first = f"form-{name}-{number:04}"
            articles.append(_make(first, title, body, "Pelm Post", f"{day}T06:00"))
            if number % 5 == 0:
                articles.append(_make(f"{first}-repeat", title, body, "Varn Gazette", f"{day}T12:00"))
                planted.append(Planted(f"{first}-repeat", first, "form printed twice", "exact"))
    return articles, planted
