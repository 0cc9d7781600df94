"""The road: one ordered tuple of stages that the engine, the CLI, the API and the docs iterate. Read this first."""

from __future__ import annotations

from dateline.brief.write import write_brief
from dateline.clean.clean import clean_capture
from dateline.clean.extract import extract_capture
from dateline.clean.recur import find_recurrence
from dateline.compare.attest import attest_story
from dateline.compare.compare import compare_story
from dateline.compare.track import track_story
from dateline.copies.copies import find_copies
from dateline.copies.match import match_articles
from dateline.copies.sign import sign_article
from dateline.events.date import date_story
from dateline.events.happen import happen_story
from dateline.events.resolve import resolve_story
from dateline.language.parse import name_model, parse_article
from dateline.model import (
    Article,
    BriefSentence,
    Capture,
    Claim,
    Copy,
    Dating,
    Discrepancy,
    Dropped,
    Entity,
    Event,
    EventMention,
    Furniture,
    Happening,
    Judgement,
    Link,
    Mention,
    Origin,
    Outline,
    Page,
    Pair,
    Passage,
    Placement,
    Profile,
    Quantity,
    Quote,
    Recurrence,
    Reference,
    Sentence,
    Signature,
    Slot,
    State,
    Story,
    TimeExpression,
    TimelineEntry,
    TimeReference,
)
from dateline.stage import Stage
from dateline.stories.group import group_corpus
from dateline.stories.relate import relate_bucket

STAGES: tuple[Stage, ...] = (
    Stage(
        name="extract",
        does="takes the running text and its title, outlet and dates out of an input",
        per="capture",
        reads=(Capture,),
        writes=(Page, Outline, Dropped),
        run=extract_capture,
    ),
    Stage(
        name="recur",
        does="learns which lines recur in unrelated pages or day after day: furniture",
        per="bucket",
        reads=(Outline,),
        writes=(Recurrence,),
        run=find_recurrence,
    ),
    Stage(
        name="clean",
        does="takes the article out of its page: headline, body, dateline, credits; marks the furniture",
        per="capture",
        reads=(Page, Recurrence),
        writes=(Article, Furniture, Dropped),
        run=clean_capture,
        version=2,
    ),
    Stage(
        name="sign",
        does="samples fingerprints of an article's word runs, and notes what tells who came first",
        per="article",
        reads=(Article,),
        writes=(Signature,),
        run=sign_article,
        version=2,
    ),
    Stage(
        name="match",
        does="pairs the articles that share fingerprints, the later with the earlier",
        per="corpus",
        reads=(Signature,),
        writes=(Pair,),
        run=match_articles,
        version=2,
    ),
    Stage(
        name="copies",
        does="aligns an article with those it may repeat, and says which it does, how much of them and how",
        per="repeat",
        reads=(Pair, Article, Judgement),
        writes=(Copy,),
        run=find_copies,
        version=2,
    ),
    Stage(
        name="parse",
        does="reads each article: sentences, names, times, quantities, quotes, events",
        per="article",
        reads=(Article,),
        writes=(Sentence, Mention, TimeExpression, Quantity, Quote, EventMention, Profile),
        run=parse_article,
        data=name_model,
        version=3,
    ),
    Stage(
        name="relate",
        does="scores how likely two articles tell of one unfolding happening",
        per="bucket",
        reads=(Profile,),
        writes=(Link,),
        run=relate_bucket,
    ),
    Stage(
        name="group",
        does="places every article in one story",
        per="corpus",
        reads=(Profile, Link, Copy, Judgement),
        writes=(Story, Placement),
        run=group_corpus,
        version=2,
    ),
    Stage(
        name="date",
        does="settles when each article was written and what each time expression means",
        per="story",
        reads=(Article, Sentence, TimeExpression, EventMention, Quantity, Copy),
        writes=(Dating, TimeReference),
        run=date_story,
        version=2,
    ),
    Stage(
        name="resolve",
        does="joins the names of a story into entities",
        per="story",
        reads=(Article, Mention, Sentence, Quote, Judgement),
        writes=(Entity, Reference),
        run=resolve_story,
        version=2,
    ),
    Stage(
        name="happen",
        does="dates the events and joins those that are one occurrence",
        per="story",
        reads=(Article, Sentence, EventMention, TimeReference, Reference, Quote, Dating),
        writes=(Event, Happening),
        run=happen_story,
        version=4,
    ),
    Stage(
        name="attest",
        does="says who stands behind each statement, and which reports are independent",
        per="story",
        reads=(Article, Quote, Copy, Reference, Entity, Mention, Sentence, Furniture),
        writes=(Claim, Origin, Passage),
        run=attest_story,
        version=3,
    ),
    Stage(
        name="compare",
        does="lines up the accounts' answers to one question and judges the difference",
        per="story",
        reads=(
            Article,
            Sentence,
            Quantity,
            Mention,
            Claim,
            Event,
            Happening,
            Origin,
            Passage,
            Dating,
            TimeReference,
            Entity,
            Reference,
            EventMention,
        ),
        writes=(Slot, Discrepancy),
        run=compare_story,
        version=3,
    ),
    Stage(
        name="track",
        does="follows what changed: the value of an attribute over time",
        per="story",
        reads=(Article, Happening, Slot, Discrepancy, Dating, Entity),
        writes=(State,),
        run=track_story,
        version=3,
    ),
    Stage(
        name="brief",
        does="writes the timeline and the brief, each line with its cites",
        per="story",
        reads=(Article, Sentence, Happening, Claim, Slot, Discrepancy, State, Origin, Passage, Dating, Entity),
        writes=(TimelineEntry, BriefSentence),
        run=write_brief,
        version=3,
    ),
)
