"""Patterns for times as they are typed and dictated: "6 June, half past seven", "next week Wednesday", "Sat at 5".

They continue ``time_rules.RULES``. Running news has rows of numbers that look like these (prices, scores, counts), so
bare numbers want a day, a preposition or the end of a clause beside them.
"""

from __future__ import annotations

from dateline.language.en.time_rules import Rule

_END = frozenset(
    {"", ".", ",", ";", ")", "?", "!", '"', "and", "or", "but", "-", ":", "at", "from", "is", "was", "for"}
)
_ON = frozenset({"on", "from", "until", "till", "since", "by", "between"})
_AT = frozenset({"at", "until", "till", "by", "around", "about", "from"})
_BETWEEN = frozenset({"between", "from"})

_SPOKEN = "hour=HOURWORD ( ~-? minute=MINUTEWORD )? half=HALF"
_HOUR = "hour=HOUR ( ~:/. ~minute=SIXTY )? ( half=HALF )? | hour=HOURWORD ( ~-? minute=MINUTEWORD )? ( half=HALF )?"
_UNTIL = (
    "until_hour=HOUR ( ~:/. ~until_minute=SIXTY )? ( until_half=HALF )? | "
    "until_hour=HOURWORD ( ~-? until_minute=MINUTEWORD )? ( until_half=HALF )?"
)
_TWO_WORDS = "hour=HOURWORD ~-? minute=MINUTEWORD"
_TAIL = "( in the part=PART | o ~' ~clock | oclock )?"
_ON_DAY = "~,? ( on )? ( $DAYISH )"
_PAST = "( past_minute=NUM ) ( minutes/minute/min/mins )?"

