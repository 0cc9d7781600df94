"""From an article to its reading: paragraphs, sentences, tagged tokens.

This is one side of the seam in ``reading.py``: whatever reads better (a trained parser, say) only has to fill the same
records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from dateline.ids import content_id
from dateline.language.lemmas import lemmatize
from dateline.language.reading import Reading, ReadSentence, Token
from dateline.language.sentences import split_sentences
from dateline.language.tagger import tag_words
from dateline.language.tokens import tokenize
from dateline.model import Article, Sentence

_LONGEST = 400
"""Tokens above which a sentence is a list, a table or a dump and is read in pieces; of 8,500 in news the longest had
119. Finders may take time that grows with the square of a sentence."""
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def read_article(article: Article) -> Reading:
    """Return the article's sentences with their tokens. The dateline is in no sentence; none crosses a paragraph."""
    sentences: list[ReadSentence] = []
    paragraphs = [match for match in _LINE.finditer(article.text) if match.group().strip()]
    for paragraph, line in enumerate(paragraphs):
        for left, right in _cut_line(article, line.start(), line.end()):
            for start, end in split_sentences(article.text, left, right):
                for spans in _cut_long(tokenize(article.text, start, end)):
                    sentences.append(_read_sentence(article, len(sentences), paragraph, spans))
    return Reading(article=article, sentences=tuple(sentences))


def _cut_line(article: Article, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a line, cut where the body or a caption begins or ends and with the dateline left out."""
    edges = {start, end, article.body_start, *(edge for span in article.captions for edge in span)}
    if article.dateline:
        edges.update(article.dateline)
    inner = sorted(edge for edge in edges if start <= edge <= end)
    spans = pairwise(inner)
    return [span for span in spans if not (article.dateline and article.dateline[0] <= span[0] < article.dateline[1])]


def _cut_long(spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the tokens of a sentence, those of an overlong one in pieces."""
    for at in range(0, len(spans), _LONGEST):
        yield spans[at : at + _LONGEST]


def _read_sentence(article: Article, index: int, paragraph: int, spans: list[tuple[int, int]]) -> ReadSentence:
    start, end = spans[0][0], spans[-1][1]
    words = [article.text[left:right] for left, right in spans]
    tokens = tuple(
        Token(text=word, start=left, end=right, tag=tag, lemma=lemmatize(word, tag))
        for word, (left, right), tag in zip(words, spans, tag_words(words), strict=True)
    )
    sentence = Sentence(
        sentence_id=content_id("sentence", article.article_id, start, end),
        article_id=article.article_id,
        index=index,
        paragraph=paragraph,
        start=start,
        end=end,
        kind=_kind_of(article, start),
        tokens=tuple(spans),
    )
    return ReadSentence(sentence=sentence, tokens=tokens)


def _kind_of(article: Article, start: int) -> Literal["title", "body", "caption"]:
    if start < article.body_start:
        return "title"
    if any(left <= start < right for left, right in article.captions):
        return "caption"
    return "body"
