"""The English time grammar: one row per pattern, in the language of ``times_pattern.py``.

Where several patterns match at one place the longest wins, and of equally long ones the first. ``fixed`` gives the
fields that the words do not. A row without a form marks what looks like a time and is none (ages, names).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.language.en.time_signs import SEASONAL
from dateline.language.times_pattern import Value

Form = Literal["calendar", "weekday", "offset", "period", "duration", "set", "vague"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means. ``before`` and ``after``: words of which one must stand beside the match."""

    form: Form | None
    kind: Kind
    pattern: str
    fixed: Mapping[str, Value] = field(default_factory=dict)
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    alone: bool = False
    """The next word may be no noun ("the 25th", but not "the 25th anniversary")."""


PIECES: Mapping[str, str] = {
    "M": "month=MONTHSHORT ~.? | month=MONTH",
    "D": "day=DAY ( ~ORDEND )?",
    "DW": "day=DAY ( ~ORDEND )? | day=DAYWORD",
    "UM": "until_month=MONTHSHORT ~.? | until_month=MONTH",
    "UD": "until_day=DAY ( ~ORDEND )?",
    "UY": ",? until_year=YEAR",
    "MONTHS": "( mod=MOD ~-? )? ( $M ) ( ( of )? ( $Y ) )?",
    "UMONTHS": "( MOD ~-? )? ( $UM ) ( ( of )? ( $UY ) )?",
    "Y": ",? year=YEAR | ,? year=NUM era=ERA | ,? era=ERA year=NUM",
    "WD": "weekday=WEEKDAY ~.?",
    "WA": "weekday=WEEKDAYALONE",
    "DATE": "( $WD ,? )? $M $D ( $Y )? | ( $WD ,? )? $D ( of )? $M ( $Y )?",
    "DAYISH": "$DATE | $DAYWORDS | month=MM ~/ ~day=DAY ~/ ~year=YEAR | year=YEAR ~- ~month=MM ~- ~day=DAY | "
    "deictic=DEICTIC ( part=PART )? | tonight=tonight/tonite | this part=PART | last_part=last part=PART | "
    "$WA ( part=PART )?",
    "DAYWORDS": "( $WD ,? )? $M day=DAYWORD ( $Y )? | $WD ~,? ( ( the )? day=DAY ~ORDEND | the day=DAYWORD )",
    "CLOCK": "hour=HOUR ( ~:/. ~minute=SIXTY ( ~: ~SIXTY )? )? half=HALF | hour=HOUR ~: ~minute=SIXTY ( ~: ~SIXTY )? | "
    "hour=HOUR o ~' ~clock | hour=NUM o ~' ~clock | noon=noon/midday | midnight=midnight | hour=HOUR in the part=PART",
    "ZONE": "LP zone=ZONE ( time )? ~RP | zone=ZONE ( time )?",
    "COUNT": "amount=NUM | amount=NUM ~. ~tenths=NUM | amount=SOME | amount=NUM half=and a half "
    "| amount=NUM to/or/and/- until_amount=NUM",
    "UN": "unit=UNIT/UNITS",
    "SIZE": "( approx=APPROX )? ( $COUNT ) ( $OF_LENGTH )? ( $UN ) ( half=and a half | or approx=LOOSE )?",
    "OF_LENGTH": "more/full/whole/straight/consecutive/long/short/additional/trading/business/working/calendar/other/"
    "further/extra/solid",
    "ABOUT": "( approx=CIRCA )?",
    "UCLOCK": "until_hour=HOUR ( ~:/. ~until_minute=SIXTY )? until_half=HALF | until_hour=HOUR ~: ~until_minute=SIXTY "
    "| until_noon=noon/midday",
    "OFPART": "( mod=MOD )? ( the )? ( mod=MOD )? part=PART ( hours )? of",
    "MOD": "( mod=MOD ~-? )?",
    "YEARLY": "~,? ( of )? step=SHIFT year",
    "QUARTER": "( fiscal ~-? )? ord=ORD ~-? ( fiscal )? quarter | q ~ord=MM | ord=MM ~q | q ord=MM",
    "OWN": "the/its/their/our/his/her",
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_END = frozenset({"", ".", ",", ";", ")", '"', "and", "but", "-", ":"})
_FROM = frozenset({"from"})
_BETWEEN = frozenset({"between"})
_TELLING: dict[str, Value] = {"anchor": "narrative"}

RULES: tuple[Rule, ...] = (
    # What is no time: ages, names, numbers with points.
    Rule(None, "DURATION", "( $COUNT ) ~-? ( $UN ) ~-? old/olds"),
    Rule(None, "DURATION", "( $COUNT ) ( $UN ) of age"),
    Rule(None, "DURATION", "aged NUM"),
    Rule(None, "DATE", "FALSE"),
    Rule(None, "DURATION", "( $COUNT ) ~- ~quarters"),
    Rule(None, "DATE", "NUM ~. ~NUM ~. ~NUM ~. ~NUM"),
    # Known by its day alone; the attack of one September may be meant, the attacks are those of 2001.
    Rule(
        None, "DATE", "( sept ~.? | september ) 11 ( ~th )? ( terror/terrorist )? attacks/hijackers/survivors/victims"
    ),
    # Dates.
    Rule("calendar", "DATE", "$ABOUT $DATE"),
    Rule(
        "calendar",
        "DATE",
        "( $WD ~,? )? $M $D of ( that/the same? | this ) year",
        {**_TELLING, "unit": "year", "amount": 0},
    ),
    Rule("calendar", "TIME", "$OFPART ( the )? ( $DATE )"),
    Rule("weekday", "TIME", "$OFPART $WA"),
    Rule("calendar", "DATE", "the day=DAY ~ORDEND of $M ( $Y )?"),
    Rule("calendar", "DATE", "$WD LP ( $DATE ) ~RP"),
    Rule("calendar", "DATE", "( $DATE ) LP $WD ~RP"),
    Rule("calendar", "DATE", "$WD ~,? ( the )? day=DAY ~ORDEND"),
    Rule("calendar", "DATE", "( $WD ~,? )? $M ( the )? day=DAYWORD ( $Y )?", alone=True),
    Rule("calendar", "DATE", "( $WD ~,? )? ( the )? ( $DW ) of $M ( ( of )? ( $Y ) )?"),
    Rule("calendar", "DATE", "$D ( of )? $M ( of/in year=YEAR )"),
    Rule("calendar", "DATE", "$M $D ( of/in year=YEAR )"),
    Rule("calendar", "DATE", "day=DAY ~- ~month=MONTH/MONTHSHORT ~- ~year=YEAR/YY"),
    Rule("calendar", "DATE", "day=DAY ~/ ~month=MONTH/MONTHSHORT ~/ ~year=YEAR/YY"),
    Rule("calendar", "DATE", "year=YEAR ( ~- | ~/ ) ~month=MONTH/MONTHSHORT ( ~- | ~/ ) ~day=DAY"),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~- ~year=YEAR"),
    Rule("calendar", "DATE", "compact=YYYYMMDD"),
    Rule("period", "DATE", "year=YEAR ~- ~q ~ord=MM"),
    Rule("period", "DATE", "( the )? week number=NUM ( of $Y )?", {"name": "week"}),
    Rule("period", "DATE", "( the )? ( number=ORD | number=NUM ~ORDEND ) week of $Y", {"name": "week"}),
    Rule("calendar", "DATE", "month=MONTH/MONTHSHORT ~/ ~day=DAY"),
    Rule("calendar", "DATE", "$M of/in year=YEAR"),
    Rule("calendar", "DATE", "( $WD ~,? )? $M $D $YEARLY"),
    Rule("calendar", "DATE", "( $WD ~,? )? ( the )? $D ( of )? $M $YEARLY"),
    Rule("calendar", "DATE", "$MOD $M $YEARLY"),
    Rule("calendar", "DATE", "$ABOUT $MOD $M ( ~, )? ( of )? $Y"),
    Rule("calendar", "DATE", "year=YEAR $M"),
    Rule("calendar", "DATE", "$MOD $M ' ~year=YY"),
    Rule("calendar", "DATE", "$ABOUT $MOD month=MONTHALONE"),
    Rule("calendar", "DATE", "$MOD $M of that/the same? year", {**_TELLING, "unit": "year", "amount": 0}),
    Rule("calendar", "DATE", "$MOD ( the )? shift=SHIFT $M ( $D )?"),
    Rule(
        "calendar", "DATE", "the day=DAY ~ORDEND", before=_words("on by until since before after from to"), alone=True
    ),
    Rule("calendar", "DATE", "the day=DAY ~ORDEND of ( the )? step=SHIFT/NSHIFT unit=month"),
    Rule("calendar", "DATE", "( the )? nth=ORD weekday=WEEKDAYALONE of/in $M ( $Y )?"),
    Rule("calendar", "DATE", "9 ~/ ~11", {"year": 2001, "month": 9, "day": 11}),
    Rule(
        "calendar", "DATE", "year=YEAR ~- ~month=MM ~- ~day=DAY ( ( ~t )? hour=HOUR ~: ~minute=SIXTY ( ~: ~SIXTY )? )?"
    ),
    Rule("calendar", "DATE", "year=YEAR ~/ ~month=MM ~/ ~day=DAY ( hour=HOUR ~: ~minute=SIXTY ( ~: ~SIXTY )? )?"),
    Rule("calendar", "DATE", "month=MM ~/ ~day=DAY ~/ ~year=YEAR/YY ( hour=HOUR ~: ~minute=SIXTY ( ~: ~SIXTY )? )?"),
    Rule("calendar", "DATE", "day=DAY ~/ ~month=MM ~/ ~year=YEAR/YY"),
    Rule("calendar", "DATE", "day=DAY ~. ~month=MM ~. ~year=YEAR"),
    # Ranges of days, months and years.
    Rule("calendar", "DATE", "$M $D to/through/until ( $UM )? $UD ( $Y )?"),
    Rule("calendar", "DATE", "$M $D ~- ~until_day=DAY ( ~ORDEND )? ( $Y )?"),
    Rule("calendar", "DATE", "$M $D - $UM $UD ( $Y )?"),
    Rule("calendar", "DATE", "$M $D to/through/until ( $UM )? $UD $YEARLY"),
    Rule("calendar", "DATE", "$D to/through/until $UD ( of )? $M ( $Y )?"),
    Rule("calendar", "DATE", "$D ( of )? $M to/through/until/till/- ( the )? $UD ( of )? $UM ( of/in year=YEAR )"),
    Rule(
        "calendar",
        "DATE",
        "( the )? $DW and ( the )? until_day=DAYWORD/DAY ( ~ORDEND )? ( of )? $M ( $Y )?",
        before=_BETWEEN,
    ),
    Rule("calendar", "DATE", "$M ( $DW ) to/through/until/till ( the )? until_day=DAYWORD/DAY ( ~ORDEND )? ( $Y )?"),
    Rule("calendar", "DATE", "$MONTHS to/through/until $UMONTHS in year=YEAR", before=_FROM),
    Rule("calendar", "DATE", "$D ~- ~until_day=DAY ( ~ORDEND )? ( of )? $M ( $Y )?"),
    Rule("calendar", "DATE", "$D $M to/through/until/- $UD $UM ( $Y )?"),
    Rule("calendar", "DATE", "year=YEAR ~- ~until_year=YEAR/YY"),
    Rule("calendar", "DATE", "year=YEAR ~- ~month=MM", alone=True),
    Rule("calendar", "DATE", "year=YEAR to/through/until until_year=YEAR", before=_FROM),
    Rule("calendar", "DATE", "year=YEAR and until_year=YEAR", before=_BETWEEN),
    Rule("calendar", "DATE", "$MONTHS to/through/until $UMONTHS", before=_FROM),
    Rule("calendar", "DATE", "$MONTHS and $UMONTHS", before=_BETWEEN),
    Rule("calendar", "DATE", "$M $Y ~- $UM $UY"),
    Rule("calendar", "DATE", "month=MONTHALONE and until_month=MONTHALONE ( $Y )?", {"adjacent": 1}),
    Rule("calendar", "DATE", "$M $D ( $Y )? to/through/until ( $UM )? $UD ( $UY )?", before=_FROM),
    Rule("calendar", "DATE", "$M $D ( $Y )? and ( $UM )? $UD ( $UY )?", before=_BETWEEN),
    Rule("calendar", "DATE", "$D ( $M ( $Y )? )? and $UD $UM ( $UY )?", before=_BETWEEN),
    Rule("weekday", "DATE", "weekday=WEEKDAYALONE to/through/until until_weekday=WEEKDAYALONE", before=_FROM),
    Rule("weekday", "DATE", "weekday=WEEKDAYALONE and until_weekday=WEEKDAYALONE", before=_BETWEEN),
    Rule("weekday", "DATE", "weekday=WEEKDAYALONE and until_weekday=WEEKDAYALONE", {"adjacent": 1}),
    # Years.
    Rule("calendar", "DATE", "$MOD year=YEARALONE"),
    Rule("calendar", "DATE", "( the )? year ( of )? year=YEAR"),
    Rule("calendar", "DATE", "$ABOUT $MOD ( the )? $MOD year=NUM era=ERA"),
    Rule("calendar", "DATE", "$ABOUT $MOD era=ERA year=NUM"),
    Rule("calendar", "DATE", "$ABOUT $MOD ( the )? year=BCYEAR", {"era": -1}),
    Rule("calendar", "DATE", "year=BCYEAR ( ~- ) until_year=BCYEAR", {"era": -1}),
    Rule("calendar", "DATE", "$MOD $M ( of )? year=BCYEAR", {"era": -1}),
    Rule("period", "DATE", "$MOD ( the )? $MOD name=SEASON ( of )? year=BCYEAR", {"era": -1}),
    Rule("calendar", "DATE", "$ABOUT year=NUM ( ~- | to/until/through ) until_year=NUM era=ERA"),
    Rule("calendar", "DATE", "approx=CIRCA year=YEARALONE"),
    Rule("calendar", "DATE", "( $MOD ) ( the )? ( years/year )? year=YEARALONE"),
    Rule("calendar", "DATE", "( the )? year ~-? end", {"month": 12, "day": 31}),
    # Clock times, with or without their day.
    Rule("calendar", "TIME", "( approx=APPROX )? ( $CLOCK ) ( $ZONE )? ( ~,? ( on )? ( $DAYISH ) )?"),
    Rule("calendar", "TIME", "( $DAYISH ) ~,? ( at )? ( $CLOCK ) ( $ZONE )?"),
    Rule("calendar", "TIME", "( $CLOCK ) ~,? ( on )? ( $DAYISH ) ( $ZONE )"),
    Rule(
        "calendar",
        "TIME",
        "( $CLOCK | hour=HOUR ( ~: ~minute=SIXTY )? ) ( to/until/till/through/- ) ( $UCLOCK ) ( $ZONE )? "
        "( ~,? ( on )? ( $DAYISH ) )?",
    ),
    Rule(
        "calendar",
        "TIME",
        "( $DAYISH ) ~,? ( from )? ( $CLOCK | hour=HOUR ( ~: ~minute=SIXTY )? ) "
        "( to/until/till/through/- ) ( $UCLOCK ) ( $ZONE )?",
    ),
    Rule(
        "calendar",
        "TIME",
        "( $CLOCK | hour=HOUR ( ~: ~minute=SIXTY )? ) and ( $UCLOCK ) ( $ZONE )? ( ~,? ( on )? ( $DAYISH ) )?",
        before=_BETWEEN,
    ),
    Rule("calendar", "TIME", "past=half past hour=HOUR/NUM ( half=HALF )? ( ~,? ( on )? ( $DAYISH ) )?"),
    Rule("calendar", "TIME", "past=quarter past hour=HOUR/NUM ( half=HALF )? ( ~,? ( on )? ( $DAYISH ) )?"),
    Rule(
        "calendar",
        "TIME",
        "( a )? past=quarter to hour=HOUR/NUM ( half=HALF )? ( ~,? ( on )? ( $DAYISH ) )?",
        {"sign": -1},
    ),
    Rule(
        "calendar",
        "TIME",
        "hhmm=HHMM hours ( $ZONE )? ( ~,? ( on )? ( $DAYISH ) )?",
        before=_words("at by until around from to"),
    ),
    Rule("calendar", "TIME", "hhmm=HHMM zone=ZONE ( ~,? ( on )? ( $DAYISH ) )?"),
    Rule("calendar", "TIME", "hour=HOUR ( ~: ~minute=SIXTY )? zone=ZONE ( ~,? ( on )? ( $DAYISH ) )?"),
    # Weekdays.
    Rule("weekday", "DATE", "$MOD ( shift=SHIFT )? $WA ( part=PART )?"),
    Rule("weekday", "DATE", "$WA ( of )? step=SHIFT unit=week"),
    Rule("weekday", "DATE", "( the )? nshift=NSHIFT $WA ( part=PART )?", _TELLING),
    # Days around the writing day.
    Rule("offset", "DATE", "$MOD deictic=DEICTIC ( part=PART )?", {"unit": "day"}),
    Rule("offset", "TIME", "$MOD ( the )? part=PART deictic=DEICTIC", {"unit": "day"}),
    Rule("offset", "TIME", "$MOD tonight/tonite", {"unit": "day", "amount": 0, "name": "night"}),
    Rule("offset", "TIME", "$MOD this part=PART", {"unit": "day", "amount": 0}),
    Rule("offset", "TIME", "$MOD last part=night/evening", {"unit": "day", "amount": -1}),
    Rule("offset", "DATE", "mod=MOD in the day", {**_TELLING, "unit": "day", "amount": 0}),
    Rule("offset", "DATE", "mod=MOD in the unit=week/month/year", {"amount": 0}),
    # Days around the day spoken of.
    Rule("offset", "DATE", "$MOD ( the )? nshift=NSHIFT unit=UNIT", _TELLING),
    Rule("offset", "DATE", "( the )? unit=day/week/month/year following/after", {**_TELLING, "amount": 1}, after=_END),
    Rule("duration", "DURATION", "( the )? nshift=NSHIFT unit=UNITS", {"anchor": "narrative"}),
    Rule(
        "duration",
        "DURATION",
        "( the )? nshift=NSHIFT ( amount=NUM | amount=MANY ) unit=UNITS",
        {"anchor": "narrative"},
    ),
    Rule("duration", "DURATION", "the ( amount=NUM | amount=MANY ) nshift=NSHIFT unit=UNITS", {"anchor": "narrative"}),
    Rule("duration", "DURATION", "the ( amount=NUM | amount=MANY ) shift=SHIFT unit=UNITS"),
    Rule("offset", "TIME", "( the )? nshift=NSHIFT part=PART", {**_TELLING, "unit": "day"}),
    Rule("offset", "DATE", "the next unit=day/week/month/year", {**_TELLING, "amount": 1}, after=_END),
    Rule("offset", "DATE", "the next day", {**_TELLING, "unit": "day", "amount": 1}),
    Rule("offset", "TIME", "the next part=PART", {**_TELLING, "unit": "day", "amount": 1}),
    Rule("offset", "DATE", "the unit=day/week/month/year before", {**_TELLING, "amount": -1}, after=_END),
    Rule("offset", "DATE", "the unit=day/week/month/year after", {**_TELLING, "amount": 1}, after=_END),
    Rule("offset", "TIME", "the part=night/evening before", {**_TELLING, "unit": "day", "amount": -1}, after=_END),
    # The same stretch of the year before, in reports that compare figures.
    Rule("offset", "DATE", "a unit=year ago", {"amount": -1, "name": "compared"}),
    Rule("offset", "DATE", "a unit=year earlier", {"amount": -1, "name": "compared"}),
    Rule(
        "offset",
        "DATE",
        "( the/a )? ( corresponding/same/comparable/like )? unit=year ~-? ago/earlier ( quarter/period )?",
        {"amount": -1, "name": "compared"},
    ),
    Rule(
        "offset",
        "DATE",
        "( the )? ( corresponding/same/comparable/like ) ( quarter/period ) ( a unit=year ago/earlier | "
        "( in/of )? step=last unit=year | the unit=year before )",
        {"amount": -1, "name": "compared"},
    ),
    Rule("offset", "DATE", "( the )? quarter/period a unit=year ago/earlier", {"amount": -1, "name": "compared"}),
    Rule("period", "DATE", "( the )? year=YEAR quarter/period", {"name": "compared"}),
    Rule("offset", "DATE", "last year ~' ~s quarter/period", {"unit": "year", "amount": -1, "name": "compared"}),
    Rule("offset", "DATE", "( $SIZE ) earlier/previously", {**_TELLING, "sign": -1}),
    Rule("offset", "DATE", "( $SIZE ) later/afterward/afterwards", {**_TELLING, "sign": 1}),
    Rule("offset", "DATE", "( $SIZE ) before", {**_TELLING, "sign": -1}, after=_END),
    Rule("offset", "DATE", "unit=UNITS later/afterward", {**_TELLING, "sign": 1}),
    Rule("offset", "DATE", "unit=UNITS earlier", {**_TELLING, "sign": -1}),
    Rule("offset", "DURATION", "$SIZE", {**_TELLING, "sign": 1}, after=_words("after following")),
    Rule("offset", "DURATION", "$SIZE", {**_TELLING, "sign": -1}, after=_words("before")),
    Rule("offset", "DURATION", "unit=UNITS", {**_TELLING, "sign": 1}, after=_words("after following")),
    Rule("offset", "DURATION", "unit=UNITS", {**_TELLING, "sign": -1}, after=_words("before")),
    # Weeks, months and years around the writing day.
    Rule("offset", "DATE", "( $SIZE ) ago", {"sign": -1}),
    Rule("offset", "DATE", "unit=UNITS ago", {"sign": -1}),
    Rule("offset", "DATE", "( $SIZE ) from now/today", {"sign": 1}),
    Rule("offset", "DATE", "$MOD ( the )? shift=current ( fiscal )? unit=UNIT"),
    Rule("offset", "DATE", "$MOD shift=SHIFT ( fiscal/working )? unit=UNIT"),
    Rule("offset", "DATE", "mod=MOD the unit=UNIT", {"amount": 0}),
    Rule(
        "offset",
        "DATE",
        "the ( latest | most recent )? ( fiscal )? unit=quarter",
        {"amount": 0, "name": "told"},
        alone=True,
    ),
    Rule("offset", "DATE", "the latest period", {"unit": "quarter", "amount": 0, "name": "told"}),
    Rule("duration", "DURATION", "the ( full )? unit=year", {"amount": 1}, after=_words("ended ending")),
    Rule("offset", "DATE", "the ( full )? unit=year/month/week", {"amount": 0}, alone=True),
    Rule("offset", "DATE", "the unit=year/month/week ~' ~s end", {"amount": 0, "modifier": "late"}),
    Rule("offset", "DATE", "unit=year/month/week ~' ~s end", {"amount": 0, "modifier": "late"}),
    # Named stretches.
    Rule("period", "DATE", "$MOD shift=SHIFT name=SEASON"),
    Rule("period", "DATE", "$ABOUT $MOD ( the )? $MOD name=SEASON ( of )? ( $Y | step=SHIFT year )"),
    Rule("period", "DATE", "mod=MOD ( the )? name=SEASON"),
    Rule("period", "DATE", "( mod=MOD )? ( the )? nshift=NSHIFT name=SEASON", _TELLING),
    Rule("period", "DATE", "name=summer/winter/autumn"),
    Rule("period", "DATE", "name=spring", after=SEASONAL),
    Rule("calendar", "TIME", "the part=PART", {"open": 1}, before=_words("in"), alone=True),
    Rule("calendar", "TIME", "the part=PART at hour=HOUR"),
    Rule("calendar", "TIME", "part=night/dawn/dusk/daybreak", {"open": 1}, before=_words("at by before until after")),
    Rule("calendar", "DATE", "$M ~- $UM ( $UY )?"),
    Rule("period", "DATE", "the name=SEASON", alone=True),
    Rule("period", "DATE", "name=SEASON", before=_words("in by since until during through every over")),
    Rule("period", "DATE", "( $OWN )? $MOD ( $QUARTER ) ( ( of )? ( fiscal )? ( $Y | ( the )? step=SHIFT year ) )?"),
    Rule("period", "DATE", "step=SHIFT year ~' ~s ( $QUARTER )"),
    Rule("period", "DATE", "( the )? year=YEAR ( ~' ~s )? ( $QUARTER )"),
    Rule("period", "DATE", "( the )? year ~-? ago/earlier ( $QUARTER )", {"unit": "year", "amount": -1}),
    Rule("period", "DATE", "( the )? half_of=HALFORD half of ( $Y | ( the )? step=SHIFT year | the year )"),
    Rule("period", "DATE", "fiscal ( year )? year=YEAR", {"name": "fiscal"}),
    Rule("period", "DATE", "the fiscal year", {"name": "fiscal"}),
    Rule("period", "DATE", "$ABOUT $MOD ( the )? $MOD decade=YEAR ~'? ~s", {"name": "decade"}),
    Rule("period", "DATE", "( the )? HALFORD half of the $MOD decade=YEAR ~'? ~s", {"name": "decade"}),
    Rule(
        "period",
        "DATE",
        "( the )? HALFORD half of the ( ord=ORD | ord=NUM ~ORDEND ) ~-? century ( era=ERA )?",
        {"name": "century"},
    ),
    Rule(
        "period",
        "DATE",
        "( the )? $MOD decade=YEAR ~'? ~s ( ~- | to/through/and/until ) ( the )? until_decade=YEAR ~'? ~s",
        {"name": "decade"},
    ),
    Rule("period", "DATE", "$MOD ( the )? $MOD decade=NUM ~'? ~s era=ERA", {"name": "decade"}),
    Rule("period", "DATE", "$MOD the $MOD decade=DECADEWORD", {"name": "decade"}, alone=True),
    Rule("period", "DATE", "$MOD ( the )? $MOD ' ~decade=YY ~s", {"name": "decade"}),
    Rule("period", "DATE", "$MOD the $MOD decade=YY ~'? ~s", {"name": "decade"}),
    Rule("period", "DATE", "( the )? $MOD ( ord=ORD | ord=NUM ~ORDEND ) ~-? century ( era=ERA )?", {"name": "century"}),
    Rule("period", "DATE", "$MOD ( the )? shift=SHIFT weekend", {"name": "weekend"}),
    Rule("period", "DATE", "( the )? nshift=NSHIFT weekend", {**_TELLING, "name": "weekend"}),
    Rule("period", "DATE", "$MOD the weekend", {"name": "weekend"}, alone=True),
    Rule("period", "DATE", "$MOD ( shift=SHIFT )? holiday=HOLIDAY ( week/weekend/season )? ( ( of )? ( $Y ) )?"),
    # How often.
    Rule("set", "SET", "unit=RATE", {"amount": 1}, alone=True),
    Rule("set", "SET", "unit=daily/nightly", {"amount": 1}),
    Rule("set", "SET", "( every/each )? weekday=WEEKDAYALONE parts=PARTS", {"unit": "week", "amount": 1}),
    Rule("set", "SET", "part=PARTS", {"unit": "day", "amount": 1}, before=_words("on in , most")),
    Rule("set", "SET", "every/each ( other )? weekend", {"name": "weekend", "amount": 1}),
    Rule("set", "SET", "weekends", {"name": "weekend", "amount": 1}),
    Rule("set", "SET", "every/each $M $D", {"unit": "year", "amount": 1}),
    Rule("set", "SET", "per unit=UNIT", {"amount": 1}),
    Rule("set", "SET", "every/each ( amount=NUM )? ( $UN )"),
    Rule("set", "SET", "every other unit=UNIT", {"amount": 2}),
    Rule("set", "SET", "every/each $WA ( part=PART )?", {"unit": "week", "amount": 1}),
    Rule("set", "SET", "every/each ( month=MONTH | name=SEASON )", {"unit": "year", "amount": 1}),
    Rule("set", "SET", "every/each other $WA", {"unit": "week", "amount": 2}),
    Rule("set", "SET", "every/each part=PART", {"unit": "day", "amount": 1}),
    Rule("set", "SET", "weekday=WEEKDAYS", {"unit": "week", "amount": 1}),
    Rule("set", "SET", "( once/twice | NUM times ) a/per/each/every unit=UNIT", {"amount": 1}),
    Rule("set", "SET", "( NUM UNITS/UNIT ) a unit=UNIT", {"amount": 1}),
    Rule("set", "SET", "per/a unit=UNIT", {"amount": 1}, before=_words("% percent million billion thousand times")),
    # How long.
    Rule(
        "duration",
        "DURATION",
        "( the )? shift=SHIFT ( amount=NUM ( to/or/- until_amount=NUM )? | amount=MANY ) "
        "( full/whole/long/consecutive/straight/trading/business/fiscal )? ( $UN ) ( or approx=LOOSE )?",
    ),
    Rule("duration", "DURATION", "the shift=past/last/coming/next unit=UNIT or approx=LOOSE", {"amount": 1}),
    Rule("duration", "DURATION", "the shift=past/last/coming/next unit=UNIT", {"amount": 1}),
    Rule("duration", "DURATION", "recent ( $UN )", {"shift": -1}),
    Rule("duration", "DURATION", "( the )? coming unit=UNITS", {"shift": 1}),
    Rule("duration", "DURATION", "the ( first/final/full/latest/entire )? amount=NUM ( $UN )"),
    Rule("duration", "DURATION", "first/final/latest amount=NUM ( $UN )"),
    Rule("duration", "DURATION", "$SIZE"),
    Rule("duration", "DURATION", "( $COUNT ) ~- ~unit=UNIT/UNITS ( ~- ~long )?"),
    Rule("duration", "DURATION", "( a/the )? unit=UNIT ~- ~long", {"amount": 1}),
    Rule("duration", "DURATION", "unit=UNITS ~- ~long"),
    Rule("duration", "DURATION", "( a/an/the )? ( $COUNT ) ~- ~unit=UNIT/UNITS period"),
    Rule("duration", "DURATION", "all unit=UNIT", {"amount": 1}),
    Rule("duration", "DURATION", "unit=UNITS", before=_words("for over in within of many after")),
    # Roughly when.
    Rule("vague", "DATE", "name=VAGUE"),
    Rule("vague", "DATE", "the past", {"name": "past"}, alone=True),
    Rule(None, "DATE", "YEAR ~- ~NUM ~- ~NUM"),
)
