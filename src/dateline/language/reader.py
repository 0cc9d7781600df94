"""From an article to its reading: paragraphs, sentences, tokens in a tree, and what the network sees in them.

This is one side of the seam in ``reading.py``: whatever reads better only has to fill the same records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from dateline.ids import content_id
from dateline.language.lemmas import lemmatize, settle_tag
from dateline.language.net.network import Network, WindowScores, load_network
from dateline.language.net.seeing import Window, join_seen, see_window
from dateline.language.net.spans import softmax
from dateline.language.net.syntax import Grammar, parse_window
from dateline.language.net.windows import Words, cut_long, join_words, plan_windows
from dateline.language.reading import Reading, ReadSentence, Seen, Span, Token, Vectors
from dateline.language.sentences import split_sentences
from dateline.language.tokens import tokenize
from dateline.model import Article, Sentence

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
OPENS_AFTER_RULE = 0.02
"""Least probability of a new sentence where the rules cut. From 0 to 0.1 F1 on EWT dev stays within 0.3; in news, where
the rules are nearly always right, the network is wrong as often as not above 0.02."""
OPENS_UNRULED = 0.9
"""Least probability of a new sentence where the rules do not cut. Lower ones win more on EWT, whose mails and forums
lack stops, but break sentences of news."""
_GOES_ON = frozenset(",;\"'“”‘’«»([{–—―-")
"""Marks behind which, as behind letters and figures, only the rules cut: else the network breaks, in news, one sentence
in a thousand before "he said" and after "said that"."""


@dataclass(slots=True)
class _Draft:
    """A sentence as the rules cut it: the spans of its tokens, and where it stands."""

    spans: list[Span]
    paragraph: int
    opens: bool


def read_article(article: Article, model: str | None = None) -> Reading:
    """Return the article's sentences with their tokens, and what the network sees.

    The dateline is in no sentence; none crosses a paragraph. ``model`` names the folder of another model than the
    package's own.
    """
    network = load_network(model)
    drafts = list(_draft_sentences(article, network))
    words = [_take_words(article, draft) for draft in drafts]
    plan = plan_windows(words, network.cutter)
    inputs = [join_words(words[start:end], network.cutter) for start, end in plan]
    reader = _Reader(article, network)
    for (start, end), scores in zip(plan, network.score(inputs), strict=True):
        reader.take(drafts[start:end], scores)
    return reader.finish()


def _draft_sentences(article: Article, network: Network) -> Iterator[_Draft]:
    paragraphs = [match for match in _LINE.finditer(article.text) if match.group().strip()]
    for paragraph, line in enumerate(paragraphs):
        for left, right in _cut_line(article, line.start(), line.end()):
            opens = True
            for start, end in split_sentences(article.text, left, right):
                spans = tokenize(article.text, start, end)
                for first, last in cut_long([article.text[a:b] for a, b in spans], network.cutter):
                    yield _Draft(spans[first:last], paragraph, opens)
                    opens = False


def _cut_line(article: Article, start: int, end: int) -> list[Span]:
    """Return the stretches of a line, cut where the body or a caption begins or ends and with the dateline left out."""
    edges = {start, end, article.body_start, *(edge for span in article.captions for edge in span)}
    if article.dateline:
        edges.update(article.dateline)
    inner = sorted(edge for edge in edges if start <= edge <= end)
    spans = pairwise(inner)
    return [span for span in spans if not (article.dateline and article.dateline[0] <= span[0] < article.dateline[1])]


def _take_words(article: Article, draft: _Draft) -> Words:
    text = article.text
    spaced = [start == 0 or text[start - 1].isspace() for start, _ in draft.spans]
    return Words([text[start:end] for start, end in draft.spans], spaced, draft.opens)


class _Reader:
    """Puts the windows of an article together."""

    def __init__(self, article: Article, network: Network) -> None:
        self.article, self.network = article, network
        self.sentences: list[ReadSentence] = []
        self.seen: list[Seen] = []
        self.token_vectors: list[Vectors] = []
        self.sentence_means: list[Vectors] = []

    def take(self, window: list[_Draft], scores: WindowScores) -> None:
        """Read the sentences of a window."""
        spans = [span for draft in window for span in draft.spans]
        paragraphs = [draft.paragraph for draft in window for _ in draft.spans]
        starts = self._find_starts(window, scores)
        sentences = parse_window(self.network, scores, starts)
        for (start, end), grammar in zip(pairwise([*starts, len(spans)]), sentences, strict=True):
            self._add_sentence(self._make_tokens(spans[start:end], grammar), paragraphs[start])
            self.sentence_means.append(scores.heads["layers"][start:end].mean(0))
        self.token_vectors.append(scores.heads["words"])
        coarse = [tag for grammar in sentences for tag in grammar.coarse]
        words = [self.article.text[start:end] for start, end in spans]
        self.seen.append(see_window(self.network, scores, Window(words, spans, coarse, starts)))

    def _find_starts(self, window: list[_Draft], scores: WindowScores) -> list[int]:
        """Return the words that open a sentence, the window's first always."""
        chances = softmax(scores.heads["start"])[:, 1]
        places = [(draft, number) for draft in window for number in range(len(draft.spans))]
        rows = enumerate(zip(places, chances, strict=True))
        return [at for at, (place, chance) in rows if at == 0 or self._opens_sentence(*place, float(chance))]

    def _opens_sentence(self, draft: _Draft, number: int, chance: float) -> bool:
        """Tell whether a word of a draft opens a sentence: where a paragraph opens, or rules and network agree."""
        if number == 0:
            return draft.opens or chance >= OPENS_AFTER_RULE
        last = self.article.text[draft.spans[number - 1][1] - 1]
        return chance >= OPENS_UNRULED and not last.isalnum() and last not in _GOES_ON

    def _make_tokens(self, spans: list[Span], grammar: Grammar) -> tuple[Token, ...]:
        words = [self.article.text[start:end] for start, end in spans]
        tags = [settle_tag(word, tag) for word, tag in zip(words, grammar.tags, strict=True)]
        rows = zip(words, spans, tags, grammar.coarse, grammar.heads, grammar.relations, strict=True)
        return tuple(
            Token(word, start, end, tag, lemmatize(word, tag), upos, head, relation)
            for word, (start, end), tag, upos, head, relation in rows
        )

    def _add_sentence(self, tokens: tuple[Token, ...], paragraph: int) -> None:
        start, end = tokens[0].start, tokens[-1].end
        sentence = Sentence(
            sentence_id=content_id("sentence", self.article.article_id, start, end),
            article_id=self.article.article_id,
            index=len(self.sentences),
            paragraph=paragraph,
            start=start,
            end=end,
            kind=_kind_of(self.article, start),
            tokens=tuple((token.start, token.end) for token in tokens),
        )
        self.sentences.append(ReadSentence(sentence=sentence, tokens=tokens))

    def finish(self) -> Reading:
        """Return the reading of all windows."""
        return Reading(
            article=self.article,
            sentences=tuple(self.sentences),
            seen=join_seen(self.seen),
            token_vectors=np.concatenate(self.token_vectors) if self.token_vectors else None,
            sentence_vectors=self.network.make_vectors(self.sentence_means) if self.sentence_means else None,
        )


def _kind_of(article: Article, start: int) -> Literal["title", "body", "caption"]:
    if start < article.body_start:
        return "title"
    if any(left <= start < right for left, right in article.captions):
        return "caption"
    return "body"
