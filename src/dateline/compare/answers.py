"""Reads every quantity of a story as an answer to some question: what is counted, what is said of it, where, when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.compare.groups import NARROWING, PEOPLE, SOFT, find_sort
from dateline.compare.intervals import Span, find_dimension, is_timeless, read_span
from dateline.compare.predicates import BY_NAME, find_predicates
from dateline.compare.view import StoryView
from dateline.compare.wording import find_wording
from dateline.compare.wordlists import word_set
from dateline.dates import Interval, add_days, day_of, span_of
from dateline.model import Cite, EventMention, Mention, Quantity, Sentence, TimeReference
from dateline.settings import CompareSettings
from dateline.words import find_words

_AGE = re.compile(r"\byears?[\s-]*olds?\b", re.I)
_PLACE_CUE = re.compile(r"\b(?:in|at|near|outside|around|across|inside|over|on|from)\s+(?:\w+\s+){0,3}$", re.I)
_EVENT_CUE = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:attacks?|bombings?|shootings?|massacres?|blasts?|explosions?|crash(?:es)?|quakes?|earthquakes?"
    r"|fires?|floods?|siege|riots?|clashes|strikes?)\b"
)
"""A place before such a noun is where that happened: "the Alder station bombing"."""
_TOWN_OF = re.compile(
    r"\b(?:city|town|village|island|country|nation|suburb|community|region)\s+of\s+$|\bhome to\s+$", re.I
)
"""A number behind it is a population: "a seaside town of 4,000"."""
_NATION = re.compile(r"^(?:country|capital|seat|demonym|city):([A-Z]{2})$")
_OWNED = frozenset({"present", "moved", "left"})
"""Questions whose actor says whose people are meant: "Seoul sent 20 people"."""
_TELLING = word_set(
    "say tell announce report add state claim confirm deny note warn estimate according think believe be have"
)
"""Trigger lemmas that tell of a number and say nothing about what is counted."""
_STOP = word_set(
    "about after also among been before being could from have into just more most much near nearly only other over "
    "said says some such than that their them then there these they this those under until were what when where "
    "which while will with would your people"
)
_CASES = word_set("case infection")
"""Counts that each state gives for itself: the one state that a sentence names is the one whose cases are meant."""
_TOLD = re.compile(r"\b(?:said|says|announced|reported|confirmed|stated|told \w+)\s+(?:(?:on|late|early)\s+)*$", re.I)
_TELLING_DAYS = 4
"""A report is written within days of the telling that it reports."""
_ADDED = word_set("injured critical missing rescued displaced arrested trapped")
"""Questions told beside another count: in "ten died and another 50 were hurt" the 50 are no rise."""
_MANY = 1000
_FEW = 12
"""Vague counts that end below a dozen ("a few", "several") answer no question of how many."""
_COUNTS_ONE = word_set("killed injured arrested missing")
"""Questions that a bare "one" answers; elsewhere it is mostly an article."""
_ONE = frozenset({"a", "an", "one", "another", "single"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One quantity read in its place. ``predicates`` are names of questions (``predicates.py``), ``sort`` what is
    counted, ``scopes`` what narrows it, ``when`` the days it can be about, ``written`` when its article was written,
    ``speaker`` the named speaker, ``voice`` whoever speaks, named or not, and None where the outlet does.
    """

    quantity: Quantity
    span: Span
    dimension: str
    sort: str | None
    predicates: frozenset[str]
    lemma: str | None
    happening: str | None
    scopes: frozenset[str]
    places: frozenset[str]
    modifiers: frozenset[str]
    subject: str | None
    content: frozenset[str]
    wording: frozenset[str]
    when: Interval | None
    as_of: str | None
    written: str | None
    said_by: str | None
    speaker: str | None
    voice: str | None
    origin: str
    title: bool
    phrase: str
    cite: Cite

    @property
    def key(self) -> tuple[str, int, str]:
        """Sort key: article, place in it, id."""
        return (self.quantity.article_id, self.quantity.start, self.quantity.quantity_id)

    @property
    def grows(self) -> bool:
        """Whether the question is a count that only climbs as reports come in."""
        return any(BY_NAME[name].grows for name in self.predicates)

    @property
    def timeless(self) -> bool:
        """Whether the measure belongs to a thing or deed and does not move with the days."""
        return is_timeless(self.dimension)


