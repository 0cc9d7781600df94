"""Which deeds change a state, as data: the attribute that a word moves, the value it brings, whose state it is, and
what must have been so before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Bearer = Literal["actor", "target", "either"]
"""Whose state a deed changes: of the one who acts, of the one acted on, or (``either``) of the one acted on where there
is one, else of the actor: "the bridge reopened"."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What a deed makes of its bearer. ``classes`` are the sorts of bearers for which the word means that."""

    attribute: str
    value: str
    bearer: Bearer
    classes: frozenset[str]
    before: str | None
    """The value that the word takes for granted ("reopened": closed); None where it takes nothing for granted."""


_TABLE = """
presence | gone | actor | people | there | withdraw, pull out, pull back, leave, depart, vacate, walk out, go home,
    move out | withdrawal, pullout, departure
presence | gone | target | people | there | withdraw, pull out, pull back, recall, call home, bring home | withdrawal,
    pullout, recall
presence | back | actor | people | gone | return, come back, go back, move back, re-enter | return
presence | back | target | people | gone | bring back, redeploy, send back |
presence | there | actor | people | | arrive, move in, work, serve, stay, remain, patrol, camp | arrival
presence | there | target | people | | station, deploy, base | deployment
presence | evacuated | target | people site place | | evacuate | evacuation
presence | back | actor | people | evacuated | go home, return home |
operation | open | either | site | | open, inaugurate, operate, open up | opening, inauguration
operation | open again | either | site | closed | reopen, re-open | reopening
operation | open again | target | site | closed | unblock, unseal |
operation | working again | either | site | not in normal operation | restore, resume, restart, reinstate, reconnect,
    relaunch, return to normal | resumption, restoration
operation | closed | either | site | open | close, shut, shut down, close down, shutter, seal, seal off, cordon off,
    block, barricade | closure, shutdown
operation | suspended | either | site process | under way | suspend, halt, pause, freeze, ground, interrupt, break
    off, call off | suspension, halt, interruption
operation | resumed | either | process | interrupted | restore, resume, restart, reinstate, reconnect, relaunch |
    resumption, restoration
operation | destroyed | either | site | | destroy, demolish, collapse, burn down, wash away, flatten | demolition,
    collapse
operation | rebuilt | target | site | destroyed | rebuild, reconstruct |
operation | under way | either | process | | begin, start, launch, open, get under way, kick off, commence, convene |
    launch, start, opening
operation | over | either | process | under way | end, conclude, complete, finish, wrap up, terminate, wind up |
    conclusion, completion
operation | stalled | either | process | under way | stall, deadlock, founder, bog down, reach deadlock | deadlock,
    stalemate, impasse
operation | collapsed | either | process pact | under way | collapse, break down, fall apart, fall through | collapse,
    breakdown
operation | extended | target | process | under way | extend, prolong | extension
in force | in force | target | measure | | impose, declare, introduce, enact, issue, institute, proclaim, slap |
    imposition, declaration, introduction
in force | in force again | target | measure | lifted | reimpose, re-impose, reinstate, restore, reintroduce |
    reimposition
in force | in force | actor | measure | | take effect, come into force, go into effect, enter into force |
in force | lifted | target | measure | in force | lift, end, revoke, rescind, repeal, remove, withdraw, scrap |
    lifting, repeal
in force | lifted | actor | measure | in force | expire, end, lapse | expiry, end
in force | eased | target | measure | in force | ease, relax, loosen | easing
in force | tightened | target | measure | in force | tighten, toughen | tightening
in force | extended | target | measure | in force | extend, prolong, renew | extension
in force | suspended | target | measure | in force | suspend, pause, freeze | suspension
in force | struck down | target | measure | in force | strike down, overturn, annul, block, nullify |
in force | upheld | target | measure | in force | uphold |
in force | called off | target | measure plan | planned | cancel, call off, drop, abandon, shelve, scrap |
    cancellation
agreement | signed | target | pact | | sign, ink | signing
agreement | reached | target | pact | | reach, strike, clinch, agree, broker, conclude, negotiate |
agreement | ratified | target | pact | signed | ratify | ratification
agreement | approved | target | pact | reached | approve, endorse, clear, back | approval
agreement | rejected | target | pact | reached | reject, turn down, rebuff, vote down, block | rejection
agreement | broken | target | pact | in force | break, violate, breach | violation, breach
agreement | ended | target | pact | in force | end, terminate, scrap, cancel, tear up, abrogate, abandon, call off,
    annul | termination
agreement | ended | actor | pact | in force | expire, lapse, end | expiry
agreement | extended | target | pact | in force | extend, renew, prolong | extension
agreement | completed | either | pact | agreed | complete, close, finalize, finalise, seal | completion
agreement | in force | actor | pact | | take effect, come into force, take hold, hold |
agreement | restored | target | pact | broken | restore, revive, reinstate |
proposal | put forward | target | plan | | propose, submit, introduce, table, unveil, present, file | submission
proposal | approved | target | plan | put forward | approve, pass, adopt, back, endorse, clear, accept | approval,
    adoption, passage
proposal | rejected | target | plan | put forward | reject, veto, vote down, defeat, turn down, block, throw out, deny
    | rejection, veto, defeat
proposal | withdrawn | target | plan | put forward | withdraw, scrap, drop, shelve, pull, abandon | withdrawal
proposal | put off | target | plan | | postpone, delay, put off, defer | postponement
schedule | scheduled | target | event | | schedule, reschedule |
schedule | put off | target | event | scheduled | postpone, delay, put off, adjourn, push back, reschedule, defer |
    postponement, adjournment
schedule | called off | target | event | scheduled | cancel, call off, abandon, scrap | cancellation
schedule | under way | either | event | | begin, start, open, kick off, get under way, commence | start, opening,
    beginning
schedule | over | either | event | under way | end, conclude, finish, close, wrap up |
case | filed | target | case | | file, bring, lodge | filing
case | dismissed | target | case | filed | dismiss, throw out, toss out, reject, strike out | dismissal
case | dropped | target | case | filed | drop, withdraw, abandon | withdrawal
case | settled | either | case | filed | settle | settlement
case | overturned | target | case | standing | overturn, quash, reverse, vacate, set aside, annul | reversal
case | upheld | target | case | | uphold, affirm, confirm |
legal status | arrested | target | person | | arrest, detain, apprehend, capture, take into custody, nab, recapture,
    catch | arrest, capture
legal status | arrested | actor | person | | surrender, turn himself in, turn herself in |
legal status | held | target | person | | jail, imprison, remand, hold, intern | imprisonment
legal status | detention extended | target | detention | held | extend, prolong, renew | extension
legal status | free | target | person | held | release, free, parole, bail, let go | release
legal status | free | actor | person | held | walk free |
legal status | charged | target | person | | charge, indict, arraign | indictment
legal status | convicted | target | person | charged | convict, find guilty | conviction
legal status | pleaded guilty | actor | person | charged | plead guilty | guilty plea
legal status | pleaded not guilty | actor | person | charged | plead not guilty, plead innocent |
legal status | sentenced | target | person | convicted | sentence | sentencing
legal status | acquitted | target | person | charged | acquit, exonerate, clear of, find not guilty | acquittal
legal status | pardoned | target | person | convicted | pardon | pardon
legal status | extradited | target | person | | extradite, deport | extradition, deportation
legal status | escaped | actor | person | held | escape, break out | escape
legal status | taken captive | target | person | | kidnap, abduct, take hostage | kidnapping, abduction
legal status | free | target | person | taken captive | rescue, free |
office | nominated | target | person | | nominate | nomination
office | in office | target | person | | appoint, elect, re-elect, swear in, inaugurate, hire, promote, name |
    appointment
office | in office | actor | person | | take office, take over as |
office | reinstated | target | person | removed | reinstate, rehire | reinstatement
office | resigned | actor | person | in office | resign, step down, quit, retire, step aside | resignation, retirement
office | removed | target | person | in office | sack, fire, fire from, oust, dismiss, impeach, depose, remove from,
    relieve of | dismissal, sacking, ouster, removal
office | suspended | target | person | in office | suspend | suspension
candidacy | running | actor | person | | declare candidacy, announce candidacy, enter race |
candidacy | out of the race | actor | person | running | drop out, bow out, quit race |
control | taken | target | place site | | seize, capture, overrun, occupy, annex, conquer | seizure, capture,
    annexation, occupation
control | retaken | target | place site | taken | retake, recapture, liberate, regain | recapture, liberation
control | besieged | target | place | | besiege, surround, encircle | siege
life | missing | either | person people | | disappear, vanish, go missing | disappearance
life | found | target | person | missing | find, locate, rescue |
life | dead | either | person | | die, perish, drown, succumb | death
life | dead | target | person | | kill, murder, assassinate, execute | killing, murder, assassination, execution
health | in hospital | target | person | | hospitalize, hospitalise, admit to hospital | hospitalization
health | out of hospital | either | person | in hospital | discharge, leave hospital |
health | recovered | actor | person | ill | recover |
ownership | bought | target | org | | acquire, buy, purchase, take over | acquisition, takeover
ownership | bankrupt | actor | org | | file for bankruptcy, go bankrupt, go bust, collapse |
ownership | dissolved | either | org | | dissolve, disband, wind up, liquidate, abolish | dissolution
sale | recalled | target | product | on sale | recall, withdraw | recall
sale | on sale again | target | product | recalled | return to shelves |
"""
"""attribute | value | bearer | classes | what was so before | verbs | nouns; a row goes on in indented lines."""


