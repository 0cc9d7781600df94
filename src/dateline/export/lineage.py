"""Which articles are one line of reporting, who copies whom and what is taken from others, laid out for a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.export.contract import ArticleData, CopyData, OriginData, PassageData, StoryData
from dateline.export.lookup import join_spans
from dateline.export.phrase import flatten, name_source, say_copy, say_count
from dateline.wording import say_date

_FROM = {
    "agency": "from {newsroom}, by its credit",
    "repost": "{why}",
    "credit": "{why}",
    "outlet": "{newsroom}'s own report",
    "page": "{why}",
    "live blog": "entry of the live blog",
    "byline": "{why}",
    "owner": "{why}",
    "copy": "{why}",
}
"""How an article is bound to its line where it is no copy, by kind of tie."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a line: its number, whose it is and when, what it is in the line, the part that is repeated (0 to
    1; None where it repeats nothing in it), and what it takes from other lines."""

    number: int
    name: str
    date: str
    role: str
    share: float | None
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of reporting: whose, why its articles are one, its articles with the first source ahead."""

    name: str
    why: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The lines of a story, the largest first, newsrooms that are credited though no article is theirs, and what hints
    at more."""

    lines: tuple[Line, ...]
    absent: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to tell: every article is its own line, and takes nothing from another."""
        own = all(len(line.members) == 1 and not line.members[0].takes for line in self.lines)
        return own and not self.absent and not self.hints


def trace_lines(
    story: StoryData,
    articles: Mapping[str, ArticleData],
    copies: Mapping[str, Sequence[CopyData]],
    numbers: Mapping[str, int],
) -> Lineage:
    """Return the lines of a story; ``copies`` by the article that copies, ``numbers`` those of its sources."""
    groups = [group for group in story["origin_groups"] if any(key in numbers for key in group["articles"])]
    home = {key: group["origin_id"] for group in groups for key in group["articles"]}
    taken: dict[str, list[PassageData]] = defaultdict(list)
    for passage in story["passages"]:
        taken[passage["article_id"]].append(passage)
    lines = []
    for group in groups:
        keys = _order(group, copies, numbers)
        members = tuple(
            Member(
                number=numbers[key],
                name=flatten(name_source(articles[key])),
                date=say_date(articles[key]["published"]),
                role=_say_role(key, group, copies, numbers, articles),
                share=_find_share(key, group, copies),
                takes=_say_takes(taken[key], articles[key], home, numbers),
            )
            for key in keys
        )
        why = flatten(group["why"]) if len(members) > 1 else ""
        lines.append(Line(flatten(group["newsroom"] or members[0].name), why, members))
    hints = [hint for group in groups for hint in group["doubts"]]
    return Lineage(
        lines=tuple(sorted(lines, key=lambda line: (-len(line.members), line.members[0].number))),
        absent=_list_absent(story, home, numbers),
        hints=tuple(
            f"[{numbers[hint['article_id']]}] and [{numbers[hint['other'] or '']}] may depend on each other: "
            f"{flatten(hint['why'])}"
            for hint in hints
            if hint["article_id"] in numbers and hint["other"] in numbers
        ),
    )


def _order(group: OriginData, copies: Mapping[str, Sequence[CopyData]], numbers: Mapping[str, int]) -> list[str]:
    """Return a line's articles by number, each copy after what it repeats."""

    def rank(key: str) -> tuple[int, bool, int]:
        at = key
        for _ in group["articles"]:
            copy = _find_copy(at, group, copies)
            if copy is None or copy["of"] not in numbers:
                break
            at = copy["of"]
        return numbers[at], at != key, numbers[key]

    return sorted((key for key in group["articles"] if key in numbers), key=rank)


def _find_copy(key: str, group: OriginData, copies: Mapping[str, Sequence[CopyData]]) -> CopyData | None:
    """Return the copy by which an article repeats most of another of its line; None when it repeats none."""
    inside = [copy for copy in copies.get(key, ()) if copy["of"] in group["articles"] and copy["kind"] != "quote"]
    return max(inside, key=lambda copy: (copy["share"], copy["of"]), default=None)


def _find_share(key: str, group: OriginData, copies: Mapping[str, Sequence[CopyData]]) -> float | None:
    copy = _find_copy(key, group, copies)
    return copy["share"] if copy is not None else None


def _say_role(
    key: str,
    group: OriginData,
    copies: Mapping[str, Sequence[CopyData]],
    numbers: Mapping[str, int],
    articles: Mapping[str, ArticleData],
) -> str:
    copy = _find_copy(key, group, copies)
    if copy is not None:
        return say_copy(copy, numbers)
    ties = [tie for tie in group["ties"] if tie["article_id"] == key]
    if ties:
        tie = min(ties, key=lambda tie: list(_FROM).index(tie["kind"]) if tie["kind"] in _FROM else len(_FROM))
        words = _FROM.get(tie["kind"], "{why}")
        own = tie["kind"] == "agency" and articles[key]["outlet"] == tie["newsroom"]
        told = "the agency itself" if own else words.format(newsroom=tie["newsroom"] or "", why=tie["why"])
        return flatten(told)
    return "the others' source" if len(group["articles"]) > 1 else ""


def _say_takes(
    passages: Sequence[PassageData], article: ArticleData, home: Mapping[str, str], numbers: Mapping[str, int]
) -> tuple[str, ...]:
    """Return what an article takes from other lines, a phrase for each: "2 passages (18% of it) from [1], repeated"."""
    found: dict[str, list[PassageData]] = defaultdict(list)
    for passage in passages:
        found[passage["origin_id"]].append(passage)
    size = max(1, len(article["text"]))
    told = []
    for origin_id, rows in found.items():
        spans = join_spans((row["start"], row["end"]) for row in rows)
        share = sum(end - start for start, end in spans) / size
        held = sorted(numbers[key] for key, at in home.items() if at == origin_id and key in numbers)
        repeated = sorted({numbers[row["of"] or ""] for row in rows if row["of"] in numbers})
        names = dict.fromkeys(flatten(row["newsroom"]) for row in rows if row["newsroom"])
        whose = "".join(f"[{number}]" for number in repeated or held[:1])
        source = " ".join(part for part in (", ".join(names), whose) if part) or "a report of another story"
        how = ["repeated"] * any(row["of"] for row in rows) + ["credited"] * bool(names)
        told.append(f"{say_count(len(spans), 'passage')} ({share:.0%} of it) from {source}, {' and '.join(how)}")
    return tuple(told)


def _list_absent(story: StoryData, home: Mapping[str, str], numbers: Mapping[str, int]) -> tuple[str, ...]:
    """Return a phrase for each newsroom that several articles credit though none of the story's is its own."""
    here = set(home.values())
    credited: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for passage in story["passages"]:
        if passage["origin_id"] not in here and passage["newsroom"] and passage["article_id"] in numbers:
            credited[passage["origin_id"]][passage["article_id"]] = None
            names.setdefault(passage["origin_id"], passage["newsroom"])
    rows = [(names[origin], sorted(numbers[key] for key in keys)) for origin, keys in credited.items()]
    return tuple(
        f"{flatten(name)}, no article of which is here, stands behind passages of {''.join(f'[{n}]' for n in found)}"
        for name, found in sorted(rows)
        if len(found) > 1
    )
