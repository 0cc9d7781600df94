"""Who "he", "it" or "I" is that speaks, where the resolved names do not say: the one whom the text just told of.

A pronoun takes up the subject of what came before more often than anything else, and in news the subject is mostly the
one who spoke last (Muzny et al. 2017 resolve two thirds of such speakers by that alone). Here it must also be the only
one who fits: a speaker that may be another's is left unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from dateline.compare.claims.speakers import Named, outer_quotes
from dateline.compare.wordlists import word_set
from dateline.model import Article, Mention, Quote, Sentence
from dateline.words import fold

_FIRST = frozenset({"i", "we"})
_PERSON = {"he": "m", "she": "f"}
_BODIES = word_set(
    "firm company ministry agency group statement bank government office union party department commission "
    "committee police army court club airline carrier council report letter body organisation organization charity "
    "university team network station channel television newspaper magazine broadcaster"
)
_PEOPLE = word_set(
    "officials officers police workers witnesses residents neighbours neighbors relatives lawyers prosecutors "
    "experts analysts scientists doctors soldiers rebels activists protesters critics supporters lawmakers senators "
    "diplomats investigators authorities organisers organizers employees students parents families survivors "
    "researchers executives leaders members spokesmen ministers economists engineers villagers fans players"
)
_SAYING = word_set(
    "said say says saying added adds adding announced told tells tell warned warns noted notes called calls termed "
    "wrote writes reported reports confirmed confirms denied denies stressed insisted estimated described describes "
    "claimed claims accused argued argues stated declared admitted vowed explained maintained maintains expects "
    "expected urged"
)
"""Cues with which "it" stands for a body that speaks: "it seemed" stands for nobody."""
_UNNAMED = word_set(
    "official officer spokesman spokeswoman spokesperson source witness man woman resident journalist reporter "
    "lawyer neighbour neighbor analyst expert prosecutor diplomat aide doctor professor minister mayor"
)
_BACK = 4
"""Sentences that a pronoun may reach back."""
_LONG = 900
"""... and characters."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\b", re.I)
_STARTS = 60
"""Characters of a sentence in which its subject begins, where it names several."""


def carry_speakers(
    article: Article,
    quotes: Sequence[Quote],
    told: Mapping[str, str | None],
    named: Sequence[Named],
    sentences: Sequence[Sentence],
    genders: Mapping[str, str],
) -> dict[str, str]:
    """Return the speakers of quotes that only a pronoun names, as far as the text before shows them.

    ``told`` holds the speakers known already by quote, ``genders`` what is known of a person's by name.
    """
    found: dict[str, str] = {}
    known = dict(told)
    starts = [s.start for s in sentences]
    spoken = [q for q in quotes if q.speaker_span is not None]
    for quote in sorted(spoken, key=lambda q: (q.speaker_span or (0, 0), q.start)):
        span = quote.speaker_span
        if span is None or known.get(quote.quote_id) is not None:
            continue
        word = fold(article.text[span[0] : span[1]])
        name = None
        if word in ("it", "they") and not _SAYING & set(fold(quote.cue or "").split()):
            continue
        if word in _FIRST:
            name = _find_outer(quote, quotes, known)
        elif word in (*_PERSON, "it", "they") and not _is_quoted(span[0], quotes):
            at = bisect_right(starts, span[0]) - 1
            name = _look_back(
                article.text, word, span[0], sentences[max(0, at - _BACK) : at + 1], quotes, known, named, genders
            )
        if name is not None:
            found[quote.quote_id] = known[quote.quote_id] = name
    return found


def _find_outer(quote: Quote, quotes: Sequence[Quote], known: Mapping[str, str | None]) -> str | None:
    """Return who speaks the words that a quote in the first person stands in."""
    outer = [known.get(row.quote_id) for row in outer_quotes(quote, quotes)]
    return next((name for name in reversed(outer) if name is not None), None)


def _is_quoted(at: int, quotes: Sequence[Quote]) -> bool:
    return any(q.kind == "direct" and q.start <= at < q.end for q in quotes)


def _look_back(
    text: str,
    word: str,
    at: int,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    known: Mapping[str, str | None],
    named: Sequence[Named],
    genders: Mapping[str, str],
) -> str | None:
    """Return whom a pronoun at ``at`` takes up, from its own sentence back; None where a sentence names several."""
    for back, sentence in enumerate(reversed(sentences)):
        if at - sentence.start > _LONG or "\n\n\n" in text[sentence.start : at]:
            return None
        end = min(sentence.end, at)
        here = [
            n
            for n in named
            if sentence.start <= n.start
            and n.end <= end
            and _fits(n, word, genders, text)
            and not _is_quoted(n.start, quotes)
        ]
        speaker = _first_speaker(word, sentence.start, end, quotes, known, named)
        if speaker is not None:
            return speaker
        names = {n.name for n in here}
        if len(names) == 1 and back <= 1 and here[0].start - sentence.start < _STARTS:
            return None if _PRONOUN.search(text, sentence.start, here[0].start) else names.pop()
        if names:
            return None
    return None


def _first_speaker(
    word: str,
    start: int,
    end: int,
    quotes: Sequence[Quote],
    known: Mapping[str, str | None],
    named: Sequence[Named],
) -> str | None:
    """Return the first speaker of a stretch of text, where a pronoun may mean one of that sort: who is said to say
    what another said is its subject."""
    kinds = {n.name: n.kind for n in named}
    spoken = [
        (q.speaker_span, known.get(q.quote_id))
        for q in quotes
        if q.speaker_span is not None and start <= q.speaker_span[0] and q.speaker_span[1] <= end
    ]
    rows = [(span, name) for span, name in spoken if name is not None and not _is_quoted(span[0], quotes)]
    if not rows:
        return None
    (span, name) = min(rows)
    if len({other for _, other in rows}) > 1 and span[0] - start > _STARTS:
        return None
    return name if _may_mean(word, name, kinds.get(name)) else None


def _may_mean(word: str, name: str, kind: str | None) -> bool:
    nouns = re.findall(r"[a-z]+", fold(name))
    plural = any(noun in _PEOPLE for noun in nouns)
    if word in _PERSON:
        return kind == "PER" or (kind is None and not plural and bool(set(nouns) & _UNNAMED))
    if word == "it":
        return kind in ("ORG", "GPE") or (kind is None and bool(set(nouns) & _BODIES))
    return plural


def _fits(named: Named, word: str, genders: Mapping[str, str], text: str) -> bool:
    if word in _PERSON:
        return named.kind == "PER" and genders.get(named.name, _PERSON[word]) == _PERSON[word]
    if word != "it" or named.kind not in ("ORG", "GPE") or named.via == "pronoun":
        return False
    behind = re.match(r"(?:['’]s)? (?:state )?([a-z]+)", text[named.end : named.end + _NEXT])
    return behind is None or behind.group(1) not in _BODIES | _PEOPLE


_NEXT = 30
"""Characters behind a name that show whether it only tells whose body or people speaks: "Libyan state television"."""


def find_genders(mentions: Sequence[Mention], named: Sequence[Named]) -> dict[str, str]:
    """Return person → gender, for the people of an article whose title or first name tells it."""
    names = {(n.start, n.end): n.name for n in named}
    return {names[m.start, m.end]: m.gender for m in mentions if m.gender is not None and (m.start, m.end) in names}
