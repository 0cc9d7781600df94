"""Which mentions of a story are one person: full names first, then surnames and first names within each article.

Two different full names are never joined, but for order, initials, middle names and one slip of spelling. A bare
surname that fits several people goes to the closest full name before it, or stays unresolved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from dateline.events.entities.alike import extends_short, plain_words, same_person, sound
from dateline.events.entities.people_known import SUFFIXES, Known, Words, count_suffixed, fits, is_full, know
from dateline.events.union import Union
from dateline.model import Article, Mention

_LEAD_LINES = 3
"""Sentences, the headline among them, that may call someone by a first name before the full name comes."""
_AGAINST = re.compile(r"(?:anti|pro|ex|non|pre|post|never|mid)[-–]", re.IGNORECASE)
_NICKNAME = re.compile(r"[A-Z]\w+ [\"“‘'](\w+)[\"”’'] ([A-Z][\w’'-]+)")
_SONS = ("jr", "sr")
_PAIR = re.compile(r"[A-Z]\w+[-–—][A-Z]\w+")
_COURTESY = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Madam)\.?|[Uu]ncle|[Aa]unt|[Aa]untie) $")


def group_people(
    mentions: Sequence[Mention], lines: Mapping[str, int], reach: int, spoken: Container[str] = ()
) -> dict[str, str]:
    """Return the person's key of every mention id that can be settled.

    ``lines`` numbers the sentences by id; ``reach`` is how many of them back a full name claims an ambiguous surname.
    ``spoken`` are the ids of mentions in quoted speech, where first names need no introduction.
    """
    people = _leave_out_pairs([mention for mention in mentions if mention.kind == "PER"])
    full = [mention for mention in people if is_full(plain_words(mention.text))]
    union = _join_full_names(full, people)
    keys = {mention.mention_id: _key(union.find(plain_words(mention.text))) for mention in full}
    known = know(full, keys, count_suffixed(people))
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        by_article[mention.article_id].append(mention)
    for article in sorted(by_article):
        inside = sorted(by_article[article], key=lambda mention: mention.start)
        for mention in inside:
            if mention.mention_id not in keys and (
                key := _settle_short(mention, inside, keys, known, lines, reach, spoken)
            ):
                keys[mention.mention_id] = key
    for mention in people:
        if mention.mention_id not in keys and not known.meant_in(mention):
            keys[mention.mention_id] = _key(plain_words(mention.text))
    return keys


def _leave_out_pairs(people: Sequence[Mention]) -> list[Mention]:
    """Leave out "anti-Lund", and two people coupled by a hyphen who are named elsewhere: "the Lund-Reyes talks"."""
    whole = {plain_words(mention.text) for mention in people if " " in mention.text}
    people = [mention for mention in people if not _AGAINST.match(mention.text)]
    return [m for m in people if not (_PAIR.fullmatch(m.text) and _couples(plain_words(m.text), whole))]


def _couples(words: Words, whole: Collection[Words]) -> bool:
    """Tell whether two words are the surnames of two people, and no one bears both."""
    return (
        words[0] != words[-1]
        and all(
            any(name[-1] == word or name[0] == word for name in whole if not set(words) <= set(name)) for word in words
        )
        and not any(set(words) <= set(name) for name in whole)
    )


def titled_form(mention: Mention, articles: Mapping[str, Article]) -> str | None:
    """Return the name with the form of address or one-word title right before it: "Mr. Hale", "President Hale"."""
    text = articles[mention.article_id].text
    before = text[max(mention.start - 10, 0) : mention.start]
    if match := _COURTESY.search(before):
        return match.group() + mention.text
    role = mention.role
    if not (role and role.isalpha() and role[0].isupper() and before.endswith(role[-9:] + " ")):
        return None
    return f"{role} {mention.text}"


def _key(words: Words) -> str:
    return "person:" + " ".join(words)


def _join_full_names(full: Sequence[Mention], people: Sequence[Mention]) -> Union[Words]:
    where: dict[Words, dict[str, int]] = defaultdict(dict)
    for mention in full:
        places = where[plain_words(mention.text)]
        places[mention.article_id] = min(places.get(mention.article_id, mention.start), mention.start)
    forms = sorted(where)
    union = Union(forms)
    met = _meet(forms)
    pairs = [(left, right) for left, right in met if same_person(left, right)]
    for left, right in pairs:
        if len(left) == len(right) and (_equal(left, right) or not where[left].keys() & where[right].keys()):
            union.join(left, right)
    longer: dict[Words, set[Words]] = defaultdict(set)
    partial = [pair for pair in met if extends_short(*sorted(pair, key=len))]
    for left, right in [*pairs, *partial]:
        if len(left) != len(right):
            short, long = sorted((left, right), key=len)
            longer[short].add(long)
    for short in sorted(longer, key=lambda words: (-len(words), words)):
        roots = {union.find(long) for long in longer[short]}
        if len(roots) == 1:
            union.join(roots.pop(), short)
    _join_suffixed(forms, union, where, _called_by_surname(people), _titles_of(full))
    nicknamed = [match for mention in full if (match := _NICKNAME.fullmatch(mention.text))]
    for match in nicknamed:
        whole, called = plain_words(match.group()), plain_words(f"{match.group(1)} {match.group(2)}")
        if called in where:
            union.join(whole, called)
    return union


def _titles_of(full: Iterable[Mention]) -> dict[Words, set[str]]:
    """Return the titles that stand beside each form of a full name."""
    titles: dict[Words, set[str]] = defaultdict(set)
    for mention in full:
        titles[plain_words(mention.text)] |= {mention.role.casefold()} if mention.role else set()
    return titles


def _called_by_surname(people: Iterable[Mention]) -> dict[Words, int]:
    """Return where each article first uses a word alone, or with "Jr." after it, as somebody's name."""
    first: dict[Words, int] = {}
    for mention in people:
        words = plain_words(mention.text)
        if not is_full(words):
            place = (mention.article_id, *words)
            first[place] = min(first.get(place, mention.start), mention.start)
    return first


