"""Origins: which articles are one line of reporting, for which reason, and which stretches rest on another's."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.wire_pile import LIVE, list_articles, write_pile

import dateline
from dateline.compare.claims.attest import attest_story
from dateline.compare.claims.credits import Credit
from dateline.compare.claims.origins import find_origins
from dateline.compare.claims.passages import find_passages
from dateline.compare.claims.reuse import cut_speech, find_speech, measure_share
from dateline.compare.claims.ties import find_rooms, read_authors
from dateline.model import Article, Claim, Copy, Furniture, Origin, Passage, Quote, Record
from dateline.settings import AttestSettings
from dateline.stage import Batch

STORY = "story"
BODY = "The ferry sank off the port of Lyth on Tuesday night, and the crew of nine swam to the mole. " * 3
SETTINGS = AttestSettings()


def article(name: str, text: str = BODY, **fields: object) -> Article:
    values: dict[str, object] = {"article_id": name, "capture_id": name, "uri": name, "sha256": "", "text": text}
    return Article(**(values | fields))  # type: ignore[arg-type]


def copy(
    left: str, right: str, kind: str = "reprint", share: float = 0.9, spans: tuple[tuple[int, int], ...] = ()
) -> Copy:
    return Copy(article_id=left, of=right, kind=kind, share=share, why="", spans=spans)  # type: ignore[arg-type]


def run(*rows: Record) -> tuple[list[Origin], list[Passage]]:
    kinds: dict[type[Record], tuple[Record, ...]] = {}
    for row in rows:
        kinds[type(row)] = (*kinds.get(type(row), ()), row)
    got = list(attest_story(Batch(key=STORY, rows=kinds), SETTINGS))
    return [row for row in got if isinstance(row, Origin)], [row for row in got if isinstance(row, Passage)]


def partition(*rows: Record) -> list[tuple[str, ...]]:
    return sorted(row.articles for row in run(*rows)[0])


def test_copies_are_one_origin_and_a_small_share_is_not() -> None:
    rows = (*map(article, "abcd"), copy("b", "a"), copy("c", "a", "partial", 0.3), copy("d", "b", "partial", 0.6))
    origins, _ = run(*rows)
    assert sorted(row.articles for row in origins) == [("a", "b", "d"), ("c",)]
    assert "reprint" in next(row.why for row in origins if "a" in row.articles)
    assert "60%" in next(row.why for row in origins if "d" in row.articles)


def test_what_two_reports_only_quote_joins_nothing() -> None:
    assert partition(article("a"), article("b"), copy("b", "a", "quote", 0.9)) == [("a",), ("b",)]
    speech = "“" + "We will raise the ship and find out who opened the door that night. " * 4 + "”"
    text = f"Holm spoke in Lyth. {speech} The wind rose."
    spans = ((text.index("“"), text.index("”")),)
    assert partition(article("a"), article("b", text), copy("b", "a", "partial", 0.85, spans)) == [("a",), ("b",)]


def test_an_article_put_together_from_others_is_no_origin_of_its_own() -> None:
    size = len(BODY)
    rows = [article(name) for name in "abc"]
    spans = ((0, int(size * 0.46)),), ((int(size * 0.5), int(size * 0.92)),)
    copies = [copy("c", name, "partial", 0.4, span) for name, span in zip("ab", spans, strict=True)]
    assert partition(*rows, *copies) == [("a", "c"), ("b",)]


def test_one_credited_agency_is_one_origin() -> None:
    rows = [
        article("a", agency="The Associated Press"),
        article("b", agency="AP"),
        article("c", agency="Reuters"),
        article("d", outlet="Reuters"),
        article("e", agency="Agencies"),
        article("f", agency="AGENCIES"),
    ]
    origins, _ = run(*rows)
    assert sorted(row.articles for row in origins) == [("a", "b"), ("c", "d"), ("e",), ("f",)]
    assert all(row.why for row in origins)
    assert "they credit AP" in [row.why for row in origins]


def test_a_credit_to_several_agencies_joins_one_and_bridges_none() -> None:
    rows = [article("a", agency="AP"), article("b", agency="Reuters"), article("c", agency="AP and Reuters")]
    assert partition(*rows) == [("a", "c"), ("b",)]
    both = [article("a", agency="AP, Reuters"), article("b", agency="Reuters and AP")]
    assert partition(*both) == [("a", "b")]


def test_agencies_are_read_from_the_address_the_byline_and_the_outlet() -> None:
    assert find_rooms(article("a", outlet="Norby Mail", url="https://norby.example/wires/ap/1.html")) == ("ap",)
    assert find_rooms(article("a", outlet="Norby Mail", url="https://norby.example/aponline/2018/x.html")) == ("ap",)
    assert find_rooms(article("a", outlet="Norby Mail (AFP)")) == ("afp",)
    assert find_rooms(article("a", outlet="Norby Mail", byline="By Associated Press")) == ("ap",)
    assert find_rooms(article("a", outlet="Norby Mail", url="https://norby.example/reptiles/1.html")) == ()
    assert find_rooms(article("a", outlet="Reuters", agency="Reuters")) == ("reuters",)
    assert find_rooms(article("a", url="http://[broken")) == ()


def test_an_outlets_own_reports_are_one_origin_and_its_agency_copy_is_not() -> None:
    rows = [
        article("a", outlet="Lyth Courier"),
        article("b", outlet="Lyth Courier"),
        article("c", outlet="Lyth Courier", agency="AP"),
    ]
    assert partition(*rows) == [("a", "b"), ("c",)]
    assert partition(article("a", outlet="Yahoo News"), article("b", outlet="Yahoo News")) == [("a",), ("b",)]
    assert partition(article("a"), article("b")) == [("a",), ("b",)]


def test_a_text_that_two_outlets_have_ties_neither_outlets_other_reports() -> None:
    rows = [
        article(name, outlet=outlet)
        for name, outlet in zip("abc", ("Lyth Courier", "Norby Mail", "Lyth Courier"), strict=True)
    ]
    assert partition(*rows, copy("b", "a")) == [("a", "b"), ("c",)]


def test_one_page_and_one_live_blog_are_one_origin() -> None:
    first = article("a", url="https://www.lyth.example/story/7?from=feed")
    assert partition(first, article("b", url="http://lyth.example/story/7#top")) == [("a", "b")]
    assert partition(first, article("b", url="http://lyth.example/story/8")) == [("a",), ("b",)]
    assert partition(article("a", url="http://lyth.example"), article("b", url="http://lyth.example/")) == [
        ("a",),
        ("b",),
    ]
    entries = [article(str(n), text, entry=n, capture_id="blog") for n, text in enumerate(LIVE, start=1)]
    origins, _ = run(*entries)
    assert [row.articles for row in origins] == [("1", "2")]
    assert origins[0].why == "they are entries of one live blog"


def test_a_text_that_first_appeared_elsewhere_is_that_newsrooms() -> None:
    note = Furniture(
        article_id="b", line=9, text="This article was originally published by the Lyth Courier.", kind="credit", why=""
    )
    rows = [article("a", outlet="Lyth Courier"), article("b", outlet="Norby Mail")]
    assert partition(*rows, note) == [("a", "b")]
    said = article("b", BODY + "\nRepublished with permission from the Lyth Courier.", outlet="Norby Mail")
    assert partition(rows[0], said) == [("a", "b")]
    spoken = article("b", BODY + "\nHis source: A sailor who swam.", outlet="Norby Mail")
    assert partition(rows[0], spoken) == [("a",), ("b",)]


def test_one_author_in_two_outlets_is_one_origin() -> None:
    rows = [
        article("a", outlet="Lyth Courier", byline="By Ada Holm"),
        article("b", outlet="Norby Mail", byline="Ada Holm and Bo Lind"),
    ]
    assert partition(*rows) == [("a", "b")]
    staff = [
        article("a", outlet="Lyth Courier", byline="News Desk"),
        article("b", outlet="Norby Mail", byline="News Desk"),
    ]
    assert partition(*staff) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Holm and Bo Lind in Lyth", ("Ada Holm", "Bo Lind")),
        ("Ada van Holm, Norby Mail", ("Ada van Holm",)),
        ("Reuters Staff", ()),
        ("Associated Press", ()),
        ("Holm", ()),
        (None, ()),
    ],
)
def test_authors_of_a_byline(byline: str | None, names: tuple[str, ...]) -> None:
    assert read_authors(byline, "Norby Mail") == names


def test_an_owner_alone_is_a_hint_and_with_text_a_reason() -> None:
    rows = [article("a", outlet="The Scotsman"), article("b", outlet="Yorkshire Post")]
    origins, _ = run(*rows)
    assert sorted(row.articles for row in origins) == [("a",), ("b",)]
    (hint,) = [tie for row in origins for tie in row.doubts]
    assert (hint.kind, hint.article_id, hint.other) == ("owner", "b", "a")
    assert "National World" in hint.why
    origins, _ = run(*rows, copy("b", "a", "partial", 0.2))
    assert [row.articles for row in origins] == [("a", "b")]
    assert "National World owns both" in origins[0].why


def test_a_report_mostly_credited_to_another_is_its_retelling() -> None:
    rows = {"a": article("a", outlet="Lyth Courier"), "b": article("b", outlet="Norby Mail")}
    half = Credit(0, len(BODY) * 2 // 3, "lyth courier", "Lyth Courier")
    origins = find_origins(STORY, list(rows.values()), (), SETTINGS, {"b": [half]})
    assert [row.articles for row in origins] == [("a", "b")]
    assert find_passages(STORY, rows, origins, (), {"b": [half]}, {}, SETTINGS) == []
    little = Credit(0, 90, "lyth courier", "Lyth Courier")
    origins = find_origins(STORY, list(rows.values()), (), SETTINGS, {"b": [little]})
    (passage,) = find_passages(STORY, rows, origins, (), {"b": [little]}, {}, SETTINGS)
    home = {key: row.origin_id for row in origins for key in row.articles}
    assert (passage.article_id, passage.origin_id, passage.newsroom) == ("b", home["a"], "Lyth Courier")


def test_two_that_credit_one_absent_agency_meet_outside() -> None:
    rows = {name: article(name, outlet=f"Paper {name}") for name in "abc"}
    credits = {name: [Credit(0, 90, room, room)] for name, room in zip("abc", ("kcna", "kcna", "tass"), strict=True)}
    origins = find_origins(STORY, list(rows.values()), (), SETTINGS, credits)
    found = {row.article_id: row.origin_id for row in find_passages(STORY, rows, origins, (), credits, {}, SETTINGS)}
    assert found["a"] == found["b"] != found["c"]
    assert not set(found.values()) & {row.origin_id for row in origins}


def test_a_repeated_stretch_is_a_passage_without_the_speech_in_it() -> None:
    text = "The crew of nine swam to the mole before the ship went down. “We knew of the door,” said Holm. It rained."
    spans = ((0, text.index("said")),)
    rows = {"a": article("a", outlet="Reuters"), "b": article("b", text, outlet="Norby Mail")}
    copies = (copy("b", "a", "partial", 0.3, spans),)
    speech = {"b": find_speech(rows["b"], ())}
    origins = find_origins(STORY, list(rows.values()), (), SETTINGS)
    (passage,) = find_passages(STORY, rows, origins, copies, {}, speech, SETTINGS)
    assert text[passage.start : passage.end].startswith("The crew of nine")
    assert (passage.of, passage.newsroom) == ("a", None)
    short = (copy("b", "a", "partial", 0.3, ((0, 11),)),)
    assert find_passages(STORY, rows, origins, short, {}, speech, SETTINGS) == []


def test_a_version_of_an_article_inherits_its_passages() -> None:
    taken = "The crew of nine swam to the mole before the ship went down"
    own = "It rained all day in the town, and nobody left the houses on the hill until the bells rang at noon."
    texts = {"a": BODY, "b": f"{taken}. {own}", "c": f"Nobody slept. {taken}. {own}"}
    outlets = {"a": "Reuters", "b": "Norby Mail", "c": "Norby Mail"}
    rows = {key: article(key, text, outlet=outlets[key]) for key, text in texts.items()}
    copies = (copy("b", "a", "partial", 0.3, ((0, len(taken)),)), copy("c", "b", "revision", 0.8))
    origins = find_origins(STORY, list(rows.values()), copies, SETTINGS)
    passages = find_passages(STORY, rows, origins, copies, {}, {}, SETTINGS)
    assert [(row.article_id, texts[row.article_id][row.start : row.end]) for row in passages] == [
        ("b", taken),
        ("c", taken),
    ]


def test_a_report_that_holds_a_whole_short_one_stays_its_own() -> None:
    rows = [article("a", outlet="Lyth Courier"), article("b", outlet="Norby Mail")]
    assert partition(*rows, copy("b", "a", "reprint", 0.3)) == [("a",), ("b",)]


def test_speech_is_cut_and_shares_are_of_own_words() -> None:
    text = "One two three four. “Five six seven eight.” Nine ten."
    speech = find_speech(article("a", text), ())
    assert [text[a:b] for a, b in speech] == ["“Five six seven eight.”"]
    assert cut_speech(((21, 40),), speech) == ()
    assert [text[a:b] for a, b in cut_speech(((0, 40),), speech)] == ["One two three four. "]
    assert measure_share(article("a", text), ((0, 19),), speech) == pytest.approx(4 / 6)
    assert measure_share(article("a", ""), (), ()) == 0


def test_copies_of_an_article_of_another_story_meet_there() -> None:
    assert partition(article("a"), article("b"), copy("a", "z"), copy("b", "z")) == [("a", "b")]
    assert partition(article("a"), copy("a", "z"), copy("x", "a"), copy("x", "y")) == [("a",)]


NAMES = "abcdef"
KINDS = st.sampled_from(["exact", "partial", "quote", "revision"])


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), KINDS, st.floats(0, 1)), max_size=12),
    st.lists(st.sampled_from([None, "AP", "Reuters", "Agencies", "AP and Reuters", ""]), min_size=6, max_size=6),
    st.lists(
        st.sampled_from([None, "Reuters", "Lyth Courier", "The Scotsman", "Yorkshire Post"]), min_size=6, max_size=6
    ),
    st.lists(st.sampled_from([None, "Ada Holm", "Bo Lind"]), min_size=6, max_size=6),
    st.integers(0, 99),
)
def test_origins_part_the_story_whatever_the_order(
    links: list[tuple[str, str, str, float]],
    credits: list[str | None],
    outlets: list[str | None],
    bylines: list[str | None],
    seed: int,
) -> None:
    articles = [
        article(name, agency=credit, outlet=outlet, byline=byline)
        for name, credit, outlet, byline in zip(NAMES, credits, outlets, bylines, strict=True)
    ]
    copies = [copy(*link) for link in links]
    origins = find_origins(STORY, articles, copies, SETTINGS)
    assert sorted(name for row in origins for name in row.articles) == list(NAMES)
    Random(seed).shuffle(articles)
    assert find_origins(STORY, articles, copies[::-1], SETTINGS) == origins
    for row in origins:
        assert row.why
        assert all(tie.article_id in row.articles for tie in row.ties)


def test_one_statement_in_two_copies_is_one_report_of_one_speaker() -> None:
    words = "We will find out who opened the door"
    rows: list[Record] = [copy("b", "a")]
    for name in "abc":
        text = f"“{words},” said Ada Holm. " + (BODY if name != "c" else "It rained.")
        rows.append(article(name, text, outlet=f"Paper {name}"))
        start = text.index("Ada")
        rows.append(
            Quote(
                quote_id=name, article_id=name, sentence_id="s", start=1, end=1 + len(words), kind="direct",
                speaker_span=(start, start + 8), speaker_text="Ada Holm", cue_span=None, cue=None, stance="says",
            )
        )  # fmt: skip
    kinds: dict[type[Record], tuple[Record, ...]] = {}
    for row in rows:
        kinds[type(row)] = (*kinds.get(type(row), ()), row)
    claims = [row for row in attest_story(Batch(key=STORY, rows=kinds), SETTINGS) if isinstance(row, Claim)]
    assert {(row.articles, row.outlets, row.origins) for row in claims} == {(3, 3, 2)}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The pile about the ferry, read."""
    document = dateline.brief([str(write_pile(tmp_path_factory.mktemp("ferry")))])
    (story,) = document["stories"]
    files = {row["article_id"]: Path(row["uri"]).stem for row in document["articles"]}
    return {"story": story, "files": files}


