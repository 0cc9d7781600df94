"""Questions whose answer turns as time goes on: due and put off, gone and back, shut and open again."""

from __future__ import annotations

from dateline.compare.differences.questions import Question, match_words

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

TURNS: tuple[Question, ...] = (
    Question(
        "when it ends or takes place",
        "status",
        "update",
        "words",
        (
            (
                "moved",
                match_words(
                    r"(?:be|been|is|are|was|were|has|have|had|will|to|today|again|being) (?:\w+ )?"
                    r"(?:extend(?:ed)?|prolong(?:ed)?|postponed?|put off|called off|cancel(?:l?ed)?|rescheduled?"
                    r"|brought forward|pushed back|delayed?)"
                    r"|(?:extended|prolonged|postponed|called off|cancel(?:l)?ed|rescheduled|pushed back) "
                    r"(?:the|an?|its|his|her|their)"
                ),
            ),
            (
                "as planned",
                match_words(
                    r"(?:due|scheduled|set|planned|expected|supposed) to (?:end|expire|be lifted|finish|close"
                    r"|begin|start|open"
                    r"|take place|be held)|(?:scheduled|planned|impending|expected) (?:end|start|beginning"
                    r"|opening|lifting|expiry)"
                    r"|would (?:end|expire|be lifted) on|(?:expires|ends|begins|starts) on"
                ),
            ),
        ),
        severity=3,
        least=3,
    ),
    Question(
        "whether it has begun",
        "status",
        "update",
        "words",
        (
            (
                "under way",
                match_words(r"(?:is|are) (?:currently|now|already) (?P<verb>\w+ing)"),
            ),
            (
                "to come",
                match_words(
                    r"(?:is|are) (?:\w+ )?(?:scheduled|due|set|expected|slated) to (?P<verb>\w+)"
                    rf"|will (?P<act>\w+) [^.]{{4,50}}(?:starting|beginning|on) {_DAY}"
                ),
            ),
        ),
        least=3,
    ),
    Question(
        "whether they are back",
        "status",
        "update",
        "words",
        (
            (
                "gone",
                match_words(r"withdr[ae]w(?:al|n|ing|s)?|pull(?:ed|ing|s)? out|pullout|evacuated|walked out|recalled"),
            ),
            (
                "back",
                match_words(
                    r"(?:have|has|had|were|was|are) (?:\w+ )?(?:returned|come back|back at|working in)"
                    r"|allowed (?:back|to return)|(?:returned|went back|came back) to (?:work|the|its|their|his|her)"
                ),
            ),
        ),
        turns=True,
        severity=3,
        least=3,
        only_later=True,
    ),
    Question(
        "whether it is running",
        "status",
        "update",
        "words",
        (
            (
                "gone",
                match_words(
                    r"(?:was|were|has been|have been|had been) (?:suspended|halted|grounded|cut off|stopped)"
                    r"|(?:suspended|halted|grounded|cut off|stopped) (?:all|the|its|their)"
                ),
            ),
            (
                "back",
                match_words(
                    r"(?:have|has|had|were|was|been) (?:\w+ )?(?:resumed|restored|restarted)|(?:resumed"
                    r"|restarted) (?:\w+ )?(?:service|work|on|after)"
                ),
            ),
        ),
        turns=True,
        severity=3,
        least=3,
        only_later=True,
    ),
    Question(
        "whether it is open",
        "status",
        "update",
        "words",
        (
            (
                "gone",
                match_words(r"(?:was|were|has been|have been|had been|remained?|is|are) (?:closed|shut|sealed off)"),
            ),
            (
                "back",
                match_words(
                    r"(?:have|has|had|were|was|been) (?:\w+ )?(?:reopened|re-opened)|(?:reopened|re-opened) "
                    r"(?:on|after|to|its)"
                ),
            ),
        ),
        turns=True,
        severity=3,
        least=3,
        only_later=True,
    ),
)
"""Add a row with a golden pair in the tests."""
