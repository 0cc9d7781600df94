"""How likely two event mentions are of one occurrence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.events.happenings.pair_weights import PAIR_MODEL
from dateline.events.happenings.pairing import FEATURES, Trait, find_root, make_trait, measure_pair, survey_traits
from dateline.model import EventMention, Sentence

QUAKE = "A strong earthquake shook the harbour town of Velden on Tuesday."
QUAKE_AGAIN = "The earthquake that shook Velden damaged the harbour."
ARREST = "Police arrested two clerks of the town hall over missing money."


def trait(text: str, word: str, article: str, *, noun: bool, kind: str = "OTHER") -> Trait:
    start = text.index(word)
    sentence = Sentence(
        sentence_id=f"s-{article}",
        article_id=article,
        index=0,
        paragraph=0,
        start=0,
        end=len(text),
        kind="body",
        tokens=(),
    )
    mention = EventMention(
        event_id=f"e-{article}",
        article_id=article,
        sentence_id=sentence.sentence_id,
        start=start,
        end=start + len(word),
        lemma=word,
        type=kind,
        clause=(0, len(text)),
        actor=None,
        target=None,
        place=None,
        time_id=None,
        tense="past",
        status="actual",
        background=False,
        noun=noun,
        main=True,
        word=word,
        rarity=6.0,
    )
    return make_trait(text, mention, sentence)


def test_one_word_of_one_thing_is_likelier_than_two_of_two() -> None:
    first = trait(QUAKE, "earthquake", "a", noun=True)
    again = trait(QUAKE_AGAIN, "earthquake", "b", noun=True)
    other = trait(ARREST, "arrested", "c", noun=False)
    survey = survey_traits([first, again, other])
    assert PAIR_MODEL.score(first, again, 0.9, survey) > 0.5 > 0.1 > PAIR_MODEL.score(first, other, 0.3, survey)


def test_what_all_reports_tell_of_is_likelier_one_than_what_few_do() -> None:
    first = trait(QUAKE, "earthquake", "a", noun=True)
    again = trait(QUAKE_AGAIN, "earthquake", "b", noun=True)
    others = [trait(ARREST, "arrested", article, noun=False) for article in "cdefgh"]
    told_by_all, told_by_few = survey_traits([first, again]), survey_traits([first, again, *others])
    assert told_by_all.spread[first.root] == 1 and told_by_few.spread[first.root] == 0.25
    assert PAIR_MODEL.score(first, again, 0.5, told_by_all) != PAIR_MODEL.score(first, again, 0.5, told_by_few)


def test_a_twin_in_the_sentence_counts_against_another_word() -> None:
    one, two = trait(QUAKE, "earthquake", "a", noun=True), trait(QUAKE, "shook", "a", noun=False)
    other = trait(QUAKE_AGAIN, "shook", "b", noun=False)
    survey = survey_traits([one, two, other])
    beside = FEATURES.index("root beside")
    assert measure_pair(one, other, 0.5, 0.0, survey)[beside] == 1
    assert measure_pair(two, other, 0.5, 0.0, survey)[beside] == 0


def test_nouns_and_verbs_of_one_root_meet() -> None:
    assert find_root("closing") == find_root("closure") == find_root("close")
    assert find_root("arrest") == "arrest"
    assert find_root("go") == "go"


def test_a_trait_leaves_the_trigger_out() -> None:
    first = trait(QUAKE, "earthquake", "a", noun=True)
    assert "earthquake" not in first.words | first.near | first.clause
    assert "harbour" in first.near


@given(st.text(max_size=60), st.text(max_size=60), st.floats(-1, 1))
def test_the_order_of_two_changes_nothing(left: str, right: str, alike: float) -> None:
    one = trait("x " + left, "x", "a", noun=True)
    two = trait("y " + right, "y", "b", noun=False)
    survey = survey_traits([one, two])
    assert measure_pair(one, two, alike, 0.5, survey) == measure_pair(two, one, alike, 0.5, survey)
    assert len(measure_pair(one, two, alike, 0.5, survey)) == len(FEATURES)
    assert 0 < PAIR_MODEL.score(one, two, alike, survey) < 1
