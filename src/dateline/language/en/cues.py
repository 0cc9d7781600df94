"""Words that hand a statement to somebody, as data: verbs by the force they put a statement with.

Grouped by hand after the classes of reported speech in Bergler (1992) and the cue lists of Gender Gap Tracker (Asr et
al. 2021), kept to words that attribute in nearly all of their uses in news. ``FRAMES`` tell which complements a verb
takes: ``clause`` ("said it left", "said that it left"), ``object`` ("denied the charges"), ``infinitive`` ("vowed to
fight"), ``hearer`` (somebody stands between verb and clause: "told reporters that"), ``request`` ("urged them to go"),
``question`` ("asked whether"), ``quoted`` (only beside quotation marks: "called it “a farce”").
"""

from __future__ import annotations

from dateline.model import Stance

CLAUSE = "clause"
OBJECT = "object"
INFINITIVE = "infinitive"
HEARER = "hearer"
REQUEST = "request"
QUESTION = "question"
QUOTED = "quoted"

_GROUPS: tuple[tuple[Stance, tuple[str, ...], str], ...] = (
    ("says", (CLAUSE,), "say add state note remark tweet reveal disclose mention comment recount testify blog opine"),
    ("says", (CLAUSE,), "stress emphasise emphasize underline underscore reiterate explain conclude recall"),
    ("says", (CLAUSE,), "write reply respond tell report declare rule find indicate specify repeat point elaborate"),
    ("says", (CLAUSE, OBJECT), "announce report predict forecast"),
    ("says", (CLAUSE, HEARER), "tell inform notify remind advise assure brief"),
    ("says", (CLAUSE, HEARER), "warn caution"),
    ("says", (QUOTED,), "call describe dub term label brand characterise characterize continue joke quip recall post"),
    (
        "says",
        (QUOTED,),
        "shout yell scream cry exclaim whisper murmur mutter condemn denounce praise hail welcome slam",
    ),
    ("says", (QUOTED,), "express voice criticise criticize blast lament conclude quote interject chant tout pen vent"),
    ("claims", (CLAUSE,), "claim allege assert insist contend argue maintain charge complain suggest boast purport"),
    ("claims", (OBJECT,), "claim allege"),
    ("confirms", (CLAUSE, OBJECT), "confirm acknowledge admit concede affirm reaffirm corroborate verify"),
    ("confirms", (CLAUSE,), "agree accept confess"),
    ("denies", (CLAUSE, OBJECT), "deny"),
    ("denies", (OBJECT,), "dispute reject dismiss rebut refute"),
    ("promises", (CLAUSE, INFINITIVE), "promise vow pledge swear guarantee"),
    ("threatens", (CLAUSE, INFINITIVE), "threaten"),
    ("asks", (CLAUSE, REQUEST), "urge ask implore beg request order instruct advise recommend propose"),
    ("asks", (CLAUSE, OBJECT, INFINITIVE), "demand"),
    ("asks", (OBJECT,), "request recommend propose"),
    ("asks", (QUESTION,), "ask wonder inquire enquire question"),
    ("believes", (CLAUSE,), "believe think fear hope suspect speculate estimate reckon expect assume feel theorise"),
    ("believes", (CLAUSE,), "theorize anticipate worry guess know understand imagine consider regret"),
    ("doubts", (CLAUSE, OBJECT), "doubt question"),
)


def _gather() -> dict[str, tuple[Stance, frozenset[str]]]:
    verbs: dict[str, tuple[Stance, frozenset[str]]] = {}
    for stance, frames, words in _GROUPS:
        for word in words.split():
            first, known = verbs.get(word, (stance, frozenset()))
            verbs[word] = (first, known | frozenset(frames))
    return verbs


VERBS: dict[str, tuple[Stance, frozenset[str]]] = _gather()
"""Lemma of a reporting verb → how it puts a statement, and what may follow it."""

PHRASES: dict[tuple[str, str], Stance] = {
    ("call", "for"): "asks",
    ("call", "on"): "asks",
    ("call", "upon"): "asks",
    ("appeal", "for"): "asks",
    ("appeal", "to"): "asks",
    ("plead", "for"): "asks",
    ("press", "for"): "asks",
    ("ask", "for"): "asks",
    ("warn", "of"): "says",
    ("warn", "against"): "says",
    ("point", "out"): "says",
    ("rule", "out"): "denies",
    ("complain", "of"): "claims",
}
"""Verb and the particle that must follow it → stance."""

SPEAKING = frozenset(
    "say add write reply respond ask explain note claim insist tell warn argue tweet continue recall report declare "
    "state announce remark joke comment stress admit confirm complain conclude caution post believe suggest "
    "reveal shout yell exclaim urge predict concede contend quip estimate lament allege agree boast vow".split()
)
"""Verbs that may close a statement they report: "…, Chun said", "…, said Chun"."""

NOT_SPEAKERS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july "
    "september october november december today yesterday tomorrow week month year day night morning evening afternoon "
    "hour minute time moment there what which".split()
)
"""Head words that never speak: a date between verb and name is no source."""

COLLECTIVE = frozenset("another others some many most both one all several few everyone somebody someone".split())
"""Words that stand alone as a speaker: "Another revealed: …"."""

LINKING_PARTICIPLES = frozenset("add say note warn claim state insist tell argue explain stress write".split())
"""Verbs whose "-ing" form after a comma goes on with the same speaker: "…, adding that"."""

UNCERTAIN_MODALS = frozenset("would could might should may ca can 'd ’d must will wo shall 'll ’ll".split())
"""A statement under these was not made: "could say", "will announce"."""

NO_STATEMENTS = frozenset("life victim casualty member title medal prize place championship seat case record".split())
"""Head nouns of objects that are taken, not stated: "the storm claimed two lives", "confirmed cases"."""

NOBODY_SAYS: dict[str, Stance] = {
    "say": "says",
    "report": "says",
    "understand": "believes",
    "believe": "believes",
    "think": "believes",
    "fear": "believes",
    "suspect": "believes",
    "allege": "claims",
    "claim": "claims",
    "rumour": "claims",
    "rumor": "claims",
}
"""Verbs whose passive hands a statement to nobody: "is believed to have left", "it was reported that"."""

HEARSAY: dict[str, Stance] = {
    "reportedly": "says",
    "allegedly": "claims",
    "supposedly": "claims",
    "purportedly": "claims",
}
"""Adverbs that hand the clause around them to nobody."""
