"""Reads the changes of state that a story's events tell of: whose, which attribute, what it became, and how sure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.compare.states.bearers import CLASS_OF, RUNNING
from dateline.compare.states.deeds import LONGEST, NOUNS, VERBS, Operator
from dateline.compare.states.scene import Change, Telling
from dateline.compare.states.since import find_time, find_told_day, read_later
from dateline.compare.states.subjects import Span, Subject
from dateline.model import Cite, EventMention, Sentence
from dateline.words import fold

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|got)\s+(?:\w+ly\s+)?$", re.I)
_RELATIVE = re.compile(r"\b(?:who|which|that)\s+(?:(?:has|have|had|is|was|were|are|been|also|now)\s+)*$", re.I)
_HABIT = re.compile(r"\b(?:often|usually|always|sometimes|regularly|repeatedly|never|ever)\s+(?:\w+\s+)?$", re.I)
_CANNOT = re.compile(
    r"\b(?:can(?:not|['’]t| not)|could ?n['o’]t|(?:could|would|should|must|may|might) not|need not)\b[^,;]{0,40}$", re.I
)
"""Ways to deny that say what ought to be, not what is."""
_TRIED = re.compile(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|seek(?:s|ing)?|sought|hop(?:es?|ed|ing)|wants?|wanted|asked|asks|urged|"
    r"urges|called on|calls on|calls? for|called for|demand(?:s|ed)?|refus(?:es?|ed)|fail(?:s|ed)?|unable|able|likely|"
    r"need(?:s|ed)?|had|has|have)"
    r" (?:[\w'’]+ ){0,4}?to (?:be )?(?:\w+ly )?$",
    re.I,
)
"""What is tried or asked for need not have come."""
_ACCUSED = re.compile(r"\b(?:accus\w+|suspect(?:s|ed)?|blam(?:e|es|ed|ing))\b[^;.]*\b(?:of|for)\b[^;.]{0,60}$", re.I)
"""Of what somebody is accused need not be so."""
_OPEN = re.compile(r"\b(?:whether|should)\b[^,;:.]*$|\b(?:if|unless|lest|in case)\b[^;:.]*$", re.I)
"""What is left open, or holds only if something else does."""
_AMOUNT = re.compile(
    r"^(?:(?:about|around|some|nearly|almost|at least|at most|up to|only|just|more than|fewer than)\s+)?"
    r"(?:half|most|many|several|some|part|a (?:few|handful|dozen|third|quarter)|dozens|hundreds|thousands|[\d,.]+|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
    r"(?:\s*(?:or|to|and|-|–)\s*(?:[\d,.]+|\w+))?(?:\s+(?:of|dozen|hundred|thousand))?\b",
    re.I,
)
_WAS_DUE = re.compile(
    r"\b(?:was|were|had been) (?:due|set|scheduled|expected|supposed|meant|to have) (?:to )?(?:\w+ )?$", re.I
)
_PARTICLES = frozenset({"back", "off", "up", "out", "away", "down", "forth"})
"""Words that make another verb of the one before them: "fired back" fires nobody."""
_RACE = re.compile(r"^\W+out of (?:\w+ ){0,4}(?:race|campaign|election|contest|primary|running)\b", re.I)
_OFFICE = re.compile(
    r"^(?:\W+[\w'’.-]+){0,6}?\W+(?:governor|chief|director|minister|president|chairman|chairwoman|chair|head|coach|manager|"
    r"captain|secretary|ambassador|leader|ceo|executive|judge|commissioner|mayor|editor|spokesman|spokeswoman|envoy|premier|"
    r"successor|commander)\b",
    re.I,
)
"""What somebody must be named to be in office: who is named in a lawsuit is not."""
_FOUND_TO_BE = re.compile(
    r"^(?:\W+[\w’'.-]+){0,12}?\W+(?:(?P<not>not )?(?P<guilty>guilty)|liable|responsible|innocent"
    r"|to have|in contempt)\b"
)
"""What a court finds somebody to be: nobody who was missing is found."""
_CLEARING = (("acquit",), ("clear", "of"), ("find", "not", "guilty"))
_SOME_COUNTS = re.compile(
    r"^(?:\W+[\w’'.-]+){0,5}?\W+(?:of|on)\W+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several"
    r"|other|another|lesser)\W+(?:[\w’'-]+\W+){0,3}?(?:counts?|charges?)\b",
    re.I,
)
"""Who is cleared of some counts is not cleared: "acquitted of two counts of perjury"."""
_OURS = re.compile(r"\b(?:we|our|us)\b")
_PARTLY = re.compile(r"\b(?:partly|partially|gradually|in part|beg[aiu]n(?:ning)? to|start(?:ed|ing)? to)\b", re.I)
_HEDGED = re.compile(
    r"\b(?:rumou?red|feared|believed|said|thought) to\b|\b(?:reportedly|allegedly|apparently|supposedly)\b", re.I
)
_OWN_VOICE, _SAID, _CLAIMED, _HEDGE = 0.9, 0.8, 0.5, 0.5
"""How sure one report makes a change: in its own voice, said by somebody, claimed or believed, hedged. Choices: they
order what is shown, nothing is counted by them."""
_WEAK = frozenset({"claims", "believes", "doubts", "threatens", "promises", "asks"})
_LONG, _SHORT = 420, 30
"""Longest sentence cited whole, and shortest clause cited by itself, in characters."""
_NEAR = 24
"""Characters between "began to" and its verb."""
_FEW = 3
_AT = re.compile(
    r"\s+(?:at|in)\s+(?P<site>(?:the |its |their |an? )?(?:[\w'’-]+ ){0,4}?[\w'’-]+)"
    r"(?=\s+(?:on|in|for|after|because|since|as|until|this|last)\b|[,.;]|$)"
)
_WHERE = re.compile(r"\b(?:from|out of|to|into|in|at)\s+", re.I)
_FEW_WORDS = re.compile(r"(?:[\w'’-]+ ){0,4}")
_FIRST: dict[str, list[str]] = defaultdict(list)
for _entry in VERBS:
    if " " in _entry:
        _FIRST[_entry.split()[0]].append(_entry)


def read_changes(telling: Telling, mentions: Iterable[EventMention]) -> list[Change]:
    """Return the changes that the events of a story tell of, in the order of the text."""
    found: list[Change] = []
    for mention in sorted(mentions, key=lambda m: (m.article_id, m.start, m.event_id)):
        sentence = telling.sentences.get(mention.sentence_id)
        if sentence is not None and mention.article_id in telling.articles:
            change = _read_change(telling, mention, sentence, found[-1] if found else None)
            found += [change] if change is not None else []
    return found


def _read_change(telling: Telling, mention: EventMention, sentence: Sentence, before: Change | None) -> Change | None:
    text = telling.articles[mention.article_id].text
    if _HABIT.search(text, sentence.start, mention.start):
        return None
    if _OPEN.search(text, sentence.start, mention.start):
        return None
    if mention.status == "denied" and _CANNOT.search(text, sentence.start, mention.start):
        return None
    if mention.noun and _is_undone(telling, mention):
        return None
    for operator in find_operators(text, mention, sentence):
        subject = _find_bearer(telling, mention, operator, sentence)
        if subject is None and mention.target:
            subject = _find_holder(text, mention.target, sentence, before)
        if subject is not None and subject.sort in operator.classes:
            return _make_change(telling, mention, operator, subject, sentence)
    return None


def _is_undone(telling: Telling, mention: EventMention) -> bool:
    """Whether another verb has what a noun tells of as its object and undoes it: "overrode the veto"."""
    return any(
        other.word in _UNDOING and other.target and other.target[0] <= mention.start < other.target[1]
        for other in telling.triggers.get(mention.sentence_id, ())
    )


_UNDOING = frozenset(
    "reject override overturn block reverse cancel delay oppose avert prevent stop halt avoid demand seek urge want "
    "threaten consider plan propose discuss resist escape fear predict expect".split()
)


def _find_holder(text: str, span: Span, sentence: Sentence, before: Change | None) -> Subject | None:
    """Return whom "her", or "her detention", means: the one of whom the sentence just told."""
    if before is None or before.cite.article_id != sentence.article_id or before.cite.start < sentence.start:
        return None
    if before.subject.sort not in ("person", "detention"):
        return None
    words = text[span[0] : span[1]]
    if fold(words) in ("her", "him"):
        return replace(before.subject, sort="person")
    own = re.match(r"(?:her|his)\s+(?:\w+\s+)?(\w+)$", words)
    detained = own is not None and CLASS_OF.get(fold(own.group(1))) == "detention"
    return replace(before.subject, sort="detention") if detained else None


def find_operators(text: str, mention: EventMention, sentence: Sentence) -> tuple[Operator, ...]:
    """Return what the word of an event may do, its longest form first: "step down" before "step"."""
    if mention.noun:
        before = _WORD.findall(text[sentence.start : mention.start])[-1:]
        pair = f"{fold(before[0])} {mention.word}" if before else ""
        return NOUNS.get(pair) or NOUNS.get(mention.word) or ()
    entry = _entry_words(text, mention, sentence)
    behind = _WORD.match(text, mention.end + 1)
    if len(entry) == 1 and behind and fold(behind.group()) in _PARTICLES:
        return ()
    if entry in (("drop", "out"), ("bow", "out")) and not _RACE.search(text[mention.end : sentence.end]):
        return ()
    if entry == ("find",) and (judged := _FOUND_TO_BE.match(text[mention.end : sentence.end])):
        return VERBS["find not guilty" if judged["not"] else "find guilty"] if judged["guilty"] else ()
    if entry in _CLEARING and _SOME_COUNTS.search(text[mention.end : sentence.end]):
        return ()
    if entry == ("name",) and not _OFFICE.search(text[mention.end : sentence.end]):
        return ()
    return VERBS.get(" ".join(entry), ())


def _entry_words(text: str, mention: EventMention, sentence: Sentence) -> tuple[str, ...]:
    """Return the words of the longest entry that a verb stands for: "plead not guilty" denies nothing."""
    following = [fold(word) for word in _WORD.findall(text[mention.end : sentence.end])[: 2 * LONGEST]]
    longer = [entry for entry in _FIRST.get(mention.word, ()) if _stands(entry.split()[1:], following)]
    return tuple(max(longer, key=lambda entry: (len(entry), entry)).split()) if longer else (mention.word,)


def _stands(rest: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the words of an entry follow a verb together, the first of them near it: "shut the plant down"."""
    for at, word in enumerate(following[:LONGEST]):
        if word == rest[0]:
            return list(following[at : at + len(rest)]) == list(rest)
    return False


