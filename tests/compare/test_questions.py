"""Questions of news answered in two ways: what ties two answers, and what they amount to."""

from __future__ import annotations

import pytest
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.differences.conduct import CONDUCT
from dateline.compare.differences.questions import QUESTIONS
from dateline.compare.differences.turns import TURNS
from dateline.model import Discrepancy
from dateline.settings import CompareSettings

EARLY, LATE = "2021-05-03", "2021-05-09"


def differ(pile: Pile) -> list[Discrepancy]:
    return [row for row in compare_story(pile.batch(), CompareSettings()) if isinstance(row, Discrepancy)]


def tell(first: str, second: str, late: str = LATE, *names: str) -> Pile:
    pile = Pile()
    for name, written, line in (("one", EARLY, first), ("two", late, second)):
        pile.article(name, written, line)
        for who in names:
            if who in line:
                pile.name(name, who, "ORG", entity=who)
    return pile


CONDUCT_PAIRS = [
    (
        "too full or not",
        "Norlys denied that the night ferry was overloaded.",
        "Norlys let the night ferry sail with too many passengers.",
        "conflict",
        ("Norlys",),
    ),
    (
        "whether it was asked for",
        "Norlys said it had never received such a request.",
        "The captain had asked Norlys twice for new pumps.",
        "conflict",
        (),
    ),
    (
        "how bad the damage is",
        "The boathouse beside the harbour is largely intact after the fire.",
        "The boathouse beside the harbour was completely destroyed.",
        "scope",
        (),
    ),
    (
        "well or badly fitted out",
        "The climbing party was insufficiently equipped.",
        "The climbing party was well equipped.",
        "conflict",
        (),
    ),
    (
        "where and how death came",
        "The cyclist was struck by a tanker and died at the scene beside the roundabout.",
        "The cyclist, struck by a tanker beside the roundabout, died later in hospital.",
        "scope",
        (),
    ),
    (
        "armed or not",
        "Ana Roth was unarmed when officers entered the kitchen of the house.",
        "Ana Roth was armed with a knife when officers entered the kitchen of the house.",
        "conflict",
        ("Ana Roth",),
    ),
    (
        "left or made to leave",
        "Ana Roth was fired from the treasury on Monday.",
        "Ana Roth resigned from the treasury on Monday.",
        "wording",
        ("Ana Roth",),
    ),
    (
        "peaceful or violent",
        "The farmers' march through the capital remained peaceful.",
        "The farmers' march through the capital turned violent.",
        "scope",
        (),
    ),
    (
        "missing or found",
        "Ana Roth was still missing in the mountain forest.",
        "Ana Roth was found alive in the mountain forest.",
        "update",
        ("Ana Roth",),
    ),
    (
        "with or without leave",
        "Norlys dug the trench through the cemetery without a permit.",
        "Norlys had a permit for the trench through the cemetery.",
        "conflict",
        ("Norlys",),
    ),
    (
        "whether there was an apology",
        "Norlys refused to apologise for the poisoned river.",
        "Norlys apologised for the poisoned river.",
        "update",
        ("Norlys",),
    ),
    (
        "drunk or sober",
        "Ana Roth showed no trace of alcohol after the collision.",
        "Ana Roth was drunk before the collision, a witness said.",
        "conflict",
        ("Ana Roth",),
    ),
    (
        "lawful or not",
        "The dismissal of the county auditor without notice was lawful.",
        "The dismissal of the county auditor without notice was illegal.",
        "conflict",
        (),
    ),
]
GOLDEN = [
    *CONDUCT_PAIRS,
    (
        "whether there were helpers",
        "Police said the gunman acted alone in the market hall.",
        "The gunman had the help of an accomplice, detectives now say; a second man fled the scene.",
        "update",
        (),
    ),
    (
        "ties to extremists",
        "The suspect had no known links to any militant group.",
        "The suspect was linked to a militant cell abroad.",
        "update",
        (),
    ),
    (
        "whether the two are connected",
        "Norlys found no evidence that the pipeline leaks at the harbour were related.",
        "Both pipeline leaks at the harbour are the work of the same group.",
        "conflict",
        (),
    ),
    (
        "what was known at the time",
        "Norlys had no knowledge of the cracked bearings in the turbine.",
        "Norlys knew about the turbine and its cracked bearings.",
        "conflict",
        ("Norlys",),
    ),
    (
        "how soon something was done",
        "Norlys acted immediately to warn customers of the outage.",
        "Norlys waited three weeks to warn customers of the outage.",
        "scope",
        ("Norlys",),
    ),
    (
        "accident or intent",
        "The warehouse blaze near the station was an accident.",
        "The warehouse blaze near the station was set deliberately.",
        "conflict",
        (),
    ),
    (
        "whether there was a warning",
        "Norlys was not warned about the flooded cellar.",
        "Norlys was warned about the flooded cellar in spring.",
        "conflict",
        ("Norlys",),
    ),
    (
        "whether the charges are true",
        "Norlys dismissed the allegations over the spilled diesel.",
        "Norlys was charged on Monday with the dumping of spilled diesel.",
        "conflict",
        ("Norlys",),
    ),
    (
        "whether anyone was hurt",
        "There were no reports of injuries at the chemical depot in the harbour.",
        "At the chemical depot in the harbour seven workers were injured.",
        "update",
        (),
    ),
    (
        "whether there is an agreement",
        "The dockers and the shipping lines failed to reach a wage agreement on overtime.",
        "The dockers and the shipping lines reached an agreement on wages and overtime.",
        "update",
        (),
    ),
    (
        "when it ends or takes place",
        "The curfew in the harbour quarter was due to expire on Sunday.",
        "The curfew in the harbour quarter was extended by a fortnight past Sunday and its expiry.",
        "update",
        (),
    ),
    (
        "whether it has begun",
        "The harbour master is scheduled to testify before the county council.",
        "The harbour master is currently testifying before the county council.",
        "update",
        (),
    ),
    (
        "whether they are back",
        "Norlys pulled out its engineers from the substation beside the river.",
        "Some engineers have returned to the substation beside the river.",
        "update",
        (),
    ),
    (
        "whether it is running",
        "Ferry crossings between the islands were suspended after the storm.",
        "Ferry crossings between the islands have resumed after the storm.",
        "update",
        (),
    ),
    (
        "whether it is open",
        "The mountain road above the village was closed by boulders.",
        "The mountain road above the village has reopened; boulders were cleared.",
        "update",
        (),
    ),
]


