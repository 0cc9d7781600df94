"""The brief's sections below what happened: latest state, agreed, where accounts differ, who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.brief.context import Context
from dateline.brief.evidence import spread_cites
from dateline.brief.lead import is_news, is_plain, say_entry
from dateline.brief.lines import POOR, stands_alone
from dateline.brief.repeats import share_all
from dateline.brief.said import Said
from dateline.brief.timeline import Line, timeline_order
from dateline.model import Cite, Claim, Discrepancy, Entity, Slot, SlotValue, State
from dateline.support import Support, say_support
from dateline.wording import begin, say_date, say_value
from dateline.words import find_words

_BARE_LABELS = frozenset({"amount", "number", "people", "share", "length of time", "weight", "speed", "length"})
"""Labels of questions that only a unit poses."""
_SLIGHT = 1
"""Most fault of a line that tells the latest state."""
_PART_WORDS = 2
"""Words up to which what tells that a part changed names no number: "part of", "partly"."""
_TRIFLE = 3
"""A count of things up to this tells little by itself: "two governments", "three letters"."""
_COURTESY = re.compile(
    r"\b(?:thank(?:s|ful)?|grateful|congratulat\w+|condolences?|sympath(?:y|ies)|thoughts and prayers|prayers|saddened|"
    r"heartbroken|pleased|delighted|proud|honou?red|excited|good (?:morning|evening|afternoon)|welcome|happy)\b",
    re.I,
)
"""Words of courtesy: a statement made of them tells no side of a story."""
_FIRST_ROLE_WORDS = 2
"""Words from which a role tells a stranger who somebody is."""
_PAST_ROLE = re.compile(r"(?:former|then|ex|late|retired|outgoing|acting)\b", re.I)
"""How a role begins that somebody has no more, or not for long."""
_OFFICES = {
    "Gov": "governor", "Governor": "governor", "Sen": "senator", "Senator": "senator", "Rep": "representative",
    "Representative": "representative", "President": "president", "Prime Minister": "prime minister",
    "Chancellor": "chancellor", "Minister": "minister", "Judge": "judge", "Mayor": "mayor",
    "Gen": "general", "General": "general", "Col": "colonel", "Sheriff": "sheriff", "Ambassador": "ambassador",
}  # fmt: skip
"""Titles before a name as offices behind it."""
_SAME = 0.6
"""Part of the shorter statement's words from which two are the same words."""
_TITLE = 0.6
"""Part of its words with a capital from which quoted words are a title: "On the Record with Ada Orm"."""
_ENOUGH_NAMED = 2
"""Named speakers from which those without a name, and more than which those quoted in fragments only, are left to the
list of all quotes."""
_LEANING = re.compile(r"(?:his|her|their|its|our|my|he|she|they|it|this|that|these|those|who|which)\b", re.I)
"""How a speaker is named who is known from the sentence before only."""
_FRAGMENT = 1.5
"""What a statement that begins inside a sentence costs, where a whole one is to be had."""


def say_latest(
    states: Sequence[State], timeline: Sequence[Line], shown: frozenset[str], context: Context
) -> Iterator[Said]:
    """Tell each state's last value; where nothing changes state, what else the newest day brought."""
    settings = context.settings
    for state in sorted(states, key=_rank_state)[: settings.most_states]:
        yield _say_state(state)
    if not states:
        news = [x for x in timeline if is_plain(x) and x.entry.grain == "day" and is_news(x.entry, context)]
        newest = max((x.entry.first or "" for x in news), default="")
        others = [x for x in news if x.entry.first == newest and x.entry.entry_id not in shown and x.fault <= _SLIGHT]
        heaviest = sorted(others, key=lambda x: (-x.weight, x.entry.entry_id))[: settings.latest_entries]
        yield from (say_entry(x.entry) for x in sorted(heaviest, key=lambda x: timeline_order(x.entry)))


def _say_state(state: State) -> Said:
    """Tell a state's last value, since when it holds, what was before, and what is planned: a plan is no state."""
    actual = [value for value in state.values if value.status == "actual"] or list(state.values)
    last = actual[-1]
    word = "by" if last.since_basis == "report" else "since"
    notes = [
        f"{word} {say_date(last.since)}" if last.since else "",
        _say_part(last.partial),
        "" if last.status == "actual" else last.status,
    ]
    told = ", ".join(note for note in notes if note)
    before = [value for value in actual[:-1] if value.value != last.value and not value.presupposed]
    ahead = [value for value in state.values[state.values.index(last) + 1 :] if value.status == "planned"]
    named = f", {state.attribute}" if last.value[:1].isdigit() and state.attribute != "number" else ""
    text = f"{begin(state.subject)}{named}: {last.value}" + f" ({told})" * bool(told)
    text += f"; before: {before[-1].value}" if before else ""
    cites = last.cites
    if ahead:
        day = f", {say_date(ahead[-1].due)}" if ahead[-1].due else ""
        text += f"; planned: {ahead[-1].value}{day}"
        cites = tuple(dict.fromkeys((*cites, *ahead[-1].cites)))
    return Said(text, cites)


