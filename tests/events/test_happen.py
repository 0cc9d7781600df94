"""Happenings: tellings of one occurrence joined, others kept apart, each dated by its finest telling."""

from __future__ import annotations

from itertools import permutations

from dateline.dates import parse_cut
from dateline.events.happenings.happen import happen_story
from dateline.ids import content_id
from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import (
    Article,
    Dating,
    Event,
    EventMention,
    Happening,
    Quote,
    Record,
    Reference,
    Sentence,
    TimeReference,
)
from dateline.settings import HappenSettings
from dateline.stage import Batch


def make_article(article_id: str, text: str) -> Article:
    return Article(
        article_id=article_id, capture_id="c", uri="a.txt", sha256="", language="en", text=text, )  # fmt: skip


def read(texts: dict[str, str], days: dict[str, str], names: dict[str, str]) -> dict[type[Record], tuple[Record, ...]]:
    """Read texts; ``days`` resolves time words, ``names`` gives words an entity id."""
    rows: dict[type[Record], list[Record]] = {kind: [] for kind in (
        Article, Sentence, EventMention, TimeReference, Reference, Quote)}  # fmt: skip
    for article_id, text in texts.items():
        article = make_article(article_id, text)
        reading = read_article(article)
        mentions, times = find_names(reading), find_times(reading)
        rows[Article].append(article)
        rows[Sentence] += [sentence.sentence for sentence in reading.sentences]
        rows[EventMention] += find_events(reading, mentions, times)
        rows[Quote] += find_quotes(reading, mentions)
        for time in times:
            first = days.get(time.text)
            interval = parse_cut(first)
            rows[TimeReference].append(
                TimeReference(
                    time_id=time.time_id,
                    article_id=article_id,
                    story_id="s",
                    start=time.start,
                    end=time.end,
                    first=first,
                    last=first,
                    grain=interval.grain if interval else None,
                    anchor="report",
                    confidence=0.9,
                    why="told",
                )
            )
        for word, entity in names.items():
            at = text.find(word)
            while at >= 0:
                rows[Reference].append(
                    Reference(
                        article_id=article_id, story_id="s", start=at, end=at + len(word), entity_id=entity, via="name"
                    )
                )
                at = text.find(word, at + 1)
    return {kind: tuple(found) for kind, found in rows.items()}


DAYS = {"Friday": "2021-05-07", "Monday": "2021-05-10", "May": "2021-05", "last month": "2021-04"}
NAMES = {"Pelmians": "pelm", "Pelm": "pelm", "Orsk": "orsk", "Adams": "adams"}


def happenings(*texts: str) -> list[Happening]:
    rows = read({f"a{number}": text for number, text in enumerate(texts)}, DAYS, NAMES)
    return [r for r in happen_story(Batch("s", rows), HappenSettings()) if isinstance(r, Happening)]


def named(found: list[Happening], lemma: str) -> list[Happening]:
    return [happening for happening in found if happening.lemma == lemma]


def test_verb_and_noun_of_one_class_and_day_are_one() -> None:
    found = named(
        happenings(
            "Pelm withdrew its guards from the Orsk dam on Friday.",
            "The guards stood down. Friday's pullout of Pelm from the Orsk dam was quiet.",
        ),
        "withdraw",
    )
    assert [(h.first, len(h.events)) for h in found] == [("2021-05-07", 2)]
    assert {cite.article_id for cite in found[0].cites} == {"a0", "a1"}
    assert found[0].actors == ("pelm",)


def test_other_days_and_other_actors_stay_apart() -> None:
    texts = ("Pelm withdrew its guards from the dam on Friday.", "Pelm withdrew its guards from the dam on Monday.")
    assert len(named(happenings(*texts), "withdraw")) == 2
    texts = ("Pelm withdrew its guards on Friday.", "Orsk withdrew its guards on Friday.")
    assert len(named(happenings(*texts), "withdraw")) == 2


def test_a_plan_is_not_the_deed() -> None:
    texts = ("Pelm will open the dam on Monday.", "Pelm opened the dam on Monday.")
    assert sorted(h.status for h in named(happenings(*texts), "open")) == ["actual", "planned"]


