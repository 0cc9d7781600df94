"""Reads every quantity of a story as an answer to some question: what is counted, what is said of it, where, when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.compare.numbers.aged import find_bearer
from dateline.compare.numbers.counted import find_counted_question, is_known_group
from dateline.compare.numbers.groups import NARROWING, PEOPLE, SOFT, find_sort
from dateline.compare.numbers.intervals import Span, find_dimension, is_timeless, read_span
from dateline.compare.numbers.moments import find_as_of, find_day, find_past, find_recent, find_times, is_long_ago
from dateline.compare.numbers.predicates import BY_NAME, find_predicates
from dateline.compare.numbers.regions import find_regions
from dateline.compare.numbers.wording import find_wording
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import Interval
from dateline.model import Cite, EventMention, Mention, Quantity, Sentence
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
_HARMED = word_set("injured critical missing")
_ADDED = word_set("rescued displaced arrested trapped")
"""Questions told beside another count: in "ten died and another 50 were hurt" the 50 are no rise. The harmed are often
told so in a sentence of their own, behind the dead."""
_RUNNING = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|climbs|climbing|grew|grown|jumped|brought|brings|bringing|raised|raises|raising"
    r"|took|takes|taking|pushed|pushing)\b[^.;:,]{0,48}\bto\s+(?:(?:at least|about|around|nearly|almost|over)\s+)?$",
    re.I,
)
"""Before a count as it stands now: "the toll rose to 11 when two more bodies were found"."""
_SPEAKING = re.compile(r"\s*(?:,[\s\w]{2,20},)?\s+(?:told|said(?! to\b)|says?|testified|recalled|described)\b")
"""Behind people who speak: "two guards told the paper"; who speaks is a few of those there."""
_LISTED = re.compile(r"(?:\s+(?:from|of|in)(?:\s+\w+){1,4}?)?(?:,|\s+and|,\s*and|\s+&)\s+(?:the\s+)?")
"""Between two members of a list, with what narrows the first: "nine officials from South Korea and 16 technicians"."""
_LONG_LIST = 3
"""Numbers of one sentence with one question from which they break a count down: "eight in Alder, six in Birk …"."""
_PRONOUNS = word_set("i we you he she it they who which that this these those his her its their my our one some many")
_MANY = 1000
_FEW = 12
"""Vague counts that end below a dozen ("a few", "several") answer no question of how many."""
_COUNTS_ONE = word_set("killed injured arrested missing")
"""Questions that a bare "one" answers; elsewhere it is mostly an article."""
_MOTION = word_set(
    "drive travel plough plow career careen barrel speed race move mow hit crash ram slam hurtle tear smash"
)
"""What a vehicle does at a speed, where no noun says whose speed it is."""
_TIED = re.compile(r"\w-(?!(?:one|two|three|four|five|six|seven|eight|nine)$)[a-z]{3,}$", re.I)
"""A number that only describes a thing: "a 225-page report"."""
_ONE = frozenset({"a", "an", "one", "another", "single"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One quantity read in its place. ``predicates`` are names of questions (``predicates.py``), ``sort`` what is
    counted, ``scopes`` what narrows it, ``regions`` the countries that its sentence is about, ``when`` the days it can
    be about, ``past`` whether those are long gone, ``day`` the day on which what is counted happened, ``written`` when
    its article was written, ``speaker`` the named speaker, ``voice`` whoever speaks, named or not, and None where the
    outlet does, ``origin`` its article's, and ``sources`` the origins that its words may come from.
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
    regions: frozenset[str]
    modifiers: frozenset[str]
    subject: str | None
    content: frozenset[str]
    wording: frozenset[str]
    when: Interval | None
    past: bool
    day: Interval | None
    as_of: str | None
    written: str | None
    said_by: str | None
    speaker: str | None
    voice: str | None
    origin: str
    sources: frozenset[str]
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
            read = (_read_answer(q, sentence, quantities, view, settings) for q in quantities)
            text = view.articles[sentence.article_id].text
            found.extend(_mark_members([a for a in read if a is not None], text))
    return tuple(sorted(found, key=lambda a: a.key))


def _mark_members(answers: list[Answer], text: str) -> list[Answer]:
    """Flag the members of a list that one word speaks of as parts: "two women and one man died"."""
    listed: set[str] = set()
    for left, right in pairwise(answers):
        after = left.quantity.counted_span or (0, 0)
        between = text[max(left.quantity.end, after[1]) : right.quantity.start]
        if (
            _LISTED.fullmatch(between)
            and (left.predicates & right.predicates or not left.predicates)
            and left.dimension == right.dimension
            and left.quantity.head != right.quantity.head
        ):
            listed |= {left.quantity.quantity_id, right.quantity.quantity_id}
    for name in {n for a in answers for n in a.predicates}:
        counted = sorted((a for a in answers if name in a.predicates), key=lambda a: a.span.said)
        whole = counted and counted[-1].span.said >= sum(a.span.said for a in counted[:-1])
        if len(counted) >= _LONG_LIST:
            listed |= {a.quantity.quantity_id for a in (counted[:-1] if whole else counted)}
    marked = [replace(a, wording=a.wording | {"part"}) if a.quantity.quantity_id in listed else a for a in answers]
    return _mark_added(marked, text)


def _mark_added(answers: list[Answer], text: str) -> list[Answer]:
    """Flag as rises the lesser numbers of a sentence that says to what its count has risen."""
    running = [a for a in answers if _RUNNING.search(text[max(0, a.quantity.start - 80) : a.quantity.start])]

    def is_added(answer: Answer) -> bool:
        return not answer.wording & {"former"} and any(
            answer.predicates & whole.predicates and answer.span.said < whole.span.said for whole in running
        )

    return [replace(a, wording=a.wording | {"rise"}) if is_added(a) else a for a in answers]


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
    if span is None or "ordinal" in wording or _is_boundless(quantity) or _is_broken(quantity):
        return None
    if is_known_group(quantity, text):
        return None
    phrase = _find_phrase(quantity, text)
    names = view.mentions.get(sentence.sentence_id, ())
    dimension = _find_dimension(quantity, text)
    sort, scopes = _find_group(quantity, phrase, text, names, dimension)
    if dimension == "count" and sort in PEOPLE:
        dimension = "people"
    others = tuple((q.start, q.end) for q in beside if q.quantity_id != quantity.quantity_id)
    predicates = find_predicates(text, sentence.start, sentence.end, phrase, dimension, others)
    predicates = predicates or find_counted_question(quantity, dimension)
    if "killed" in predicates:
        scopes -= {"part:dead"}
    if _TOWN_OF.search(text[max(sentence.start, quantity.start - 24) : quantity.start]):
        predicates, sort, dimension = frozenset({"population"}), "person", "people"
    if quantity.text.casefold() in _ONE and not predicates & _COUNTS_ONE:
        return None
    if dimension == "count" and _TIED.search(quantity.text):
        return None
    told_beside = any(q.end <= quantity.start and q.unit == "people" for q in beside)
    if predicates & _HARMED or (predicates & _ADDED and told_beside) or dimension not in ("people", "count"):
        wording -= {"rise"}
    if dimension == "age":
        wording -= {"forecast"}
    if dimension == "people" and _SPEAKING.match(text, phrase[1], sentence.end):
        wording |= {"part"}
    trigger = _find_trigger(quantity, view)
    if dimension == "speed" and sort is None and trigger is not None and trigger.lemma in _MOTION:
        sort = "vehicle"
    scopes |= _find_owner(trigger, predicates, scopes, view)
    claim = view.find_claim(quantity.article_id, quantity.start, quantity.end)
    speaker = claim.speaker if claim is not None and _is_named(claim.speaker) else None
    times = find_times(sentence, trigger, view)
    written = view.written(quantity.article_id)
    past = find_past(times, written, settings)
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
        regions=_find_nations(scopes) or find_regions(names, text, sentence.start, sentence.end),
        modifiers=_find_modifiers(quantity, text),
        subject=find_bearer(quantity, view, text) if dimension == "age" else None,
        content=_find_content(text[sentence.start : sentence.end]),
        wording=wording,
        when=past or find_recent(written, settings),
        past=is_long_ago(past, written),
        day=find_day(times, trigger, sentence, text),
        as_of=find_as_of(quantity, dimension, predicates, times, trigger, view),
        written=written,
        said_by=speaker or view.outlet(quantity.article_id),
        speaker=speaker,
        voice=speaker or (claim.speakers[-1] if claim is not None and claim.speakers else None),
        origin=view.origin(quantity.article_id),
        sources=view.evidence.sources(quantity.article_id, quantity.start, quantity.end),
        title=sentence.kind != "body",
        phrase=text[phrase[0] : phrase[1]],
        cite=view.cite(sentence, *phrase)
        if phrase[1] <= sentence.end
        else view.cite(sentence, quantity.start, quantity.end),
    )


def _is_named(speaker: str | None) -> bool:
    """Whether a speaker's name tells a reader who it is, and is no pronoun and no "her father"."""
    return bool(speaker) and str(speaker).split()[0].casefold() not in _PRONOUNS


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


