"""Publication dates in the forms that inputs and headers use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.days import find_stamp, move_zone, read_day
from dateline.clean.published import choose_published, read_url_day
from dateline.clean.stamps import Stamp, read_stamp
from dateline.dates import parse_cut


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-25", "2019-03-25"),
        ("2019-03-25T08:36:11", "2019-03-25T08:36"),
        ("2019-03-25 08:36:11", "2019-03-25T08:36"),
        ("2019-03-25T08:36:00.000Z", "2019-03-25T08:36Z"),
        ("2019-03-25T08:36:00+0900", "2019-03-25T08:36+09:00"),
        ("2019-03-25T00:00:00", "2019-03-25"),
        ("20190325", "2019-03-25"),
        ("Mon, 25 Mar 2019 08:36:00 +0900", "2019-03-25T08:36+09:00"),
        ("March 25, 2019", "2019-03-25"),
        ("25th March 2019", "2019-03-25"),
        ("25/03/2019", "2019-03-25"),
        ("25-Mar-19 08:36 IST", "2019-03-25T08:36+05:30"),
        ("Mar 25, '09", "2009-03-25"),
        ("1 June 2019 8:36 am BST", "2019-06-01T08:36+01:00"),
        ("March 25, 19 people", None),
        ("2019-03", "2019-03"),
        ("2019", "2019"),
        ("03/04/2019", None),
        ("9999-12-31", None),
        ("0001-01-01T00:00:00", None),
        ("2019-02-30", None),
        ("2019-13", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_stated_dates(text: str | None, day: str | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("World News 08:36 March 25, 2019", "2019-03-25T08:36", None),
        ("Published 12 Jan 2018", "2018-01-12", None),
        ("Posted on March 3, 2018 at 3:15 pm EST", "2018-03-03T15:15-05:00", None),
        ("Updated: 2016-07-15 13:14", None, "2016-07-15T13:14"),
        ("입력 2019.03.25 08:36", "2019-03-25T08:36", None),
        (
            "Published: 10:00 GMT, 3 July 2018 | Updated: 11:20 GMT, 3 July 2018",
            "2018-07-03T10:00Z",
            "2018-07-03T11:20Z",
        ),
        ("Saturday, November 14, 2009", "2009-11-14", None),
        ("By Ada Lund Updated 4:15 PM ET, Fri July 15, 2016", None, "2016-07-15T16:15-04:00"),
    ],
)
def test_stamps(text: str, published: str | None, updated: str | None) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert (stamp.published, stamp.updated) == (published, updated)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed on March 25, 2019",
        "— Ada Lund (@adalund) November 19, 2019",
        "Correction: October 2, 2016",
        "29 November 2018 | 20 January 2019",
        "March 25",
        "Published 12 Jan 9999",
    ],
)
def test_no_stamps(text: str) -> None:
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    ("value", "zone", "moved"),
    [
        ("2019-03-25T02:36Z", "-05:00", "2019-03-24T21:36"),
        ("2019-03-25T08:36+09:00", "+09:00", "2019-03-25T08:36"),
        ("2019-03-25T08:36", "+09:00", "2019-03-25T08:36"),
        ("2019-03-25T08:36Z", None, "2019-03-25T08:36"),
        ("2019-03-25", "+09:00", "2019-03-25"),
    ],
)
def test_moments_move_to_another_clock(value: str, zone: str | None, moved: str) -> None:
    assert move_zone(value, zone) == moved


def test_bare_day_at_the_foot_is_no_stamp() -> None:
    assert read_stamp("March 25, 2019", bare=False) is None
    assert read_stamp("Published March 25, 2019", bare=False) is not None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2019/03/25/bridge", "2019-03-25"),
        ("https://example.org/2016-07/15/content_1.htm", "2016-07-15"),
        ("https://example.org/20190325/bridge", "2019-03-25"),
        ("https://example.org/2019/13/25/bridge", None),
        ("https://example.org/bridge-5226509", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, day: str | None) -> None:
    assert read_url_day(url) == day


def test_order_of_bases() -> None:
    stamps = [Stamp("2019-03-24", None)]
    url = "https://example.org/2019/03/23/x"
    assert choose_published("2019-03-26", "metadata", url, stamps, None) == ("2019-03-26", "metadata")
    assert choose_published(None, None, url, stamps, None) == ("2019-03-23", "url")
    assert choose_published(None, None, None, stamps, None) == ("2019-03-24", "header")
    assert choose_published(None, None, None, [], "2018-01-03") == ("2018-01-03", "dateline")
    assert choose_published(None, None, None, [], "XXXX-01-03") == (None, None)


@given(st.text(alphabet="0123456789-/.:, TZMarchJanuypm+", max_size=60))
def test_what_is_read_is_a_cut_date(text: str) -> None:
    for day in (read_day(text), (find_stamp(text) or (None,))[0]):
        assert day is None or parse_cut(day) is not None
