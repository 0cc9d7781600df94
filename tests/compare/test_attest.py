"""Claims with their chain of speakers."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from dateline.compare.claims.attest import attest_story
from dateline.ids import content_id
from dateline.model import Article, Claim, Entity, Mention, NameKind, Origin, Quote, Record, Reference
from dateline.settings import AttestSettings
from dateline.stage import Batch

STORY = "story"


def article(name: str, text: str = "", **fields: object) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"article_id": name, "capture_id": name, "uri": name, "sha256": "", "dateline": None}
    values |= {"dateline_date": None, "text": text, "body_start": 0, "captions": ()}
    return Article(**(values | fields))  # type: ignore[arg-type]


def quote(text: str, words: str, speaker: str | None, name: str = "a") -> Quote:
    start = text.index(words)
    span = None if speaker is None else (text.index(speaker), text.index(speaker) + len(speaker))
    return Quote(
        quote_id=content_id(name, start, start + len(words)),
        article_id=name,
        sentence_id="s",
        start=start,
        end=start + len(words),
        kind="indirect",
        speaker_span=span,
        speaker_text=speaker,
        cue_span=None,
        cue=None,
        stance="says",
    )


def entity(name: str, kind: NameKind) -> Entity:
    return Entity(
        entity_id=name,
        story_id=STORY,
        kind=kind,
        name=name,
        aliases=(),
        roles=(),
        known=None,
    )


def refer(text: str, words: str, entity_id: str, via: str = "name") -> Reference:
    start = text.index(words)
    return Reference(
        article_id="a",
        story_id=STORY,
        start=start,
        end=start + len(words),
        entity_id=entity_id,
        via=via,  # type: ignore[arg-type]
    )


def attest(*rows: Record) -> tuple[list[Claim], list[Origin]]:
    kinds: dict[type[Record], tuple[Record, ...]] = {}
    for row in rows:
        kinds[type(row)] = (*kinds.get(type(row), ()), row)
    got = list(attest_story(Batch(key=STORY, rows=kinds), AttestSettings()))
    return [row for row in got if isinstance(row, Claim)], [row for row in got if isinstance(row, Origin)]


def claim(text: str, words: str, speaker: str | None, *rows: Record, **fields: object) -> Claim:
    claims, _ = attest(article("a", text, **fields), quote(text, words, speaker), *rows)
    (only,) = claims
    assert text[only.cite.start : only.cite.end] == only.cite.quote == words
    return only


def test_a_name_inside_the_source_is_the_speaker() -> None:
    text = "Marland's Trade Minister Ada Holm said the ferry sails."
    rows = (entity("Ada Holm", "PER"), entity("Marland", "GPE"))
    got = claim(
        text,
        "the ferry sails",
        "Marland's Trade Minister Ada Holm",
        *rows,
        refer(text, "Ada Holm", "Ada Holm"),
        refer(text, "Marland", "Marland"),
        outlet="Coast Herald",
        agency="Wire",
    )
    assert (got.speaker, got.speakers) == ("Ada Holm", ("Coast Herald", "Wire", "Ada Holm"))


def test_a_role_at_an_organisation_keeps_its_words_and_names_the_organisation() -> None:
    text = "A senior Trade Ministry official said the ferry sails."
    rows = (entity("Trade Ministry", "ORG"), refer(text, "Trade Ministry", "Trade Ministry"))
    got = claim(text, "the ferry sails", "A senior Trade Ministry official", *rows)
    assert got.speaker == "A senior Trade Ministry official"
    assert got.speakers == ("Trade Ministry", "A senior Trade Ministry official")


def test_a_spokesman_for_an_organisation_is_not_the_organisation() -> None:
    text = "A spokesman for Acme Corp said the ferry sails."
    got = claim(
        text, "the ferry sails", "A spokesman for Acme Corp", entity("Acme", "ORG"), refer(text, "Acme Corp", "Acme")
    )
    assert got.speakers == ("Acme", "A spokesman for Acme Corp")


def test_an_organisation_with_a_preposition_in_its_name_speaks() -> None:
    text = "The Ministry of Trade said the ferry sails."
    rows = (entity("Ministry of Trade", "ORG"), refer(text, "Ministry of Trade", "Ministry of Trade"))
    got = claim(text, "the ferry sails", "The Ministry of Trade", *rows)
    assert got.speaker == "Ministry of Trade"


def test_a_name_in_apposition_is_the_speaker_and_a_possessor_is_not() -> None:
    text = "Ada Holm's lawyer, Eva Stone, said the ferry sails."
    rows = (entity("Ada Holm", "PER"), entity("Eva Stone", "PER"))
    refs = (refer(text, "Ada Holm", "Ada Holm"), refer(text, "Eva Stone", "Eva Stone"))
    assert claim(text, "the ferry sails", "Ada Holm's lawyer, Eva Stone", *rows, *refs).speaker == "Eva Stone"
    assert claim(text, "the ferry sails", "Ada Holm's lawyer", *rows, *refs).speaker == "Ada Holm's lawyer"


def test_a_name_speaks_for_the_description_behind_it() -> None:
    text = "Ada Holm, the mayor of Lyth, and Eva Stone, 39, said the ferry sails."
    rows = (entity("Ada Holm", "PER"), entity("Lyth", "GPE"), entity("Eva Stone", "PER"))
    refs = tuple(refer(text, name, name) for name in ("Ada Holm", "Lyth", "Eva Stone"))
    assert claim(text, "the ferry sails", "Ada Holm, the mayor of Lyth", *rows, *refs).speaker == "Ada Holm"
    assert claim(text, "the ferry sails", "Eva Stone, 39", *rows, *refs).speaker == "Eva Stone"


def test_pronouns_and_role_nouns_take_what_they_refer_to() -> None:
    text = "He said the ferry sails."
    assert claim(text, "the ferry sails", "He").speaker is None
    rows = (entity("Ada Holm", "PER"), refer(text, "He", "Ada Holm", via="pronoun"))
    assert claim(text, "the ferry sails", "He", *rows).speaker == "Ada Holm"
    text = "The ministry said the ferry sails."
    rows = (entity("Trade Ministry", "ORG"), refer(text, "The ministry", "Trade Ministry", via="nominal"))
    assert claim(text, "the ferry sails", "The ministry", *rows).speaker == "Trade Ministry"


def test_a_name_that_nothing_resolved_stands_for_itself() -> None:
    text = "Ada Holm said the ferry sails."
    mention = Mention(
        mention_id="m", article_id="a", sentence_id="s", start=0, end=8, text="Ada Holm", kind="PER", known=None,
        role=None, role_span=None,
    )  # fmt: skip
    assert claim(text, "the ferry sails", "Ada Holm", mention).speaker == "Ada Holm"


def test_without_a_word_of_saying_only_a_name_speaks_what_is_in_quotation_marks() -> None:
    text = "The steps of the authorities worry guests. Ada Holm stayed on. “We were only here for a minute or so.”"
    rows, refs = (entity("Ada Holm", "PER"),), (refer(text, "Ada Holm", "Ada Holm"),)
    words = "We were only here for a minute or so."
    for speaker, named in (("The steps of the authorities", None), ("Ada Holm", "Ada Holm")):
        heard = replace(quote(text, words, speaker), kind="direct")
        claims, _ = attest(article("a", text), heard, *rows, *refs)
        assert claims[0].speaker == named


def test_speakers_who_are_joined_are_told_as_they_stand() -> None:
    text = "Marland and Norland said the ferry sails."
    rows = (entity("Marland", "GPE"), entity("Norland", "GPE"))
    refs = (refer(text, "Marland", "Marland"), refer(text, "Norland", "Norland"))
    assert claim(text, "the ferry sails", "Marland and Norland", *rows, *refs).speaker == "Marland and Norland"


def test_unknown_speakers_stay_unknown() -> None:
    got = claim("The ferry sails at noon today.", "The ferry sails", None, outlet="Coast Herald")
    assert (got.speaker, got.speakers) == (None, ("Coast Herald",))


def test_nested_statements_pass_from_outer_to_inner_speaker() -> None:
    text = "The Daily Post reported that officials said the ferry sails."
    outer = quote(text, "officials said the ferry sails", "The Daily Post")
    inner = quote(text, "the ferry sails", "officials")
    claims, _ = attest(article("a", text), outer, inner)
    by_words = {row.cite.quote: row.speakers for row in claims}
    assert by_words["the ferry sails"] == ("The Daily Post", "officials")
    assert by_words["officials said the ferry sails"] == ("The Daily Post",)


def test_claims_do_not_depend_on_the_order_of_rows() -> None:
    text = "Ada Holm said the ferry sails."
    rows = [
        article("a", text),
        quote(text, "the ferry sails", "Ada Holm"),
        entity("Ada Holm", "PER"),
        refer(text, "Ada Holm", "Ada Holm"),
    ]
    assert len({repr(attest(*order)) for order in permutations(rows)}) == 1