def _find_bearer(telling: Telling, mention: EventMention, operator: Operator, sentence: Sentence) -> Subject | None:
    text = telling.articles[mention.article_id].text
    lead = text[sentence.start : mention.start]
    subject_first = operator.bearer == "actor" or bool(_PASSIVE.search(lead)) or mention.target is None
    if not mention.noun and subject_first and _RELATIVE.search(lead):
        return telling.naming.name_antecedent(mention.article_id, sentence.start, mention.start)
    if mention.noun:
        span = mention.target if operator.bearer != "actor" else mention.actor or mention.target
    elif operator.bearer == "actor":
        # A verb without an object has its subject where others have what they act on.
        span = mention.actor or (mention.target if mention.target and mention.target[0] < mention.start else None)
    else:
        span = mention.target
        running = span is not None and _is_running(text[span[0] : span[1]])
        if operator.bearer == "either" and (span is None or running):
            span = mention.actor
        if running and mention.target:
            subject = telling.naming.name(mention.article_id, span) if span else None
            if subject is not None and subject.sort in operator.classes:
                return subject
            return _name_site(telling, mention, operator) or telling.naming.name(mention.article_id, mention.target)
    if span is None:
        return None
    subject = telling.naming.name(mention.article_id, span)
    if subject is None and "people" in operator.classes:
        return _name_own_people(telling, mention, span)
    return subject