def test_the_ferry_has_three_lines_of_reporting(told: dict[str, object]) -> None:
    story, files = told["story"], told["files"]
    groups = sorted(sorted(files[key] for key in row["articles"]) for row in story["origin_groups"])  # type: ignore[index]
    assert groups == [["abridged", "rewrite", "short", "wire"], ["credits"], ["own", "revision"]]
    assert story["origins"] == 3  # type: ignore[index]
    assert story["outlets"] == len({row["outlet"] for row in list_articles().values()})  # type: ignore[index]


def test_the_credited_passage_adds_no_report(told: dict[str, object]) -> None:
    story, files = told["story"], told["files"]
    passages = [row for row in story["passages"] if files[row["article_id"]] == "credits"]  # type: ignore[index]
    wire = next(row["origin_id"] for row in story["origin_groups"] if len(row["articles"]) == 4)  # type: ignore[index]
    assert passages
    assert {row["origin_id"] for row in passages} == {wire}


def test_three_copies_of_a_count_are_one_report_and_an_own_one_another(told: dict[str, object]) -> None:
    story, files = told["story"], told["files"]
    missing = next(row for row in story["discrepancies"] if "missing" in row["about"])  # type: ignore[index]
    fourteen = next(side for side in missing["sides"] if "14" in side["says"])
    assert {files[cite["article_id"]] for cite in fourteen["cites"]} == {"wire", "abridged", "short", "own"}  # type: ignore[index]
    assert (fourteen["articles"], fourteen["outlets"], fourteen["origins"]) == (4, 4, 2)
