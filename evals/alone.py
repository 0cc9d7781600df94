"""One input read by itself: extracted and cleaned, with nothing known of others."""

from __future__ import annotations

from dateline.clean.clean import clean_capture
from dateline.clean.extract import extract_capture
from dateline.model import Article, Capture, Page, Record
from dateline.settings import CleanSettings, ExtractSettings
from dateline.stage import Batch


def clean_alone(capture: Capture) -> list[Record]:
    """Return what the first stages write of a capture: Article and Furniture, or Dropped."""
    rows = list(extract_capture(Batch(capture.capture_id, {Capture: (capture,)}), ExtractSettings()))
    pages = tuple(row for row in rows if isinstance(row, Page))
    cleaned = clean_capture(Batch(capture.capture_id, {Page: pages}), CleanSettings()) if pages else rows
    return list(cleaned)


def list_articles(capture: Capture) -> list[Article]:
    """Return the articles of a capture."""
    return [row for row in clean_alone(capture) if isinstance(row, Article)]
