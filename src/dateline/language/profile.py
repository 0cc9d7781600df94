"""What an article is about, in a form that articles can be lined up by."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dateline.language.data import load_map
from dateline.language.reading import Reading, Token
from dateline.model import Mention, Profile, Quantity
from dateline.words import fold

_CONTENT = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD"})
_TITLE_WEIGHT = 2
"""A title word counts like two of the body: titles are short and tell the event. A choice, not tuned."""
_LEAD_WORDS = 400
"""Words of the body that are read: background further down makes sibling events alike."""
_TERMS = 120
"""Terms kept, heaviest first: on BASIL they hold .985 of a vector's squared length on average, .925 at least."""
_BUCKETS = 16
"""Rarest terms and names in which an article meets others: 295 of BASIL's 306 pairs of one event meet in one."""
_LEAD_TITLE = 12
"""Words of a body that stand in for a headline."""
_TERM = re.compile(r"[a-z0-9][a-z0-9'.,-]*")


def make_profile(reading: Reading, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Profile:
    """Return the article's profile: terms by TF-IDF (sublinear tf, background idf), names, numbers, buckets."""
    article = reading.article
    weights = _weigh(_count_terms(reading))
    names = Counter(fold(mention.text) for mention in mentions if mention.kind in ("PER", "ORG", "GPE", "LOC", "FAC"))
    terms = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
    numbers = {f"{item.value:g}" for item in quantities if item.approx == "exact" and item.value and item.value > 3}
    return Profile(
        article_id=article.article_id,
        title=article.title or _lead(reading),
        buckets=tuple(sorted(term for term, _ in terms[:_BUCKETS])),
        terms=tuple(sorted(_normalise(dict(terms)).items())),
        names=tuple(name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:40]),
        numbers=tuple(sorted(numbers)),
        day=article.published[:10] if article.published and len(article.published) >= 10 else None,
    )


def _lead(reading: Reading) -> str | None:
    """Return the first words of the body, to call an article without a headline by."""
    text, start = reading.article.text, reading.article.body_start
    words = text[start : start + 400].split()
    return " ".join(words[:_LEAD_TITLE]) + (" …" if len(words) > _LEAD_TITLE else "") if words else None


def _count_terms(reading: Reading) -> Counter[str]:
    """Count the terms of title and lead. Names stay capitalised: the town of Nice is no adjective.

    Headlines capitalise everything, so a word of a title is a name only where the body has it as one.
    """
    body = [read for read in reading.sentences if read.sentence.kind == "body"]
    counts: Counter[str] = Counter()
    read = 0
    for sentence in body:
        if read > _LEAD_WORDS:
            break
        read += len(sentence.tokens)
        counts.update(_terms_of(sentence.tokens))
    names = {term for term in counts if term[0].isupper()}
    for sentence in reading.sentences:
        if sentence.sentence.kind == "title":
            for term in _terms_of(sentence.tokens):
                counts[term if term in names else term.lower()] += _TITLE_WEIGHT
    return counts


def _terms_of(tokens: Iterable[Token]) -> list[str]:
    """Return lower-case lemmas of the content words, and names with a capital."""
    terms = []
    for token in tokens:
        lemma = fold(token.lemma).strip(".")
        if token.tag in _CONTENT and len(lemma) > 1 and _TERM.fullmatch(lemma):
            terms.append(fold(token.text).capitalize() if token.tag in ("NNP", "NNPS") else lemma)
    return terms


def _weigh(counts: Mapping[str, int]) -> dict[str, float]:
    return {term: (1 + math.log(count)) * idf_of(term) for term, count in counts.items()}


def _normalise(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: round(weight / length, 5) for term, weight in weights.items()}


def idf_of(term: str) -> float:
    """Return a term's inverse document frequency against the background (``training/build_document_frequency.py``)."""
    documents, counts = _background()
    return math.log(documents / counts.get(term, 1.0))


@lru_cache(maxsize=1)
def _background() -> tuple[float, Mapping[str, float]]:
    counts = {word: float(count) for word, count in load_map("document_frequency.tsv").items()}
    return counts.pop("*"), counts
