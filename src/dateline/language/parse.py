"""The ``parse`` stage: everything that one text says, without its fellows."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.net.files import read_version
from dateline.language.profile import make_profile
from dateline.language.quantities import find_quantities
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Record
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
    yield make_profile(reading, mentions, quantities, times)


def name_model(settings: ParseSettings) -> str:
    """Return the version of the model that articles are read with; raise InputError when the settings name none."""
    return read_version(settings.model)
