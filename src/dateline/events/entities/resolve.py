"""The stage ``resolve``: joins the names of a story into entities, and says what role nouns and pronouns refer to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events.entities.alike import content_words, plain_words, spelled_alike
from dateline.events.entities.bodies import group_bodies
from dateline.events.entities.naming import States, choose_name, choose_phrase, read_states, with_state
from dateline.events.entities.nominals import Found, find_bodies_speaking, find_nominals, find_qualified, find_speakers
from dateline.events.entities.occasions_join import find_occasions
from dateline.events.entities.offices import find_offices, name_office
from dateline.events.entities.people import group_people, titled_form
from dateline.events.entities.people_known import is_full
from dateline.events.entities.pronouns import is_inside, read_people, tell_genders
from dateline.events.entities.role_terms import collect_roles
from dateline.events.entities.states import name_states
from dateline.events.entities.things import find_things, kind_of_thing
from dateline.events.entities.unread import extend_place, find_unread
from dateline.ids import content_id
from dateline.model import (
    Article,
    Entity,
    Judgement,
    Mention,
    NameKind,
    Quote,
    Record,
    Reference,
    Sentence,
)
from dateline.settings import ResolveSettings
from dateline.stage import Batch

_TAIL = re.compile(
    r"(?:State|Defen[cs]e|Labou?r|Commerce|Education|Energy|Justice|Finance|Health|Transport|Trade|Agriculture|Interior"
    r"|Homeland Security)\s(?=[A-Z])"
)
"""Ends of titles that the name follows without a comma."""
_LONG_SURNAME = 7
"""Letters from which a name close to a surname is that, misspelt, even when it was read as a body's."""


@dataclass(frozen=True, slots=True)
class _Story:
    """The batch, sorted and indexed."""

    story_id: str
    articles: Mapping[str, Article]
    mentions: tuple[Mention, ...]
    sentences: Mapping[str, tuple[Sentence, ...]]
    quotes: Mapping[str, tuple[Quote, ...]]
    judgements: tuple[Judgement, ...]


def resolve_story(batch: Batch, settings: ResolveSettings) -> Iterable[Record]:
    """Return the story's entities and the references to them, sorted."""
    story = _open(batch)
    keys = _key_mentions(story, settings)
    keys = _apply_judgements(keys, story)
    found = _find_more(story, keys, settings)
    entities = _make_entities(story, keys, found)
    yield from sorted({entity.entity_id: entity for entity in entities.values()}.values(), key=lambda e: e.entity_id)
    references = [*_refer_by_name(story, keys, entities), *_refer_by_noun(story, found, entities)]
    yield from sorted(set(references), key=lambda ref: (ref.article_id, ref.start, ref.end, ref.entity_id, ref.via))


def _open(batch: Batch) -> _Story:
    articles = {article.article_id: article for article in batch.all(Article)}
    mentions = sorted(batch.all(Mention), key=lambda mention: (mention.article_id, mention.start, mention.end))
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sorted(batch.all(Sentence), key=lambda sentence: (sentence.article_id, sentence.start)):
        sentences[sentence.article_id].append(sentence)
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for quote in sorted(batch.all(Quote), key=lambda quote: (quote.article_id, quote.start, quote.quote_id)):
        quotes[quote.article_id].append(quote)
    return _Story(
        story_id=batch.key,
        articles=articles,
        mentions=tuple(_trim(m, articles[m.article_id].text) for m in mentions if m.article_id in articles),
        sentences={key: tuple(rows) for key, rows in sentences.items()},
        quotes={key: tuple(rows) for key, rows in quotes.items()},
        judgements=tuple(sorted(batch.all(Judgement), key=lambda judgement: judgement.judgement_id)),
    )


def _key_mentions(story: _Story, settings: ResolveSettings) -> dict[str, str]:
    """Return the entity key of every mention that can be settled."""
    lines = {sentence.sentence_id: sentence.index for rows in story.sentences.values() for sentence in rows}
    named = {plain_words(mention.text) for mention in story.mentions if mention.kind == "PER"}
    full = {words for words in named if is_full(words)}
    surnames = {words[-1] for words in full}
    called = named & {(name,) for name in surnames}
    once = _bodies_named_once(story.mentions)
    borne = _surnames_borne(story.mentions, full)
    mentions = [
        replace(mention, kind="PER", known=None)
        if (mention.article_id, plain_words(mention.text)) in borne
        or _is_person(mention, full, surnames, once)
        or _is_like_person(mention, called)
        else replace(mention, text=extend_place(mention, story.articles))
        for mention in story.mentions
        if not _is_headline_word(mention, story.articles[mention.article_id], surnames)
    ]
    people = group_people(mentions, lines, settings.surname_reach, _spoken(story))
    keys = name_states(mentions, story.articles) | people
    rest = [mention for mention in mentions if mention.kind != "PER" and mention.mention_id not in keys]
    return keys | group_bodies(rest, mentions, story.articles)


