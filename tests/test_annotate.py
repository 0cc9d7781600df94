"""Annotated news: what is written by sentence and string comes out as the right characters."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from training.annotate import check, compile_document, load_annotated, pack_gum, show
from training.annotation import read_gum_text

TEXT = """Dock workers walk out at Port Maren
MAREN, June 3 — About 1,400 workers walked out, the Dock Union said. “We must wait. He said no,” said Ilse Brandt, \
the union’s leader, “and he cannot starve us.”
Port Maren was quiet on Tuesday, and Maren slept."""
MARKS = """# names
1 | GPE Port Maren
2 | GPE MAREN ; ORG Dock Union
3-4 | PER Ilse Brandt
5 | GPE Maren ; GPE Port Maren
# attributions
2 | About … out | the Dock Union | said | indirect | says
3-4 | "We … no," ++ "and he cannot starve us." | Ilse Brandt, the union's leader | said | direct | claims
# events
2 | walked | PROTEST | actual | actor=About 1,400 workers
1 | walk | PROTEST | planned | actor=Dock ++ workers ; place=Port Maren
5 | slept | OTHER | actual
# quantities
2 | 1,400 | 1,400 | 1400 | about | people | workers
"""
GUM = """# newdoc id = GUM_news_boat
# newpar
# newpar_block = head (1 s)
1	Boat	boat	NOUN	NN	_	0	root	_	_
2	sinks	sink	VERB	VBZ	_	1	x	_	_

# newpar
1-2	Lund's	_	_	_	_	_	_	_	_
1	Lund	Lund	PROPN	NNP	_	2	x	_	_
2	's	's	PART	POS	_	3	x	_	_
3	boat	boat	NOUN	NN	_	4	x	_	_
4	sank	sink	VERB	VBD	_	0	root	_	SpaceAfter=No
4.1	gone	go	VERB	VBN	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

1	It	it	PRON	PRP	_	2	x	_	_
2	sank	sink	VERB	VBD	_	0	root	_	MSeg=x|SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	SpaceAfter=No