def read_answers(view: StoryView, settings: CompareSettings) -> tuple[Answer, ...]:
    """Return the answers of a story in the order of article and place; quantities that answer nothing are left out."""
    found: list[Answer] = []
    for sentence_id, quantities in view.quantities.items():
        sentence = view.sentences[sentence_id]
        if _is_sound(sentence, quantities, view):
            answers = (_read_answer(q, sentence, quantities, view, settings) for q in quantities)
            found.extend(a for a in answers if a is not None)
    return tuple(sorted(found, key=lambda a: a.key))


def _is_sound(sentence: Sentence, quantities: tuple[Quantity, ...], view: StoryView) -> bool:
    size = len(view.articles[sentence.article_id].text)
    return 0 <= sentence.start < sentence.end <= size and all(
        sentence.start <= q.start < q.end <= sentence.end for q in quantities
    )


def _read_answer(
    quantity: Quantity, sentence: Sentence, beside: tuple[Quantity, ...], view: StoryView, settings: CompareSettings
) -> Answer | None:
    span = read_span(quantity)
    text = view.articles[quantity.article_id].text
    wording = find_wording(text, quantity.start, quantity.end, (sentence.start, sentence.end))
    if span is None or wording & {"ordinal", "rate"} or _is_boundless(quantity) or _is_broken(quantity):
        return None
    phrase = _find_phrase(quantity)
    names = view.mentions.get(sentence.sentence_id, ())
    dimension = _find_dimension(quantity, text)
    sort, scopes = _find_group(quantity, phrase, text, names, dimension)
    if dimension == "count" and sort in PEOPLE:
        dimension = "people"
    others = tuple((q.start, q.end) for q in beside if q.quantity_id != quantity.quantity_id)
    predicates = find_predicates(text, sentence.start, sentence.end, phrase, dimension, others)
    if _TOWN_OF.search(text[max(sentence.start, quantity.start - 24) : quantity.start]):
        predicates, sort, dimension = frozenset({"population"}), "person", "people"
    if quantity.text.casefold() in _ONE and not predicates & _COUNTS_ONE:
        return None
    if predicates & _ADDED or dimension not in ("people", "count"):
        wording -= {"rise"}
    trigger = _find_trigger(quantity, view)
    scopes |= _find_owner(trigger, predicates, scopes, view)
    claim = view.find_claim(quantity.article_id, quantity.start, quantity.end)
    speaker = claim.speaker if claim is not None else None
    times = _find_times(sentence, trigger, view)
    return Answer(
        quantity=quantity,
        span=span,
        dimension=dimension,
        sort=sort,
        predicates=predicates,
        lemma=trigger.lemma if trigger is not None and trigger.lemma not in _TELLING else None,
        happening=_find_happening(trigger, view),
        scopes=scopes,
        places=_find_places(names, phrase, text, sentence.start),
        modifiers=_find_modifiers(quantity, text),
        subject=_find_subject(quantity, view, text) if dimension == "age" else None,
        content=_find_content(text[sentence.start : sentence.end]),
        wording=wording,
        when=_find_when(times, view.written(quantity.article_id), settings),
        as_of=_find_as_of(dimension, predicates, times, trigger, view, quantity),
        written=view.written(quantity.article_id),
        said_by=speaker or view.outlet(quantity.article_id),
        speaker=speaker,
        voice=speaker or (claim.speakers[-1] if claim is not None and claim.speakers else None),
        origin=view.origin(quantity.article_id),
        title=sentence.kind != "body",
        phrase=text[phrase[0] : phrase[1]],
        cite=view.cite(sentence, *phrase)
        if phrase[1] <= sentence.end
        else view.cite(sentence, quantity.start, quantity.end),
    )


def _is_boundless(quantity: Quantity) -> bool:
    """Whether a vague count fits any number: "several", "many", "thousands and thousands"."""
    return quantity.approx == "vague" and (quantity.high is None or quantity.low is None or quantity.high < _FEW)


def _is_broken(quantity: Quantity) -> bool:
    """Whether a small count has a fraction: a time of day or a score that was read as a number of people."""
    return quantity.unit == "people" and quantity.value is not None and quantity.value % 1 != 0 < quantity.value < _MANY