def _spoken(story: _Story) -> set[str]:
    """Return the ids of the mentions that stand in quoted speech."""
    spans = {
        key: sorted((q.start, q.end) for q in rows if q.kind == "direct") for key, rows in sorted(story.quotes.items())
    }
    return {m.mention_id for m in story.mentions if is_inside(m.start, spans.get(m.article_id, ()))}


def _surnames_borne(mentions: Sequence[Mention], full: Container[tuple[str, ...]]) -> set[tuple[str, tuple[str, ...]]]:
    """Return (article, surname) of the people whom an article names in full, where no longer name of a body has it."""
    bodies = {
        word
        for mention in mentions
        if mention.kind in ("ORG", "FAC", "PRODUCT", "GPE", "LOC") and len(words := plain_words(mention.text)) > 1
        for word in words
    }
    known = {plain_words(mention.text) for mention in mentions if mention.known}
    named = {(m.article_id, plain_words(m.text)) for m in mentions if m.kind == "PER"}
    surnames = {(article, words[-1:]) for article, words in named if words in full and words[-1] not in bodies}
    return {(article, words) for article, words in surnames if words not in known}


def _is_headline_word(mention: Mention, article: Article, surnames: Container[str]) -> bool:
    """Tell whether a first name in a headline may be the word that the text has in small letters: "Birth Bill"."""
    words = plain_words(mention.text)
    if mention.kind != "PER" or mention.end > article.body_start or len(words) != 1 or words[0] in surnames:
        return False
    return re.search(rf"\b{re.escape(words[0])}s?\b", article.text[article.body_start :]) is not None


def _trim(mention: Mention, text: str) -> Mention:
    """Return a person's name without the end of a title that was read into it: "Secretary of State Lund"."""
    match = _TAIL.match(mention.text) if mention.kind == "PER" else None
    if match is None or not text[max(mention.start - 14, 0) : mention.start].endswith(("ecretary of ", "inister of ")):
        return mention
    return replace(mention, start=mention.start + match.end(), text=mention.text[match.end() :])


def _bodies_named_once(mentions: Iterable[Mention]) -> set[str]:
    """Return the bodies' names that stand once in the story: a misspelt surname may be taken for a body's."""
    counts = Counter(mention.text for mention in mentions if mention.kind == "ORG" and mention.known is None)
    return {text for text, count in counts.items() if count == 1}


def _is_person(
    mention: Mention, full: Container[tuple[str, ...]], surnames: Collection[str], once: Container[str]
) -> bool:
    """Tell whether a name without known kind is a person's of the story: a whole name, or a surname of nothing else."""
    words = plain_words(mention.text)
    if mention.known is not None:
        return False
    if words in full:
        return True
    if len(words) != 1 or not (mention.kind == "OTHER" or (mention.text in once and len(words[0]) >= _LONG_SURNAME)):
        return False
    return any(spelled_alike(words[0], name) for name in surnames)


def _is_like_person(mention: Mention, called: Container[tuple[str, ...]]) -> bool:
    """Tell whether a small city's name is a person's: the story has the surname alone as a person's elsewhere."""
    return (mention.known or "").startswith("city:") and plain_words(mention.text) in called


def _apply_judgements(keys: Mapping[str, str], story: _Story) -> dict[str, str]:
    """Join what a person joined, by the names or entity ids that they gave."""
    changed = dict(keys)
    for judgement in story.judgements:
        if judgement.kind not in ("merge", "same"):
            continue
        wanted = {plain_words(subject) for subject in judgement.subjects}
        met = {
            changed[m.mention_id] for m in story.mentions if m.mention_id in changed and plain_words(m.text) in wanted
        }
        if len(met) > 1:
            target = min(met)
            changed = {mention_id: target if key in met else key for mention_id, key in changed.items()}
    return changed


def _find_more(story: _Story, keys: Mapping[str, str], settings: ResolveSettings) -> list[Found]:
    """Return what role nouns and pronouns of all articles refer to."""
    names, genders = _names_by_words(story, keys), tell_genders(story.mentions, keys)
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        by_article[mention.article_id].append(mention)
    found: list[Found] = find_occasions(story.articles, story.sentences, story.mentions, keys)
    found += find_unread(story.articles, story.mentions, keys)
    found += find_things(story.articles, story.mentions, found)
    offices_found = find_offices(story.articles, by_article, keys)
    by_office: dict[str, list[Found]] = defaultdict(list)
    for one in offices_found:
        by_office[one.article_id].append(one)
    found += offices_found
    for article_id, article in sorted(story.articles.items()):
        mentions, sentences = by_article[article_id], story.sentences.get(article_id, ())
        quotes = story.quotes.get(article_id, ())
        offices = by_office[article_id]
        nouns = [*find_nominals(article, sentences, mentions, keys), *find_qualified(article, mentions, names)]
        found += [one for one in nouns if not any(one.start < other.end and other.start < one.end for other in offices)]
        people = read_people(article, sentences, mentions, quotes, keys, genders)
        found += find_speakers(article, mentions, quotes, keys, people, settings.pronoun_reach)
        bodies = read_people(article, sentences, mentions, quotes, keys, {}, "ORG")
        found += find_bodies_speaking(article, mentions, quotes, keys, bodies)
    return found


