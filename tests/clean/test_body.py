"""The running text of a page, its blocks, and second opinions on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring
from tests.clean.pages import LAST, LEAD, MORE, PROSE, TITLE, make_page, make_prose
from trafilatura.utils import load_html

from dateline.clean.blocks import render_blocks
from dateline.clean.body import extract_text


def extract(body: str, linked: str | None = None) -> str:
    return extract_text(load_html(make_page(body=body)), None, linked) or ""


def test_paragraphs_lists_and_tables() -> None:
    markup = f"""<div><h2>Boats</h2><p>{LEAD} <b>Now</b>.</p><ul><li>One <a href="/x">boat</a></li><li>Two</li></ul>
    <table><tr><th>Island</th><th>Boats</th></tr><tr><td>Kvalvik</td><td>2</td></tr></table>
    <blockquote><p>Wait, he said.</p></blockquote>Tail<br>of text</div>"""
    assert render_blocks(fromstring(markup)) == (
        f"Boats\n\n{LEAD} Now.\n\n- One boat\n- Two\n\nIsland | Boats\nKvalvik | 2\n\nWait, he said.\n\nTail\nof text"
    )


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    rows = "".join(f"<tr><td>{make_prose()}</td></tr>" for _ in range(2))
    assert render_blocks(fromstring(f"<table>{rows}</table>")) == "\n\n".join(PROSE * 2)


def test_scripts_menus_and_forms_say_nothing() -> None:
    markup = f"<div><nav>Home</nav><script>var x</script><p>{LEAD}</p><form>Sign up</form><aside>More</aside></div>"
    assert render_blocks(fromstring(markup)) == LEAD


@given(st.text(alphabet="<>/pdivtrlbu &;a.\n\"'=", max_size=120))
def test_odd_markup_renders(text: str) -> None:
    rendered = render_blocks(fromstring(f"<div>{text}x</div>"))
    assert "\n\n\n" not in rendered
    assert rendered == rendered.strip()


def test_furniture_among_paragraphs_goes() -> None:
    box = '<div class="newsletter-signup"><p>Get our stories every morning in your mail box, free of charge.</p></div>'
    link = '<p><a href="/x">SEE ALSO: TEN CAKES FOR THE WEEKEND</a></p>'
    comments = f'<div id="comments"><p>{LAST} Nonsense, says I.</p></div>'
    bio = '<div class="author-bio"><p>Ada Lund has written about the sea and its people for ten years now.</p></div>'
    body = f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{link}<p>{MORE}</p>{box}<p>{LAST}</p>{bio}</article>{comments}"
    text = extract(body)
    assert all(part in text for part in PROSE)
    assert not any(part in text for part in ("SEE ALSO", "mail box", "Nonsense", "ten years"))


def test_prose_in_a_box_with_a_bad_name_stays() -> None:
    assert LAST in extract(f'<article><h1>{TITLE}</h1><div class="related-content">{make_prose()}</div></article>')


def test_a_report_cut_into_several_containers_is_whole() -> None:
    extra = [
        f"Island number {number} had no light until noon, and its shop stayed closed for the day."
        for number in range(9)
    ]
    first, second = make_prose(*PROSE), make_prose(*extra)
    body = (
        f'<div class="page"><h1>{TITLE}</h1><div class="chunk body article__body">{first}</div>'
        f'<div class="advert">Buy</div><div class="chunk body article__body">{second}</div></div>'
    )
    text = extract(body)
    assert all(part in text for part in (*PROSE, *extra))


def test_the_text_in_json_ld_helps_where_the_page_shows_only_links() -> None:
    links = "".join(f'<li><a href="/{at}">Ten cakes for weekend number {at}</a></li>' for at in range(12))
    text = extract(f"<main><ul>{links}</ul></main>", "\n".join(PROSE * 2))
    assert text == "\n\n".join(PROSE * 2)


def test_the_text_in_json_ld_is_not_taken_where_it_is_of_something_else() -> None:
    other = "\n".join(
        f"Cake number {at} needs butter, flour, three eggs and an hour in the oven, they say." for at in range(12)
    )
    assert LEAD in extract(f"<article><h1>{TITLE}</h1>{make_prose()}</article>", other)


def test_a_heading_in_a_cell_does_not_run_into_the_text() -> None:
    long = f"<table><tr><td><h2>School reopens</h2>{LEAD} {MORE}</td></tr></table>"
    assert extract(f"<article><h1>Kvalvik</h1>{make_prose()}{long}</article>").count("School reopens\n") == 1
    tree = fromstring("<table><tr><td><h4>Price</h4>10 crowns</td><td><h4>Size</h4>small</td></tr></table>")
    assert render_blocks(tree) == "Price 10 crowns | Size small"