def _find_dimension(quantity: Quantity, text: str) -> str:
    bare = quantity.unit == "years" and not re.search(r"y(?:ea)?rs?\b", quantity.text, re.I)
    if bare or _AGE.search(f"{quantity.text}{text[quantity.end : quantity.end + 10]}"):
        return "age"
    return find_dimension(quantity.unit)[0]


def _find_phrase(quantity: Quantity) -> tuple[int, int]:
    """Return the span from the number through what it counts, where that stands close by."""
    counted = quantity.counted_span
    if counted is None or counted[0] > quantity.end + 12 or quantity.start > counted[1] + 12:
        return (quantity.start, quantity.end)
    return (min(quantity.start, counted[0]), max(quantity.end, counted[1]))


def _find_trigger(quantity: Quantity, view: StoryView) -> EventMention | None:
    """Return the trigger a number belongs to: one whose actor or target holds it, else its narrowest clause's."""
    triggers = [
        t
        for t in view.triggers.get(quantity.sentence_id, ())
        if t.clause[0] <= quantity.start and quantity.end <= t.clause[1] and t.lemma not in _TELLING
    ]

    def rank(trigger: EventMention) -> tuple[bool, int, int, str]:
        parts = [part for part in (trigger.target, trigger.actor) if part is not None]
        held = any(part[0] <= quantity.start and quantity.end <= part[1] for part in parts)
        near = min(abs(trigger.start - quantity.end), abs(quantity.start - trigger.end))
        return (not held, trigger.clause[1] - trigger.clause[0], near, trigger.event_id)

    return min(triggers, key=rank, default=None)


def _find_happening(trigger: EventMention | None, view: StoryView) -> str | None:
    event = view.events.get(trigger.event_id) if trigger is not None else None
    return event.happening_id if event is not None else None


def _find_group(
    quantity: Quantity, phrase: tuple[int, int], text: str, names: tuple[Mention, ...], dimension: str
) -> tuple[str | None, frozenset[str]]:
    """Return the sort of what is counted and the scopes that its phrase, and a name right after it, narrow it to."""
    scopes = {f"part:{NARROWING[word]}" for word, _, _ in find_words(text[phrase[0] : phrase[1]]) if word in NARROWING}
    sort = find_sort(quantity.head)
    if sort in _CASES:
        named = {m.group(1) for name in names if (m := _NATION.match(name.known or ""))}
        scopes |= {f"nation:{next(iter(named))}"} if len(named) == 1 else set()
    for name in names:
        nation = _NATION.match(name.known or "")
        inside = phrase[0] <= name.start and name.end <= phrase[1]
        after = 0 <= name.start - phrase[1] <= 12 and _PLACE_CUE.search(text[phrase[1] : name.start])
        if nation and (inside or (after and (name.known or "").startswith("country"))):
            scopes.add(f"nation:{nation.group(1)}")
            if inside and quantity.head and quantity.head.casefold() in name.text.casefold():
                sort = "person"
    if sort in PEOPLE - SOFT and dimension in ("people", "count"):
        scopes.add(f"part:{sort}")
    return sort, frozenset(scopes)


def _find_owner(
    trigger: EventMention | None, predicates: frozenset[str], scopes: frozenset[str], view: StoryView
) -> frozenset[str]:
    """Return the nation whose people are meant where the question's actor is a state: "Seoul sent 20 people"."""
    if trigger is None or trigger.actor is None or not predicates & _OWNED:
        return frozenset()
    if any(scope.startswith("nation:") for scope in scopes):
        return frozenset()
    entity = view.find_entity(trigger.article_id, *trigger.actor)
    nation = _NATION.match(entity.known or "") if entity is not None else None
    return frozenset({f"nation:{nation.group(1)}"}) if nation else frozenset()


def _find_places(names: tuple[Mention, ...], phrase: tuple[int, int], text: str, start: int) -> frozenset[str]:
    """Return the places named near a number with a word of place before them: ``city:FR:paris``."""
    found = set()
    for name in names:
        if name.kind not in ("GPE", "LOC", "FAC") or abs(name.start - phrase[1]) > 90:
            continue
        located = _PLACE_CUE.search(text[max(start, name.start - 32) : name.start])
        if located or _EVENT_CUE.match(text[name.end : name.end + 48]):
            nation = _NATION.match(name.known or "")
            country = nation.group(1) if nation else ""
            wide = (name.known or "").startswith(("country", "demonym"))
            found.add(f"country:{country}" if wide else f"town:{country}:{name.text.casefold()}")
    return frozenset(found)


