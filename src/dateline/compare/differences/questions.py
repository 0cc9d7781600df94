"""Questions that news stories keep asking, with the answers reports give in set phrases: data over plain words.

A row says what is asked, which phrases answer it, and what two sentences must share to be about one thing. Two answers
by two speakers are a dispute between sources; an answer that only later reports give is an update.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dateline.model import DiscrepancyKind, Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the answers to it, the most telling first: a sentence gives the first answer that it fits.

    ``tie`` says what two sentences must share: the ``story`` only, a ``subject`` (a name or what stands for it, and
    words), its ``bearer`` (the name right before the answer, and words), ``words`` alone, or one text
    in which they stand ``near`` each other. ``verdict`` holds for
    answers of the same days; ``turns``: a later one replaces them. Where patterns name a
    ``verb`` or ``act``, two answers must have it in common.
    """

    about: str
    kind: DiscrepancyKind
    verdict: Verdict
    tie: Literal["story", "bearer", "subject", "words", "near"]
    answers: tuple[tuple[str, re.Pattern[str]], ...]
    turns: bool = False
    severity: int = 2
    needs: re.Pattern[str] | None = None
    """Words that a sentence must hold as well."""
    accusers: re.Pattern[str] | None = None
    """Speakers whose telling of a misdeed is the last answer, in whatever words."""
    least: int | None = None
    """Words that two answers must share, where it is another number than the tie's own."""
    only_later: bool = False
    """Whether answers of the same days are no difference: the one simply came after the other."""
    parties: bool = False
    """Whether the two answers are what two parties say of each other, so that all reports may tell both."""