def _join_suffixed(
    forms: Sequence[Words],
    union: Union[Words],
    where: Mapping[Words, Mapping[str, int]],
    called: Mapping[Words, int],
    titles: Mapping[Words, set[str]],
) -> None:
    """Join "Leo Berg Jr." with "Leo Berg", unless an article names both, or a Berg before its "Leo Berg Jr." and no
    title of both: then they may be father and son."""
    for form in forms:
        bare = form[:-1]
        if form[-1] not in SUFFIXES or not is_full(bare):
            continue
        plain = [other for other in forms if other[-1] not in SUFFIXES and same_person(bare, other)]
        titled = any(titles[form] & titles[other] for other in plain)
        both = any((article, *form[-2:]) in called and (article, bare[-1]) in called for article in where[form])
        apart = (
            (both and not titled)
            or any(where[form].keys() & where[other].keys() for other in plain)
            or (
                form[-1] in _SONS
                and not titled
                and any(called.get((article, bare[-1]), start) < start for article, start in where[form].items())
            )
        )
        if len({union.find(other) for other in plain}) == 1 and not apart:
            union.join(plain[0], form)


def _equal(left: Words, right: Words) -> bool:
    return sorted(left) == sorted(right) or "".join(left) == "".join(right)


def _meet(forms: Sequence[Words]) -> list[tuple[Words, Words]]:
    """Return the pairs of forms that share a word, their letters run together or the sounds of their last word."""
    blocks: dict[str, list[Words]] = defaultdict(list)
    for form in forms:
        for word in {*form, "".join(form), f"~{sound(form[-1])}"}:
            blocks[word].append(form)
    pairs = {(left, right) for block in blocks.values() for left in block for right in block if left < right}
    return sorted(pairs)


