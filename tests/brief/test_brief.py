"""The timeline and the brief: what is chosen, how it is said, and that nothing stands without a cite."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.context import Context
from dateline.brief.evidence import spread_cites
from dateline.brief.timeline import keep_witnesses, make_timeline
from dateline.brief.write import write_brief
from dateline.model import (
    Approx,
    Article,
    BriefSentence,
    Cite,
    Claim,
    Dating,
    Discrepancy,
    Happening,
    Origin,
    Record,
    Sentence,
    Side,
    Slot,
    SlotValue,
    TimelineEntry,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch
from dateline.support import Evidence

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


def make_article(key: str, text: str, title: str | None = None) -> Article:
    return Article(
        article_id=key, capture_id=key, uri=f"{key}.txt", sha256="", title=title, text=text, published="2021-05-08"
    )  # fmt: skip


def make_sentence(key: str, text: str, start: int = 0, index: int = 0) -> Sentence:
    return Sentence(
        sentence_id=f"{key}-{start}", article_id=key, index=index, paragraph=index, start=start, end=start + len(text),
        kind="body", tokens=(),
    )  # fmt: skip


def make_dating(article: str, published: str | None) -> Dating:
    return Dating(
        article_id=article, story_id="s", published=published, first=published, last=published, basis="page", why="",
        confidence=0.9,
    )  # fmt: skip


def timeline(*happenings: Happening, origins: tuple[Origin, ...] = ()) -> list[TimelineEntry]:
    rows: dict[type[Record], tuple[Record, ...]] = {Origin: origins}
    return [line.entry for line in make_timeline(happenings, Context.of(Batch("s", rows), BriefSettings()))]


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


def test_who_and_when_alone_join_no_lines() -> None:
    asked = "The skipper, Olle Brant, was questioned by police in Pelm on Friday morning."
    held = "Police have arrested the skipper of the Marn, Olle Brant."
    assert len(timeline(make_happening(asked), make_happening(held))) == 2
    left = "Ada Orm was taken to hospital with burns and released later."
    right = "Ben Ulkert was taken to hospital with burns and released later."
    assert len(timeline(make_happening(left), make_happening(right))) == 2


def test_a_sentence_is_one_line_of_a_day() -> None:
    both = "Pelm sent out a letter on Friday and will hold a rally at the dam."
    (entry,) = timeline(
        make_happening(both, status="planned", happening_id="p"), make_happening(both, happening_id="a")
    )
    assert entry.status == "actual"
    wide = make_happening(both, "2021", last="2021", grain="year", happening_id="w")
    assert [e.first for e in timeline(wide, make_happening(both, happening_id="a"))] == ["2021-05-07"]


def test_the_day_of_a_telling_gives_way_to_what_is_told() -> None:
    told = "The envoy told reporters on Sunday that she resigned on Friday."
    said = make_happening(told, "2021-05-09", lemma="tell", happening_id="t")
    assert [e.first for e in timeline(said, make_happening(told, lemma="resign"))] == ["2021-05-07"]
    assert [e.first for e in timeline(said)] == ["2021-05-09"]


def test_a_report_written_before_the_day_is_no_witness() -> None:
    days = [make_dating("a", "2021-05-07"), make_dating("b", "2021-05-04"), make_dating("c", None)]
    happening = make_happening(LEFT, articles=("a", "b", "c"))
    (kept,) = keep_witnesses([happening], days)
    assert [cite.article_id for cite in kept.cites] == ["a", "c"]
    plan = make_happening(LEFT, articles=("b",), status="planned")
    alone = make_happening(LEFT, articles=("b",))
    assert keep_witnesses([plan, alone], days) == [plan, alone]


def test_copies_count_once() -> None:
    origin = Origin(origin_id="o", story_id="s", articles=("a", "b"), why="copies")
    (entry,) = timeline(make_happening(LEFT, articles=("a", "b")), origins=(origin,))
    assert entry.origins == 1


def test_what_is_only_mentioned_weighs_least() -> None:
    (entry,) = timeline(make_happening(LEFT, articles=("a", "b", "c"), standing="mentioned"))
    assert entry.importance == 1


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
    assert texts["differing"] == "Guards at the dam: 25 (Ada Orm) / 64. Conflict: 25 and 64 on one day"
    assert texts["who says what"] == "Ada Orm: “We left because we were told to go”"
    assert texts["what happened"].startswith(("7 May 2021: ", "9 May 2021: "))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9)), max_size=12), st.integers(1, 6))
def test_spread_takes_other_articles_first(raw: list[tuple[str, int]], most: int) -> None:
    cites = list(dict.fromkeys(Cite(article_id=a, start=n, end=n + 1, quote="x") for a, n in raw))
    chosen = spread_cites(Evidence(()), cites, most)
    assert len(chosen) == min(most, len(cites))
    assert set(chosen) <= set(cites)
    distinct = len({cite.article_id for cite in cites})
    assert len({cite.article_id for cite in chosen}) == min(most, distinct)


def make_claim(speaker: str, words: str, article: str) -> Claim:
    return Claim(
        claim_id=f"c-{article}-{speaker}", story_id="s", quote_id="q", article_id=article, speakers=(), speaker=speaker,
        kind="direct", stance="says", cite=Cite(article_id=article, start=5, end=5 + len(words), quote=words),
    )  # fmt: skip


def test_no_words_are_quoted_twice() -> None:
    words = "We left the dam because we were told to go"
    rows: dict[type[Record], tuple[Record, ...]] = {
        Claim: (make_claim("Ada Orm", f"{words}.", "a"), make_claim("Mayor A. Orm", words, "b")),
    }
    lines = [r for r in write_brief(Batch("s", rows), BriefSettings()) if isinstance(r, BriefSentence)]
    assert len(lines) == 1


def make_slot(
    *told: tuple[str, float | None, str, str], label: str = "guards at the dam", unit: str = "people"
) -> Slot:
    """Return a slot; each answer is (article, value, approximation, sentence)."""
    values = tuple(
        SlotValue(
            value=value, low=value or 24.0, high=value or 99.0, approx=cast("Approx", approx), as_of=None, said_by=None,
            origins=1, cites=(Cite(article_id=article, start=0, end=len(quote), quote=quote),),
        )
        for article, value, approx, quote in told
    )  # fmt: skip
    return Slot(slot_id="x", story_id="s", label=label, unit=unit, verdict="rounding", why="", values=values)


def agreed(slot: Slot, texts: dict[str, str]) -> list[str]:
    articles = [make_article(key, text) for key, text in texts.items()]
    sentences = [make_sentence(key, text) for key, text in texts.items()]
    rows: dict[type[Record], tuple[Record, ...]] = {
        Slot: (slot,),
        Article: tuple(articles),
        Sentence: tuple(sentences),
    }
    lines = [r for r in write_brief(Batch("s", rows), BriefSettings()) if isinstance(r, BriefSentence)]
    return [line.text for line in lines if line.section == "agreed"]


GUARDS = "Pelm kept 61 guards at the big dam of Orsk."
DOZENS = "Dozens of guards stayed at the big dam of Orsk."


def test_an_agreed_number_is_told_with_the_words_of_a_report() -> None:
    slot = make_slot(("a", 61.0, "exact", GUARDS), ("b", None, "vague", DOZENS))
    (line,) = agreed(slot, {"a": GUARDS, "b": DOZENS})
    assert line == f"Guards at the dam: 61. “{GUARDS}” (2 independent reports)"
    rounded = make_slot(("b", 60.0, "about", DOZENS), ("a", 61.0, "exact", GUARDS))
    assert agreed(rounded, {"a": GUARDS, "b": DOZENS})[0].startswith("Guards at the dam: 61, also told as about 60. ")


def test_what_one_report_says_twice_is_not_agreed() -> None:
    assert agreed(make_slot(("a", 61.0, "exact", GUARDS), ("a", None, "vague", DOZENS)), {"a": GUARDS}) == []


def test_a_trifling_count_and_one_far_from_the_story_are_not_told() -> None:
    both = "Pelm and Orsk, the two towns, kept guards at the big dam."
    slot = make_slot(("a", 2.0, "exact", both), ("b", 2.0, "exact", both), label="towns", unit="count")
    assert agreed(slot, {"a": both, "b": both}) == []
    far = "Some 800 visitors came for the flower show in Tarn."
    shown = make_slot(("x", 800.0, "exact", far), ("y", 800.0, "exact", far))
    assert agreed(shown, {"a": GUARDS, "b": DOZENS}) == []
