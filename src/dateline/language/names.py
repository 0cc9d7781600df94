"""Names of an article: where they stand, what they name, and the title or description beside a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.ids import content_id
from dateline.language.gazetteer import (
    Known,
    find_known,
    find_places,
    is_given_name,
    match_known,
    sex_of_given_name,
    state_name,
)
from dateline.language.names_gender import tell_gender
from dateline.language.names_kinds import (
    guess_kind,
    in_place,
    is_everyday,
    looks_like_person,
    looks_like_surnamed,
    place_key,
    sure_kind,
)
from dateline.language.names_roles import find_role
from dateline.language.names_runs import Run, find_runs, opens_clause, words_of
from dateline.language.reading import Reading, ReadSentence, Token
from dateline.model import Mention, NameKind

_TITLE_SHARE = 0.6
"""Share of longer words with a capital from which a line counts as written in title case. On the 240 Wikinews
training texts F1 of PER, ORG, GPE and LOC is .789 at .5 and .792 from .6 to .8; 57 of 64 headlines lie below .6."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of a sentence with its kind; ``sure`` when its own words or the gazetteer gave it."""

    read: ReadSentence
    run: Run
    words: tuple[str, ...]
    kind: NameKind | None
    sure: bool


def find_names(reading: Reading) -> tuple[Mention, ...]:
    """Return the article's names in order of place. Names of a title-case line count only when known from elsewhere."""
    plain = [read for read in reading.sentences if not _is_title_case(read)]
    common = _common_words(plain)
    inner = _inner_capitals(plain)
    names = [name for read in plain for name in _names_of(read, common, inner)]
    names = _part_glued(names)
    names += _find_directions(plain, names)
    names = _settle_kinds(names)
    lexicon = _lexicon(names)
    for read in reading.sentences:
        if _is_title_case(read):
            names += _names_of_title(read, lexicon)
    countries = frozenset(
        name.run.known.key.split(":")[1] for name in names if name.run.known and ":" in name.run.known.key
    )
    lines: dict[str, list[_Name]] = {}
    for name in names:
        lines.setdefault(name.read.sentence.sentence_id, []).append(name)
    mentions = [_make_mention(name, lines[name.read.sentence.sentence_id], countries) for name in names if name.kind]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _is_title_case(read: ReadSentence) -> bool:
    tokens = read.tokens
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    asked = read.sentence.kind == "body" and tokens[-1].text in ("?", "!")
    if len(words) < 3 or asked or tokens[-1].text in (".", "”", '"'):
        return False
    return sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)


def _common_words(reads: Iterable[ReadSentence]) -> frozenset[str]:
    """Return the words that the article also writes small, lower-cased."""
    return frozenset(token.text for read in reads for token in read.tokens if token.text[:1].islower())


def _inner_capitals(reads: Iterable[ReadSentence]) -> frozenset[str]:
    """Return the words that the article writes with a capital inside a sentence."""
    return frozenset(
        token.text
        for read in reads
        for place, token in enumerate(read.tokens)
        if token.text[:1].isupper() and not opens_clause(read.tokens, place)
    )


def _names_of(read: ReadSentence, common: frozenset[str], inner: frozenset[str]) -> list[_Name]:
    found = []
    for run in find_runs(read.tokens, common, inner):
        kind = sure_kind(read.tokens, run)
        words = tuple(token.text for token in read.tokens[run.start : run.end])
        guess = kind or guess_kind(read.tokens, run)
        found.append(_Name(read=read, run=run, words=words, kind=guess, sure=kind is not None))
    return found


def _part_glued(names: Sequence[_Name]) -> list[_Name]:
    """Part a person's name from a name that was run together with it and that the article also writes alone."""
    alone = {name.words[0] for name in names if len(name.words) == 1 and name.kind != "PER"}
    parted: list[_Name] = []
    for name in names:
        words, run = name.words, name.run
        glued = run.known is None and 2 < len(words) < 5 and words[0] in alone and not is_given_name(words[0])
        if glued and sex_of_given_name(words[1]) and looks_like_person(words[1:]):
            first, rest = Run(run.start, run.start + 1, None), Run(run.start + 1, run.end, None)
            parted.append(replace(name, run=first, words=words[:1], kind=None, sure=False))
            parted.append(replace(name, run=rest, words=words[1:], kind="PER", sure=True))
        else:
            parted.append(name)
    return parted