def _say_part(words: str) -> str:
    """Return the words for a change of a part: "in part: about four or five"; what says no more is just "in part"."""
    counted = any(char.isdigit() for char in words) or len(words.split()) > _PART_WORDS
    return f"in part: {words}" if counted else "in part" if words else ""


def _rank_state(row: State) -> tuple[int, int, str, str]:
    """Order states: those that most reports tell of first, then those that changed most often."""
    articles = {cite.article_id for value in row.values for cite in value.cites}
    return (-len(articles), -len(row.values), row.subject, row.attribute)


def say_agreed(slots: Iterable[Slot], context: Context) -> Iterator[Said]:
    """Tell the numbers on which independent reports agree, or differ by rounding alone, with the words of a report that
    give one; what several sources say in one report alone is no agreement of reports."""
    found = [
        (weight, slot, behind)
        for slot in slots
        if slot.verdict in ("agree", "rounding")
        for behind in (context.evidence.count(_cites_of(slot)),)
        if behind.origins > 1 and behind.articles > 1
        for weight in (_weigh_slot(slot, behind, context),)
        if weight > 0
    ]
    ranked = sorted(found, key=lambda row: (-row[0], row[1].label, row[1].slot_id))
    for _, slot, behind in ranked[: context.settings.most_agreed]:
        reports = say_support(behind.articles, behind.outlets, behind.origins)
        told = _find_sentence(slot, context)
        cites = spread_cites(context.evidence, _cites_of(slot), context.settings.most_cites)
        words = f"“{context.tell(told).replace('“', '‘').replace('”', '’')}”" if told else ""
        shown = tuple(dict.fromkeys((told, *cites))) if told else cites
        if told or not _is_bare(slot.label):
            label = "" if _is_bare(slot.label) else f"{begin(slot.label)}: "
            yield Said(f"{label}{begin(_say_answers(slot))}. {words}".strip(), shown, behind=reports)


def _is_bare(label: str) -> bool:
    """True for a label that says nothing away from the words that it was made of: "amount (fund)"."""
    return label.endswith(")") or label in _BARE_LABELS


def _say_answers(slot: Slot) -> str:
    """Return the number agreed on, the exact one first: "25, also told as about 24"."""
    firm = [value for value in slot.values if value.approx != "vague"] or list(slot.values)
    ordered = sorted(firm, key=lambda value: value.approx != "exact")
    first, *rest = dict.fromkeys(_say_value(value, slot.unit) for value in ordered)
    others = [told for told in rest if not told.endswith(f" {first}")]
    return f"{first}, also told as {' or '.join(others)}" if others else first


def _say_value(value: SlotValue, unit: str) -> str:
    text = value.text[:1].lower() + value.text[1:] if value.text[1:2].islower() else value.text
    return text or say_value(value.value, value.low, value.high, value.approx, unit)


def _cites_of(slot: Slot) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(cite for value in slot.values for cite in value.cites))


def _weigh_slot(slot: Slot, behind: Support, context: Context) -> float:
    """Return what an agreed number is worth to a reader: how many stand behind it and how near it is to what the story
    is about; nothing for a small count of things, and for one that no report puts near its theme."""
    numbers = [number for value in slot.values for number in (value.value, value.low, value.high) if number is not None]
    if slot.unit == "count" and (not numbers or max(numbers) <= _TRIFLE):
        return 0.0
    front = any(context.rank_lead(cite) is not None for cite in _cites_of(slot))
    theme = max(context.theme.agree(cite.quote) for cite in _cites_of(slot))
    near = front or theme >= context.settings.least_theme
    return behind.origins * (1 + theme) + (2 if front else 0) if near else 0.0


def _find_sentence(slot: Slot, context: Context) -> Cite | None:
    """Return the cited sentence that tells an agreed number best: one that can be read alone, near the theme."""
    cites = [cite for cite in _cites_of(slot) if context.rate(cite) < POOR]
    return min(cites, key=lambda c: (context.rate(c), -context.theme.agree(c.quote), c), default=None)


