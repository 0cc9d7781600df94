"""Short forms of given names: "Ben" for Benjamin. Only such as may stand for the full name in print."""

from __future__ import annotations

_SHORT_FORMS = """
abe abraham|al albert alfred alan alexander|alec alexander|alex alexander alexandra|andy andrew|angie angela|art arthur
barb barbara|becky rebecca|ben benjamin|bernie bernard|beth elizabeth|betty elizabeth|bibi benjamin|bill william
billy william|bob robert|bobby robert|brad bradley|cathy catherine|charlie charles
chris christopher christine christina|chuck charles
cindy cynthia|dan daniel|danny daniel|dave david|debbie deborah|deb deborah|dick richard|don donald|doug douglas
ed edward edwin edmund|eddie edward|eliza elizabeth|ernie ernest|fran frances|frank francis franklin|fred frederick
gabe gabriel|gary garrett|gene eugene|geoff geoffrey|gerry gerald gerard|greg gregory|gus august|hal harold|hank henry
harry harold henry|herb herbert|jack john|jackie jacqueline|jake jacob|jamie james|jeff jeffrey|jen jennifer
jenny jennifer|jerry gerald jerome|jim james|jimmy james|joe joseph|joey joseph|john jonathan|jon jonathan|josh joshua
judy judith|kate katherine catherine|kathy katherine kathleen|katie katherine|ken kenneth|kim kimberly|larry lawrence
len leonard|leo leonard|liz elizabeth|lou louis|maggie margaret|manny manuel emmanuel|marty martin|matt matthew
max maximilian maxwell|meg margaret|mel melvin|mick michael|mike michael|mitch mitchell|nancy ann|nate nathan nathaniel
ned edward|nick nicholas|nicky nicholas|norm norman|pam pamela|pat patrick patricia|patty patricia|peggy margaret
pete peter|phil philip phillip|rand randal|ray raymond|rich richard|rick richard|ricky richard|rob robert|robbie robert
ron ronald|rudy rudolph|russ russell|sam samuel samantha|sandy sandra|shelly michelle|stan stanley|steve steven stephen
sue susan|susie susan|ted theodore edward|terry terrence|theo theodore|tim timothy|toby tobias|tom thomas|tommy thomas
tony anthony|val valerie|vic victor|vicky victoria|vince vincent|walt walter|wes wesley|will william|zach zachary
"""
_FULL: dict[str, frozenset[str]] = {
    row.split()[0]: frozenset(row.split()[1:]) for line in _SHORT_FORMS.split("\n") for row in line.split("|") if row
}


def is_short_of(left: str, right: str) -> bool:
    """Tell whether one of two given names (plain words) is a short form of the other."""
    return right in _FULL.get(left, ()) or left in _FULL.get(right, ())