def _find_directions(reads: Sequence[ReadSentence], names: Sequence[_Name]) -> list[_Name]:
    """Find "the North" and "the South" where a Korea is named in the article, and no sea or pole is meant."""
    korea = {name.run.known.key for name in names if name.run.known} & {
        f"{sort}:{code}" for sort in ("country", "demonym") for code in ("KP", "KR")
    }
    if not korea:
        return []
    taken = {(id(name.read), place) for name in names for place in range(name.run.start, name.run.end)}
    found = []
    for read in reads:
        for place, token in enumerate(read.tokens[1:], 1):
            code = {"North": "KP", "South": "KR"}.get(token.text)
            if code and (id(read), place) not in taken and _stands_alone(read.tokens, place):
                run = Run(place, place + 1, Known("GPE", f"country:{code}"))
                found.append(_Name(read=read, run=run, words=(token.text,), kind="GPE", sure=True))
    return found


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1].text.lower()
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before not in ("the", "capitalistic", "socialist", "communist") and tokens[place - 1].tag != "JJ":
        return False
    return after is None or not (after.text[:1].isupper() or after.text in ("of", "-", "and/or"))


def _settle_kinds(names: Sequence[_Name]) -> list[_Name]:
    """Give a name without sure kind that of the article's longer or equal names; drop those that nothing explains."""
    votes: dict[str, Counter[NameKind]] = {}
    people: set[str] = set()
    for name in names:
        if name.kind and not (name.run.known and name.run.known.kind == "NORP"):
            votes.setdefault(" ".join(name.words), Counter())[name.kind] += 3 if name.sure else 1
        if len(name.words) > 1 and (name.kind == "PER" or (name.kind is None and _last_guess(name) == "PER")):
            people.update(part.casefold() for part in _person_parts(name.words))
        elif name.sure and name.kind == "PER":
            people.update(word.casefold() for word in name.words)
    return [_settle(name, votes, people) for name in names]


def _person_parts(words: Sequence[str]) -> set[str]:
    """Return the words by which a person may be named again."""
    parts = {word for word in (words[0], words[-1]) if len(word) > 1 and not word.endswith(".")}
    if len(words) > 2:
        parts |= {" ".join(words[-2:]), " ".join(words[1:])}
    return parts


def _settle(name: _Name, votes: Mapping[str, Counter[NameKind]], people: set[str]) -> _Name:
    text = " ".join(name.words)
    if name.sure and not (name.run.known and _may_be_person(name)):
        return name
    if text.casefold() in people and not (find_places(text) and in_place(name.read.tokens, name.run)):
        return replace(name, kind="PER", sure=True, run=Run(name.run.start, name.run.end, None))
    parts = text.casefold().split("-")
    if name.sure or (len(parts) > 1 and (all(part in people for part in parts) or _couples_people(name))):
        return name if name.sure else replace(name, kind=None)
    if text in votes:
        best = sorted(votes[text].items(), key=lambda vote: (-vote[1], vote[0]))[0][0]
        return replace(name, kind=best)
    return replace(name, kind=_last_guess(name))


def _couples_people(name: _Name) -> bool:
    """Tell whether a hyphen couples two sides of a meeting or quarrel, which is no name: "the Hale-Reed summit"."""
    after = name.read.tokens[name.run.end : name.run.end + 2]
    return len(name.words) == 1 and any(token.lemma in words_of("between") for token in after)


def _may_be_person(name: _Name) -> bool:
    """Tell whether a gazetteer name is also a surname or first name: cities and a few states, when they stand alone."""
    known = name.run.known
    if known is None or len(name.words) != 1:
        return False
    return known.key.startswith("capital:") or name.words[0] in words_of("person_country") or known.key == "party"


def _last_guess(name: _Name) -> NameKind | None:
    """Return the kind of a name that nothing around it tells: by its look, else OTHER; None for everyday words."""
    text = " ".join(name.words)
    places = find_places(text)
    if len(name.words) == 1:
        if is_everyday(text):
            return None
        if places and places[0][1] > 0 and not is_given_name(text):
            return "GPE"
        return "PER" if is_given_name(text) else "OTHER"
    if places:
        return "GPE"
    if part := _part_of_place(name.words):
        return part
    if len(name.words) in (2, 3) and looks_like_surnamed(name.words):
        return "PER"
    open_words = words_of("open") | words_of("ORG")
    return "OTHER" if all(is_everyday(word) and word not in open_words for word in name.words) else "ORG"


