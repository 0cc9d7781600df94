"""Grouping: which articles tell of one unfolding happening. B-cubed on stories other than those calibrated on.

    python -m evals.eval_stories

Piles (``evals/piles.py``): BASIL (100 events, three outlets each), the sub-topics of ECB+ topics 1 to 35 (siblings: two
events of one sort), the stories with a key together with BASIL in one pile, and four affairs of t17. ``fit_links``
fitted the model to every second event of BASIL and every second topic of ECB+; the others are "held out". Peer: cosine
of TF-IDF under average link, with the threshold that is best on the very part (which no user has) and with the one that
is best on the calibration part. ``by story`` is B-cubed averaged over true stories instead of articles; ``mixed``
counts stories that hold articles of two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from evals.piles import Piled, halve, load_affairs, load_basil, load_keys, load_siblings, undate

from dateline.model import Link, Placement, Profile
from dateline.settings import GroupSettings, RelateSettings
from dateline.stage import Batch
from dateline.stories.group import group_corpus
from dateline.stories.likeness import chance, view_of
from dateline.stories.relate import relate_bucket

FLOORS = {"basil, held out": 0.97, "basil, all": 0.975, "siblings, held out": 0.94}
"""B-cubed F1; only go up."""
_THRESHOLDS = tuple(step / 100 for step in range(4, 60, 2))

Placing = Mapping[str, str]
"""Story by article."""


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed (Bagga and Baldwin 1998) over articles, its F1 over true stories, and stories that hold two."""

    precision: float
    recall: float
    by_story: float
    mixed: int
    stories: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def main() -> None:
    """Print the table; exit with 1 when a floor is missed, a key story is broken up or two affairs are mixed."""
    basil, siblings, keys, affairs = load_basil(), load_siblings(), load_keys(), load_affairs()
    parts = dict(zip(("basil, calibration", "basil, held out"), halve(basil), strict=True))
    parts |= {"basil, all": basil, "basil, all, undated": undate(basil)}
    parts |= dict(zip(("siblings, calibration", "siblings, held out"), halve(siblings), strict=True))
    parts |= {"basil and keys": [*basil, *keys], "lone articles": list(_take_one_each(basil)), "affairs": affairs}
    print(f"{'':24}{'P':>6}{'R':>6}{'F1':>6}{'story':>7}{'mixed':>6}{'stories':>8}   TF-IDF best / calibrated")
    found: dict[str, Score] = {}
    broken: list[str] = []
    thresholds: dict[str, float] = {}
    for name, pile in parts.items():
        placed = place([piled.profile for piled in pile])
        score = found[name] = measure(placed, pile)
        merges = link_by_cosine(pile)
        peers = {threshold: measure(cut_merges(merges, pile, threshold), pile) for threshold in _THRESHOLDS}
        best = max(peers, key=lambda threshold: peers[threshold].f1)
        calibrated = peers[thresholds.setdefault(name.partition(",")[0], best if "," in name else thresholds["basil"])]
        print(
            f"{name:24}{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}{score.by_story:7.3f}{score.mixed:6}"
            f"{score.stories:8}   {peers[best].f1:.3f} ({best:.2f}) / {calibrated.f1:.3f}, {calibrated.mixed} mixed"
        )
        whole = {"basil and keys": keys, "affairs": affairs}.get(name, [])
        for story, sizes in list_parts(placed, whole).items():
            print(f"    {story}: {' '.join(map(str, sizes))}")
            broken += [story] if name != "affairs" and len(sizes) > 1 else []
        broken += list_mixed(placed, pile, {piled.story for piled in whole})
    print_reliability([halve(basil)[1], halve(siblings)[1]])
    low = [f"{name} {found[name].f1:.3f} < {floor}" for name, floor in FLOORS.items() if found[name].f1 < floor]
    low += [f"{story} is broken up or mixed with another" for story in broken]
    if low:
        raise SystemExit(f"below the floor: {'; '.join(low)}")


def _take_one_each(pile: Iterable[Piled]) -> Iterable[Piled]:
    """Return the first article of each story: nothing among them belongs together."""
    return {piled.story: piled for piled in reversed(list(pile))}.values()


def place(profiles: Sequence[Profile]) -> dict[str, str]:
    """Group profiles by the two stages; return each article's story."""
    buckets: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for bucket in profile.buckets:
            buckets[bucket].append(profile)
    links = [
        link
        for key, rows in buckets.items()
        if len(rows) > 1
        for link in relate_bucket(Batch(key, {Profile: tuple(rows)}), RelateSettings())
    ]
    records = group_corpus(Batch("", {Profile: tuple(profiles), Link: tuple(links)}), GroupSettings())
    return {row.article_id: row.story_id for row in records if isinstance(row, Placement)}