def test_a_date_beside_what_others_did_is_told_by_the_way() -> None:
    text = "According to a complaint that Orsk filed on Friday with the river board, Pelm emptied the dam."
    assert [(h.first, h.standing) for h in happenings(text) if h.lemma == "file"] == [("2021-05-07", "aside")]
    text = "According to a complaint that Orsk filed on Friday with the river board, it emptied the dam on Monday."
    assert [h.first for h in happenings(text) if h.standing == "told"]


def test_the_finer_date_dates_the_happening() -> None:
    texts = ("Pelm opened the Orsk dam in May.", "On Friday, Pelm opened the Orsk dam.")
    (found,) = named(happenings(*texts), "open")
    assert (found.first, found.grain) == ("2021-05-07", "day")
    assert found.cites[0].article_id == "a1"


def test_kindred_words_of_one_day_are_joined() -> None:
    texts = ("The Pelmians withdrew from the Orsk dam on Friday.", "The Pelmians left the Orsk dam on Friday.")
    found = [h for h in happenings(*texts) if h.type == "MOVE"]
    assert len(found) == 1


def test_an_undated_deed_elsewhere_is_another() -> None:
    texts = ("On Friday, an attack in Pelm hurt two clerks.", "An older attack in Orsk was never solved.")
    assert [len(h.events) for h in named(happenings(*texts), "attack")] == [1, 1]


def test_other_counts_of_no_known_day_are_other_deeds() -> None:
    texts = ("A flood killed 30 people in Pelm in May.", "A flood killed 12 people in Pelm.")
    assert len(named(happenings(*texts), "kill")) == 2
    texts = ("A flood killed 30 people in Pelm on Friday.", "A flood killed 32 people in Pelm on Friday.")
    assert len(named(happenings(*texts), "kill")) == 1


def test_denied_and_told_stay_apart() -> None:
    texts = ("Pelm withdrew its guards on Friday.", "Pelm did not withdraw its guards on Friday.")
    assert sorted(h.status for h in named(happenings(*texts), "withdraw")) == ["actual", "denied"]


def test_a_date_told_by_the_way_does_not_date_the_line() -> None:
    texts = (
        "Adams resigned in May.",
        "Adams, who resigned on Friday, will speak to the council on Monday.",
    )
    found = [h for h in named(happenings(*texts), "resign") if h.standing == "told"]
    assert [(h.first, h.cites[0].article_id) for h in found] == [("2021-05", "a0")]


def test_many_tellings_are_joined_in_bounded_steps() -> None:
    texts = [f"On Friday, Pelm opened the Orsk dam, clerk {number} said." for number in range(40)]
    assert max(len(h.events) for h in named(happenings(*texts), "open")) == 40


def test_what_only_a_quoted_speaker_tells_is_quoted() -> None:
    (found,) = named(happenings("“We opened the dam on Friday and nobody came,” Adams said."), "open")
    assert found.standing == "quoted"


def test_what_stands_beside_other_dates_is_an_aside() -> None:
    found = happenings("Adams resigned on Monday after Friday's pullout of the guards.")
    assert [(h.lemma, h.standing) for h in found if h.first] == [("resign", "told"), ("withdraw", "aside")]


def test_order_changes_nothing_and_every_event_is_placed() -> None:
    texts = {
        "a0": "Pelm withdrew its guards on Friday. Adams resigned.",
        "a1": "Pelm pulled out its guards on Friday. Orsk closed the dam last month.",
        "a2": "Adams resigned on Monday.",
    }
    wanted = None
    for order in permutations(texts):
        rows = read({name: texts[name] for name in order}, DAYS, NAMES)
        records = list(happen_story(Batch("s", rows), HappenSettings()))
        events = [r for r in records if isinstance(r, Event)]
        assert len(events) == len(rows[EventMention])
        assert {e.happening_id for e in events} == {r.happening_id for r in records if isinstance(r, Happening)}
        told = sorted(content_id(r) for r in records)
        assert wanted in (None, told)
        wanted = told


def test_what_lies_after_the_report_is_planned() -> None:
    rows = read({"a0": "The council opened the bridge on Monday."}, DAYS, NAMES)
    dating = Dating(
        article_id="a0", story_id="s", published="2021-05-07", first="2021-05-07", last="2021-05-07", basis="header",
        why="", confidence=0.9,
    )  # fmt: skip
    records = list(happen_story(Batch("s", rows | {Dating: (dating,)}), HappenSettings()))
    assert [r.status for r in records if isinstance(r, Happening)] == ["planned"]
    assert [r.status for r in records if isinstance(r, Event)] == ["planned"]
