"""TIMEX3 values and EDTF dates: known ones, and that whatever is found is well formed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import parse_cut
from dateline.events.times.date import date_story
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings
from dateline.stage import Batch

_YEAR = r"(?:\d{4}|BC\d{4}|XXXX)"
_PART = r"T(?:MO|MI|AF|EV|NI|[0-2]\d:[0-5]\d)"
_POINT = (
    rf"(?:{_YEAR}(?:-(?:\d\d|XX|SP|SU|FA|WI|Q[1-4X]|H[12]|W(?:\d\d|XX)(?:-(?:WE|[1-7]))?))?"
    rf"|{_YEAR}-(?:\d\d|XX)-(?:\d\d|XX)|(?:\d{{2,3}}|BC\d{{2,3}}|XXX)"
    r")"
)
TIMEX = re.compile(
    rf"(?:PRESENT|PAST|FUTURE)_REF|P(?:X|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:Y|M|W|D|Q|DE|CE)|PT(?:X|[\d.e+]+)[HMS]"
    rf"|{_POINT}(?:{_PART})?(?:/{_POINT}(?:{_PART})?)?"
)
"""What TimeML 1.2.1 lets a value be, with BC years of TIMEX2 and ranges."""
_EDTF_YEAR = r"-?\d{4}"
_EDTF_DATE = (
    rf"(?:{_EDTF_YEAR}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])|-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?"
    r"|\d{3}X)[~?%]?"
)
EDTF = re.compile(
    rf"{_EDTF_YEAR}-\d\d-\d\dT[0-2]\d:[0-5]\d:00(?:Z|[+-]\d\d:\d\d)?|(?:{_EDTF_DATE}|\.\.)(?:/(?:{_EDTF_DATE}|\.\.))?"
)
"""ISO 8601-2 dates of levels 0 to 2, as far as ``write_edtf`` goes."""


def resolve(text: str, published: str | None) -> list[tuple[str, TimeReference]]:
    article = Article(
        article_id="a",
        capture_id="a",
        uri="a.txt",
        sha256="",
        language="en",
        text=text,
        published=published,
        published_basis="metadata" if published else None,
    )
    reading = read_article(article)
    rows = {
        Article: (article,),
        Sentence: tuple(sentence.sentence for sentence in reading.sentences),
        TimeExpression: find_times(reading),
    }
    found = [row for row in date_story(Batch("s", rows), DateSettings()) if isinstance(row, TimeReference)]
    return [(text[row.start : row.end], row) for row in found]


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The weir broke on Friday.", "Friday", "2019-03-22", "2019-03-22"),
        ("The weir broke last week.", "last week", "2019-W12", "2019-03-18/2019-03-24"),
        ("The weir broke over the weekend.", "the weekend", "2019-W12-WE", "2019-03-23/2019-03-24"),
        ("The weir broke in the summer of 2015.", "the summer of 2015", "2015-SU", "2015-22"),
        ("Sales rose in the third quarter of 2018.", "the third quarter of 2018", "2018-Q3", "2018-35"),
        ("Sales rose in the second half of 2018.", "the second half of 2018", "2018-H2", "2018-41"),
        ("The mill shut in the early 1990s.", "the early 1990s", "199", "199X"),
        ("The mill rose in the 19th century.", "the 19th century", "18", "1801/1900"),
        ("The abbey stood in 480 BC.", "480 BC", "BC0480", "-0479"),
        ("The mill has stood since 1998.", "1998", "1998", "1998/.."),
        ("The mill shut around May 4, 2015.", "around May 4, 2015", "2015-05-04", "2015-05-04~"),
        ("It ran for three days.", "three days", "P3D", None),
        ("They met every Tuesday.", "every Tuesday", "XXXX-WXX-2", None),
        ("They met each July.", "each July", "XXXX-07", None),
        ("The mayor spoke recently.", "recently", "PAST_REF", None),
        (
            "The show ran from Feb. 27 to March 3, 2018.",
            "Feb. 27 to March 3, 2018",
            "2018-02-27/2018-03-03",
            "2018-02-27/2018-03-03",
        ),
        (
            "They spoke at 10 a.m. EDT on March 21, 2019.",
            "10 a.m. EDT on March 21, 2019",
            "2019-03-21T10:00",
            "2019-03-21T10:00:00-04:00",
        ),
        ("Ramadan began in May 2019; Easter 2019 was late.", "Easter 2019", "2019-04-21", "2019-04-21"),
        ("The office shuts in week 12 of 2019.", "week 12 of 2019", "2019-W12", "2019-03-18/2019-03-24"),
    ],
)
def test_a_time_is_written_in_both_notations(text: str, words: str, value: str, edtf: str | None) -> None:
    found = dict(resolve(text, "2019-03-25"))
    assert words in found, list(found)
    assert (found[words].value, found[words].edtf) == (value, edtf)


def test_in_a_report_on_a_quarter_a_year_earlier_is_that_quarter() -> None:
    text = "Ferry income rose to 5 million crowns in the third quarter from 4 million a year earlier."
    found = dict(resolve(text, "2018-10-30"))
    assert found["the third quarter"].value == "2018-Q3"
    assert found["a year earlier"].value == "2017-Q3"


HISTORY = (
    "The Canal Strike\n\n"
    "The boatmen of Lyth laid down their poles on 4 May 1871. On 9 June 1871 they burned the toll house. The owners, "
    "who had raised the toll in March 1869, sent for soldiers in July. On 20 November they gave way. "
    "In January the tolls were halved. The following year the canal was sold."
)


def test_a_history_goes_on_from_the_dates_it_tells() -> None:
    found = dict(resolve(HISTORY, "2012-02-02"))
    assert found["July"].value == "1871-07"
    assert found["January"].value == "1872-01"
    assert found["20 November"].value == "1871-11-20"
    assert found["The following year"].value == "1873"


def test_years_that_head_their_sections_date_what_follows() -> None:
    text = "1936\n\nThe army moved on 20 July.\n\n1937\n\nThe port fell on 8 February.\n\n1938\n\nIn May they sued."
    found = dict(resolve(text, "2009-12-19"))
    assert found["20 July"].value == "1936-07-20"
    assert found["8 February"].value == "1937-02-08"


def test_a_passage_about_long_ago_keeps_its_year() -> None:
    text = "The ferry sank on 3 March 1994. In May its owner was fined. The new ferry was launched on Friday."
    found = dict(resolve(text, "2019-03-25"))
    assert found["May"].value == "1994-05"
    assert found["Friday"].value == "2019-03-22"


_WORDS = (
    "the a early late mid about last next this that following first 3rd 25 25th 1998 480 BC May March Sept. Friday "
    "Fridays weekend week weeks month year decade century quarter two several ago earlier later from to between and - "
    "/ : , . ( ) morning night noon at in on of by since until every per day days hours 10 30 p.m. GMT today tomorrow "
    "tonight now Easter Ramadan Christmas the 1990s summer spring fiscal Q3 a year earlier the quarter half 2018-09-01 "
    "9/11 said fell will The fair ran"
).split()
DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@settings(max_examples=120, deadline=None)
@given(words=st.lists(st.sampled_from(_WORDS), max_size=24), day=st.one_of(st.none(), DAYS))
def test_whatever_is_written_its_values_are_well_formed(words: list[str], day: date | None) -> None:
    text = "It stood there. " + " ".join(words)
    published = day.isoformat() if day else None
    found = resolve(text, published)
    for _, row in found:
        assert row.value is not None and TIMEX.fullmatch(row.value), row
        assert row.edtf is None or EDTF.fullmatch(row.edtf), row
        assert 0.0 <= row.confidence <= 1.0
        if row.first is not None:
            first, last = parse_cut(row.first), parse_cut(row.last)
            assert first is not None and last is not None and first.first <= last.last
            assert row.edtf is not None
    assert found == resolve(text, published)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=120), day=DAYS)
def test_any_text_of_any_day_is_read(text: str, day: date) -> None:
    for words, row in resolve(text, (day + timedelta(days=0)).isoformat()):
        assert words == text[row.start : row.end]
        assert row.value is not None and TIMEX.fullmatch(row.value), row
