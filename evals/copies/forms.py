"""Forms that newsrooms fill in every day: two fillings read alike and tell different things. All of it invented."""

from __future__ import annotations

import random
import re

_WORDS = {
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November December",
    "sky": "clear cloudy sunny overcast hazy misty",
    "wind": "north northeast east southeast south southwest west northwest",
    "town": "Pelm Osterby Varn Tolmen Hask Lindrow Merrow Quayle Sarn Ebbing Dorrick",
    "given": "Ada Bruno Cora Dov Edda Finn Greta Hal Ines Jory Kai Lena Milo Nora",
    "family": "Brand Holm Trask Vane Orrin Pell Quist Rook Stave Thorne Underhill Wray",
    "firm": "Norvik Talbot Garrow Hale Istra Juno Kestrel",
    "moved": "rose fell",
    "won": "gained lost",
}
_SLOT = re.compile(r"<(\w+)(?: (\d+) (\d+))?>")

_WEATHER = """
Forecast issued by the coastal weather service at <number 4 9>:<number 10 59> a.m. on <day>, <month> <number 1 28>.
Today will be <sky> along the coast, with highs near <number 3 31> degrees and lows around <number 0 15> degrees.
 Winds from the <wind> at <number 5 40> kilometres an hour, with gusts of up to <number 41 90>. The chance of rain
 is <number 0 100> percent.
Tonight will be <sky> along the coast, with highs near <number 3 31> degrees and lows around <number 0 15> degrees.
 Winds from the <wind> at <number 5 40> kilometres an hour, with gusts of up to <number 41 90>. The chance of rain
 is <number 0 100> percent.
Tomorrow will be <sky> along the coast, with highs near <number 3 31> degrees and lows around <number 0 15> degrees.
Seas of <number 1 6> metres are expected off <town>. Sunrise is at <number 5 8>:<number 10 59> a.m. and sunset at
 <number 4 9>:<number 10 59> p.m. Boaters should check conditions before they leave the harbour, and should carry
 flares and a working radio at all times.
"""
_MARKETS = """
Shares <moved> on the Osterby exchange on <day>, with the leading index of thirty companies closing at
 <number 3000 9999>.<number 10 99>, a change of <number 1 4>.<number 1 9> percent from the previous session.
A total of <number 100 900> million shares changed hands. Gainers outnumbered losers by <number 101 400> to
 <number 20 100>, while <number 10 60> stocks were unchanged.
<firm> <won> <number 1 9>.<number 1 9> percent to <number 10 400>.<number 10 99> crowns a share.
<firm> <won> <number 1 9>.<number 1 9> percent to <number 10 400>.<number 10 99> crowns a share.
<firm> <won> <number 1 9>.<number 1 9> percent to <number 10 400>.<number 10 99> crowns a share.
The crown traded at <number 1 3>.<number 1000 9999> to the dollar at the close. Oil for delivery in <month> was at
 <number 40 120>.<number 10 99> dollars a barrel.
"""
_FIXTURES = """
Results of the <day> round in the northern league, and where the clubs stand now.
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> <number 0 6> <town> <number 0 6> (half-time <number 0 3> to <number 0 3>, attendance <number 800 9000>)
<town> lead the table with <number 30 70> points from <number 15 30> games, ahead of <town> with <number 20 60>. The
 next round will be played on <day>, with kick-off at <number 2 8> p.m. at all grounds. Tickets are sold at the
 gates.
"""
_DEATH = """
<given> <family>, <number 40 101>, of <town>, died on <day>. Services will be held at <number 9 12>:<number 10 59>
 a.m. on <month> <number 1 28> at the <town> chapel, and the family will receive callers for an hour before. Flowers
 are declined.
"""
_OBITUARIES = f"""
Deaths and funerals notified to the county register, with the services that the families have made known.
{_DEATH}{_DEATH}{_DEATH}{_DEATH}{_DEATH}
Notices are printed free of charge and may be handed in at the counter until noon of the day before.
"""
_ROAD = """
Route <number 2 99> between <town> and <town>: one lane closed from <day> to <day>, <number 6 10> a.m. to
 <number 2 6> p.m., delays of up to <number 5 40> minutes.
"""
_ROADS = f"""
Road works in the district for the week of <month> <number 1 28>, as given out by the highways office. Drivers are
 asked to allow more time and to follow the signs.
{_ROAD}{_ROAD}{_ROAD}{_ROAD}{_ROAD}{_ROAD}
"""
_LOTTERY = """
The numbers drawn in the state lottery on <day> evening were <number 1 9>, <number 10 19>, <number 20 29>,
 <number 30 39> and <number 40 49>, and the bonus ball was <number 1 49>.
<number 2 40> tickets matched five numbers and win <number 1000 9000> crowns each, and <number 200 900> tickets
 matched four and win <number 20 99> crowns each. The jackpot for the next draw, on <day>, stands at an estimated
 <number 2 60> million crowns.
Holders of winning tickets have ninety days in which to claim their prize at any counter of the lottery. Those under
 eighteen may not play.
"""

FORMS = {
    "weather": _WEATHER,
    "markets": _MARKETS,
    "fixtures": _FIXTURES,
    "obituaries": _OBITUARIES,
    "roads": _ROADS,
    "lottery": _LOTTERY,
}
"""Name → text, a line a paragraph; a line that begins with a blank goes on from the one before."""


def fill_form(form: str, dice: random.Random) -> list[str]:
    """Fill every slot in and return the paragraphs."""

    def draw(slot: re.Match[str]) -> str:
        kind, low, high = slot.groups()
        return str(dice.randint(int(low), int(high))) if low else dice.choice(_WORDS[kind].split())

    text = _SLOT.sub(draw, form.replace("\n ", " "))
    return [line for line in text.split("\n") if line]
