"""The headline among the first lines."""

from __future__ import annotations

from dateline.clean.captions import Told
from dateline.clean.lines import split_lines
from dateline.clean.title import find_title


def test_menus_and_mastheads_above_the_headline_are_no_headline() -> None:
    lines = split_lines(
        "The Ebb Island Post\nNews Sport Jobs Tides\nFerry to Ebb stays in port\n\n"
        "The ferry to the island of Ebb stayed in port on Monday because of the wind, its owner said in the morning."
    )
    told = Told([lines[-1].text])
    opening = find_title(lines, None, None, told)
    assert opening.title == "Ferry to Ebb stays in port"
    assert [line.text for line in opening.above] == ["The Ebb Island Post", "News Sport Jobs Tides"]
