"""Questions about what people did and how they fared, with the answers reports give in set phrases."""

from __future__ import annotations

import re

from dateline.compare.differences.questions import Question, match_words

_WELL = r"(?P<verb>equipped|prepared|trained|maintained|lit|marked|guarded|informed)"
_BE = r"(?:is|are|was|were|be|been|being)"

_NO_COUNT_OF_MISSING = re.compile(
    r"^(?!.*\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|scores|people"
    r"|persons|others) (?:\w+ ){0,4}(?:missing|unaccounted))",
    re.I | re.S,
)
"""How many are missing, and how many bodies were found, are two counts that both hold."""

CONDUCT: tuple[Question, ...] = (
    Question(
        "how bad the damage is",
        "status",
        "scope",
        "words",
        (
            (
                "little",
                match_words(
                    r"(?:largely |mostly |still )?intact|(?:minor|slight|little|superficial|only smoke) damage"
                    r"|no (?:\w+ )?damage"
                    r"|small amount of (?:\w+ )?damage|slightly damaged|escaped (?:\w+ )?damage"
                ),
            ),
            (
                "much",
                match_words(
                    rf"{_BE} (?:\w+ ){{0,2}}(?:destroyed|gutted|flattened|wrecked)|reduced to (?:ruins|rubble|ashes)"
                    r"|(?:has|have|had) (?:\w+ )?(?:destroyed|gutted|wrecked)|a total loss"
                ),
            ),
        ),
    ),
    Question(
        "too full or not",
        "polarity",
        "conflict",
        "subject",
        (
            (
                "not too full",
                match_words(
                    r"(?:den(?:y|ies|ied)|not|never|n['’]t) (?:\w+ ){0,6}(?:overloaded|overcrowded|over "
                    r"capacity|too full)"
                    r"|(?:well )?(?:within|below|under) (?:its|the|their) (?:\w+ )?(?:limit|capacity)"
                ),
            ),
            (
                "too full",
                match_words(
                    r"overloaded|overcrowded|over capacity|too many (?:passengers|people|guests|spectators)"
                    r"|more (?:\w+ )?than (?:\w+ ){0,3}(?:allowed|licensed|certified|permitted) to carry"
                    r"|(?:above|beyond|over|exceed\w+) (?:its|the|their) (?:\w+ )?(?:limit|capacity)"
                ),
            ),
        ),
    ),
    Question(
        "whether it was asked for",
        "polarity",
        "conflict",
        "near",
        (
            (
                "never asked",
                match_words(
                    r"(?:never|not) (?:received|had|got|seen) (?:such )?(?:any |an? )?(?:such )?(?:requests?"
                    r"|complaints?|warnings?|reports?)"
                    r"|no such (?:requests?|complaints?|warnings?|reports?)|(?:was|were|had) never (?:been "
                    r")?(?:asked|told|warned)"
                    r"|received no (?:such )?(?:requests?|complaints?|warnings?|reports?)"
                ),
            ),
            (
                "asked",
                match_words(
                    r"(?:had|has|have) (?:\w+ )?(?:asked|requested|complained|appealed|warned) (?:\w+ "
                    r"){0,4}(?:for|to|about|of|that)"
                ),
            ),
        ),
    ),
    Question(
        "well or badly fitted out",
        "polarity",
        "conflict",
        "words",
        (
            ("badly", match_words(rf"(?:ill|poorly|badly|insufficiently|inadequately|under)[- ]?{_WELL}")),
            ("well", match_words(rf"(?:well|properly|fully|adequately|highly)[- ]{_WELL}")),
        ),
        least=1,
    ),
    Question(
        "where and how death came",
        "place",
        "scope",
        "words",
        (
            (
                "on the spot",
                match_words(
                    r"(?:died|killed|dead) (?:almost )?(?:instantly|at once|immediately|on the spot|at the scene)"
                    r"|pronounced dead at the scene"
                ),
            ),
            (
                "later",
                match_words(
                    r"died (?:\w+ ){0,3}(?:in|at|on (?:the|his|her) way to) (?:an? |the )?(?:\w+ ){0,2}hospital"
                    r"|pronounced dead (?:\w+ )?at (?:an? |the )?(?:\w+ ){0,3}hospital|died on the way"
                    r"|(?:was|were) (?:still )?alive when|died of (?:his|her|their) (?:wounds|injuries)"
                ),
            ),
        ),
    ),
    Question(
        "armed or not",
        "polarity",
        "conflict",
        "bearer",
        (
            (
                "unarmed",
                match_words(
                    rf"{_BE} (?:\w+ )?(?:unarmed|not armed)|no weapons? (?:\w+ )?(?:was|were) found|had no weapon"
                ),
            ),
            (
                "armed",
                match_words(rf"{_BE} (?:\w+ )?armed(?: with)?|carrying a (?:\w+ )?(?:gun|knife|weapon|rifle|pistol)"),
            ),
        ),
    ),
    Question(
        "left or made to leave",
        "status",
        "wording",
        "bearer",
        (
            (
                "made to leave",
                match_words(
                    rf"{_BE} (?:\w+ )?(?:fired|sacked|dismissed|ousted|pushed out|forced out|removed from)"
                    rf"|forced to (?:resign|quit)"
                ),
            ),
            ("left", match_words(r"(?:resigned|stepped down|quit|retired|stood down)")),
        ),
        least=1,
    ),
    Question(
        "peaceful or violent",
        "status",
        "scope",
        "words",
        (
            (
                "peaceful",
                match_words(r"(?:was|were|remained|largely|mostly|mainly|passed off) (?:\w+ )?peaceful(?:ly)?"),
            ),
            (
                "violent",
                match_words(
                    r"turned violent|violent clashes|clashed with (?:the )?(?:\w+ )?police|threw (?:stones"
                    r"|rocks|bottles)"
                ),
            ),
        ),
    ),
    Question(
        "missing or found",
        "status",
        "update",
        "subject",
        (
            (
                "missing",
                match_words(r"(?:is|are|was|were|remains?|still|reported|went) (?:\w+ )?(?:missing|unaccounted for)"),
            ),
            (
                "found",
                match_words(
                    rf"{_BE} (?:\w+ )?found (?:alive|dead|safe|unharmed)|(?:body|bodies|remains|wreckage) "
                    rf"(?:\w+ ){{0,5}}"
                    r"(?:found|recovered|identified|discovered)|found (?:\w+ ){0,3}(?:body|bodies|remains)"
                ),
            ),
        ),
        turns=True,
        only_later=True,
        needs=_NO_COUNT_OF_MISSING,
    ),
    Question(
        "with or without leave",
        "polarity",
        "conflict",
        "subject",
        (
            (
                "without",
                match_words(
                    r"(?:without|no) (?:\w+ )?(?:permits?|permission|licen[sc]es?|authori[sz]ation)|unlicensed"
                    r"|unauthori[sz]ed"
                    rf"|{_BE} not (?:licensed|authori[sz]ed|permitted)"
                ),
            ),
            (
                "with",
                match_words(
                    r"(?:had|has|have|held|holds) (?:\w+ ){0,2}(?:permits?|permission|licen[sc]es?|authori[sz]ation)"
                    rf"|{_BE} (?:fully |properly )?(?:licensed|authori[sz]ed)"
                ),
            ),
        ),
    ),
    Question(
        "whether there was an apology",
        "status",
        "conflict",
        "bearer",
        (
            (
                "none",
                match_words(
                    r"refus\w+ to apologi[sz]e|(?:did not|didn['’]t|has not|never|would not|will not) apologi[sz]ed?"
                    r"|no (?:plans? (?:to|for) )?apolog(?:y|i[sz]e)|stopped short of (?:\w+ )?apolog\w+"
                ),
            ),
            (
                "given",
                match_words(
                    r"(?:has |have |had |publicly |later )?apologi[sz]ed (?:to|for|on|after|in)|offered (?:\w+ "
                    r"){0,2}apology"
                ),
            ),
        ),
        turns=True,
        least=1,
    ),
    Question(
        "drunk or sober",
        "polarity",
        "conflict",
        "subject",
        (
            (
                "sober",
                match_words(rf"no (?:trace|sign|evidence)s? of (?:alcohol|drugs|drink)|{_BE} (?:not drunk|sober)"),
            ),
            (
                "drunk",
                match_words(
                    rf"{_BE} (?:\w+ )?(?:drunk|intoxicated)|under the influence|over the (?:\w+ )?limit"
                    rf"|smell\w+ of alcohol"
                ),
            ),
        ),
    ),
    Question(
        "lawful or not",
        "polarity",
        "conflict",
        "words",
        (
            (
                "lawful",
                match_words(
                    r"(?:was|were|is|are) (?:\w+ )?(?:legal|lawful)|within the law|(?:broke|broken|violated) no laws?"
                ),
            ),
            (
                "unlawful",
                match_words(
                    r"(?:was|were|is|are) (?:\w+ )?(?:illegal|unlawful)|(?:broke|violated) (?:\w+ )?(?:laws?"
                    r"|constitution)"
                ),
            ),
        ),
        least=3,
        parties=True,
    ),
)
"""Add a row with a golden pair in the tests."""