@pytest.mark.parametrize(("about", "first", "second", "verdict", "names"), GOLDEN, ids=[row[0] for row in GOLDEN])
def test_a_question_with_two_answers_is_a_difference(
    about: str, first: str, second: str, verdict: str, names: tuple[str, ...]
) -> None:
    near = {q.about for q in CONDUCT if q.tie == "near"}
    pile = Pile().article("one", EARLY, second, first) if about in near else tell(first, second, LATE, *names)
    found = [row for row in differ(pile) if row.about.startswith(about)]
    assert [row.verdict for row in found] == [verdict]
    assert len({c.quote for side in found[0].sides for c in side.cites}) == 2


def test_every_question_has_a_golden_pair() -> None:
    assert {row[0] for row in GOLDEN} == {question.about for question in (*QUESTIONS, *CONDUCT, *TURNS)}


@pytest.mark.parametrize(("about", "first", "second", "verdict", "names"), GOLDEN, ids=[row[0] for row in GOLDEN])
def test_one_answer_told_twice_is_none(
    about: str, first: str, second: str, verdict: str, names: tuple[str, ...]
) -> None:
    assert [row for row in differ(tell(first, first, LATE, *names)) if row.about.startswith(about)] == []
    assert [row for row in differ(tell(second, second, LATE, *names)) if row.about.startswith(about)] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norlys had no knowledge of the cracked bearings.", "Tormax knew about the cracked bearings of the turbine."),
        ("The road above the village was closed.", "The museum in the old town has reopened."),
        (
            "Norlys pulled out its engineers from the substation.",
            "Engineers would have returned to the substation if asked.",
        ),
        ("Ana Roth is expected to return to the council on Thursday.", "The council is now insisting on Thursday."),
        (
            "Was the warehouse blaze near the station an accident?",
            "The warehouse blaze near the station was set on purpose.",
        ),
    ],
)
def test_answers_about_other_things_are_none(first: str, second: str) -> None:
    assert differ(tell(first, second, LATE, "Norlys", "Tormax")) == []


def test_a_state_of_the_same_day_is_no_reversal() -> None:
    first, second = GOLDEN[-1][1], GOLDEN[-1][2]
    assert differ(tell(first, second, EARLY)) == []


def test_two_sources_that_contradict_each_other_are_named() -> None:
    pile = tell(GOLDEN[15][1], GOLDEN[15][2])
    pile.claim("one", GOLDEN[15][1], "Norlys").claim("two", GOLDEN[15][2], "Ana Roth")
    (found,) = differ(pile)
    assert "between sources" in found.why and [side.said_by for side in found.sides] == ["Norlys", "Ana Roth"]
