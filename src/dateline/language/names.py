"""Names of an article: where they stand, what they name, and the title or description beside a person."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ids import content_id
from dateline.language.gazetteer import state_name
from dateline.language.names_drafts import draft_ruled, draft_seen
from dateline.language.names_gender import tell_gender
from dateline.language.names_join import Name, join_names
from dateline.language.names_kinds import place_key
from dateline.language.names_roles import find_role, is_part_of_title
from dateline.language.names_runs import Run
from dateline.language.names_titles import find_title_names, is_title_case
from dateline.language.reading import Reading, Token
from dateline.model import Mention


def find_names(reading: Reading) -> tuple[Mention, ...]:
    """Return the article's names in order of place: the rules' and the network's joined."""
    titles = [read for read in reading.sentences if is_title_case(read)]
    plain = [read for read in reading.sentences if not is_title_case(read)]
    names = join_names(draft_ruled(plain), draft_seen(plain, reading.seen.names), plain)
    names += find_title_names(titles, names, draft_seen(titles, reading.seen.names))
    names = [name for name in names if not is_part_of_title(name.read.tokens, name.run.start, name.run.end)]
    countries = frozenset(
        name.run.known.key.split(":")[1] for name in names if name.run.known and ":" in name.run.known.key
    )
    lines: dict[str, list[Name]] = {}
    for name in names:
        lines.setdefault(name.read.sentence.sentence_id, []).append(name)
    mentions = [_make_mention(name, lines[name.read.sentence.sentence_id], countries) for name in names]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _make_mention(name: Name, line: Sequence[Name], countries: frozenset[str]) -> Mention:
    tokens = name.read.tokens
    article = name.read.sentence.article_id
    start, end = tokens[name.run.start].start, tokens[name.run.end - 1].end
    text = _text_between(tokens, name.run)
    known = name.run.known or (place_key(text, countries) if name.kind == "GPE" else None)
    role = None
    if name.kind == "PER" and name.read.sentence.kind != "title":
        spans = [(other.run.start, other.run.end) for other in line]
        role = find_role(tokens, name.run.start, name.run.end, spans)
    return Mention(
        mention_id=content_id("mention", article, start, end),
        article_id=article,
        sentence_id=name.read.sentence.sentence_id,
        start=start,
        end=end,
        text=text,
        kind=name.kind,
        known=known.key if known else None,
        role=_text_between(tokens, Run(*role, None)) if role else None,
        role_span=(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None,
        gender=tell_gender(tokens, name.run, role) if name.kind == "PER" else None,
        state=state_name(known.key) if known else None,
    )


def _text_between(tokens: Sequence[Token], run: Run) -> str:
    """Return the exact text of a run, put together from its tokens and the gaps between them."""
    parts = [tokens[run.start].text]
    for before, token in zip(tokens[run.start : run.end - 1], tokens[run.start + 1 : run.end], strict=True):
        parts += [" " * (token.start - before.end), token.text]
    return "".join(parts)
