"""Records of one input or one article, and of articles compared with each other, up to grouping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.values import Approx, NameKind, QuoteKind, Record, Stance, Stated, Status, TimeMeaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Record):
    """The untouched bytes of one input. ``text`` is ``body`` decoded: page markup, or plain text."""

    capture_id: str
    uri: str
    sha256: str
    body: bytes
    media: Literal["text", "html"]
    charset: str
    text: str
    stated: Stated
    had: datetime | None
    """When the input was had (aware), for the record only: no result depends on it."""
    format: str = ""
    """Names of the readers it came through, outermost first: ``html``, ``zip/warc``, ``mail``, ``pdf``."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the server or the container said about it, names in lower case: ``("last-modified", "Fri, 22 Mar …")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """The running text and the fields that a capture gives, furniture of the text not yet taken out. A capture gives
    one; a live blog one for every entry."""

    page_id: str
    capture_id: str
    uri: str
    sha256: str
    entry: int = 0
    """0 for a whole page; entries of a live blog count from 1 in the order of the page."""
    blog: str | None = None
    """Title of the live blog that it is an entry of, without the words that call it live."""
    markup: bool
    """True when the text was taken out of markup, so that most furniture is gone already."""
    text: str
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agency: str | None = None
    section: str | None = None
    url: str | None = None
    language: str
    published: str | None = None
    """ISO date, with the time of day where it is given: ``2019-03-25T08:36``."""
    published_zone: str | None = None
    """Offset of that time from UTC, ``+09:00``."""
    published_basis: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline(Record):
    """The lines of a page as hashes, and what it is about, for telling its furniture from what others reprint. Each
    line is a bucket in which it meets the pages that have the same line."""

    page_id: str
    capture_id: str
    outlet: str | None
    day: str | None
    topics: tuple[str, ...]
    """Hashes of the page's rarer words: unrelated pages share few."""
    buckets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence(Record):
    """A line of a page that recurs in unrelated pages, or on several days of its outlet: furniture."""

    capture_id: str
    page_id: str
    line: str
    """Bucket of the line in the page's ``Outline``."""
    why: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One published text by one outlet. ``text`` opens with the title where there is one; body from ``body_start``."""

    article_id: str
    capture_id: str
    uri: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_zone: str | None = None
    """Offset from UTC of the time of day in ``published``, ``+09:00``; None when unknown or when there is no time."""
    published_basis: str | None = None
    """Where ``published`` comes from: metadata, jsonld, page, url, header, dateline, entry; None when unknown."""
    updated: str | None = None
    section: str | None = None
    """The part of the outlet it stood in, as written: "World", "Opinion"."""
    standfirst: tuple[int, int] | None = None
    """Span in ``text`` of the summary below the headline."""
    entry: int = 0
    """Number of the entry in its live blog, from 1; 0 for an article of its own."""
    blog: str | None = None
    """Title of the live blog that it is an entry of: entries leave out what it tells."""
    language: str | None = None
    place: str | None = None
    """Dateline place, as written."""
    agency: str | None = None
    """Agency that the dateline or credit line names, as written, or several; a credit of a part of the report keeps its
    "with": ``with AP and Reuters``."""
    dateline: tuple[int, int] | None = None
    """Span of the dateline in ``text``, dash included."""
    dateline_date: str | None = None
    """Dateline day with unknown parts as X: ``XXXX-03-25``."""
    text: str
    body_start: int = 0
    captions: tuple[tuple[int, int], ...] = ()
    """Spans of picture captions that stay in ``text``: they tell things, but never date or count for a lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Record):
    """A line of the page that is not the article: kept, marked, never cited."""

    article_id: str
    line: int
    text: str
    kind: str
    """navigation, share, counter, caption, credit, related, comment, legal, promotion, stamp, advert, repeat,
    correction (a note of what was changed in the report) or recurrent."""
    why: str
    confidence: float = 0.9
    """How sure it is that the line is no part of the article, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped(Record):
    """What a stage refused: failures are data."""

    stage: str
    subject: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Record):
    """A person's correction, applied again at every run: merge, split, move, same, not_same, rename, hide."""

    judgement_id: str
    kind: str
    subjects: tuple[str, ...]
    note: str
    number: int = 0
    """Its place among those given, from 1: where two disagree, the later wins."""
    sides: tuple[tuple[str, ...], ...] = ()
    """The articles that are each to be one story, as they stood when it was given: for ``merge`` and ``same`` one side
    for each subject, all of one story; for ``not_same`` the same, each of another story; for ``split`` the articles
    split off and those left; for ``move`` the articles moved with those of the story they went to, and those left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """What an article is compared by with all others: sampled fingerprints of its word runs, and what tells which of
    two came first."""

    article_id: str
    prints: bytes
    """64-bit hashes, big-endian, sorted."""
    words: int
    digest: str
    """Hash of the words below the headline: articles with the same one have the same text."""
    moment: str | None = None
    """When it was published, in UTC as far as the zone is known: ``2019-03-24T23:36`` or ``2019-03-25``."""
    outlet: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Record):
    """Two articles that share fingerprints: candidates for a copy. ``article_id`` would repeat ``of``, which is the
    agency's own text, else the earlier, else the longer."""

    article_id: str
    of: str
    shared: int
    """Fingerprints that both have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Record):
    """``article_id`` repeats ``of``. ``share`` is the part of its words that stand in ``of`` too. A pair of kind
    ``quote`` has nothing in common but words in quotation marks: no copy, but one speaker."""

    article_id: str
    of: str
    kind: Literal["exact", "reprint", "revision", "partial", "quote"]
    share: float
    why: str
    spans: tuple[tuple[int, int], ...]
    """The repeated stretches, in ``article_id``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Record):
    """A sentence with its tokens, all as spans of the article."""

    sentence_id: str
    article_id: str
    index: int
    paragraph: int
    start: int
    end: int
    kind: Literal["title", "body", "caption"]
    tokens: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Record):
    """A name in a text. ``known`` is what the gazetteer knows it as: ``country:KP``, ``capital:KR``, ``seat:US``,
    ``demonym:KP``, ``city:FR``, ``agency:yonhap``; None when it is no gazetteer name."""

    mention_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    kind: NameKind
    known: str | None
    role: str | None
    """Title or description beside the name: "Deputy Unification Minister"."""
    role_span: tuple[int, int] | None
    gender: Literal["f", "m"] | None = None
    """A person's, where title or first name tells it."""
    state: str | None = None
    """Common name of the state that ``known`` tells: "North Korea" for "the North" and "Pyongyang"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Record):
    """A time expression, its TIMEX3 type and its meaning, not yet anchored."""

    time_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    tense: Literal["past", "present", "future"] | None
    """Tense of the clause it stands in, where the grammar shows it."""
    meaning: TimeMeaning
    aside: bool = False
    """It hangs on a noun or stands in a relative clause ("the vote of May 2007"): the telling need not go on there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Record):
    """A number or vague count, the interval it stands for, and what it counts. An open side is None."""

    quantity_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    approx: Approx
    unit: str
    """people, percent, a currency code, a unit of measure or time, or "count"."""
    counted: str | None
    counted_span: tuple[int, int] | None
    head: str | None
    """Lower-case singular head noun of what is counted: "official"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words that a text attributes to a speaker. The span holds the words only, without quotation marks."""

    quote_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    kind: QuoteKind
    speaker_span: tuple[int, int] | None
    speaker_text: str | None
    cue_span: tuple[int, int] | None
    cue: str | None
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention(Record):
    """One mention of a happening: the trigger's span, its clause, and the spans of who, whom and where."""

    event_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    lemma: str
    type: str
    clause: tuple[int, int]
    actor: tuple[int, int] | None
    target: tuple[int, int] | None
    place: tuple[int, int] | None
    time_id: str | None
    tense: Literal["past", "present", "future"] | None
    status: Status
    background: bool
    noun: bool
    """True when the trigger is a noun ("the pullout")."""
    main: bool
    """True when the trigger is a verb of the sentence's main clause, so that the sentence is about it."""
    word: str = ""
    """Lower-case base form of the trigger's own word, where ``lemma`` names its class: "pull" for "pulled out"."""
    rarity: float = 0.0
    """Inverse document frequency of ``word`` (natural logarithm) against the background of news."""
    vector: bytes = b""
    """The trigger in its context as the network sees it: 384 signed bytes; empty where no network read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """What an article is about, for grouping. Each bucket is a rare term or name in which it meets other articles."""

    article_id: str
    title: str | None
    buckets: tuple[str, ...]
    terms: tuple[tuple[str, float], ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    day: str | None
    opening: tuple[tuple[str, float], ...] = ()
    """Terms of the headline and the first sentences alone, weighted like ``terms``."""
    rarities: tuple[float, ...] = ()
    """How rare each of ``names`` is against the background of news: the logarithm of its inverse frequency."""
    told: tuple[int, ...] = ()
    """How often each of ``names`` stands in the text."""
    days: tuple[str, ...] = ()
    """Days that the text names by their date: ``2019-03-22``, or ``03-22`` where it gives no year."""
    places: tuple[str, ...] = ()
    """Places that it names, most often named first."""
    vector: bytes = b""
    """What it is about, as the network sees it: 384 signed bytes; empty where no network read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """Two articles that seem to tell of one unfolding happening. ``left < right``."""

    left: str
    right: str
    score: float
    why: str
