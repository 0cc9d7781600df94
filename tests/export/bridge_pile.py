"""A small invented pile, told by hand-made records: a bridge that closes, four reports, one of them a reprint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, TypeVar, cast

from dateline.model import (
    Article,
    BriefSentence,
    Cite,
    Claim,
    Copy,
    Dating,
    Discrepancy,
    Dropped,
    Entity,
    Furniture,
    Happening,
    Origin,
    Passage,
    Placement,
    Quote,
    Record,
    Role,
    Side,
    Slot,
    SlotValue,
    State,
    StateValue,
    Story,
    Tie,
    TimelineEntry,
)

R = TypeVar("R", bound=Record)

TEXTS: dict[str, tuple[str, str | None, str, str]] = {
    "a1": (
        "01_tarn-gazette.txt",
        "Tarn Gazette",
        "Orle bridge shut after cracks are found",
        "ORLE, March 4 — The Orle bridge was closed on Monday after inspectors found cracks in two of its piers.\n\n"
        "About 60 shops lie beyond the bridge, the chamber of commerce said. Mayor Ilse Varga said the bridge "
        "“will stay shut until it is safe”.\n\n"
        "The ministry of transport said it had been warned of the cracks in January.",
    ),
    "a2": (
        "02_meridian-post.json",
        "Meridian Post",
        "Bridge to Orle closed, 64 shops cut off",
        "The bridge at Orle was closed on March 4. The closure cuts off 64 shops, according to the town's register.\n\n"
        "“Nobody warned us,” said Deputy Transport Minister Pal Horvath, who denied that a report had reached the "
        "ministry in January.\n\nEngineers plan to reopen one lane on March 20.",
    ),
    "a3": (
        "03_valley-radio.html",
        None,
        "Town waits for its bridge",
        "The closure cuts off 64 shops, according to the town's register.\n\n"
        "Three days after the bridge was shut, ferries began to carry passengers on Thursday. Mayor Ilse Varga called "
        "them a stopgap.",
    ),
    "a4": (
        "04_upland-echo.html",
        "Upland Echo",
        "One lane of Orle bridge opens again",
        "One lane of the Orle bridge was opened to cars on March 21, a day later than planned.\n\n"
        "The bridge had been closed since March 4 because of cracks in three piers, the ministry said.",
    ),
    "b1": (
        "05_tarn-gazette.txt",
        "Tarn Gazette",
        "School choir wins <script>alert('prize')</script> & a cup",
        "The choir of Orle's school won the county cup on 2 March. نص عربي here too. \u202eevil\u202c",
    ),
}
"""Article id → file, outlet, title, body."""

PUBLISHED: dict[str, tuple[str | None, str, str, float]] = {
    "a1": ("2024-03-04", "dateline", "the dateline names 4 March and no year but 2024 fits", 0.9),
    "a2": ("2024-03-05", "metadata", "stated by the page", 1.0),
    "a3": ("2024-03-07", "inferred", "“three days after the bridge was shut” and “on Thursday” meet on 7 March", 0.8),
    "a4": ("2024-03-21T18:30", "page", "stated on the page", 1.0),
    "b1": (None, "unknown", "nothing in it says when it was written", 0.0),
}


class Pile:
    """Holds records in memory and hands them out as a desk does."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_kind: defaultdict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            self.by_kind[type(record)].append(record)

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind."""
        return cast("tuple[R, ...]", tuple(self.by_kind[kind]))


def text_of(key: str) -> str:
    """Return an article's text: its title and its body."""
    return f"{TEXTS[key][2]}\n\n{TEXTS[key][3]}"


def cite(key: str, quote: str) -> Cite:
    """Return the cite of the first place where an article says these words."""
    start = text_of(key).index(quote)
    return Cite(article_id=key, start=start, end=start + len(quote), quote=quote)


def make_article(key: str) -> Article:
    """Return one article of the pile."""
    file, outlet, title, _ = TEXTS[key]
    return Article(
        article_id=key,
        capture_id=f"capture-{key}",
        uri=f"pile/{file}",
        sha256=sha256(text_of(key).encode()).hexdigest(),
        outlet=outlet,
        title=title,
        byline="By Nor Aldin" if key == "a1" else None,
        language="en",
        place="ORLE" if key == "a1" else None,
        text=text_of(key),
        body_start=len(title) + 2,
    )


def make_dating(key: str) -> Dating:
    """Return when an article was written."""
    published, basis, why, confidence = PUBLISHED[key]
    return Dating(
        article_id=key,
        story_id="s1" if key.startswith("a") else "s2",
        published=published,
        first=published,
        last=published,
        basis=basis,
        why=why,
        confidence=confidence,
    )


def entry(first: str | None, text: str, importance: int, cites: list[Cite], **more: Any) -> TimelineEntry:
    """Return a line of the bridge's timeline."""
    values = {"last": first, "grain": "day" if first else None, "status": "actual", **count_behind(cites)} | more
    return TimelineEntry(
        entry_id=text, story_id="s1", first=first, text=text, importance=importance, cites=tuple(cites), **values
    )


