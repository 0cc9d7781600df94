"""The report in a real browser: what a reader can do with it, by mouse, by keys, on a phone, without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.export.contract import Document
from dateline.export.html import write_html

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no browser here")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def report(document: Document, tmp_path: Path) -> str:
    """The address of the bridge's report."""
    path = tmp_path / "report.html"
    path.write_text(write_html(document), encoding="utf-8")
    return path.as_uri()


def open_page(browser: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    """Return a page, and the list in which its complaints and requests gather."""
    page = browser.new_context(**options).new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text))
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("request", lambda request: note_request(noted, request.url, address))
    page.goto(address)
    return page, noted


def note_request(noted: list[str], url: str, address: str) -> None:
    """Note what is asked for besides the page itself and what lies in it."""
    if url.partition("#")[0] != address and not url.startswith("data:"):
        noted.append(url)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_fits_and_asks_for_nothing(browser: Any, report: str, width: int, scheme: str) -> None:
    page, noted = open_page(browser, report, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert noted == []


def test_a_cite_opens_its_words_in_the_source(browser: Any, report: str) -> None:
    page, noted = open_page(browser, report)
    cites = page.locator(".lead a.cite")
    for number, words in enumerate(
        (
            "The Orle bridge was closed on Monday after inspectors found cracks in two of its piers.",
            "The bridge at Orle was closed on March 4.",
            "The bridge had been closed since March 4",
        )
    ):
        cites.nth(number).click()
        assert "".join(page.locator("#panel mark").all_text_contents()) == words
        assert page.locator("#panel mark").first.is_visible()
    page.get_by_label("Next source of this line").click()
    assert page.locator("#panel .source-name b").text_content() == "Tarn Gazette"
    assert noted == []


def test_every_cite_shows_a_mark(browser: Any, report: str) -> None:
    page, _ = open_page(browser, report)
    shown = page.evaluate(
        """() => [...document.querySelectorAll("a.cite")].map((link) => {
          link.click();
          return [link.title, [...document.querySelectorAll("#panel mark")].map((m) => m.textContent).join("")];
        })"""
    )
    assert len(shown) > 25
    for title, marked in shown:
        assert title.startswith(f"“{marked}”")


def test_keys_reach_and_close_the_source(browser: Any, report: str) -> None:
    page, _ = open_page(browser, report)
    page.locator(".lead a.cite").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.className") == "cite"


def test_without_scripts_a_cite_leads_to_its_words(browser: Any, report: str) -> None:
    page, _ = open_page(browser, report, java_script_enabled=False)
    page.locator(".lead a.cite").nth(1).click()
    page.get_by_text("The bridge at Orle was closed on March 4.", exact=True).wait_for(state="visible")


def test_lesser_lines_can_be_shown(browser: Any, report: str) -> None:
    page, _ = open_page(browser, report)
    line = page.get_by_text("Engineers plan to reopen one lane.").first
    assert line.is_hidden()
    page.get_by_label("Show the lesser lines too").check()
    assert line.is_visible()


def test_hostile_titles_stay_text(browser: Any, report: str) -> None:
    page, noted = open_page(browser, report)
    assert page.get_by_text("<script>alert('prize')</script>").count() > 0
    assert noted == []