def _find_modifiers(quantity: Quantity, text: str) -> frozenset[str]:
    """Return the words of the counted phrase beside its head, without numbers and narrowing words."""
    counted = text[slice(*quantity.counted_span)] if quantity.counted_span else quantity.counted or ""
    words = {word for word, _, _ in find_words(counted) if len(word) > 2 and not word[0].isdigit()}
    return frozenset(words - _STOP - set(NARROWING) - {quantity.head or "", f"{quantity.head}s"})


def _find_subject(quantity: Quantity, view: StoryView, text: str) -> str | None:
    """Return the entity whose age a number is: the name it stands right behind, or that follows it closely."""
    for start, end in ((quantity.start - 60, quantity.start), (quantity.end, quantity.end + 80)):
        for reference in view.references.get(quantity.article_id, ()):
            between = (
                text[reference.end : quantity.start] if end == quantity.start else text[quantity.end : reference.start]
            )
            if start <= reference.start and reference.end <= end and not re.search(r"[.;]|,.*,", between):
                entity = view.entities.get(reference.entity_id)
                if entity is not None and entity.kind == "PER" and (end != quantity.start or re.match(r"^, ", between)):
                    return entity.entity_id
    return None


def _find_content(sentence: str) -> frozenset[str]:
    words = (word for word, _, _ in find_words(sentence))
    return frozenset(word for word in words if len(word) > 3 and word not in _STOP and not word[0].isdigit())


def _find_times(sentence: Sentence, trigger: EventMention | None, view: StoryView) -> tuple[TimeReference, ...]:
    """Return the dated time references of a number's sentence, the clause's own first."""
    times = [
        t
        for t in view.times.get(sentence.article_id, ())
        if sentence.start <= t.start and t.end <= sentence.end and t.first is not None
    ]
    clause = trigger.clause if trigger is not None else (sentence.start, sentence.end)
    return tuple(sorted(times, key=lambda t: (not (clause[0] <= t.start and t.end <= clause[1]), t.start, t.time_id)))


def _find_when(times: tuple[TimeReference, ...], written: str | None, settings: CompareSettings) -> Interval | None:
    """Return the days that a number can be about: a past that its sentence names, else the weeks before the writing."""
    day = day_of(written)
    first = add_days(day, -settings.recent_days) if day is not None else None
    last = add_days(day, settings.ahead_days) if day is not None else None
    for time in times:
        span = span_of(time.first, time.last)
        if span is not None and (first is None or span.last < first):
            return span
    return Interval(first, last, "day") if first is not None and last is not None else None


def _find_telling_day(times: tuple[TimeReference, ...], view: StoryView, quantity: Quantity, written: str) -> str:
    """Return the day on which a sentence says that it was told ("announced on Thursday"), else the writing day."""
    text, latest = view.articles[quantity.article_id].text, day_of(written)
    for time in times:
        day = day_of(time.first)
        told = _TOLD.search(text[max(0, time.start - 32) : time.start])
        if (
            told
            and day
            and latest
            and time.grain in ("day", "hour", "minute")
            and 0 <= (latest - day).days <= _TELLING_DAYS
        ):
            return (time.first or written)[:10]
    return written


def _find_as_of(
    dimension: str,
    predicates: frozenset[str],
    times: tuple[TimeReference, ...],
    trigger: EventMention | None,
    view: StoryView,
    quantity: Quantity,
) -> str | None:
    """Return as of when an answer holds: counts of victims and the like, and a thing's measure, as of the report."""
    written = view.written(quantity.article_id)
    reported = any(BY_NAME[name].grows or BY_NAME[name].plain for name in predicates)
    if written and (is_timeless(dimension) or reported):
        return _find_telling_day(times, view, quantity, written[:10])
    days = [t.first for t in times if t.first is not None and t.grain in ("day", "hour", "minute", "weekend")]
    if days:
        return days[0][:10]
    event = view.events.get(trigger.event_id) if trigger is not None else None
    if event is not None and event.first is not None and event.grain in ("day", "hour", "minute"):
        return event.first[:10]
    return written[:10] if written else None
