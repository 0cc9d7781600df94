"""The stage: locations of a story, one sense of a name in all its reports, roles."""

import pytest
from tests.places.samples import make, sentences_of

from dateline.model import Article, Entity, EventMention, Location, Mention, PlaceRole, Quote, Reference, Sentence
from dateline.places.locate import locate_story
from dateline.settings import LocateSettings
from dateline.stage import Batch


def locate(*texts: str, events: tuple[EventMention, ...] = (), quotes: tuple[Quote, ...] = ()) -> list[Location]:
    """Return the locations of a story."""
    made = [make(text, name=f"a{number}") for number, text in enumerate(texts)]
    batch = Batch(
        "story",
        {
            Article: tuple(article for article, _ in made),
            Mention: tuple(mention for _, mentions in made for mention in mentions),
            Sentence: tuple(sentence for article, _ in made for sentence in sentences_of(article)),
            EventMention: events,
            Quote: quotes,
        },
    )
    found = list(locate_story(batch, LocateSettings()))
    assert all(isinstance(row, Location) for row in found)
    return [row for row in found if isinstance(row, Location)]


def event(start: int, end: int, clause: tuple[int, int], place: tuple[int, int] | None = None) -> EventMention:
    """Return an event of the first article."""
    return EventMention(
        event_id=f"e{start}", article_id="a0", sentence_id="s0", start=start, end=end, lemma="burn", type="ACCIDENT",
        clause=clause, actor=None, target=None, place=place, time_id=None, tense="past", status="actual",
        background=False, noun=False, main=True,
    )  # fmt: skip


def test_a_report_that_says_where_its_town_lies_speaks_for_the_others() -> None:
    found = locate(
        "A mill burned in [[Paris|GPE]], [[Texas|GPE]].",
        "A mill in [[Paris|GPE]] burned down, firefighters from [[Bonham|GPE]] said.",
        "Two died when a mill burned in [[Paris|GPE]].",
    )
    assert {(row.country, row.admin) for row in found if row.name == "Paris"} == {("US", "Texas")}


def test_spans_point_at_the_name_as_written_and_confidence_is_told() -> None:
    text = "A mill burned in [[Kiev|GPE]]."
    row = locate(text)[0]
    assert make(text)[0].text[row.start : row.end] == "Kiev"
    assert row.country == "UA"
    assert 0.5 <= row.confidence <= 1
    assert row.why


def test_what_is_in_doubt_is_left_off() -> None:
    assert locate("The meeting was in [[Qqzzy|GPE]].") == []


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("A mill burned in [[Lisbon|GPE]] on Monday.", "setting"),
        ("A mill burned near [[Lisbon|GPE]].", "setting"),
        ("A mill burned in [[Lisbon|GPE]] district.", "setting"),
        ("A mill burned, officials from [[Lisbon|GPE]] said.", "mentioned"),
        ("A mill burned, the mayor of [[Lisbon|GPE]] said.", "mentioned"),
        ("A mill burned, according to officials in [[Lisbon|GPE]].", "mentioned"),
        ("A mill burned in [[Lisbon|GPE]]'s worst year.", "mentioned"),
        ("A mill burned as [[Lisbon|GPE]]-based crews came.", "mentioned"),
        ("A mill burned in [[U.S.|GPE]] history.", "mentioned"),
    ],
)
def test_roles(marked: str, role: PlaceRole) -> None:
    at = marked.index("burned")
    (row,) = locate(marked, events=(event(at, at + 6, (0, len(marked))),))
    assert row.role == role


def test_the_readers_place_of_an_event_is_a_setting() -> None:
    text = "After the [[Lisbon|GPE]] fire, mills shut."
    assert locate(text)[0].role == "mentioned"
    text = "After the fire of [[Lisbon|GPE]], mills shut."
    tied = event(10, 14, (0, 30), place=(18, 24))
    assert locate(text, events=(tied,))[0].role == "setting"


def test_a_dateline_and_its_state_are_the_datelines() -> None:
    found = locate("DANVILLE, [[Ky.|GPE]] — A mill burned.")
    assert [row.role for row in found] == ["dateline", "dateline"]
    assert found[0].admin == "Kentucky"


def test_a_capital_that_stands_for_its_state_is_a_seat() -> None:
    article, mentions = make("[[Lisbon|GPE]] refused the offer.")
    state = Entity(
        entity_id="e", story_id="story", kind="GPE", name="Portugal", aliases=(), roles=(), known="country:PT"
    )
    reference = Reference(article_id="a", story_id="story", start=0, end=6, entity_id="e", via="name")
    rows = {Article: (article,), Mention: tuple(mentions), Reference: (reference,), Entity: (state,)}
    (row,) = locate_story(Batch("story", rows), LocateSettings())
    assert isinstance(row, Location)
    assert row.role == "seat"
    assert row.entity_id == "e"


def test_the_order_of_rows_changes_nothing() -> None:
    article, mentions = make("Rain fell on [[Lisbon|GPE]], [[Madrid|GPE]] and [[Oslo|GPE]].")
    rows = tuple(mentions)
    one = list(locate_story(Batch("s", {Article: (article,), Mention: rows}), LocateSettings()))
    other = list(locate_story(Batch("s", {Article: (article,), Mention: rows[::-1]}), LocateSettings()))
    assert one == other
    assert len(one) == 3
