"""Feasts and well-known days, and the rule of each.

``MM-DD`` is a fixed day. ``MM-n-w`` is the nth weekday w (0 = Monday, n 5 = last) of a month, with ``+d`` so many days
later. ``easter±n`` counts days from Western Easter, ``pascha±n`` from the Orthodox one. ``islamic-MM-DD`` and
``hebrew-MM-DD`` are days of those calendars, ``islamic-MM`` a whole month; ``lunar+n`` counts days from the Chinese
new year. Where countries disagree on a name's day the American or, failing that, the British one stands, as in most
news in English; what has no one day ("Father's Day" in some, "Labour Day") keeps the commonest.
"""

from __future__ import annotations

_RULES = """
christmas, christmas day, xmas = 12-25
christmas eve, xmas eve = 12-24
boxing day, st. stephen's day = 12-26
new year's day, new years day, new year 's = 01-01
new year's eve, new years eve, hogmanay = 12-31
twelfth night = 01-05
epiphany = 01-06
groundhog day = 02-02
candlemas = 02-02
valentine's day, valentines day, st. valentine's day = 02-14
st. david's day = 03-01
international women's day = 03-08
st. patrick's day, st. patricks day = 03-17
nowruz, nawruz = 03-20
april fools' day, april fool's day, april fools day = 04-01
earth day = 04-22
st. george's day = 04-23
anzac day = 04-25
may day = 05-01
cinco de mayo = 05-05
ve day, v-e day = 05-08
victory day = 05-09
d-day = 1944-06-06
juneteenth = 06-19
canada day = 07-01
independence day, fourth of july, july fourth = 07-04
bastille day = 07-14
vj day, v-j day = 1945-08-15
guy fawkes night, bonfire night = 11-05
halloween = 10-31
all saints' day, all saints day = 11-01
all souls' day, all souls day = 11-02
remembrance day, armistice day, veterans day, veterans' day = 11-11
remembrance sunday = 11-2-6
st. andrew's day = 11-30
australia day = 01-26
martin luther king day, martin luther king jr. day, mlk day = 01-3-0
presidents' day, presidents day, president's day = 02-3-0
mother's day, mothers day = 05-2-6
memorial day = 05-5-0
father's day, fathers day = 06-3-6
labor day, labour day = 09-1-0
columbus day = 10-2-0
thanksgiving, thanksgiving day = 11-4-3
black friday = 11-4-3+1
cyber monday = 11-4-3+4
election day = 11-1-0+1
mardi gras, shrove tuesday, pancake day = easter-47
ash wednesday = easter-46
palm sunday = easter-7
maundy thursday, holy thursday = easter-3
good friday = easter-2
holy saturday = easter-1
easter, easter sunday, easter day = easter+0
easter monday = easter+1
ascension day = easter+39
pentecost, whit sunday = easter+49
whit monday = easter+50
corpus christi = easter+60
orthodox easter = pascha+0
orthodox christmas = 01-07
islamic new year = islamic-01-01
ashura, ashoura = islamic-01-10
mawlid = islamic-03-12
ramadan, holy month of ramadan, ramadhan = islamic-09
eid al-fitr, eid ul-fitr, eid-al-fitr = islamic-10-01
eid al-adha, eid ul-adha, eid-al-adha = islamic-12-10
purim = hebrew-12-14
passover, pesach = hebrew-01-15
shavuot = hebrew-03-06
tisha b'av = hebrew-05-09
rosh hashanah, rosh hashana, jewish new year = hebrew-07-01
yom kippur = hebrew-07-10
sukkot, sukkoth = hebrew-07-15
hanukkah, chanukah = hebrew-09-25
lunar new year, chinese new year, seollal = lunar+0
lunar new year's eve, chinese new year's eve = lunar-1
"""

HOLIDAYS: dict[str, str] = {
    name.strip().replace("-", " "): rule.strip()
    for names, _, rule in (line.partition(" = ") for line in _RULES.strip().splitlines())
    for name in names.split(",")
}
"""The rule of every feast, by its name in small letters, hyphens as spaces."""