def say_differing(discrepancies: Iterable[Discrepancy], context: Context) -> Iterator[Said]:
    """Tell each difference with its sides, conflicts first, and why it is judged so."""
    told = (row for row in discrepancies if row.verdict not in ("rounding", "agree") and row.severity > 1)
    ranked = sorted(told, key=lambda d: (d.verdict != "conflict", -d.severity, d.about, d.discrepancy_id))
    for found in ranked[: context.settings.most_differing]:
        sides = " / ".join(f"{side.says}{f' ({side.said_by})' if side.said_by else ''}" for side in found.sides)
        cites = tuple(dict.fromkeys(side.cites[0] for side in found.sides))
        settled = f" Settled by later reports: {found.settled}." if found.settled else ""
        text = f"{begin(found.about)}: {sides}. {begin(found.verdict)}: {found.why}{settled}"
        yield Said(text, tuple(dict.fromkeys((*cites, *found.settled_by))))


def say_claims(claims: Iterable[Claim], entities: Iterable[Entity], context: Context) -> Iterator[Said]:
    """Quote each main speaker once, and no words twice: named speakers first, those whose words most independent
    reports give before others; of each the statement that is quoted most and nearest to what the story is about."""
    settings = context.settings
    known = {entity.name: entity for entity in entities}
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.speaker and claim.kind == "direct" and len(claim.cite.quote.split()) >= settings.least_quote_words:
            by_speaker.setdefault(claim.speaker, []).append(claim)

    def order(item: tuple[str, list[Claim]]) -> tuple[bool, bool, int, float, str]:
        speaker, own = item
        reports = len({context.evidence.origin(claim.article_id) for claim in own})
        fragment = all(claim.cite.quote[:1].islower() for claim in own)
        return speaker not in known, fragment, -reports, -max(_weigh_claim(claim, context) for claim in own), speaker

    named = sum(speaker in known for speaker in by_speaker)
    said: list[str] = []
    for speaker, own in sorted(by_speaker.items(), key=order):
        if speaker not in known and (named >= _ENOUGH_NAMED or _LEANING.match(speaker)):
            continue
        if len(said) > _ENOUGH_NAMED and all(claim.cite.quote[:1].islower() for claim in own):
            continue
        best = max(own, key=lambda claim: (_weigh_claim(claim, context), claim.claim_id))
        words = " ".join(word for word, _, _ in find_words(best.cite.quote))
        fresh = not any(words in other or other in words or share_all(words, other) >= _SAME for other in said)
        if len(said) < settings.most_speakers and fresh and _weigh_claim(best, context) > 0:
            said.append(words)
            told = f"{_introduce(speaker, known.get(speaker))}: “{_say_words(best.cite.quote)}”"
            yield Said(told, (best.cite,))


def _weigh_claim(claim: Claim, context: Context) -> float:
    """Return what a statement is worth: how many reports give it, how near it is to the story's theme, how well it can
    be read; nothing for mere courtesy, or for a title."""
    quote = claim.cite.quote
    words = len(quote.split())
    capitals = sum(word[:1].isupper() for word in quote.split())
    if (_COURTESY.search(quote) and not claim.origins > 1) or capitals > _TITLE * words:
        return 0.0
    length = abs(words - context.settings.good_quote_words) / context.settings.good_quote_words
    fragment = _FRAGMENT if quote[:1].islower() or not stands_alone(quote) else 0.0
    return 4.0 + claim.origins + 2 * context.theme.agree(quote) - min(2.0, length) - fragment


def _introduce(speaker: str, entity: Entity | None) -> str:
    """Return a speaker with the one role that the reports give, where it tells a stranger who that is."""
    roles = {role.text.casefold(): role.text for role in entity.roles} if entity else {}
    now = [text for text in roles.values() if not _PAST_ROLE.match(text)]
    telling = [text for text in now if len(text.split()) >= _FIRST_ROLE_WORDS]
    offices = list(dict.fromkeys(word for text in now if (word := _OFFICES.get(text.rstrip("."), ""))))
    past = len(now) < len(roles)
    told = telling if len(telling) == 1 and not offices else [] if past else offices
    return f"{begin(speaker)}, {told[0]}" if len(told) == 1 else begin(speaker)


def _say_words(quote: str) -> str:
    """Return quoted words on one line, with dots where they begin inside a sentence."""
    text = " ".join(quote.split()).strip(" ,;")
    return f"… {text}" if text[:1].islower() else text