def _settle_short(
    mention: Mention,
    inside: Sequence[Mention],
    keys: Mapping[str, str],
    known: Known,
    lines: Mapping[str, int],
    reach: int,
    spoken: Container[str],
) -> str | None:
    """Return the person whom a surname or first name means in its article, or None."""
    words = plain_words(mention.text)
    if words and words[-1] in SUFFIXES:
        sons = known.suffixed.get(words, set())
        return next(iter(sons)) if len(sons) == 1 else None
    candidates = known.agreeing(mention, known.meant_in(mention))
    full = [other for other in inside if keys.get(other.mention_id) in candidates and is_full(plain_words(other.text))]
    here = {keys[other.mention_id] for other in full}
    bearers = known.bearing(mention, candidates)
    if here and len(candidates) > 1 and known.untitled(mention, here):
        if len(bearers) == 1:
            return next(iter(bearers))
        if mention.role and " " not in mention.role and any(known.titles.get(person) for person in here):
            return None  # "Secretary Lund" beside "former President Leo Lund"
    if mention.mention_id not in spoken and (family := here & fits(words, known.families)) and family != here:
        candidates, here = family, family
        full = [other for other in full if keys[other.mention_id] in here]
    if not here:
        relatives = known.agreeing(mention, fits(words, known.families)) & candidates
        sole = len(candidates) == 1 and (relatives == candidates or _has_family(candidates, inside, known))
        return next(iter(candidates)) if sole else None
    before = [other for other in full if other.start < mention.start]
    if not before and len(candidates) > 1:
        return known.told_most(candidates)
    if len(here) == 1:
        if len(candidates) > 1 and before and _called_unsettled(mention, before[0], inside, keys):
            return None
        another = mention.mention_id not in spoken and _is_introduced_later(mention, full, lines)
        only = next(iter(here))
        called = _called_before(mention, inside, keys) & candidates
        if another or called in (set(), {only}):
            return None if another else only
        near = _distance(before[-1], mention, lines) <= reach
        return None if near or len(called) > 1 else next(iter(called))
    if mention.role and (fitting := _with_role(mention.role, full, keys)):
        return fitting
    if before and _distance(before[-1], mention, lines) <= reach:
        return keys[before[-1].mention_id]
    return None


def _has_family(people: set[str], inside: Iterable[Mention], known: Known) -> bool:
    """Tell whether an article names in full another of their family: "Leo" beside Ana Berg is the story's Leo Berg."""
    names = {words[-1] for other in inside if is_full(words := plain_words(other.text))}
    return any(people <= known.families.get(name, set()) for name in names)


def _called_before(mention: Mention, inside: Sequence[Mention], keys: Mapping[str, str]) -> set[str]:
    """Return who was called by the same short name before in the article."""
    return {
        keys[other.mention_id]
        for other in inside
        if other.start < mention.start and other.text == mention.text and other.mention_id in keys
    }


def _called_unsettled(mention: Mention, first: Mention, inside: Iterable[Mention], keys: Mapping[str, str]) -> bool:
    """Tell whether somebody unsettled was called by the same short name before the article's ``first`` full name.

    Where "Lund" was said before "Eva Lund" came in, and the story has more Lunds, she need not be meant after it.
    """
    return any(
        other.start < first.start and other.text == mention.text and other.mention_id not in keys for other in inside
    )


def _is_introduced_later(mention: Mention, full: Sequence[Mention], lines: Mapping[str, int]) -> bool:
    """Tell whether a first name alone comes before any full name that has it, and not in the headline or lead.

    "A man known as Kevin" is not the Kevin Hale whom the report names further down.
    """
    first = plain_words(mention.text)[0]
    given = all(plain_words(other.text)[0] == first and plain_words(other.text)[-1] != first for other in full)
    later = all(other.start > mention.start for other in full)
    return given and later and lines.get(mention.sentence_id, 0) > _LEAD_LINES


def _with_role(role: str, full: Iterable[Mention], keys: Mapping[str, str]) -> str | None:
    """Return the only person of the article who bears this title."""
    found = {keys[other.mention_id] for other in full if other.role and other.role.casefold() == role.casefold()}
    return next(iter(found)) if len(found) == 1 else None


def _distance(before: Mention, after: Mention, lines: Mapping[str, int]) -> int:
    return lines.get(after.sentence_id, 0) - lines.get(before.sentence_id, 0)