def _name_site(telling: Telling, mention: EventMention, operator: Operator) -> Subject | None:
    """Return the place at which something is stopped or taken up: "halted production at its mill in Orle"."""
    text = telling.articles[mention.article_id].text
    if mention.target is None or "site" not in operator.classes:
        return None
    match = _AT.match(text, mention.target[1], mention.clause[1])
    subject = telling.naming.name(mention.article_id, match.span("site")) if match else None
    return subject if subject is not None and subject.sort == "site" else None


def _is_running(words: str) -> bool:
    """Whether an object only says that it is the subject that runs: "resumed normal operations"."""
    found = _WORD.findall(words)
    return bool(found) and fold(found[-1]) in RUNNING and len(found) <= _FEW


def _name_own_people(telling: Telling, mention: EventMention, span: Span) -> Subject | None:
    """Return whose people "its staff" are where the pronoun is not resolved: those of the one who acts."""
    text = telling.articles[mention.article_id].text[span[0] : span[1]]
    match = re.match(r"(?:its|their)\s+(?:\w+\s+)?(\w+)$", text)
    event = telling.events.get(mention.event_id)
    if match is None or event is None or len(event.actors) != 1 or span == mention.actor:
        return None
    owner = telling.naming.entities.get(event.actors[0])
    noun = fold(match.group(1))
    if owner is None or owner.kind not in ("GPE", "ORG"):
        return None
    if "people" not in (CLASS_OF.get(noun), CLASS_OF.get(noun.removesuffix("s"))):
        return None
    return Subject(("people", owner.entity_id), f"{owner.name} {noun}", "people", entity_id=owner.entity_id)


