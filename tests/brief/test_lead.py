"""What happened: the headline first, grave before trifling, nothing twice, and what no report dates."""

from __future__ import annotations

from tests.brief.test_brief import make_article, make_dating, make_happening, make_sentence

from dateline.brief.weigh import Theme, find_gravity, find_leads
from dateline.brief.write import write_brief
from dateline.model import Article, BriefSentence, Dating, Happening, Record, Sentence, TimeReference
from dateline.settings import BriefSettings
from dateline.stage import Batch

BURST = "The Orsk dam burst on Friday and killed nine people in Pelm, the mayor said."
CREW = "The crew of the pumping station was 18 on Friday, a clerk said."
AGAIN = "Nine people were killed in Pelm on Friday when the Orsk dam burst, the mayor said."
PLEA = "Ada Orm, the mayor of Pelm, asks the state for help after the Orsk dam burst."
SWORN = "Ada Orm was sworn in as the ninth mayor of Pelm on Friday, promising to rebuild the Orsk dam."
OFFICE = "Ada Orm took office as ninth mayor of Pelm, the capital, and promised that the town would rebuild."


def write_all(
    happenings: tuple[Happening, ...], texts: dict[str, tuple[str, str]], *times: TimeReference
) -> list[BriefSentence]:
    """Return the brief's lines for articles given as title and text."""
    rows: dict[type[Record], tuple[Record, ...]] = {
        Happening: happenings,
        Article: tuple(make_article(key, text, title) for key, (title, text) in texts.items()),
        Sentence: tuple(make_sentence(key, text) for key, (_, text) in texts.items()),
        Dating: tuple(make_dating(key, "2021-05-08") for key in texts),
        TimeReference: times,
    }
    return [row for row in write_brief(Batch("s", rows), BriefSettings()) if isinstance(row, BriefSentence)]


def happened(
    happenings: tuple[Happening, ...], texts: dict[str, tuple[str, str]], *times: TimeReference
) -> list[BriefSentence]:
    """Return the lines that tell what happened in articles given as title and text."""
    return [row for row in write_all(happenings, texts, *times) if row.section == "what happened"]


def test_the_first_line_is_what_the_headlines_say() -> None:
    trifle = make_happening(CREW, "2021-05-06", type="OTHER", lemma="be", articles=("a", "b", "c"))
    grave = make_happening(BURST, "2021-05-07", type="DISASTER", lemma="burst", articles=("a",))
    texts = {"a": ("Nine killed as Orsk dam bursts", BURST), "b": ("Dam bursts in Pelm, nine dead", BURST)}
    first = happened((trifle, grave), texts)[0]
    assert first.words == BURST
    assert first.text == f"7 May 2021: {BURST}"
    assert first.when == "7 May 2021"


def test_nothing_is_told_twice() -> None:
    rows = (make_happening(BURST, articles=("a",)), make_happening(AGAIN, "2021-05-06", articles=("b",)))
    lines = happened(rows, {"a": ("Orsk dam bursts", BURST), "b": ("Orsk dam bursts", AGAIN)})
    assert len(lines) == 1


def test_two_reports_that_open_with_one_news_tell_it_once() -> None:
    sale = "Ben Ulkert of the water board sold his shares in the mill on Friday."
    rows = tuple(make_happening(text, articles=(key,)) for key, text in (("a", SWORN), ("b", OFFICE), ("c", sale)))
    texts = {"a": ("Orm sworn in", SWORN), "b": ("Orm takes office", OFFICE), "c": ("Board member sells", sale)}
    told = [line.words for line in happened(rows, texts)]
    assert (SWORN in told) != (OFFICE in told)
    assert sale in told


def test_a_report_that_opens_with_a_look_back_tells_no_news_by_it() -> None:
    past = "When the Orsk dam was planned in 1987, the mayor of Pelm wooed the state for its help for weeks."
    start = past.index("1987")
    old = TimeReference(
        time_id="t", article_id="a", story_id="s", start=start, end=start + 4, first="1987", last="1987", grain="year",
        anchor="explicit", confidence=0.9, why="",
    )  # fmt: skip
    texts = {"a": ("How the Orsk dam came to Pelm", past)}
    assert happened((), texts)
    assert not happened((), texts, old)


def test_what_says_the_same_as_the_first_lines_is_no_latest_state() -> None:
    rows = (make_happening(SWORN, articles=("a",)), make_happening(OFFICE, articles=("b",)))
    found = write_all(rows, {"a": ("Orm sworn in", SWORN), "b": ("Orm takes office", OFFICE)})
    assert [row.section for row in found if row.words in (SWORN, OFFICE)] == ["what happened"]


def test_what_a_report_opens_with_is_told_with_its_own_day_where_nothing_dates_it() -> None:
    (line,) = happened((), {"a": ("Mayor asks state for help", PLEA)})
    assert line.text == f"Reported 8 May 2021: {PLEA}"
    assert line.cites[0].quote == PLEA


def test_a_line_that_leans_on_another_is_not_the_first() -> None:
    leaning = "They said on Friday that the Orsk dam burst and killed nine people in Pelm."
    rows = (make_happening(leaning, articles=("a",)),)
    (line,) = happened(rows, {"a": ("Orsk dam bursts, nine killed in Pelm", BURST)})
    assert line.words == BURST


def test_words_that_several_reports_put_up_front_weigh_more() -> None:
    articles = [make_article("a", BURST, "Dam bursts in Pelm"), make_article("b", PLEA, "Mayor of Pelm asks for help")]
    sentences = [make_sentence("a", BURST), make_sentence("b", PLEA)]
    theme = Theme.of(articles, sentences)
    assert theme.weights["pelm"] > theme.weights["help"] > 0
    assert theme.agree(BURST) > theme.agree(CREW)
    assert theme.agree("") == 0
    assert Theme.of((), ()).agree(BURST) == 0


def test_leads_are_the_first_body_sentences() -> None:
    rows = [make_sentence("a", "x" * 9, start=10 * n, index=n) for n in range(5)]
    assert find_leads(reversed(rows)) == {("a", 0): 0, ("a", 10): 1, ("a", 20): 2}


def test_what_cannot_be_undone_weighs_more_than_talk() -> None:
    dead = make_happening(BURST, type="DEATH", lemma="die")
    talk = make_happening(BURST, type="CONSULT", lemma="call")
    said = make_happening(BURST, type="DEATH", lemma="say")
    assert find_gravity(dead) > find_gravity(talk) > find_gravity(said)
