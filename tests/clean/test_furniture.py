"""Which lines go and which stay: debris of scraped pages around and between the paragraphs of a report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean.furniture import find_furniture, read_notice
from dateline.clean.lines import ends_sentence, look_at, normalise, split_lines

PARAGRAPHS = (
    "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed.",
    "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets and soup.",
    "The captain of the largest boat told reporters that he had never seen waves of that height so close to land.",
    "It was the third time this winter that the line was closed, and shops on the island are running out of bread.",
    "The road office said that it would look into building a bridge, a plan that was given up twelve years ago.",
    "A spokeswoman for the county said the council would meet on Thursday to speak about help for the shops.",
)


def kinds(text: str, title: str | None = None, *, light: bool = False) -> dict[str, str]:
    sheet = find_furniture(split_lines(text), title, light=light)
    return {sheet.lines[index].text: mark.kind for index, mark in sheet.marks.items()}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", "navigation"),
        ("Home > Local > Ferries", "navigation"),
        ("print email dictionary", "navigation"),
        ("Photo", "navigation"),
        ("Visits: 1,204", "counter"),
        ("3 min read", "counter"),
        ("Your comment (0/500자)", "counter"),
        ("Share this on Facebook", "share"),
        ("Follow us on Twitter and Instagram", "share"),
        ("https://www.example.org/ferries", "share"),
        ("Be the first to comment", "comment"),
        ("Your email address will not be published.", "comment"),
        ("Log in to your account to write a comment", "comment"),
        ("Copyright 2019 The Kvalvik Courier. All rights reserved.", "legal"),
        ("Transcripts are created on a rush deadline by a contractor and may be revised later.", "legal"),
        ("Sign up for our morning newsletter", "promotion"),
        ("Do you have a story for us? Call the desk.", "promotion"),
        ("Advertisement Continue reading the main story", "advert"),
        ("Related: Five harbours that may close for good", "related"),
        ("MOST READ IN NEWS Dog swims home Cat does not Ferry late", "related"),
        ("A night on the ferry | Island Stories (25:00)", "related"),
        ("Ada Lund contributed to this report.", "credit"),
        ("Screenshot: “ferries.example”", "credit"),
    ],
)
def test_lines_that_are_furniture_by_themselves(line: str, kind: str) -> None:
    mark = read_notice(line, look_at(split_lines(line)[0]).words)
    assert mark is not None
    expected = {kind, "navigation"} if kind in {"share", "advert"} else {kind}
    assert mark.kind in expected


@pytest.mark.parametrize(
    "line",
    [
        "LINDQVIST: You're welcome.",
        "What happens next",
        "• Two boats lay at the pier with broken windows",
        "1. The pier is closed until Friday",
        "The harbour was empty.",
        "“We waited all night”",
        "Here are the latest developments:",
        "Share prices of the ferry company fell by five per cent on Monday.",
        "Related violence has killed nine people since March, the county said.",
        "Copyright law was the subject of the talks, the minister said after the meeting.",
        "Privacy policy changes at the ferry company drew criticism from its passengers on Monday.",
        "Like many others on Twitter, the captain was angry about the delay of the last boat.",
        "A transcript was provided to reporters by the office of the mayor on Monday evening.",
        "Information from the county was not to be had.",
        "Reported by a neighbour, the fire was put out within an hour by the men of two boats.",
        "The captain left at noon. Ada Lund contributed to this report.",
        "Kick-off 20:45",
        "Advertisement spending was cut by half, the company said.",
    ],
)
def test_lines_that_stay(line: str) -> None:
    text = "\n\n".join([*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]])
    assert kinds(text) == {}


def test_head_and_foot() -> None:
    text = "\n".join(
        [
            "Go to navigation",
            "Home > Local",
            "By Ada Lund",
            "Local News 08:36 March 25, 2019",
            *PARAGRAPHS,
            "Log in to Facebook to connect",
            "with the Kvalvik Courier",
            "lock icon",
        ]
    )
    sheet = find_furniture(split_lines(text), "Boats stay in harbour")
    assert [sheet.lines[index].text for index in sheet.kept] == list(PARAGRAPHS)
    assert sheet.byline == "Ada Lund"
    assert [stamp.published for stamp in sheet.stamps] == ["2019-03-25T08:36"]


def test_headline_of_another_story_between_paragraphs() -> None:
    line = "Mine workers in Tromdal strike over bonus pay"
    assert kinds("\n\n".join([*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]])) == {line: "related"}
    assert kinds("\n\n".join([*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]]), light=True) == {}


def test_unsigned_caption_that_repeats_the_report() -> None:
    line = "The ferry company said that all of its boats would stay in harbour until the storm had passed"
    assert kinds("\n".join([*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]])) == {line: "caption"}


def test_repeated_headline_and_paragraph() -> None:
    text = "\n".join(["Boats stay in harbour", *PARAGRAPHS, PARAGRAPHS[0]])
    sheet = find_furniture(split_lines(text), "Boats stay in harbour")
    assert {index: mark.kind for index, mark in sheet.marks.items()} == {0: "repeat", 7: "repeat"}


def test_untidy_text_keeps_its_unfinished_lines() -> None:
    text = "\n".join(line.rstrip(".") for line in PARAGRAPHS)
    assert kinds(text) == {}


def test_invisible_characters_go_and_nothing_else() -> None:
    assert normalise("a\u200bb\u00a0c\r\nd\x00—“e”") == "ab c\nd—“e”"


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = (
        "The ferry company said on Monday that all of its boats would\n"
        "stay in harbour until the storm had passed, and\n"
        "that nobody would be brought over before Friday.\n\nAbout 40 passengers spent the night in the school of\n"
        "Kvalvik, where the Red Cross handed out blankets and soup to\nthose who had nothing else with them but a bag."
    )
    lines = split_lines(wrapped)
    assert len(lines) == 2
    assert lines[1].gap


@pytest.mark.parametrize(
    "text", ["Done.", "“Done,” he said.", "Why?", "“Done”", "he said:", "and then —", "Done.”", "(Done.)"]
)
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*PARAGRAPHS, "Photo", "Related", "x", "", "A > B > C", "Reuters", "— q", "By Ada Lund"]))
)
def test_paragraphs_always_stay(lines: list[str]) -> None:
    sheet = find_furniture(split_lines("\n".join(lines)), None)
    kept = {sheet.lines[index].text for index in sheet.kept}
    assert set(PARAGRAPHS) & set(lines) <= kept


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(END)", "credit"),
        ("night.desk@ebb-post.example", "credit"),
        ("Tides | Webcam | Contact us", "navigation"),
        ("Font size A- A A+", "share"),
        ("Listen to this article (3 min)", "promotion"),
        ("Don't miss a story: follow the Ebb Post on Facebook", "promotion"),
        ("This page is updated regularly. Write to us.", "promotion"),
        ("14/09/2018 Two flags over one dam", "related"),
        ("Save my name in this browser for the next time I comment.", "comment"),
        ("URL: https://ebb-post.example/dam/two-flags", "legal"),
        ("The post Two flags over one dam appeared first on Ebb Post.", "legal"),
        ("The views and opinions expressed in this column are those of the author.", "legal"),
        ("This copy is for your personal, non-commercial use only.", "legal"),
        ("You received this because you subscribed. Unsubscribe", "promotion"),
        ("https://ebb-post.example/dam/two-flags-over-one-dam", "share"),
        ("With Post wires", "credit"),
        ("Contributing: Ada Lund", "credit"),
        ("(MORE: How the dam was built)", "related"),
        ("- Order Reprints", "navigation"),
    ],
)
def test_more_lines_that_are_furniture_by_themselves(line: str, kind: str) -> None:
    mark = read_notice(line, len(line.split()))
    assert mark is not None
    assert mark.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Listen to this town and you hear the dam.",
        "The end of the strike came on Monday.",
        "14/09/2018 was the day on which the dam broke, the mayor said.",
        "Don't miss the point: the dam broke on Monday.",
        "The post office said that the first letter appeared first on Monday.",
        "With agencies on the ground, the town waited.",
        "- Two people were hurt.",
        "Download the app from the store on the device that was lost, the police said.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert read_notice(line, len(line.split())) is None


def test_rows_of_a_table_are_no_menu() -> None:
    rows = ["Village | Boats | Crew", "Kvalvik | 2 | 9", "Sandnes | 3 | 12"]
    assert not set(rows) & set(kinds("\n".join([*PARAGRAPHS, *rows, *PARAGRAPHS[:1]])))
    assert kinds("\n".join([*PARAGRAPHS, "Tides | Webcam | Contact us"]))["Tides | Webcam | Contact us"] == "navigation"