def measure(placed: Placing, pile: Iterable[Piled]) -> Score:
    """Return how well stories agree with what is known."""
    gold = {piled.profile.article_id: piled.story for piled in pile}
    mine, theirs = gather(placed), gather(gold)
    shared = {item: len(mine[placed[item]] & theirs[gold[item]]) for item in gold}
    precision = {item: count / len(mine[placed[item]]) for item, count in shared.items()}
    recall = {item: count / len(theirs[gold[item]]) for item, count in shared.items()}
    by_story = [
        2 * p * r / (p + r)
        for group in theirs.values()
        for p, r in [(sum(precision[i] for i in group) / len(group), sum(recall[i] for i in group) / len(group))]
    ]
    return Score(
        sum(precision.values()) / len(gold),
        sum(recall.values()) / len(gold),
        sum(by_story) / len(by_story),
        sum(len({gold[item] for item in group}) > 1 for group in mine.values()),
        len(mine),
    )


def gather(labels: Placing) -> dict[str, set[str]]:
    """Return the articles of each story."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, label in labels.items():
        found[label].add(item)
    return found


def list_parts(placed: Placing, pile: Iterable[Piled]) -> dict[str, list[int]]:
    """Return into stories of which sizes each true story came, the largest first."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for piled in pile:
        found[piled.story][placed[piled.profile.article_id]] += 1
    return {story: sorted(counts.values(), reverse=True) for story, counts in found.items()}


def list_mixed(placed: Placing, pile: Iterable[Piled], stories: Container[str]) -> list[str]:
    """Return those of some true stories that share a story with another."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for piled in pile:
        held[placed[piled.profile.article_id]].add(piled.story)
    return [story for group in held.values() if len(group) > 1 for story in sorted(group) if story in stories]


def print_reliability(piles: Iterable[Sequence[Piled]]) -> None:
    """Print how often pairs of articles of a chance are of one story, for all pairs of unseen piles."""
    told: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pile in piles:
        views = [view_of(piled.profile) for piled in pile]
        for left, right in combinations(range(len(pile)), 2):
            likely = chance(views[left], views[right])
            told[min(4, int(5 * likely))].append((likely, pile[left].story == pile[right].story))
    print("chance of a pair / share that is of one story:", end="")
    for _, rows in sorted(told.items()):
        likely, same = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"  {likely:.2f} / {same:.2f} ({len(rows)})", end="")
    print()


Merges = list[tuple[float, str, str]]
"""Mean cosine of two groups, the name of the one that stays and of the one that goes, in the order of joining."""


def link_by_cosine(pile: Sequence[Piled]) -> Merges:
    """Return the joinings of average link over the cosines of TF-IDF of title and lead: the peer."""
    terms = {term: at for at, term in enumerate(sorted({term for piled in pile for term, _ in piled.profile.terms}))}
    rows = np.zeros((len(pile), len(terms)), np.float32)
    for row, piled in zip(rows, pile, strict=True):
        row[[terms[term] for term, _ in piled.profile.terms]] = [weight for _, weight in piled.profile.terms]
    means = (rows @ rows.T).astype(np.float64)
    np.fill_diagonal(means, -1.0)
    sizes = np.ones(len(pile))
    names = [piled.profile.article_id for piled in pile]
    merges: Merges = []
    for _ in range(len(pile) - 1):
        keep, gone = map(int, divmod(int(means.argmax()), len(pile)))
        merges.append((float(means[keep, gone]), names[keep], names[gone]))
        mixed = (sizes[keep] * means[keep] + sizes[gone] * means[gone]) / (sizes[keep] + sizes[gone])
        means[keep], means[:, keep] = mixed, mixed
        means[gone], means[:, gone], means[keep, keep] = -1.0, -1.0, -1.0
        sizes[keep] += sizes[gone]
    return merges


def cut_merges(merges: Merges, pile: Iterable[Piled], threshold: float) -> dict[str, str]:
    """Return the groups in which only joinings of at least a threshold were made."""
    groups = {piled.profile.article_id: [piled.profile.article_id] for piled in pile}
    for mean, keep, gone in merges:
        if mean >= threshold:
            groups[keep] += groups.pop(gone)
    return {item: name for name, items in groups.items() for item in items}


if __name__ == "__main__":
    main()