def _find_phrase(quantity: Quantity, text: str) -> tuple[int, int]:
    """Return the span from the number through what it counts, where that stands close by, in or out of one bracket."""
    counted = quantity.counted_span
    if counted is None or counted[0] > quantity.end + 12 or quantity.start > counted[1] + 12:
        return (quantity.start, quantity.end)
    between = text[quantity.end : counted[0]]
    if between.count("(") != between.count(")"):
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


def _find_nations(scopes: frozenset[str]) -> frozenset[str]:
    """Return the countries that a counted group is of, where its own words say so."""
    return frozenset(scope.removeprefix("nation:") for scope in scopes if scope.startswith("nation:"))


def _find_places(names: tuple[Mention, ...], phrase: tuple[int, int], text: str, start: int) -> frozenset[str]:
    """Return the places named near a number with a word of place before them: ``town:FR:paris``, and ``also:nice``
    for one that a located place is joined with: "in Paris and Nice"."""
    found: set[str] = set()
    ends: set[int] = set()
    for name in names:
        if name.kind in ("GPE", "LOC") and any(text[end : name.start] == " and " for end in ends):
            found.add(f"also:{name.text.casefold()}")
        if name.kind not in ("GPE", "LOC", "FAC") or abs(name.start - phrase[1]) > 90:
            continue
        located = _PLACE_CUE.search(text[max(start, name.start - 32) : name.start])
        if located or _EVENT_CUE.match(text[name.end : name.end + 48]):
            nation = _NATION.match(name.known or "")
            country = nation.group(1) if nation else ""
            wide = (name.known or "").startswith(("country", "demonym"))
            found.add(f"country:{country}" if wide else f"town:{country}:{name.text.casefold()}")
            ends.add(name.end)
    return frozenset(found)


def _find_modifiers(quantity: Quantity, text: str) -> frozenset[str]:
    """Return the words of the counted phrase beside its head, without numbers and narrowing words."""
    counted = text[slice(*quantity.counted_span)] if quantity.counted_span else quantity.counted or ""
    words = {word for word, _, _ in find_words(counted) if len(word) > 2 and not word[0].isdigit()}
    return frozenset(words - _STOP - set(NARROWING) - {quantity.head or "", f"{quantity.head}s"})


def _find_content(sentence: str) -> frozenset[str]:
    words = (word for word, _, _ in find_words(sentence))
    return frozenset(word for word in words if len(word) > 3 and word not in _STOP and not word[0].isdigit())