def match_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words, whatever their case."""
    return re.compile(rf"\b(?:{pattern})\b", re.I)


_NO = r"(?:no|not|never|without|n['’]t)"
_WRONGDOER = r"(?:attackers?|assailants?|gunm[ae]n|shooters?|bombers?|killers?|suspects?|drivers?|hijackers?|robbers?)"
_EXTREME = r"(?:terror\w*|extremis\w+|militan\w+|jihad\w*|radical\w*|Islamis\w+|Islamic State|ISIS|al[- ]?Qa[ei]da)"
_CHARGES = r"(?:charges?|allegations?|accusations?|indictment)"

QUESTIONS: tuple[Question, ...] = (
    Question(
        "whether there were helpers",
        "who",
        "conflict",
        "story",
        (
            (
                "not known",
                match_words(
                    r"(?:whether|if) (?:\w+ ){1,6}(?:acted alone|had (?:accomplices|help|helpers))"
                    rf"|possibility of (?:an? )?(?:second|other) (?:{_WRONGDOER}|man|person|accomplices?)"
                ),
            ),
            (
                "alone",
                match_words(
                    rf"act(?:ed|ing) alone|worked alone|lone[- ](?:wolf|{_WRONGDOER})|no accomplices?|only one "
                    rf"{_WRONGDOER}"
                    r"|(?:only|just) (?:one person|one man|one individual|the driver) (?:in|inside|aboard|was)?"
                    rf"|saw only (?:the|one) {_WRONGDOER}|(?:was|were) one (?:individual|person|man"
                    rf"|{_WRONGDOER}) (?:in|inside)"
                ),
            ),
            (
                "helped",
                match_words(
                    rf"(?:with|by|had|two|three|several|an) (?:the help of )?accomplices?|did not act alone"
                    rf"|second (?:{_WRONGDOER}|man|woman|person|individual) (?:\w+ ){{0,3}}(?:in|inside|on the "
                    rf"run|fled|at large"
                    r"|escaped|involved|helped|sought|believed)"
                ),
            ),
        ),
        turns=True,
    ),
    Question(
        "ties to extremists",
        "status",
        "scope",
        "story",
        (
            (
                "none known",
                match_words(
                    r"no (?:known |direct |apparent |obvious |\w+ )*(?:links?|ties|connections?)"
                    rf"|{_NO} (?:\w+ ){{0,4}}evidence of (?:\w+ ){{0,2}}(?:radicali[sz]ation|{_EXTREME})"
                ),
            ),
            (
                "some",
                match_words(
                    rf"(?:linked|ties|links|connected|allegiance) (?:to|with) (?:\w+ ){{0,3}}{_EXTREME}"
                    rf"|(?:interest|sympath\w+) (?:in|to|for|with) (?:\w+ ){{0,3}}{_EXTREME}|was radicali[sz]ed"
                    rf"|suspected {_EXTREME}|(?:had|have|has) pledged allegiance"
                ),
            ),
        ),
        needs=match_words(_EXTREME),
        turns=True,
    ),
    Question(
        "whether the two are connected",
        "polarity",
        "conflict",
        "words",
        (
            (
                "not connected",
                match_words(
                    r"(?:is|are|were|was) (?:unrelated|unconnected)|not (?:\w+ )?(?:related|connected|linked)"
                    r"|no evidence (?:\w+ ){0,9}(?:related|connected|linked|connection|link)"
                    r"|no (?:connection|link) between"
                ),
            ),
            (
                "connected",
                match_words(
                    r"the same (?:intruders?|hackers?|attackers?|gunm[ae]n|killers?|group|gang|people|culprits?"
                    r"|weapon|men|man)"
                    r"|(?:is|are|were|was) (?:related|connected|linked)(?! to (?:the )?(?:fact|need))"
                    r"|(?:link|connection) between"
                ),
            ),
        ),
    ),
    Question(
        "what was known at the time",
        "polarity",
        "conflict",
        "bearer",
        (
            (
                "did not know",
                match_words(
                    r"(?:had|have|has|having) no (?:\w+ )?knowledge|(?:was|were|is|are) (?:unaware|not aware"
                    r"|not told|not informed)"
                    r"|(?:did not|didn['’]t) know|den(?:y|ied|ies) (?:any |having (?:any )?)?knowledge|denied knowing"
                    r"|without (?:\w+ )?knowledge"
                ),
            ),
            (
                "knew",
                match_words(
                    r"after (?:finding out|learning|discovering|being (?:told|warned|informed))|knew (?:about"
                    r"|of|that|the|it)"
                    r"|(?:was|were|had been) (?:aware|told|warned|informed) (?:of|about|that)|despite knowing|knowingly"
                ),
            ),
        ),
        severity=3,
    ),
    Question(
        "how soon something was done",
        "status",
        "scope",
        "subject",
        (
            (
                "at once",
                match_words(
                    r"(?:acted|moved|responded|reacted|intervened|took action) (?:\w+ )?(?:immediately|promptly"
                    r"|swiftly|quickly|at once)"
                    r"|(?:immediately|promptly|swiftly|quickly) (?:acted|responded|reacted|took action)"
                ),
            ),
            (
                "late",
                match_words(
                    r"waited (?:\w+ ){0,4}(?:hours?|days?|weeks?|months?|years?)"
                    r"|(?:was|were) (?:too )?slow to|failed to (?:act|respond|react|warn|tell|inform)"
                    r"|only (?:informed|told|warned|disclosed|acted|responded|revealed) (?:\w+ ){0,3}(?:last"
                    r"|later|after|weeks|months)"
                    r"|took (?:\w+ ){0,3}(?:days|weeks|months|years) to"
                ),
            ),
        ),
    ),
    Question(
        "accident or intent",
        "reason",
        "conflict",
        "words",
        (
            (
                "an accident",
                match_words(r"(?:was|were|been|be) (?:\w+ )?(?:an accident|accidental|unintentional)|accidentally"),
            ),
            ("on purpose", match_words(r"deliberate(?:ly)?|intentional(?:ly)?|on purpose")),
        ),
    ),
    Question(
        "whether there was a warning",
        "polarity",
        "conflict",
        "bearer",
        (
            ("none", match_words(r"(?:no|without(?: any)?) (?:\w+ )?warnings?|(?:was|were) not warned|never warned")),
            (
                "warned",
                match_words(
                    r"(?:was|were|been) (?:\w+ )?warned (?:of|about|that|to|in)|had warned|ignored (?:\w+ )?warnings?"
                ),
            ),
        ),
    ),
    Question(
        "whether the charges are true",
        "polarity",
        "conflict",
        "subject",
        (
            (
                "denied",
                match_words(
                    rf"{_CHARGES} (?:\w+ )?(?:is|are|were|was) (?:\w+ )?(?:false|untrue|baseless|fabricated"
                    rf"|unfounded|groundless"
                    r"|politically motivated|trumped[- ]up)"
                    rf"|(?:den(?:y|ied|ies|ying)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?) (?:\w+ "
                    rf"){{0,3}}(?:{_CHARGES}|wrongdoing)"
                    r"|(?:plead(?:ed|s)?|pled|plea of) not guilty|not guilty plea|denie[ds] (?:a charge of "
                    r")?(?:murder|manslaughter|arson|fraud|theft|rape|assault|corruption|bribery|conspiracy"
                    r"|perjury|treason)|maintain(?:ed|s)? (?:his|her|their) innocence"
                    r"|political[\"”]? trial|show trial"
                ),
            ),
            (
                "accused",
                match_words(
                    r"(?:charged|indicted) (?:\w+ ){0,6}(?:with|on|for)|(?:is|was|were|are|been|stands) accused "
                    r"of|pleaded guilty"
                    r"|prosecutors? (?:allege\w*|accuse\w*)|indictment (?:says|said|alleges|alleged|accuses)"
                ),
            ),
        ),
        accusers=match_words(r"military|army|police|prosecut\w+|indictment|charge sheet|(?:district|state) attorney"),
        parties=True,
    ),
    Question(
        "whether anyone was hurt",
        "status",
        "conflict",
        "words",
        (
            (
                "no one",
                match_words(
                    r"no (?:immediate )?(?:reports? of )?(?:\w+ or )?(?:injur(?:y|ies)|casualties|deaths|fatalities)"
                    r"|(?:no ?one|nobody) (?:else )?(?:was|is|were|has been) (?:\w+ )?(?:hurt|injured|killed|harmed)"
                ),
            ),
            (
                "some",
                match_words(
                    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|many|some"
                    r"|scores) (?:\w+ ){0,3}"
                    r"(?:was|were|are|have been) (?:\w+ )?(?:hurt|injured|killed|wounded)"
                ),
            ),
        ),
        turns=True,
    ),
    Question(
        "whether there is an agreement",
        "status",
        "conflict",
        "words",
        (
            (
                "none",
                match_words(
                    r"no (?:\w+ )?(?:deal|agreement) (?:\w+ )?(?:was|has been|had been)? ?(?:reached|struck|signed)?"
                    r"|(?:failed|unable) to (?:reach|strike|agree|conclude)|talks (?:\w+ )?(?:collapsed|broke "
                    r"down|ended without)"
                ),
            ),
            (
                "reached",
                match_words(
                    r"(?:reached|struck|signed|clinched|sealed) (?:an? |the )?(?:\w+ )?(?:deal|agreement|accord|pact)"
                ),
            ),
        ),
        turns=True,
    ),
)
"""Add a row with a golden pair in the tests."""
