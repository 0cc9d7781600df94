"""Base forms by tag."""

from __future__ import annotations

import pytest

from dateline.language.lemmas import lemmatize

CASES = {
    "VBD": "withdrew=withdraw dropped=drop imposed=impose opened=open planned=plan called=call cancelled=cancel "
    "visited=visit invited=invite denied=deny eased=ease upped=up agreed=agree fled=flee added=add fired=fire "
    "repaired=repair re-dispatched=re-dispatch threatened=threaten injured=injure killed=kill was=be said=say saw=see",
    "VBG": "making=make running=run dying=die being=be holding=hold fleeing=flee putting=put calling=call voting=vote",
    "VBN": "sold=sell withheld=withhold evacuated=evacuate settled=settle based=base",
    "VBZ": "says=say goes=go watches=watch denies=deny imposes=impose 's=be s=be has=have",
    "VBP": "are=be have=have 're=be",
    "VB": "found=found lie=lie",
    "MD": "ca=can wo=will 'll=will would=would",
    "NNS": "officials=official countries=country crises=crisis churches=church women=woman policemen=policeman "
    "headquarters=headquarters buses=bus houses=house heroes=hero higher-ups=higher-up series=series 1990s=1990s",
    "RB": "n't=not n’t=not Quickly=quickly",
    "JJR": "better=good higher=higher",
    "NNP": "Seoul=seoul",
    "NNPS": "Iraqis=iraqi Americans=american",
    "POS": "’s='s",
}


@pytest.mark.parametrize(("tag", "word", "base"), [(t, *c.split("=")) for t, cs in CASES.items() for c in cs.split()])
def test_base_form(tag: str, word: str, base: str) -> None:
    assert lemmatize(word, tag) == base
