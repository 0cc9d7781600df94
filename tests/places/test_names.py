"""Names of places in a text: what each can mean and what the text says of where it lies."""

import pytest
from tests.places.samples import make

from dateline.places.abbreviations import read_short
from dateline.places.names import read_names


@pytest.mark.parametrize(
    ("text", "after_comma", "key"),
    [
        ("La.", False, "US.LA"),
        ("N.Y.", False, "US.NY"),
        ("W. Va.", False, "US.WV"),
        ("LA", True, "US.LA"),
        ("LA", False, None),
        ("L.A.", True, None),
        ("Ont.", False, "CA.08"),
        ("May", True, None),
    ],
)
def test_short_forms_of_states(text: str, after_comma: bool, key: str | None) -> None:
    assert read_short(text, after_comma) == key


@pytest.mark.parametrize(
    ("marked", "stated"),
    [
        ("A barn burned in [[Alexandria|GPE]], La., on Monday.", {"US.LA"}),
        ("A barn burned in [[Alexandria|GPE]], LA on Monday.", {"US.LA"}),
        ("A barn burned in [[Paris|GPE]], [[Texas|GPE]].", {"US.TX"}),
        ("A barn burned in [[Paris, Texas|GPE]].", {"US.TX"}),
        ("A barn burned in [[London|GPE]] ([[Ontario|GPE]]).", {"CA.08"}),
        ("A barn burned in [[Tripoli|GPE]], [[Lebanon|GPE]], on Monday.", {"LB"}),
        ("A barn burned in [[Paris|GPE]], the mayor said.", set()),
        ("In [[Paris|GPE]], Maria Holt said no.", set()),
    ],
)
def test_text_behind_a_name_says_where_it_lies(marked: str, stated: set[str]) -> None:
    names = read_names(*make(marked))
    assert stated <= set(names[0].stated)
    assert bool(names[0].stated) == bool(stated)


def test_what_only_says_where_another_place_lies_is_a_container() -> None:
    names = read_names(*make("A barn burned in [[Roanoke|GPE]], [[Va.|GPE]], and in [[Ohio|GPE]]."))
    assert [name.container for name in names] == [False, True, False]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("The [[Athens Police Department|ORG]] said no.", [("Athens", False)]),
        ("[[Egyptian|NORP|demonym:EG]] farmers agreed.", [("Egyptian", False)]),
        ("She flew to [[Kabul|GPE]] and stayed at [[Kabul Airport|FAC]].", [("Kabul", True), ("Kabul", True)]),
        ("They met at [[Eugene Miller Park|FAC]].", [("Eugene", False)]),
        ("[[Jordan|PER]] scored twice.", []),
        ("The [[Southern District|LOC]] court sat.", []),
        ("He left [[downtown Chicago|GPE]].", [("downtown Chicago", True)]),
    ],
)
def test_only_places_are_shown(marked: str, found: list[tuple[str, bool]]) -> None:
    article, mentions = make(marked)
    names = read_names(article, mentions)
    assert [(article.text[name.start : name.end], name.shown) for name in names] == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CHARLESTON, W.Va. (AP) - A bridge was shut.", "CHARLESTON"),
        ("GENEVA (Reuters) - A bridge was shut.", "GENEVA"),
        ("DANVILLE, Ky. — A bridge was shut.", "DANVILLE"),
        ("NATO said no - again.", None),
    ],
)
def test_a_dateline_is_read_where_cleaning_left_it(text: str, place: str | None) -> None:
    article, mentions = make(text)
    names = [name for name in read_names(article, mentions) if name.dateline]
    assert [article.text[name.start : name.end] for name in names] == ([place] if place else [])
