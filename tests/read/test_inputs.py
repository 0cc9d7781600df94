"""Files, folders and globs to captures, and every way an input can be bad."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Capture, Dropped
from dateline.read.inputs import read_inputs

REPORT = "Bridge closed after flood\n\nThe bridge at Halden was closed on Monday, the road office said.\n"


def read(*inputs: Path | str) -> list[Capture | Dropped]:
    return list(read_inputs([str(path) for path in inputs]))


def dropped(record: Capture | Dropped) -> Dropped:
    assert isinstance(record, Dropped)
    return record


def capture(record: Capture | Dropped) -> Capture:
    assert isinstance(record, Capture)
    return record


def test_text_file_keeps_its_bytes_name_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode())
    os.utime(path, (1_500_000_000, 1_500_000_000))
    record = capture(read(path)[0])
    assert record.body == path.read_bytes()
    assert record.uri == path.as_posix()
    assert (record.media, record.charset, record.text) == ("text", "utf-8", REPORT)
    assert record.had == datetime.fromtimestamp(1_500_000_000, UTC)


def test_ids_do_not_depend_on_folder_or_order(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(REPORT)
    left, right = (capture(read(tmp_path / folder)[0]) for folder in ("one", "two"))
    assert left.capture_id == right.capture_id


def test_same_input_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    first, second = read(tmp_path, tmp_path / "a.txt")
    assert isinstance(first, Capture)
    assert dropped(second).reason == "same input twice"


def test_folder_is_read_in_sorted_order_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.html").write_text("<html><body><p>Text</p></body></html>")
    (tmp_path / "z.txt").write_text(REPORT)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG....")
    (tmp_path / ".hidden.txt").write_text(REPORT)
    records = read(tmp_path)
    subjects = [record.uri if isinstance(record, Capture) else record.subject for record in records]
    assert [Path(subject).name for subject in subjects] == ["b.html", "photo.png", "z.txt"]
    assert dropped(records[1]).reason == "unknown format"


def test_glob(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.json"):
        (tmp_path / name).write_text(REPORT)
    assert [Path(capture(record).uri).name for record in read(tmp_path / "*.txt")] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "*.nothing", "empty"])
def test_nothing_to_read_is_an_error_with_a_remedy(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "song.mp3").write_bytes(b"ID3")
    with pytest.raises(InputError, match=r"check the spelling|Dateline reads"):
        read_inputs([str(tmp_path / name)])


def test_no_input_is_an_error() -> None:
    with pytest.raises(InputError, match="no input given"):
        read_inputs([])


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "empty"),
        ("a.txt", bytes(range(256)) * 40, "not text"),
        ("a.txt", b"%PDF-1.7 some text follows", "broken PDF"),
        ("a.html", b"", "empty"),
        ("a.json", b"", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.json", b'{"text": ', "broken JSON"),
        ("a.json", b"[" * 100_000, "broken JSON"),
        ("a.json", b"3", "not an article"),
        ("a.json", b'{"title": "Only a title"}', "no text"),
        ("a.jsonl", b"\n\n", "empty"),
    ],
)
def test_bad_files_are_dropped_with_a_reason(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    (record,) = read(tmp_path / name)
    assert dropped(record).reason == reason
    assert dropped(record).stage == "read"
    assert dropped(record).detail


def test_file_without_permission_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(REPORT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert dropped(read(tmp_path / "a.txt")[0]).detail == "Permission denied"


def test_json_list_has_one_capture_for_each_element(tmp_path: Path) -> None:
    path = tmp_path / "pile.json"
    path.write_text('[ {"text": "One report."} , 7, {"html": "<p>Two</p>"} ]')
    first, second, third = read(path)
    assert capture(first).uri.endswith("pile.json#1")
    assert capture(first).body == b'{"text": "One report."}'
    assert dropped(second).subject.endswith("#2")
    assert capture(third).media == "html"


def test_broken_lines_are_dropped_by_number_and_the_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "pile.jsonl"
    path.write_text('{"text": "One report."}\n\n{"text": \n\xff\n{"text": "Another."}\n', encoding="latin-1")
    first, broken, junk, last = read(path)
    assert capture(first).uri.endswith("#1")
    assert (dropped(broken).reason, dropped(broken).subject[-2:]) == ("broken JSON", "#3")
    assert "line 3" in dropped(broken).detail
    assert dropped(junk).subject.endswith("#4")
    assert capture(last).text == "Another."


def test_names_of_news_please_are_understood(tmp_path: Path) -> None:
    row = {
        "maintext": "The bridge was closed.",
        "title_page": "Bridge closed",
        "source_domain": "example.org",
        "authors": ["Ada Lund", "Bo Vik"],
        "date_publish": "2019-03-25 08:36:00",
        "date_modify": None,
        "language": "en",
        "image_url": "ignored",
    }
    (tmp_path / "a.json").write_text(json.dumps(row))
    stated = capture(read(tmp_path / "a.json")[0]).stated
    assert (stated.title, stated.outlet, stated.byline) == ("Bridge closed", "example.org", "Ada Lund, Bo Vik")
    assert (stated.published, stated.updated) == ("2019-03-25 08:36:00", None)


def test_lone_surrogates_are_mended(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "A broken \\ud83d sign."}')
    assert capture(read(tmp_path / "a.json")[0]).text.encode("utf-8")


@pytest.mark.parametrize(
    ("body", "media", "count"),
    [
        (REPORT, "text", 1),
        ("<!doctype html><html><p>Text</p></html>", "html", 1),
        ('{"text": "One."}\n{"text": "Two."}\n', "text", 2),
        ('[{"text": "One."}, {"text": "Two."}]', "text", 2),
        ("[Updated] The bridge was closed.", "text", 1),
    ],
)
def test_stdin(monkeypatch: pytest.MonkeyPatch, body: str, media: str, count: int) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
    records = [capture(record) for record in read("-")]
    assert [record.media for record in records] == [media] * count
    assert all(record.uri.startswith("-") and record.had is None for record in records)


def test_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!DOCTYPE html>\n<html><body><p>Text</p></body></html>")
    assert capture(read(tmp_path / "a.txt")[0]).media == "html"


@pytest.mark.slow
def test_page_of_fifty_megabytes_is_dropped_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><body>" + b"<p>The bridge was closed on Monday.</p>" * 1_300_000)
    assert dropped(read(tmp_path / "a.html")[0]).reason == "too large"


def test_a_file_without_a_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "report").write_text(REPORT)
    (tmp_path / "answer").write_text('{"text": "One report."}')
    (tmp_path / "page.dat").write_text("<!doctype html><p>Text</p>")
    assert [capture(record).format for record in read(tmp_path)] == ["json", "html", "text"]


def test_what_a_browser_saves_beside_a_page_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "Dam_files" / "deep").mkdir(parents=True)
    (tmp_path / "other_files").mkdir()
    (tmp_path / "Dam.html").write_text("<html><p>Text</p></html>")
    for name in ("Dam_files/frame.html", "Dam_files/deep/ad.html", "Dam_files/x.js", "other_files/kept.txt"):
        (tmp_path / name).write_text(REPORT)
    folder, page, kept = read(tmp_path)
    assert (dropped(folder).reason, dropped(folder).subject) == ("part of a page", (tmp_path / "Dam_files").as_posix())
    assert "3 files" in dropped(folder).detail
    assert [Path(capture(record).uri).name for record in (page, kept)] == ["Dam.html", "kept.txt"]


def test_refusals_beyond_a_bound_are_summed_up(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n" * 3_000 + '{"text": "One report."}\n' + "[]\n" * 10)
    records = read(tmp_path / "a.jsonl")
    assert len(records) == 1_002
    assert "broken JSON × 3,000" in dropped(records[-1]).detail
    assert "2,010 more" in dropped(records[-1]).detail
    (tmp_path / "b.json").write_text("[" + "1," * 400_000 + "1]")
    assert "not an article × 100,000" in dropped(read(tmp_path / "b.json")[-1]).detail