def side(says: str, said_by: str | None, *cites: Cite) -> Side:
    """Return one side of a discrepancy."""
    return Side(says=says, said_by=said_by, **count_behind(cites), cites=cites)


def count_behind(cites: Iterable[Cite]) -> dict[str, int]:
    """Return the counts of a point; the reports of the Meridian Post and Valley Radio are one origin."""
    articles = {cite.article_id for cite in cites}
    origins = {"a2" if key == "a3" else key for key in articles}
    return {"articles": len(articles), "outlets": len(articles), "origins": len(origins), "speakers": 1}


def claim(key: str, words: str, speaker_text: str, speaker: str, **more: Any) -> list[Record]:
    """Return a quote and the claim made of it."""
    values = {"kind": "direct", "stance": "says", "cue": "said"} | more
    where = cite(key, words)
    quote = Quote(
        quote_id=f"q-{key}-{where.start}",
        article_id=key,
        sentence_id="",
        start=where.start,
        end=where.end,
        speaker_span=None,
        speaker_text=speaker_text,
        cue_span=None,
        **values,
    )
    told = Claim(
        claim_id=f"c-{key}-{where.start}",
        story_id="s1",
        quote_id=quote.quote_id,
        article_id=key,
        speakers=tuple(part for part in (TEXTS[key][1], speaker) if part),
        speaker=speaker,
        kind=values["kind"],
        stance=values["stance"],
        cite=where,
    )
    return [quote, told]


def number(value: float, approx: str, who: str | None, where: Cite) -> SlotValue:
    """Return one answer to a slot's question."""
    return SlotValue(
        value=value,
        low=value,
        high=value,
        approx=cast("Any", approx),
        as_of="2024-03-04",
        said_by=who,
        **cast("Any", count_behind([where])),
        cites=(where,),
    )


SHUT = (
    cite("a1", "The Orle bridge was closed on Monday after inspectors found cracks in two of its piers."),
    cite("a2", "The bridge at Orle was closed on March 4."),
    cite("a4", "The bridge had been closed since March 4"),
)
SIXTY = cite("a1", "About 60 shops lie beyond the bridge")
SIXTY_FOUR = cite("a2", "The closure cuts off 64 shops, according to the town's register.")
OPENED = cite("a4", "One lane of the Orle bridge was opened to cars on March 21, a day later than planned.")
PLANNED = cite("a2", "Engineers plan to reopen one lane on March 20.")
WARNED = cite("a1", "The ministry of transport said it had been warned of the cracks in January.")
UNWARNED = cite("a2", "denied that a report had reached the ministry in January")
FERRIES = cite("a3", "ferries began to carry passengers on Thursday")


def make_line(position: int, section: str, text: str, *cites: Cite) -> BriefSentence:
    """Return a line of the bridge's brief."""
    return BriefSentence(story_id="s1", position=position, section=cast("Any", section), text=text, cites=cites)


def find_differences() -> list[Record]:
    """Return the slots and discrepancies of the pile."""
    found = [
        (
            "polarity",
            "Was the ministry warned in January?",
            "conflict",
            3,
            "one account says it was, the other denies it; they cannot both be true",
            (
                side("it had been warned of the cracks in January", "ministry of transport", WARNED),
                side("no report reached the ministry", "Pal Horvath", UNWARNED),
            ),
        ),
        (
            "number",
            "shops cut off",
            "rounding",
            1,
            "“about 60” holds 64",
            (side("about 60", "chamber of commerce", SIXTY), side("64", "town's register", SIXTY_FOUR)),
        ),
        (
            "date",
            "one lane opens again",
            "update",
            2,
            "planned for 20 March, it opened a day later",
            (side("20 March (planned)", "engineers", PLANNED), side("21 March", None, OPENED)),
        ),
        (
            "number",
            "piers with cracks",
            "conflict",
            2,
            "two and three piers, of the same closure",
            (side("two", "inspectors", SHUT[0]), side("three", "ministry", cite("a4", "cracks in three piers"))),
        ),
    ]
    slot = Slot(
        slot_id="slot-shops",
        story_id="s1",
        label="shops cut off",
        unit="count",
        verdict="rounding",
        why="“about 60” holds 64",
        values=(
            number(60, "about", "chamber of commerce", SIXTY),
            number(64, "exact", "town's register", SIXTY_FOUR),
        ),
    )
    return [
        slot,
        *(
            Discrepancy(
                discrepancy_id=f"d-{about}",
                story_id="s1",
                kind=cast("Any", kind),
                about=about,
                verdict=cast("Any", verdict),
                severity=severity,
                why=why,
                sides=sides,
            )
            for kind, about, verdict, severity, why, sides in found
        ),
    ]


