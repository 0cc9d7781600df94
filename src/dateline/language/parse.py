"""The ``parse`` stage: everything that one text says, without its fellows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.net.files import read_version
from dateline.language.profile import make_profile
from dateline.language.profile_context import Context, read_context
from dateline.language.quantities import find_quantities
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Mention, Record
from dateline.settings import ParseSettings
from dateline.stage import Batch


def parse_article(batch: Batch, settings: ParseSettings) -> Iterable[Record]:
    """Read an article: its sentences, names, time expressions, quantities, quotes, events and profile."""
    reading = read_article(batch.one(Article), settings.model)
    mentions = find_names(reading)
    times = find_times(reading)
    quantities = find_quantities(reading, times)
    yield from (read.sentence for read in reading.sentences)
    yield from mentions
    yield from times
    yield from quantities
    yield from find_quotes(reading, mentions)
    yield from find_events(reading, mentions, times)
    yield make_profile(reading, mentions, quantities, times, _read_blog(reading.article, mentions, settings.model))


def _read_blog(article: Article, mentions: Sequence[Mention], model: str | None) -> Context | None:
    """Read the title of the live blog that an article is an entry of."""
    if not article.blog:
        return None
    reading = read_article(replace(article, text=f"{article.blog}.", title=None, body_start=0, captions=()), model)
    return read_context(reading, find_names(reading), mentions)


def name_model(settings: ParseSettings) -> str:
    """Return the version of the model that articles are read with; raise InputError when the settings name none."""
    return read_version(settings.model)
