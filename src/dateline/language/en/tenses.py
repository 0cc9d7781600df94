"""English words that show which way a clause looks: back, ahead, or on from a plan. Data of ``times_tense.py``."""

from __future__ import annotations


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


CLAUSE_OPENERS = frozenset(
    _split(
        "that which who whom whose where when while because although though if unless whether as after "
        "before since until and but or so"
    )
)
"""Words that may open a clause with a verb of its own."""
FUTURE_MODALS = frozenset({"will", "'ll", "ll", "shall", "wo", "would", "should", "may", "might", "can", "must"})
PLAN_WORDS = frozenset(
    _split(
        "plan plans planned planning expect expected expects schedule scheduled set due intend intends "
        "intended agree agreed promise promised promises vow vowed vows aim aims hope hopes hoped going "
        "slated likely supposed bound about pledge pledged pledges decide decided need needs want wants "
        "wanted prepare preparing prepared ready invited invite threaten threatened threatens propose "
        "proposed"
    )
)
"""Words whose "to" looks ahead."""
IMPLICATIVES = frozenset(
    _split(
        "fail failed fails manage managed begin began begun start started continue continued have had has "
        "used appear appeared appears seem seemed seems force forced get got come came refuse refused "
        "decline declined allow allowed help helped lead led prompt prompted cause caused compel compelled "
        "enable enabled drive drove driven push pushed"
    )
)
"""Words whose "to" keeps their own tense ("failed to strike a deal")."""

OPEN_MODALS = frozenset({"could"})
"""Modals that show no side: "could be heard on Friday" looks back, "could pass on Friday" ahead."""
AHEAD_BEFORE = frozenset(_split("scheduled slated due expected upcoming expiring expires timetabled pencilled"))
"""Words right before a time (prepositions between) that put it ahead: "due on July 26", "slated for May"."""
AHEAD_BEFORE_FOR = frozenset(_split("set planned booked likely arranged postponed rescheduled delayed"))
"""The same, where "for" stands between: "set for June 25", but not "set on June 25"."""
LINKS_TO_TIME = frozenset(
    _split("for on in at by as early to the a from beginning starting through around about mid late")
)
"""Words that may stand between such a word and the time."""
AWAITING = frozenset(_split("until till pending"))
"""Words of which the time of what follows lies ahead, unless the clause is told as past."""
SCHEDULED_NOUNS = frozenset(
    _split(
        "deadline election elections vote votes ballot ballots referendum midterms poll polls primary primaries runoff "
        "convention conference summit meeting hearing trial launch debate game match race final finals opening opener"
    )
)
"""What is held on a day set long before: "the June election" may be the last one or the next."""
FORETOLD = frozenset(_split("ahead advance"))
"""In "ahead of his visit on Thursday" the time is that of what was to come, which may be over by now."""
LIKE_PREPOSITIONS = frozenset(_split("beginning starting following including according regarding concerning"))
"""Words that look like verbs and link a time to its clause: "to meet beginning Friday"."""