def tell_story() -> list[Record]:
    """Return what the road would say of the bridge."""
    return [
        make_line(0, "what happened", "The Orle bridge was closed on 4 March after cracks were found.", *SHUT),
        make_line(1, "latest state", "One lane has been open to cars since 21 March.", OPENED),
        make_line(2, "agreed", "The bridge was closed on 4 March 2024.", *SHUT),
        make_line(3, "differing", "Whether the ministry was warned in January.", WARNED, UNWARNED),
        make_line(
            4, "who says what", "Ilse Varga: the bridge “will stay shut until it is safe”.", cite("a1", "will stay")
        ),
        entry("2024-01", "The ministry is warned of the cracks.", 2, [WARNED], grain="month", status="denied"),
        entry("2024-03-04", "The Orle bridge is closed after inspectors find cracks.", 3, list(SHUT)),
        entry("2024-03-07", "Ferries begin to carry passengers.", 2, [FERRIES]),
        entry("2024-03-20", "Engineers plan to reopen one lane.", 1, [PLANNED], status="planned"),
        entry("2024-03-21", "One lane is opened to cars.", 3, [OPENED]),
        entry(None, "Ilse Varga calls the ferries a stopgap.", 1, [cite("a3", "called them a stopgap")]),
        *find_differences(),
        State(
            state_id="st1",
            story_id="s1",
            subject="Orle bridge",
            attribute="open to traffic",
            values=(
                StateValue(value="closed", since="2024-03-04", reported="2024-03-04", status="actual", cites=SHUT[:1]),
                StateValue(
                    value="one lane open", since="2024-03-20", reported="2024-03-05", status="planned", cites=(PLANNED,)
                ),
                StateValue(
                    value="one lane open", since="2024-03-21", reported="2024-03-21", status="actual", cites=(OPENED,)
                ),
            ),
        ),
        *claim("a1", "will stay shut until it is safe", "Mayor Ilse Varga", "Ilse Varga"),
        *claim("a2", "Nobody warned us,", "Deputy Transport Minister Pal Horvath", "Pal Horvath", stance="denies"),
        *claim("a3", "a stopgap", "Mayor Ilse Varga", "Ilse Varga", kind="indirect", cue="called"),
        Entity(
            entity_id="e1",
            story_id="s1",
            kind="PER",
            name="Ilse Varga",
            aliases=("Mayor Ilse Varga", "Varga"),
            roles=(Role(text="mayor", cites=(cite("a1", "Mayor Ilse Varga"),)),),
            known=None,
        ),
        Entity(
            entity_id="e2",
            story_id="s1",
            kind="ORG",
            name="Ministry of Transport",
            aliases=("the ministry",),
            roles=(),
            known=None,
        ),
        Happening(
            happening_id="h1",
            story_id="s1",
            type="close",
            lemma="close",
            text=SHUT[0].quote,
            actors=("e2",),
            targets=("Orle bridge",),
            place="Orle",
            first="2024-03-04",
            last="2024-03-04",
            grain="day",
            status="actual",
            background=False,
            standing="told",
            events=("x1", "x2"),
            cites=SHUT,
        ),
    ]


def make_records() -> list[Record]:
    """Return every record of the pile."""
    bridge = ("a1", "a2", "a3", "a4")
    return [
        *(make_article(key) for key in TEXTS),
        *(make_dating(key) for key in TEXTS),
        Story(story_id="s1", title="Orle bridge closed after cracks", articles=bridge),
        Story(story_id="s2", title=TEXTS["b1"][2], articles=("b1",)),
        *(Placement(article_id=key, story_id="s1", score=0.8, why="shares rare names") for key in bridge),
        Placement(article_id="b1", story_id="s2", score=1.0, why="meets no other report"),
        Origin(origin_id="o1", story_id="s1", articles=("a1",), why="shares no text with another"),
        Origin(
            origin_id="o2",
            story_id="s1",
            articles=("a2", "a3"),
            why="[3] repeats a passage of [2]",
            newsroom="Meridian Post",
            ties=(Tie(kind="copy", article_id="a3", other="a2", newsroom=None, why="one passage word for word"),),
        ),
        Origin(
            origin_id="o3",
            story_id="s1",
            articles=("a4",),
            why="shares no text with another",
            doubts=(Tie(kind="owner", article_id="a4", other="a1", newsroom=None, why="both belong to one group"),),
        ),
        Passage(
            passage_id="p1",
            story_id="s1",
            article_id="a1",
            start=60,
            end=100,
            origin_id="o2",
            why="it credits Meridian Post",
            newsroom="Meridian Post",
        ),
        Origin(origin_id="o4", story_id="s2", articles=("b1",), why="the only report"),
        Copy(article_id="a3", of="a2", kind="partial", share=0.31, why="one passage word for word", spans=((27, 90),)),
        Furniture(article_id="a3", line=0, text="Share this <b>story</b>", kind="share", why="a share bar"),
        Furniture(article_id="a3", line=9, text="Read also: Ten bridges to see", kind="related", why="a list of links"),
        Dropped(stage="read", subject="pile/notes.bin", reason="not text", detail="bytes of no known format"),
        Dropped(stage="clean", subject="pile/menu.html", reason="too short", detail="3 words, 8 are needed"),
        *tell_story(),
    ]
