"""Invented pages for the tests of what is read out of markup."""

from __future__ import annotations

import json
from typing import Any

TITLE = "Boats stay in harbour as storm hits Kvalvik"
LEAD = "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed."
MORE = "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets and soup."
LAST = "The harbour master, Bo Vik, expects the first boat to leave on Wednesday if the wind drops below gale force."
PROSE = (LEAD, MORE, LAST)


def make_page(
    *,
    head: str = "",
    body: str | None = None,
    linked: dict[str, Any] | list[Any] | None = None,
    title: str = TITLE,
    attributes: str = ' lang="en"',
) -> str:
    """Return a page: a headline and three paragraphs of prose, unless told otherwise."""
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    inner = body if body is not None else f"<article><h1>{title}</h1>{make_prose()}</article>"
    return (
        f"<!doctype html><html{attributes}><head><title>{title}</title>{head}{script}</head><body>{inner}</body></html>"
    )


def make_prose(*paragraphs: str) -> str:
    """Return paragraphs of markup; three of prose when none are named."""
    return "".join(f"<p>{text}</p>" for text in paragraphs or PROSE)