def _make_change(
    telling: Telling, mention: EventMention, operator: Operator, subject: Subject, sentence: Sentence
) -> Change:
    text = telling.articles[mention.article_id].text
    event = telling.events.get(mention.event_id)
    status = event.status if event else mention.status
    if status == "denied" and "not" in _entry_words(text, mention, sentence):
        status = "actual"
    if status in ("actual", "planned") and _TRIED.search(text, sentence.start, mention.start):
        status = "possible"
    if _ACCUSED.search(text, sentence.start, mention.start) or _is_own_victory(telling, mention, operator):
        status = "possible"
    first, last, basis = find_time(telling, mention, event, sentence, status)
    whole = sentence.end - sentence.start <= _LONG or mention.clause[1] - mention.clause[0] < _SHORT
    start, end = (sentence.start, sentence.end) if whole else mention.clause
    return Change(
        subject=subject,
        operator=operator,
        status=status,
        first=first,
        last=last,
        basis=basis,
        reported=telling.written.get(mention.article_id),
        cite=Cite(article_id=mention.article_id, start=start, end=end, quote=text[start:end]),
        sureness=_judge(telling, mention, text[sentence.start : sentence.end]),
        partial=_find_part(text, mention, subject, sentence),
        place=_find_place(telling, mention),
        noun=mention.noun,
        told=find_told_day(telling, mention, sentence) if status != "actual" else None,
        later=read_later(text[mention.end : mention.clause[1]]) if first is None or basis == "report" else None,
        past_plan=bool(_WAS_DUE.search(text, sentence.start, mention.start)),
    )


def _is_own_victory(telling: Telling, mention: EventMention, operator: Operator) -> bool:
    """Whether only somebody's own words tell who holds a place: each side of a war says that it does."""
    return operator.attribute == "control" and any(
        (claim.kind == "direct" or _OURS.search(claim.cite.quote))
        and claim.cite.start <= mention.start < claim.cite.end
        for claim in telling.claims.get(mention.article_id, ())
    )


def _find_place(telling: Telling, mention: EventMention) -> str | None:
    """Return the place that a verb of coming or going names: "left the annex", "pulled out of Orle"."""
    text = telling.articles[mention.article_id].text
    end = max(mention.clause[1], mention.end)
    named = [r for r in telling.naming.inside(mention.article_id, (mention.end, end)) if r.via != "pronoun"]
    for match in _WHERE.finditer(text, mention.end, end):
        here = [
            r
            for r in named
            if match.end() <= r.start
            and telling.naming.entities[r.entity_id].kind in ("GPE", "LOC", "FAC")
            and _FEW_WORDS.fullmatch(text, match.end(), r.start)
        ]
        if here:
            return max(here, key=lambda r: (r.end - r.start, -r.start)).entity_id
    return None


def _judge(telling: Telling, mention: EventMention, words: str) -> float:
    """Return how sure one report makes a change, 0 to 1."""
    if _HEDGED.search(words):
        return _HEDGE
    holding = [c for c in telling.claims.get(mention.article_id, ()) if c.cite.start <= mention.start < c.cite.end]
    if not holding:
        return _OWN_VOICE
    return _CLAIMED if any(c.stance in _WEAK for c in holding) else _SAID


def _find_part(text: str, mention: EventMention, subject: Subject, sentence: Sentence) -> str:
    """Return the words that say that only a part changed: "about four or five", "partially"; empty for the whole."""
    if subject.sort == "people":
        for span in (mention.actor, mention.target):
            amount = _AMOUNT.match(text[span[0] : span[1]]) if span else None
            if amount:
                return amount.group().strip()
    partly = _PARTLY.search(text, sentence.start, mention.end)
    return partly.group() if partly and mention.start - partly.end() < _NEAR else ""
