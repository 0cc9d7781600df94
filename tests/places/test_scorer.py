"""Which place a name means: what the text says, the company of other names, the outlet's home, the size."""

import pytest
from tests.places.samples import make

from dateline.places.names import read_names
from dateline.places.scorer import FEATURES, Settled, settle_names
from dateline.places.weights import WEIGHTS


def settle(marked: str, url: str | None = None) -> dict[str, Settled]:
    """Return what the names of a text mean, by their spelling; the last one where a spelling comes twice."""
    article, mentions = make(marked, url=url)
    settled = settle_names(article, read_names(article, mentions), {})
    return {article.text[one.name.start : one.name.end]: one for one in settled}


@pytest.mark.parametrize(
    ("marked", "name", "country", "division"),
    [
        ("Rain fell on [[Paris|GPE]] on Monday.", "Paris", "FR", "11"),
        ("Rain fell on [[Paris|GPE]], [[Texas|GPE]].", "Paris", "US", "TX"),
        ("[[Paris|GPE]], [[Texas|GPE]], was dry. On Sunday rain came to [[Paris|GPE]].", "Paris", "US", "TX"),
        ("Crews from [[Bonham|GPE]] and [[Clarksville|GPE]] drove to [[Paris|GPE]], Texas.", "Clarksville", "US", "TX"),
        (
            "Shells hit [[Tripoli|GPE]], and the hurt were taken to [[Beirut|GPE]] and [[Sidon|GPE]].",
            "Tripoli",
            "LB",
            "",
        ),
        ("Shells hit [[Tripoli|GPE]] and [[Misrata|GPE]] in [[Libya|GPE]].", "Tripoli", "LY", ""),
        ("Talks in [[Washington|GPE]] failed.", "Washington", "US", "DC"),
        ("Envoys met in [[Cologne|GPE]].", "Cologne", "DE", ""),
        ("She lives in [[Washington State|GPE]], far from [[Washington|GPE]].", "Washington State", "US", "WA"),
        ("Pat Holt, Democrat of [[New York|GPE]], spoke of [[Brooklyn|GPE]].", "New York", "US", "NY"),
        ("The virus came from [[Mexico|GPE]].", "Mexico", "MX", ""),
        ("They sailed the [[Red Sea|LOC]].", "Red Sea", "", ""),
    ],
)
def test_the_place_meant(marked: str, name: str, country: str, division: str) -> None:
    place = settle(marked)[name].place
    assert place is not None
    assert place.country == country
    assert not division or place.division == division


def test_a_text_may_name_two_towns_of_one_name() -> None:
    article, mentions = make("[[Paris|GPE]], [[Texas|GPE]], wrote to [[Paris|GPE]], [[France|GPE]].")
    settled = settle_names(article, read_names(article, mentions), {})
    paris = [one.place for one in settled if one.place and one.place.name == "Paris"]
    assert [place.country for place in paris if place] == ["US", "FR"]


def test_the_outlets_country_speaks_for_its_towns() -> None:
    text = "The council of [[Hastings|GPE]] met on Monday."
    there = settle(text, "http://www.gazette.example.co.uk/1")["Hastings"].place
    assert there is not None
    assert there.country == "GB"
    here = settle(text, "http://www.gazette.example.co.nz/1")["Hastings"].place
    assert here is not None
    assert here.country == "NZ"


def test_what_others_of_the_story_speak_of_counts() -> None:
    article, mentions = make("Rain fell on [[Athens|GPE]].")
    names = read_names(article, mentions)
    alone = settle_names(article, names, {})[0]
    beside = settle_names(article, names, {"US.GA": 1.0, "US": 1.0})[0]
    assert alone.place is not None
    assert alone.place.country == "GR"
    assert beside.place is not None
    assert beside.place.division == "GA"


def test_shares_are_shares_and_every_reason_is_told() -> None:
    for one in settle("Rain fell on [[Athens|GPE]], [[Springfield|GPE]] and [[Rome|GPE]].").values():
        assert 0 < one.share <= 1
        assert one.why


def test_the_weights_are_those_of_the_features() -> None:
    assert tuple(WEIGHTS) == FEATURES


def test_a_list_of_a_thousand_places_is_settled_in_parts() -> None:
    towns = ["Springfield", "Clinton", "Salem", "Georgetown", "Paris", "Athens", "Oxford", "Dover", "Milton", "Troy"]
    marked = " ".join(f"[[{town} {number}|GPE]] and [[{town}|GPE]]," for number in range(100) for town in towns)
    article, mentions = make(marked)
    names = read_names(article, mentions)
    assert len(settle_names(article, names, {})) == len(names) == 1000
