"""What an article is about, in a form that articles can be lined up by."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dateline.language.profile_context import Context
from dateline.language.reading import Reading, ReadSentence
from dateline.language.terms import idf_of, list_terms, rarity_of
from dateline.model import Mention, Profile, Quantity, TimeExpression, TimeMeaning
from dateline.vectors import pack_vector
from dateline.words import fold

_NAMING = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TITLE_WEIGHT = 2
"""A title word counts like two of the body: titles are short and tell the event. A choice, not tuned."""
_LEAD_WORDS = 400
"""Words of the body that are read: background further down makes sibling events alike."""
_OPENING = 2
"""Sentences of the body that, with the headline, tell the news itself."""
_TERMS = 120
"""Terms kept, heaviest first: on BASIL they hold .985 of a vector's squared length on average, .925 at least."""
_BUCKETS = 16
"""Rarest terms and names in which an article meets others: 295 of BASIL's 306 pairs of one event meet in one."""
_THEME = 20
"""Heaviest terms by which a sentence's part in what the article is about is told (USTORY takes ten of a story)."""
_NAMES = 40
_LISTED = 12
"""Places and days kept: those named most often."""
_LEAD_TITLE = 12
"""Words of a body that stand in for a headline."""


def make_profile(
    reading: Reading,
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression] = (),
    context: Context | None = None,
) -> Profile:
    """Return the article's profile: terms by TF-IDF (sublinear tf, background idf), names, numbers, days, buckets."""
    article = reading.article
    weights = _weigh(_count_terms(reading, _LEAD_WORDS), context)
    terms = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS])
    names = Counter(fold(mention.text) for mention in mentions if mention.kind in _NAMING)
    names.update(context.names if context else ())
    numbers = {f"{item.value:g}" for item in quantities if item.approx == "exact" and item.value and item.value > 3}
    rarities = {name: rarity_of(name) for name in names}
    chosen = sorted(names, key=lambda name: (-(1 + math.log(names[name])) * rarities[name], name))[:_NAMES]
    return Profile(
        article_id=article.article_id,
        title=article.title or _lead(reading),
        buckets=tuple(sorted(list(terms)[:_BUCKETS])),
        terms=tuple(sorted(_normalise(terms).items())),
        names=tuple(chosen),
        numbers=tuple(sorted(numbers)),
        day=article.published[:10] if article.published and len(article.published) >= 10 else None,
        opening=tuple(sorted(_normalise(_weigh(_count_terms(reading, 0), context)).items())),
        rarities=tuple(round(rarities[name], 3) for name in chosen),
        told=tuple(names[name] for name in chosen),
        days=_list_often(day for time in times if (day := _read_day(time.meaning))),
        places=_list_often(fold(mention.text) for mention in mentions if mention.kind in _PLACES),
        vector=_make_vector(reading, terms, context),
    )


def _lead(reading: Reading) -> str | None:
    """Return the first words of the body, to call an article without a headline by."""
    text, start = reading.article.text, reading.article.body_start
    words = text[start : start + 400].split()
    return " ".join(words[:_LEAD_TITLE]) + (" …" if len(words) > _LEAD_TITLE else "") if words else None


def _list_lead(reading: Reading, most: int) -> list[ReadSentence]:
    """Return the first sentences of the body: ``most`` words of them, _OPENING of them for none."""
    body = [read for read in reading.sentences if read.sentence.kind == "body"]
    if not most:
        return body[:_OPENING]
    chosen, words = [], 0
    for sentence in body:
        if words > most:
            break
        words += len(sentence.tokens)
        chosen.append(sentence)
    return chosen


def _count_terms(reading: Reading, most: int) -> Counter[str]:
    """Count the terms of title and lead. Names stay capitalised: the town of Nice is no adjective.

    Headlines capitalise everything, so a word of a title is a name only where the body has it as one.
    """
    counts: Counter[str] = Counter()
    for sentence in _list_lead(reading, most):
        counts.update(list_terms(sentence.tokens))
    names = {term for term in counts if term[0].isupper()}
    for sentence in reading.sentences:
        if sentence.sentence.kind == "title":
            for term in list_terms(sentence.tokens):
                counts[term if term in names else term.lower()] += _TITLE_WEIGHT
    return counts


def _weigh(counts: Mapping[str, int], context: Context | None) -> dict[str, float]:
    weights = {term: (1 + math.log(count)) * idf_of(term) for term, count in counts.items()}
    for term in context.terms if context else ():
        weights[term] = max(weights.get(term, 0.0), context.share * idf_of(term) if context else 0.0)
    return weights


def _normalise(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: round(weight / length, 5) for term, weight in weights.items()}


def _list_often(items: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(items)
    return tuple(sorted(counts, key=lambda item: (-counts[item], item))[:_LISTED])


def _read_day(meaning: TimeMeaning) -> str | None:
    """Return the day that a time expression names by its date: ``2019-03-22``, ``03-22`` without a year."""
    if meaning.form != "calendar" or not meaning.month or not meaning.day:
        return None
    day = f"{meaning.month:02}-{meaning.day:02}"
    return f"{meaning.year:04}-{day}" if meaning.year else day


def _make_vector(reading: Reading, terms: Mapping[str, float], context: Context | None) -> bytes:
    """Return the mean of the vectors of headline and lead, each sentence weighted by the theme that it holds: the
    article's heaviest terms (as USTORY does; arXiv 2304.04099)."""
    if reading.sentence_vectors is None or not reading.sentences:
        return b""
    theme = dict(list(terms.items())[:_THEME])
    lead = {read.sentence.sentence_id for read in _list_lead(reading, _LEAD_WORDS)}
    weights = np.zeros(len(reading.sentences), np.float32)
    for at, read in enumerate(reading.sentences):
        if read.sentence.kind == "title" or read.sentence.sentence_id in lead:
            found = {term.lower() for term in list_terms(read.tokens)}
            weights[at] = sum(weight for term, weight in theme.items() if term.lower() in found)
    vector = weights @ reading.sentence_vectors
    if context and context.vector is not None:
        vector = vector + context.share * weights.sum() * context.vector
    return pack_vector(vector)
