"""Words that say the opposite of each other, as data."""

from __future__ import annotations

from dateline.compare.differences.tellings import stem

_PAIRS = """
confirm/deny confirmed/denied admit/deny admitted/denied affirm/deny accept/reject accepted/rejected approve/reject
approved/rejected accept/refuse accepted/refused agree/refuse agreed/refused open/close opened/closed reopened/closed
win/lose won/lost rise/fall rose/fell risen/fallen increase/decrease increased/decreased gain/lose gained/lost
support/oppose supported/opposed allow/ban allowed/banned allow/forbid allowed/prohibited permitted/banned
guilty/innocent alive/dead legal/illegal lawful/unlawful succeed/fail succeeded/failed successful/unsuccessful
acquitted/convicted cleared/convicted upheld/overturned uphold/overturn arrive/leave arrived/left enter/leave
entered/left
began/ended begin/end start/stop started/stopped continue/stop continued/stopped sign/refuse signed/refused
passed/failed approved/blocked granted/denied known/unknown likely/unlikely clear/unclear possible/impossible true/false
able/unable safe/unsafe willing/unwilling before/after raised/lowered raise/lower raised/cut include/exclude
included/excluded remembered/forgot praised/criticized praised/condemned arrested/released detained/freed
detained/released
withdrew/returned resumed/suspended imposed/lifted bought/sold armed/unarmed conscious/unconscious
""".split()
_OPPOSITE = frozenset(frozenset(stem(word) for word in pair.split("/")) for pair in _PAIRS)


def are_opposite(one: str, other: str) -> bool:
    """Whether two stems (``tellings.stem``) say opposite things."""
    return frozenset((one, other)) in _OPPOSITE