def _part_of_place(words: Sequence[str]) -> NameKind | None:
    """Return the kind of a direction with a place or its people behind it: "West Berlin", "North African"."""
    rest = " ".join(words[1:])
    known = find_known(rest)
    if words[0] not in words_of("before_place"):
        return None
    if known and known.kind in ("GPE", "NORP", "LOC"):
        return known.kind
    return "GPE" if find_places(rest) else None


def _lexicon(names: Iterable[_Name]) -> dict[str, tuple[tuple[str, ...], NameKind, Known | None]]:
    """Return the body's names by folded text, for reading headlines."""
    lexicon: dict[str, tuple[tuple[str, ...], NameKind, Known | None]] = {}
    for name in sorted(names, key=lambda name: (name.read.sentence.start, name.run.start)):
        if not name.kind:
            continue
        lexicon.setdefault(" ".join(name.words).casefold(), (name.words, name.kind, name.run.known))
        if name.kind == "PER" and len(name.words) > 1:
            for part in (name.words[-1], name.words[0]):
                if not part.endswith("."):
                    lexicon.setdefault(part.casefold(), ((part,), "PER", None))
    return lexicon


def _names_of_title(
    read: ReadSentence, lexicon: Mapping[str, tuple[tuple[str, ...], NameKind, Known | None]]
) -> list[_Name]:
    words = [token.text for token in read.tokens]
    longest = max((len(entry[0]) for entry in lexicon.values()), default=0)
    names: list[_Name] = []
    place = 0
    while place < len(words):
        size, kind, known = _match_title(words, place, lexicon, longest)
        if kind:
            run = Run(place, place + size, known)
            names.append(_Name(read=read, run=run, words=tuple(words[place : place + size]), kind=kind, sure=True))
        place += max(size, 1)
    return names


def _match_title(
    words: Sequence[str],
    place: int,
    lexicon: Mapping[str, tuple[tuple[str, ...], NameKind, Known | None]],
    longest: int,
) -> tuple[int, NameKind | None, Known | None]:
    found = match_known(words, place)
    for size in range(min(longest, len(words) - place), (found[0] if found else 0), -1):
        entry = lexicon.get(" ".join(words[place : place + size]).casefold())
        if entry and words[place][0].isupper() and (size > 1 or len(words[place]) > 2):
            return size, entry[1], entry[2]
    if found and (found[0] > 1 or words[place] not in ("US", "IT", "WHO") or not words[max(place - 1, 0)].isupper()):
        return found[0], found[1].kind, found[1]
    return 1, None, None


def _make_mention(name: _Name, line: Sequence[_Name], countries: frozenset[str]) -> Mention:
    tokens = name.read.tokens
    article = name.read.sentence.article_id
    start, end = tokens[name.run.start].start, tokens[name.run.end - 1].end
    text = _text_between(tokens, name.run)
    known = name.run.known or (place_key(text, countries) if name.kind == "GPE" else None)
    role = None
    if name.kind == "PER" and name.read.sentence.kind != "title":
        spans = [(other.run.start, other.run.end) for other in line]
        role = find_role(tokens, name.run.start, name.run.end, spans)
    return Mention(
        mention_id=content_id("mention", article, start, end),
        article_id=article,
        sentence_id=name.read.sentence.sentence_id,
        start=start,
        end=end,
        text=text,
        kind=name.kind or "OTHER",
        known=known.key if known else None,
        role=_text_between(tokens, Run(*role, None)) if role else None,
        role_span=(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None,
        gender=tell_gender(tokens, name.run, role) if name.kind == "PER" else None,
        state=state_name(known.key) if known else None,
    )


def _text_between(tokens: Sequence[Token], run: Run) -> str:
    """Return the exact text of a run, put together from its tokens and the gaps between them."""
    parts = [tokens[run.start].text]
    for before, token in zip(tokens[run.start : run.end - 1], tokens[run.start + 1 : run.end], strict=True):
        parts += [" " * (token.start - before.end), token.text]
    return "".join(parts)
