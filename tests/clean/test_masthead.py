"""Who published a page, read from the lines beside its report."""

from __future__ import annotations

import pytest

from dateline.clean.masthead import read_masthead


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Weather", "© 2021 Norby Mail. All rights reserved."], "Norby Mail"),
        (["Copyright 2019-2021 The Lyth Courier Ltd"], "The Lyth Courier"),
        (["(c) Harbour News of Orle, 2020"], "Harbour News of Orle"),
        (["Valley Star 2021. All Rights Reserved"], "Valley Star"),
        (["Follow the Norby Mail on Facebook", "About the Norby Mail"], "the Norby Mail"),
        (["Follow the Norby Mail on Facebook"], None),
        (["Copyright 2021 The Associated Press. All rights reserved."], None),
        (["© 2021 Norby Mail", "© 2020 Lyth Courier"], None),
        (["© 2021 Reuters", "© 2021 Norby Mail"], "Norby Mail"),
        (["All rights reserved", "Terms", "Leave a Reply", "Source"], None),
        (["© Ana Roth / Agence Nord"], None),
        ([], None),
    ],
)
def test_names(lines: list[str], name: str | None) -> None:
    assert read_masthead(lines) == name