def _names_by_words(story: _Story, keys: Mapping[str, str]) -> dict[frozenset[str], str]:
    """Return the organisations and facilities by their telling words, where these tell only one."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for mention in story.mentions:
        if mention.kind in ("ORG", "FAC") and mention.mention_id in keys:
            found[content_words(mention.text)].add(keys[mention.mention_id])
    return {words: next(iter(keys)) for words, keys in found.items() if len(keys) == 1 and len(words) > 1}


def _make_entities(story: _Story, keys: Mapping[str, str], found: Sequence[Found]) -> dict[str, Entity]:
    rows: dict[str, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        if mention.mention_id in keys:
            rows[keys[mention.mention_id]].append(mention)
    phrases = _count_phrases(story, found)
    states = read_states(story.mentions)
    return {
        key: _make_entity(story, key, rows[key], phrases.get(key, Counter()), states)
        for key in sorted({*rows, *phrases})
    }


def _count_phrases(story: _Story, found: Sequence[Found]) -> dict[str, Counter[str]]:
    """Return the phrases that name each key's entity: those that mean the same one wherever the story has them."""
    phrases: dict[str, Counter[str]] = defaultdict(Counter)
    meant: dict[str, set[str]] = defaultdict(set)
    for one in found:
        words = story.articles[one.article_id].text[one.start : one.end]
        telling = one.via == "name" or (one.via == "nominal" and one.naming and " " in words)
        if not telling or one.key.startswith(("person:", "state:")):
            continue
        words = " ".join(words.split())
        if words.lower().startswith("the "):
            words = f"the {words[4:]}"
        if not words.lower().startswith(("its ", "his ", "her ")):
            phrases[one.key][words] += 1
            meant[words.casefold()].add(one.key)
    agreed = {words for words, keys in meant.items() if len(keys) == 1}
    return {
        key: Counter({words: count for words, count in counts.items() if words.casefold() in agreed})
        for key, counts in phrases.items()
    }


def _entity_id(story: _Story, key: str) -> str:
    return content_id("entity", story.story_id, key)


def _renamed(story: _Story, key: str, name: str) -> str:
    """Return the name that a person gave the entity: a judgement ``rename`` with (entity id, new name)."""
    given = (row.subjects for row in story.judgements if row.kind == "rename" and len(row.subjects) == 2)
    return next((subjects[1] for subjects in given if subjects[0] == _entity_id(story, key)), name)


def _make_entity(story: _Story, key: str, mentions: Sequence[Mention], phrases: Counter[str], states: States) -> Entity:
    kind, known = _kind_of(key, mentions)
    names = [mention.text for mention in mentions if not (key.startswith("state:") and mention.kind == "NORP")]
    state = next((mention.state for mention in mentions if mention.state), None) if key.startswith("state:") else None
    if state:
        name = state
    elif names:
        name = choose_name([mention for mention in mentions if mention.text in names], kind)
    else:
        name = name_office(key, phrases, states.adjectives) or choose_phrase(phrases, kind)
    titled = {form for mention in mentions if kind == "PER" and (form := titled_form(mention, story.articles))}
    chosen = _renamed(story, key, with_state(key, name, states))
    return Entity(
        entity_id=_entity_id(story, key),
        story_id=story.story_id,
        kind=kind,
        name=chosen,
        aliases=tuple(sorted({name, *names, *titled, *phrases} - {chosen})),
        roles=collect_roles(mentions, story.articles),
        known=known,
    )


def _kind_of(key: str, mentions: Sequence[Mention]) -> tuple[NameKind, str | None]:
    if key.startswith("state:"):
        return "GPE", f"country:{key.partition(':')[2]}"
    if key.startswith("person:"):
        return "PER", None
    if not mentions:
        return kind_of_thing(key) or "ORG", None
    kinds = Counter(mention.kind for mention in mentions)
    known = Counter(mention.known for mention in mentions if mention.known)
    best = min(kinds, key=lambda kind: (kind == "OTHER", -kinds[kind], kind))
    return best, min(known, key=lambda one: (-known[one], one)) if known else None


def _refer_by_name(story: _Story, keys: Mapping[str, str], entities: Mapping[str, Entity]) -> list[Reference]:
    return [
        Reference(
            article_id=mention.article_id,
            story_id=story.story_id,
            start=mention.start,
            end=mention.end,
            entity_id=entities[keys[mention.mention_id]].entity_id,
            via="name",
        )
        for mention in story.mentions
        if mention.mention_id in keys
    ]


def _refer_by_noun(story: _Story, found: Sequence[Found], entities: Mapping[str, Entity]) -> list[Reference]:
    return [
        Reference(
            article_id=one.article_id,
            story_id=story.story_id,
            start=one.start,
            end=one.end,
            entity_id=entities[one.key].entity_id,
            via=one.via,
        )
        for one in found
        if one.key in entities
    ]