def _read_table() -> tuple[dict[str, tuple[Operator, ...]], dict[str, tuple[Operator, ...]]]:
    verbs: dict[str, tuple[Operator, ...]] = {}
    nouns: dict[str, tuple[Operator, ...]] = {}
    bearers: dict[str, Bearer] = {"actor": "actor", "target": "target", "either": "either"}
    for line in filter(None, _TABLE.replace("\n    ", " ").splitlines()):
        attribute, value, bearer, classes, before, told, named = (cell.strip() for cell in line.split("|"))
        operator = Operator(attribute, value, bearers[bearer], frozenset(classes.split()), before or None)
        for words, table in ((told, verbs), (named, nouns)):
            for word in filter(None, (word.strip() for word in words.split(","))):
                table[word] = (*table.get(word, ()), operator)
    return verbs, nouns


VERBS, NOUNS = _read_table()
"""Base form of a verb, with its particle or object where it takes one, or of a noun → what it does."""

LONGEST = 4
"""Words of the longest entry and its reach: a verb's particle may stand this many words behind it."""

STEPS: dict[str, int] = {
    "arrested": 0,
    "held": 1,
    "charged": 2,
    "pleaded not guilty": 3,
    "pleaded guilty": 3,
    "convicted": 4,
    "acquitted": 4,
    "sentenced": 5,
}
"""Values that follow one another whatever the days: they may be told without one."""

SAME: dict[str, str] = {
    "back": "there",
    "open again": "open",
    "working again": "open",
    "resumed": "under way",
    "in force again": "in force",
    "restored": "in force",
    "interrupted": "suspended",
    "not in normal operation": "closed",
    "evacuated": "gone",
    "reinstated": "in office",
    "resigned": "out of office",
    "removed": "out of office",
    "retaken": "freed",
}
"""Values that say of a subject what another says, with how it came to be so."""

FINAL = frozenset({"dead"})
"""Values after which none comes."""

SUPPORTING: dict[str, frozenset[str]] = {
    "in force": frozenset({"extended", "upheld", "eased", "tightened"}),
    "under way": frozenset({"extended"}),
    "held": frozenset({"detention extended", "charged", "arrested", "convicted", "sentenced"}),
    "signed": frozenset({"reached", "approved"}),
}
"""Value → values that imply it: to hear it after them is no change."""
