"""Builds the records of a small story by hand: invented sentences, and what the earlier stages would find."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from dateline.ids import content_id
from dateline.model import (
    Approx,
    Article,
    Cite,
    Claim,
    Dating,
    Entity,
    Event,
    EventMention,
    Grain,
    Happening,
    Mention,
    NameKind,
    Origin,
    Quantity,
    QuoteKind,
    Record,
    Reference,
    Sentence,
    Slot,
    Stance,
    Status,
    TimeReference,
)
from dateline.stage import Batch

STORY = "story"


class Pile:
    """A story in the making. Every method finds its words in the article by their first place there."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.rows: dict[type[Record], list[Record]] = defaultdict(list)
        self.articles: dict[str, Article] = {}
        self.sentences: list[Sentence] = []

    def article(self, name: str, written: str | None, *lines: str, origin: str | None = None) -> Pile:
        """Add an article of one sentence a line, by the outlet ``name``, and its dating and origin."""
        text = "\n".join(lines)
        article = Article(
            article_id=name,
            capture_id=name,
            uri=f"{name}.txt",
            sha256="",
            outlet=name.title(),
            published=written,
            language="en",
            text=text,
        )
        self.articles[name] = article
        self.rows[Article].append(article)
        start = 0
        for index, line in enumerate(lines):
            sentence = Sentence(
                sentence_id=f"{name}-{index}",
                article_id=name,
                index=index,
                paragraph=index,
                start=start,
                end=start + len(line),
                kind="body",
                tokens=(),
            )
            self.sentences.append(sentence)
            self.rows[Sentence].append(sentence)
            start += len(line) + 1
        self.rows[Dating].append(
            Dating(
                article_id=name,
                story_id=STORY,
                published=written,
                first=written,
                last=written,
                basis="page",
                why="",
                confidence=1.0,
            )
        )
        origin_id = origin or f"origin-{name}"
        same = [o for o in self.rows[Origin] if isinstance(o, Origin) and o.origin_id == origin_id]
        for old in same:
            self.rows[Origin].remove(old)
        members = (*(a for o in same for a in o.articles), name)
        self.rows[Origin].append(Origin(origin_id=origin_id, story_id=STORY, articles=members, why=""))
        return self

    def find(self, name: str, words: str) -> tuple[int, int, str]:
        """Return the place of some words in an article and the id of their sentence."""
        start = self.articles[name].text.index(words)
        (sentence,) = [s for s in self.sentences if s.article_id == name and s.start <= start < s.end]
        return start, start + len(words), sentence.sentence_id

    def count(
        self,
        name: str,
        words: str,
        value: float | None,
        counted: str | None = None,
        *,
        low: float | None = None,
        high: float | None = None,
        approx: Approx = "exact",
        unit: str = "people",
        head: str | None = None,
    ) -> Pile:
        """Add a quantity: ``words`` name the number, ``counted`` what it counts."""
        start, end, sentence_id = self.find(name, words)
        span = self.find(name, counted)[:2] if counted else None
        if approx == "exact" and value is not None:
            low = high = value
        self.rows[Quantity].append(
            Quantity(
                quantity_id=content_id(name, start, end),
                article_id=name,
                sentence_id=sentence_id,
                start=start,
                end=end,
                text=words,
                value=value,
                low=low,
                high=high,
                approx=approx,
                unit=unit,
                counted=counted,
                counted_span=span,
                head=head,
            )
        )
        return self

    def name(
        self,
        name: str,
        words: str,
        kind: NameKind,
        *,
        entity: str | None = None,
        known: str | None = None,
        role: str | None = None,
    ) -> Pile:
        """Add a mention, its role beside it, and a reference to ``entity`` (its canonical name)."""
        start, end, sentence_id = self.find(name, words)
        self.rows[Mention].append(
            Mention(
                mention_id=content_id("mention", name, start, end),
                article_id=name,
                sentence_id=sentence_id,
                start=start,
                end=end,
                text=words,
                kind=kind,
                known=known,
                role=role,
                role_span=self.find(name, role)[:2] if role else None,
            )
        )
        if entity is not None:
            self.entity(entity, kind, known)
            self.rows[Reference].append(
                Reference(article_id=name, story_id=STORY, start=start, end=end, entity_id=entity, via="name")
            )
        return self

    def entity(self, entity: str, kind: NameKind, known: str | None = None) -> Pile:
        """Add an entity, once; its id is its name."""
        if all(isinstance(e, Entity) and e.entity_id != entity for e in self.rows[Entity]):
            self.rows[Entity].append(
                Entity(
                    entity_id=entity, story_id=STORY, kind=kind, name=entity, aliases=(entity,), roles=(), known=known
                )
            )
        return self

    def time(self, name: str, words: str, first: str, *, grain: Grain = "day", explicit: bool = True) -> Pile:
        """Add an anchored time reference of one day or coarser."""
        start, end, _ = self.find(name, words)
        self.rows[TimeReference].append(
            TimeReference(
                time_id=content_id("time", name, start),
                article_id=name,
                story_id=STORY,
                start=start,
                end=end,
                first=first,
                last=first,
                grain=grain,
                anchor="explicit" if explicit else "report",
                confidence=0.95,
                why="",
            )
        )
        return self

    def claim(
        self, name: str, words: str, speaker: str | None, *, stance: Stance = "says", kind: QuoteKind = "indirect"
    ) -> Pile:
        """Add a claim whose words are ``words``."""
        start, end, _ = self.find(name, words)
        self.rows[Claim].append(
            Claim(
                claim_id=content_id("claim", name, start),
                story_id=STORY,
                quote_id=content_id("quote", name, start),
                article_id=name,
                speakers=(name.title(), speaker or ""),
                speaker=speaker,
                kind=kind,
                stance=stance,
                cite=Cite(article_id=name, start=start, end=end, quote=words),
            )
        )
        return self

    def event(
        self,
        name: str,
        word: str,
        lemma: str,
        *,
        happening: str | None = None,
        clause: str | None = None,
        status: Status = "actual",
        first: str | None = None,
        actor: str | None = None,
        target: str | None = None,
        time: str | None = None,
        actors: tuple[str, ...] = (),
        targets: tuple[str, ...] = (),
    ) -> Pile:
        """Add an event mention and its event, in the happening of that id (its own by default)."""
        start, end, sentence_id = self.find(name, word)
        (sentence,) = [s for s in self.sentences if s.sentence_id == sentence_id]
        event_id = content_id("event", name, start)
        self.rows[EventMention].append(
            EventMention(
                event_id=event_id,
                article_id=name,
                sentence_id=sentence_id,
                start=start,
                end=end,
                lemma=lemma,
                type=lemma,
                clause=self.find(name, clause)[:2] if clause else (sentence.start, sentence.end),
                actor=self.find(name, actor)[:2] if actor else None,
                target=self.find(name, target)[:2] if target else None,
                place=None,
                time_id=content_id("time", name, self.find(name, time)[0]) if time else None,
                tense="past",
                status=status,
                background=False,
                noun=False,
                main=True,
                word=lemma,
            )
        )
        self.rows[Event].append(
            Event(
                event_id=event_id,
                happening_id=happening or event_id,
                article_id=name,
                story_id=STORY,
                first=first,
                last=first,
                grain="day" if first else None,
                time_basis="",
                actors=actors,
                targets=targets,
                place=None,
                status=status,
            )
        )
        return self

    def happening(
        self,
        happening: str,
        lemma: str,
        *cited: tuple[str, str],
        first: str | None,
        actors: tuple[str, ...] = (),
        targets: tuple[str, ...] = (),
        place: str | None = None,
        status: Status = "actual",
    ) -> Pile:
        """Add a happening that is cited by some words of an article; its events are those added under its id."""
        found = [(name, words, *self.find(name, words)[:2]) for name, words in cited]
        events = tuple(e.event_id for e in self.rows[Event] if isinstance(e, Event) and e.happening_id == happening)
        self.rows[Happening].append(
            Happening(
                happening_id=happening,
                story_id=STORY,
                type=lemma,
                lemma=lemma,
                text=cited[0][1],
                actors=actors,
                targets=targets,
                place=place,
                first=first,
                last=first,
                grain="day" if first else None,
                status=status,
                background=False,
                standing="told",
                events=events,
                cites=tuple(Cite(article_id=a, start=start, end=end, quote=words) for a, words, start, end in found),
            )
        )
        return self

    def slots(self, slots: list[Slot]) -> Pile:
        """Add slots that ``compare`` made."""
        self.rows[Slot].extend(slots)
        return self

    def batch(self, shuffle: int | None = None) -> Batch:
        """Return the story as a batch, its records in the order of a seed where one is given."""
        rows = {kind: list(records) for kind, records in self.rows.items()}
        if shuffle is not None:
            for records in rows.values():
                Random(shuffle).shuffle(records)
        return Batch(STORY, {kind: tuple(records) for kind, records in rows.items()})
