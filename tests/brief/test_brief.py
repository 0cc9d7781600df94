"""The timeline and the brief: what is chosen, how it is said, and that nothing stands without a cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.evidence import Origins
from dateline.brief.timeline import make_timeline, show_quote, stands_alone
from dateline.brief.wording import say_date, say_value
from dateline.brief.write import write_brief
from dateline.model import (
    BriefSentence,
    Cite,
    Claim,
    Discrepancy,
    Happening,
    Origin,
    Record,
    Side,
    SlotValue,
    TimelineEntry,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch

LEFT = "Pelm withdrew its guards from the Orsk dam at dawn on Friday, the ministry said."
SAME = "On Friday at dawn the guards of Pelm were withdrawn from the big dam at Orsk."
MET = "The council met on Friday to talk about rents."


def make_happening(
    quote: str, first: str | None = "2021-05-07", articles: tuple[str, ...] = ("a",), **other: object
) -> Happening:
    fields: dict[str, object] = {
        "happening_id": f"h-{quote[:12]}-{first}", "story_id": "s", "type": "MOVE", "lemma": "withdraw", "text": quote,
        "actors": (), "targets": (), "place": None, "first": first, "last": first, "grain": "day" if first else None,
        "status": "actual", "background": False, "standing": "told", "events": (),
        "cites": tuple(Cite(article_id=a, start=len(quote), end=2 * len(quote), quote=quote) for a in articles),
    }  # fmt: skip
    return Happening(**(fields | other))  # type: ignore[arg-type]


def timeline(*happenings: Happening, origins: tuple[Origin, ...] = ()) -> list[TimelineEntry]:
    return make_timeline("s", happenings, (), Origins(origins), BriefSettings())


def test_entries_are_in_order_of_time_and_undated_or_denied_ones_are_left_out() -> None:
    found = timeline(
        make_happening(MET, "2021-05-09"),
        make_happening(LEFT),
        make_happening("Nobody knows when the dam was built by the town.", None),
        make_happening("The dam did not burst on Friday in the end.", status="denied"),
        make_happening("The dam burst on Friday, one man shouted.", standing="quoted"),
    )
    assert [(entry.first, entry.text) for entry in found] == [("2021-05-07", LEFT), ("2021-05-09", MET)]


def test_two_wordings_of_one_day_are_one_entry() -> None:
    (entry,) = timeline(make_happening(LEFT, articles=("a",)), make_happening(SAME, articles=("b",)))
    assert {cite.article_id for cite in entry.cites} == {"a", "b"}
    assert (entry.origins, entry.importance) == (2, 2)
    assert len(timeline(make_happening(LEFT), make_happening(MET))) == 2
    assert len(timeline(make_happening(LEFT), make_happening(SAME, "2021-05-08"))) == 2


def test_a_day_that_two_lines_share_does_not_join_them() -> None:
    left = "At a May 7 meeting in Pelm an envoy called Orsk a miser."
    right = "On May 7 a clerk threatened to end the Pelm meeting early."
    assert len(timeline(make_happening(left), make_happening(right))) == 2


def test_copies_count_once() -> None:
    origin = Origin(origin_id="o", story_id="s", articles=("a", "b"), why="copies")
    (entry,) = timeline(make_happening(LEFT, articles=("a", "b")), origins=(origin,))
    assert entry.origins == 1


def test_what_is_only_mentioned_weighs_least() -> None:
    (entry,) = timeline(make_happening(LEFT, articles=("a", "b", "c"), standing="mentioned"))
    assert entry.importance == 1


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("A whole sentence.", "A whole sentence."),
        ("which left on Friday", "… which left on Friday …"),
        ("It broke\nin two.", "It broke in two."),
    ],
)
def test_a_cut_stretch_shows_that_it_is_cut(quote: str, shown: str) -> None:
    assert show_quote(quote) == shown


def test_sentences_that_lean_on_others() -> None:
    assert not stands_alone("That was on Friday.")
    assert not stands_alone("In response, he left.")
    assert stands_alone("Thatcher left on Friday.")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2019-03-22", None, "22 March 2019"),
        ("2018-09", "2018-09", "September 2018"),
        ("2019-02-27", "2019-02-28", "27–28 February 2019"),
        ("2019", "2021", "2019 – 2021"),
        ("2019-03-25T08:36", None, "25 March 2019, 08:36"),
        (None, None, ""),
        ("soon", None, "soon"),
    ],
)
def test_say_date(first: str | None, last: str | None, said: str) -> None:
    assert say_date(first, last) == said


@pytest.mark.parametrize(
    ("fields", "unit", "said"),
    [
        ({"value": 40.0, "low": 36.0, "high": 44.0, "approx": "about"}, "people", "about 40"),
        ({"value": None, "low": 60.0, "high": 70.0, "approx": "range"}, "people", "60 to 70"),
        ({"value": 2500000.0, "low": None, "high": None, "approx": "exact"}, "USD", "2,500,000 USD"),
        ({"value": None, "low": 24.0, "high": None, "approx": "vague"}, "count", "24 or more"),
        ({"value": 5.0, "low": 5.0, "high": None, "approx": "more than"}, "percent", "more than 5 %"),
    ],
)
def test_say_value(fields: dict[str, object], unit: str, said: str) -> None:
    value = SlotValue(**fields, as_of=None, said_by=None, origins=1, cites=())  # type: ignore[arg-type]
    assert say_value(value, unit) == said


def test_every_line_of_a_brief_has_a_cite_and_says_what_differs() -> None:
    cite = Cite(article_id="a", start=0, end=2, quote="25")
    other = Cite(article_id="b", start=0, end=2, quote="64")
    rows: dict[type[Record], tuple[Record, ...]] = {
        Happening: (make_happening(LEFT), make_happening(MET, "2021-05-09")),
        Claim: (
            Claim(
                claim_id="c", story_id="s", quote_id="q", article_id="a", speakers=(), speaker="Ada Orm", kind="direct",
                stance="says", cite=Cite(article_id="a", start=5, end=40, quote="We left because we were told to go,"),
            ),
        ),
        Discrepancy: (
            Discrepancy(
                discrepancy_id="d", story_id="s", kind="number", about="guards at the dam", verdict="conflict",
                severity=3, why="25 and 64 on one day",
                sides=(
                    Side(says="25", said_by="Ada Orm", origins=1, cites=(cite,)),
                    Side(says="64", said_by=None, origins=1, cites=(other,)),
                ),
            ),
        ),
    }  # fmt: skip
    lines = [r for r in write_brief(Batch("s", rows), BriefSettings()) if isinstance(r, BriefSentence)]
    assert all(line.cites for line in lines)
    assert [line.position for line in lines] == list(range(len(lines)))
    texts = {line.section: line.text for line in lines}
    assert texts["differing"] == "guards at the dam: 25 (Ada Orm) / 64. conflict: 25 and 64 on one day"
    assert texts["who says what"] == "Ada Orm: “We left because we were told to go”"
    assert texts["what happened"].startswith(("7 May 2021: ", "9 May 2021: "))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9)), max_size=12), st.integers(1, 6))
def test_spread_takes_other_articles_first(raw: list[tuple[str, int]], most: int) -> None:
    cites = list(dict.fromkeys(Cite(article_id=a, start=n, end=n + 1, quote="x") for a, n in raw))
    chosen = Origins(()).spread(cites, most)
    assert len(chosen) == min(most, len(cites))
    assert set(chosen) <= set(cites)
    distinct = len({cite.article_id for cite in cites})
    assert len({cite.article_id for cite in chosen}) == min(most, distinct)
