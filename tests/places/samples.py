"""Articles with mentions, made from marked text: ``[[Name|KIND|known]]``."""

import re

from dateline.model import Article, Mention, NameKind, Sentence

_MARK = re.compile(r"\[\[([^|\]]+)\|([A-Z]+)(?:\|([^\]]+))?\]\]")


def make(
    marked: str, name: str = "a", outlet: str | None = None, url: str | None = None
) -> tuple[Article, list[Mention]]:
    """Return an article of one body without a title, and its mentions."""
    text, spans, at = "", list[tuple[int, int, str, str | None]](), 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append((len(text), len(text) + len(found[1]), found[2], found[3]))
        text += found[1]
        at = found.end()
    text += marked[at:]
    article = Article(
        article_id=name, capture_id=name, uri=name, sha256="", language="en", text=text, outlet=outlet, url=url
    )
    return article, [_mention(article, *span) for span in spans]


def _mention(article: Article, start: int, end: int, kind: str, known: str | None) -> Mention:
    kinds: tuple[NameKind, ...] = ("GPE", "ORG", "PER", "FAC", "LOC", "NORP")
    return Mention(
        mention_id=f"{article.article_id}.{start}", article_id=article.article_id, sentence_id="s", start=start,
        end=end, text=article.text[start:end], kind=next(one for one in kinds if one == kind), known=known,
        role=None, role_span=None,
        state={"demonym:EG": "Egypt"}.get(known or ""),
    )  # fmt: skip


def sentences_of(article: Article) -> list[Sentence]:
    """Return a sentence for each stretch up to a full stop and a space."""
    found, start = list[Sentence](), 0
    for number, end in enumerate([m.end() for m in re.finditer(r"\.(?:\s|$)", article.text)]):
        found.append(
            Sentence(
                sentence_id=f"s{number}", article_id=article.article_id, index=number, paragraph=0, start=start,
                end=end, kind="body", tokens=(),
            )
        )  # fmt: skip
        start = end
    return found