RULES: tuple[Rule, ...] = (
    # Clock times in words.
    Rule("calendar", "TIME", f"( {_SPOKEN} ) ( {_ON_DAY} )?"),
    Rule("calendar", "TIME", f"( $DAYISH ) ~,? ( at )? ( {_SPOKEN} )"),
    Rule("calendar", "TIME", "hour=HOURWORD ~-? minute=MINUTEWORD", before=frozenset({"at"}), alone=True),
    Rule("calendar", "TIME", f"hour=HOURWORD ~-? minute=MINUTEWORD {_ON_DAY}"),
    Rule("calendar", "TIME", "( $DAYISH ) ~,? ( at )? hour=HOURWORD ~-? minute=MINUTEWORD", alone=True),
    Rule("calendar", "TIME", "( $DAYISH ) ~,? at/around ( hour=HOUR/HOURWORD )", after=_END),
    Rule("calendar", "TIME", "( $DAYISH ) ~,? ( at )? hour=HOUR ( o ~' ~clock | oclock )"),
    Rule("calendar", "TIME", "hour=HOUR/HOURWORD ( oclock | o ~' ~clock ) ( in the part=PART )?"),
    Rule("calendar", "TIME", "hour=HOURWORD in the part=PART", before=_AT),
    Rule("calendar", "TIME", f"( {_PAST} ) past=past hour=HOUR/NUM ( half=HALF )? {_TAIL} ( {_ON_DAY} )?", alone=True),
    Rule(
        "calendar",
        "TIME",
        f"past_minute=NUM minutes/min/mins past=to hour=HOUR/NUM ( half=HALF )? {_TAIL} ( {_ON_DAY} )?",
        {"sign": -1},
        alone=True,
    ),
    Rule("calendar", "TIME", "( a )? past=quarter/half past hour=HOUR/NUM ( half=HALF )? " + _TAIL),
    Rule("calendar", "TIME", "( a )? past=quarter to hour=HOUR/NUM ( half=HALF )? " + _TAIL, {"sign": -1}),
    Rule("calendar", "TIME", "hour=HOUR ~-? ~ish ( half=HALF )?"),
    Rule("calendar", "TIME", "noon=noonish"),
    Rule("calendar", "TIME", "hhmm=HHMM half=HALF"),
    Rule("weekday", "TIME", "weekday=WEEKDAYALONE mod=MOD part=PART ( at ( $CLOCK ) )?"),
    Rule("calendar", "TIME", "mod=MOD the part=PART", {"open": 1}, alone=True),
    # Stretches of a day.
    Rule("calendar", "TIME", f"( {_HOUR} ) to/until/till/- ( {_UNTIL} ) in the part=PART"),
    Rule("calendar", "TIME", f"( {_HOUR} ) to/until/till/- ( {_UNTIL} ) {_ON_DAY}", before=_AT),
    Rule("calendar", "TIME", f"( {_HOUR} ) and/to/- ( {_UNTIL} ) ( {_ON_DAY} )", before=frozenset({"between"})),
    Rule("calendar", "TIME", f"( {_HOUR} ) and/to/- ( {_UNTIL} ) ( in the part=PART )", before=frozenset({"between"})),
    Rule(
        "calendar", "TIME", f"( hour=HOUR ( ~: ~minute=SIXTY )? ) to/until/till ( {_UNTIL} ) ( oclock | o ~' ~clock )"
    ),
    Rule("calendar", "TIME", "hour=HOUR ~: ~minute=SIXTY to/until/till/- until_hour=HOUR ~: ~until_minute=SIXTY"),
    Rule(
        "calendar", "TIME", f"( $DAYISH ) ~,? from/at/between ( {_HOUR} ) to/until/till/-/and ( {_UNTIL} )", after=_END
    ),
    Rule("calendar", "TIME", f"( {_TWO_WORDS} ) to/until/till/and/- ( {_UNTIL} )", before=_BETWEEN, alone=True),
    Rule("calendar", "TIME", "hhmm=HHMM ~- ~until_hhmm=HHMM", before=_BETWEEN, alone=True),
    # Days.
    Rule("calendar", "DATE", "( $WD ~,? )? $M ~, day=DAY ~ORDEND ( $Y )?"),
    Rule("calendar", "DATE", "( $WD ~,? )? $M day=DAYSPOKEN ( $Y )?", alone=True),
    Rule("calendar", "DATE", "( $WD ~,? )? day=DAYSPOKEN ( of )? $M ( $Y )?", alone=True),
    Rule("calendar", "DATE", "( $WD ~,? )? ( the )? ( $DW ) day of $M ( $Y )?"),
    Rule("calendar", "DATE", "$WD ~,? the ( day=DAYWORD )", alone=True),
    Rule("calendar", "DATE", "$WD ~,? the ( day=DAYSPOKEN )", alone=True),
    Rule("calendar", "DATE", "$WD day=DAY", before=_ON, after=_END),
    Rule("calendar", "DATE", "$WD ~,? month=MM ~/. ~day=DAY", after=_END),
    Rule("calendar", "DATE", "$WD ~,? day=DAY ~/ ~month=MM", after=_END),
    Rule("calendar", "DATE", "month=MM ~/ ~day=DAY", before=_ON, after=_END),
    Rule("calendar", "DATE", "day=DAY ~/ ~month=MM", before=_ON, after=_END),
    Rule("calendar", "DATE", "month=MM ~. ~day=DAY", before=frozenset({"on"}), after=_END),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~-/. ~day=DAY ~-/. ~year=YEAR"),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~/ ~day=DAY ~/ ~year=YEAR"),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~/ ~year=YEAR"),
    Rule("calendar", "DATE", "$M of ( '? ) year=YY", after=_END),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~day=DAY"),
    Rule("calendar", "DATE", "shift=SHIFT ( $D ) of $M"),
    Rule("calendar", "DATE", "the ( $DW ) day of ( the )? step=SHIFT/NSHIFT unit=month"),
    Rule("calendar", "DATE", "the ( $DW ) ( day )? of the unit=month", {"amount": 0}),
    Rule("period", "DATE", "q ~ord=MM ~- ~year=YEAR"),
    Rule("weekday", "DATE", "$WA of ( the )? step=SHIFT/NSHIFT unit=week"),
    Rule("weekday", "DATE", "step=SHIFT/NSHIFT unit=week ( ~' ~s )? ~,? -? weekday=WEEKDAYALONE"),
    # Ranges.
    Rule("calendar", "DATE", "$MONTHS to/through/until $UMONTHS ( $UY )?", alone=True),
    Rule(
        "calendar",
        "DATE",
        "month=MM ~/ ~day=DAY ( to/until/through/and | - ) until_month=MM ~/ ~until_day=DAY",
        before=_BETWEEN,
    ),
    Rule("calendar", "DATE", "$M the ( $DW ) to/through/until/till ( the )? until_day=DAYWORD/DAY ( ~ORDEND )?"),
    # Rates.
    Rule("set", "SET", "everyday", {"unit": "day", "amount": 1}, alone=True),
    Rule("set", "SET", "( the )? ( $D ) of every/each month", {"unit": "month", "amount": 1}),
    Rule(
        "set",
        "SET",
        "( every/each )? weekday=WEEKDAYS at ( $CLOCK | hour=HOUR ~./: ~minute=SIXTY )",
        {"unit": "week", "amount": 1},
    ),
    Rule("set", "SET", "every/each weekday=WEEKDAYALONE ( at )? ( $CLOCK )", {"unit": "week", "amount": 1}),
    Rule("set", "SET", "semi ~-? annually/annual", {"unit": "month", "amount": 6}),
    Rule("set", "SET", "biweekly/fortnightly", {"unit": "week", "amount": 2}),
    # Lengths.
    Rule("duration", "DURATION", "one/a/an ( unit=UNIT ) and ( a )? half=half", {"amount": 1.5}),
    Rule("duration", "DURATION", "( amount=NUM ) and ( a )? half=half ( $UN )"),
    Rule("duration", "DURATION", "( amount=NUM ) and a quarter_more=quarter ( unit=UNIT/UNITS )"),
    Rule("duration", "DURATION", "half_of_one=½ ( an/a )? ( unit=UNIT )", {"amount": 0.5}),
    Rule("duration", "DURATION", "another unit=UNIT", {"amount": 1}),
    Rule("duration", "DURATION", "amount=NUM ~h", {"unit": "hour"}, alone=True),
    Rule("duration", "DURATION", "amount=NUM nights", {"unit": "day"}),
    Rule("duration", "DURATION", "one/1 night", {"unit": "day", "amount": 1}),
)