"""
GUM_MARKS = """# id: boat
# source: gum GUM_news_boat
# names
2 | PER Lund
# events
3 | sank | ACCIDENT | actual | target=It
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a writer of one annotation file."""

    def write(marks: str = MARKS, text: str = TEXT) -> Path:
        path = tmp_path / "strike.txt"
        path.write_text(f"# id: strike\n# source: own words\n# text\n{text}\n{marks}", encoding="utf-8")
        return path

    return write


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    """Return a folder with one treebank document, and its marks beside it."""
    folder = tmp_path / "gum"
    folder.mkdir()
    (folder / "GUM_news_boat.conllu").write_text(GUM, encoding="utf-8")
    (folder / "boat.txt").write_text(GUM_MARKS, encoding="utf-8")
    return folder


def read(text: str, value: Any) -> Any:
    """Return spans as the strings they stand for."""
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], int):
        return text[slice(*value)]
    return [read(text, part) for part in value] if isinstance(value, list) else value


def test_compiles(write: Write) -> None:
    row = compile_document(write())
    text = row["text"]
    assert list(row) == ["id", "source", "text", "names", "attributions", "events", "quantities"]
    assert text == TEXT
    names = [(read(text, name["span"]), name["type"]) for name in row["names"]]
    assert names == [
        ("Port Maren", "GPE"),
        ("MAREN", "GPE"),
        ("Dock Union", "ORG"),
        ("Ilse Brandt", "PER"),
        ("Port Maren", "GPE"),
        ("Maren", "GPE"),
    ]
    assert row["names"][-1]["span"][0] == text.rindex("Maren")
    union, brandt = ({key: read(text, value) for key, value in entry.items()} for entry in row["attributions"])
    assert union["content"] == ["About 1,400 workers walked out"]
    assert brandt["content"] == ["“We must wait. He said no,”", "“and he cannot starve us.”"]
    assert brandt["source"] == "Ilse Brandt, the union’s leader"
    assert row["attributions"][1]["cue"][0] == text.index("said Ilse")
    walk, walked, slept = ({key: read(text, value) for key, value in entry.items()} for entry in row["events"])
    assert (walk["trigger"], walk["actor"], walk["place"], walk["time"]) == (
        "walk",
        ["Dock", "workers"],
        "Port Maren",
        None,
    )
    assert (walked["status"], walked["actor"]) == ("actual", ["About 1,400 workers"])
    assert (slept["actor"], slept["target"]) == ([], [])
    [count] = row["quantities"]
    assert (read(text, count["span"]), count["low"], count["high"]) == ("1,400", 1400, 1400)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("# names\n2 | ORG Dock Unions", "Dock Unions"),
        ("# names\n1 | GPE Mare", "Mare"),
        ("# names\n1 | GPE Maren ; GPE Maren", "Maren"),
        ("# names\n1 | TOWN Maren", "TOWN"),
        ("# names\n9 | GPE Maren", "no sentence 9"),
        ("# name", "no such heading"),
        ("# attributions\n2 | About … out | the Dock Union | said | spoken | says", "spoken"),
        ('# attributions\n3-4 | "We … no," | He | said | direct | says', "only inside"),
        ("# attributions\n2 | About | said", "fields"),
        ("# events\n2 | walked | WALK | actual", "WALK"),
        ("# events\n2 | walked | MOVE | actual | who=workers", "who=workers"),
        ("# events\n2 | walked | MOVE | actual\n2 | walked | MOVE | actual", "already taken"),
        ("# events\n2 | walked#2 | MOVE | actual", "walked#2"),
        ("# quantities\n2 | 400 | four | 400 | about | people | -", "four"),
        ("# quantities\n2 | 1,400 | 1 | 2 | exact | people | -", "do not go with exact"),
        ("# quantities\n2 | 1,400 | 1 | 2 | range | heads | -", "heads"),
    ],
)
def test_names_the_line(write: Write, line: str, problem: str) -> None:
    path = write(line)
    number = len(path.read_text(encoding="utf-8").split("\n"))
    with pytest.raises(ValueError, match=problem) as error:
        compile_document(path)
    assert str(error.value).startswith(f"{path}:{number}: ")


def test_numbers_an_occurrence(write: Write) -> None:
    row = compile_document(write("# events\n1 | met#2 | MEET | actual | time=11\n", "He met 2.11 who met 11 of a.11b"))
    assert row["events"][0]["trigger"] == [16, 19]
    assert row["events"][0]["time"] == [20, 22]


def test_check_warns(write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([write("# names\n1 | GPE Port Maren\n")], tmp_path)
    printed = capsys.readouterr().out
    assert "sentence 5: Port Maren is a name elsewhere" in printed
    assert "sentence 2: said is no cue" in printed
    assert "no direct" in printed
    assert not check([write("# names\n1 | GPE Harbour\n"), tmp_path / "absent.txt"], tmp_path)
    assert "strike.txt:8: not found (again), or inside another name: Harbour" in capsys.readouterr().out


def test_rebuilds_gum(gum: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, spans = read_gum_text(gum / "GUM_news_boat.conllu")
    assert text == "Boat sinks\nLund's boat sank. It sank."
    assert [text[start:end] for start, end in spans] == ["Boat sinks", "Lund's boat sank.", "It sank."]
    show("GUM_news_boat", gum)
    assert capsys.readouterr().out.splitlines()[1] == "2\tLund's boat sank."


def test_packs_and_loads(gum: Path, write: Write, tmp_path: Path) -> None:
    write()
    assert pack_gum(gum, tmp_path / "gum.jsonl", gum) == 1
    packed = (tmp_path / "gum.jsonl").read_text(encoding="utf-8")
    assert "Lund" not in packed and "text" not in json.loads(packed)
    own, boat = load_annotated(tmp_path, gum)
    assert own["id"] == "strike"
    assert boat == compile_document(gum / "boat.txt", gum)
    assert list(boat) == list(own)
    assert [row["id"] for row in load_annotated(tmp_path, tmp_path)] == ["strike"]
    (gum / "GUM_news_boat.conllu").write_text(GUM.replace("Boat", "Ship"), encoding="utf-8")
    with pytest.raises(ValueError, match="not the text"):
        load_annotated(tmp_path, gum)
