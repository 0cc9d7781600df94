"""Since when a change of state holds: the day of its deed, "since Monday", "the month after", "two days after it"."""

from __future__ import annotations

import re

from dateline.compare.states.scene import Telling
from dateline.dates import add_days, day_of
from dateline.model import Event, EventMention, Sentence, Status, TimeReference
from dateline.words import fold

_PERFECT = re.compile(r"\b(?:has|have|'s|'ve|’s|’ve)\s+(?:(?:now|already|since|also|just|been)\s+)*$", re.I)
_SINCE = re.compile(r"\bsince\s+(?:the\s+|last\s+|early\s+|late\s+|mid-?\s*)?$", re.I)
NUMBERS = {
    word: at for at, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1}
"""Small numbers in words."""
_LATER = re.compile(
    r"^(?:\W+\w+){0,6}?\W+(?:(?:the|that) (?:following|next) (?P<one>day|week|month|year)"
    r"|(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<unit>day|week|month|year)s? later)\b",
    re.I,
)
_AFTER = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<unit>day|week)s? after\b",
    re.I,
)
_SIZES = {"day": 1, "week": 7}
_WEEK, _MONTH, _REACH = 7, len("2020-01"), 60
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|by|for|from|within|over|of|than)\s+(?:\w+\s+)?$|[;:(“\"]", re.I
)
_STANDS_FREE = re.compile(
    r"\s*(?:[,.;:)–—]|$)|\s+(?:by|in|at|to|from|for|after|as|when|with|on|and|but|because|amid|following|without|during|"
    r"that|near|before|while|over)\b"
)
"""What follows a time that belongs to the verb: "June 2009 death" dates the death."""
_IN_WHICH = re.compile(r"[,\s]*\b(?:(?:in|at|during|on) which|when|where)\b[^,;]*$", re.I)
_CLOSE = 2
_DAY = len("2020-01-01")


def find_time(
    telling: Telling, mention: EventMention, event: Event | None, sentence: Sentence, status: Status
) -> tuple[str | None, str | None, str]:
    """Return since when a change holds, its last day, and where that is from."""
    text = telling.articles[mention.article_id].text
    held = find_since(telling, mention.article_id, mention.end, _next_verb(telling, mention, sentence.end))
    if held is not None:
        return held.first, held.last, "told"
    beside = (_find_purpose(telling, mention, text), _find_main(telling, mention, text))
    for dated in (event, *beside, *_find_loose(telling, mention, sentence)):
        if dated is not None and dated.first is not None:
            return dated.first, dated.last, "told"
    counted = _count_after(telling, mention, sentence)
    if counted is not None:
        return counted, counted, "told"
    happening = telling.happenings.get(event.happening_id) if event else None
    if happening is not None and happening.first is not None and happening.status == status:
        return happening.first, happening.last, "told"
    written = telling.written.get(mention.article_id)
    told_now = _PERFECT.search(text[sentence.start : mention.start]) or (mention.tense == "present" and mention.main)
    if status == "actual" and written and told_now and not mention.noun and not mention.background:
        return written[:10], written[:10], "report"
    return None, None, ""


def _find_loose(telling: Telling, mention: EventMention, sentence: Sentence) -> list[TimeReference]:
    """Return the one time that a verb's own words name, where nothing bounds it and no other verb stands between; or
    the one that "in which" takes up: "a message on Friday in which he called it off"."""
    text = telling.articles[mention.article_id].text
    end = min(_next_verb(telling, mention, sentence.end), mention.clause[1])
    times = [t for t in telling.times.get(mention.article_id, ()) if t.first]
    behind = [t for t in times if mention.end <= t.start and t.end <= end]
    loose = len(behind) == 1 and _STANDS_FREE.match(text, behind[0].end)
    if not mention.noun and loose and not _BOUND.search(text[mention.end : behind[0].start]):
        return behind
    lead = text[sentence.start : mention.start]
    which = _IN_WHICH.search(lead)
    if which is None:
        return []
    at = sentence.start + which.start()
    return [t for t in times if sentence.start <= t.start and 0 <= at - t.end <= _CLOSE][-1:]


def _count_after(telling: Telling, mention: EventMention, sentence: Sentence) -> str | None:
    """Return the time of a deed "three days after" another one that the story dates: to the day where that is dated so,
    else to its month where a few days do not matter."""
    text = telling.articles[mention.article_id].text
    match = _AFTER.search(text, mention.end, min(sentence.end, mention.end + _REACH))
    if match is None:
        return None
    others = [m for m in telling.triggers.get(mention.sentence_id, ()) if m.start >= match.end()]
    if not others or others[0].start - match.end() > _REACH:
        return None
    days = {
        e.first
        for e in telling.events.values()
        if e.status == "actual" and e.first and telling.lemmas.get(e.event_id) == (others[0].word, others[0].lemma)
    }
    if len({day[:_MONTH] for day in days}) != 1:
        return None
    count = NUMBERS.get(fold(match["n"])) or int(match["n"])
    size = _SIZES[fold(match["unit"])]
    if (
        len(days) == 1
        and len(day := min(days)) >= _DAY
        and (first := day_of(day))
        and (moved := add_days(first, count * size))
    ):
        return moved.isoformat()
    return min(days)[:_MONTH] if count * size <= _WEEK else None


def find_told_day(telling: Telling, mention: EventMention, sentence: Sentence) -> str | None:
    """Return the day on which something was said, where the sentence names one day alone before the verb, none after it
    and none later than its report: "on Monday, she threatened to leave"."""
    written = telling.written.get(mention.article_id)
    times = [
        t for t in telling.times.get(mention.article_id, ()) if sentence.start <= t.start and t.end <= sentence.end
    ]
    days = {t.first for t in times if t.first and len(t.first) >= _DAY and t.end <= mention.start}
    if len(days) != 1 or any(t.first and t.start > mention.end for t in times) or written is None:
        return None
    (day,) = days
    return day[:_DAY] if day is not None and day[:_DAY] <= written[:_DAY] else None


def _find_main(telling: Telling, mention: EventMention, text: str) -> Event | None:
    """Return the dated deed whose outcome a verb in "-ing" behind a comma tells: "signed on Friday, ending it"."""
    behind_comma = text[: mention.start].endswith(", ") and text[mention.start : mention.end].endswith("ing")
    before = [m for m in telling.triggers.get(mention.sentence_id, ()) if m.end < mention.start and not m.noun]
    event = telling.events.get(before[-1].event_id) if behind_comma and before else None
    return event if event is not None and event.status == "actual" else None


def _next_verb(telling: Telling, mention: EventMention, end: int) -> int:
    """Return where the next verb of a sentence begins: what is said behind it is said of that."""
    starts = [m.start for m in telling.triggers.get(mention.sentence_id, ()) if not m.noun]
    return min((start for start in starts if start > mention.start), default=end)


def _find_purpose(telling: Telling, mention: EventMention, text: str) -> Event | None:
    """Return the dated deed that a verb's "to" leads to: "returned to work on Monday"."""
    for other in telling.triggers.get(mention.sentence_id, ()):
        if other.start > mention.end and re.fullmatch(r"\s+to\s+", text[mention.end : other.start]):
            event = telling.events.get(other.event_id)
            return event if event is not None and event.status == "actual" else None
    return None


def find_since(telling: Telling, article_id: str, start: int, end: int) -> TimeReference | None:
    """Return the time that "since" puts behind a word: "has been closed since Monday"."""
    text = telling.articles[article_id].text
    for time in telling.times.get(article_id, ()):
        if start <= time.start < end and time.first and _SINCE.search(text[max(start, time.start - 16) : time.start]):
            return time
    return None


def read_later(words: str) -> tuple[int, str] | None:
    """Return how long after the last telling words put a deed: "the following month" is (1, "month")."""
    match = _LATER.search(words)
    if match is None:
        return None
    count = match["n"]
    return (1 if count is None else NUMBERS.get(fold(count)) or int(count)), fold(match["unit"] or match["one"])
