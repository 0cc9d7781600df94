"""Scores the entities alone on stories with hand-written keys: the road until ``resolve``, all articles one story.

    DATELINE_DATA=../shared python -m evals.eval_entities [--show] [FOLDER …]

Without folders it reads ``data/keys/*`` and scores as ``score/score_story.py`` does: entities found, pairs of a key's
aliases that one entity has, pairs that must not be one. Prints beside them how many of the pairs stand in the texts at
all. ``--show`` prints the entities with two names or more; folders of articles without a key are only shown.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.clean_pile import clean_pile

from dateline.events.entities.resolve import resolve_story
from dateline.language.parse import parse_article
from dateline.model import Article, Capture, Entity, Mention, Quote, Record, Sentence
from dateline.read.inputs import read_inputs
from dateline.settings import ParseSettings, ResolveSettings
from dateline.stage import Batch

DATA = Path(os.environ.get("DATELINE_DATA", "../shared"))
FLOOR = {"entities_found": 0.96, "alias_pairs_joined": 0.80}
"""Means over the keyed stories; nothing may be merged wrongly."""


def read_story(folder: Path) -> list[Record]:
    """Return what ``resolve`` reads of a folder of articles."""
    captures = [row for row in read_inputs([str(folder)]) if isinstance(row, Capture)]
    rows: list[Record] = []
    for cleaned in clean_pile(captures):
        if cleaned.article is not None:
            batch = Batch(cleaned.article.article_id, {Article: (cleaned.article,)})
            rows += [cleaned.article, *parse_article(batch, ParseSettings())]
    return rows


def find_entities(rows: Sequence[Record], name: str) -> list[Entity]:
    """Return the entities of a story."""
    kinds = (Article, Mention, Sentence, Quote)
    batch = Batch(name, {kind: tuple(row for row in rows if isinstance(row, kind)) for kind in kinds})
    return [row for row in resolve_story(batch, ResolveSettings()) if isinstance(row, Entity)]


def bare(name: str) -> str:
    """Return a name as the scorer compares it: small, straight quotation marks, no article or title."""
    straight = name.translate(str.maketrans("’‘“”", "''\"\"")).casefold()
    return re.sub(r"^(the|mr|mrs|ms|dr|president|minister)\.? ", "", " ".join(straight.split()).strip(" .,'\""))


def key_pairs(key: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every pair of names that a key holds to be one entity's."""
    for entity in key["entities"]:
        yield from combinations(sorted({bare(name) for name in [entity["name"], *entity["aliases"]]}), 2)


def score(key: dict[str, Any], entities: Sequence[Entity], text: str) -> dict[str, float]:
    """Return the shares and counts of one story."""
    where: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            where[bare(name)].add(entity.entity_id)
    pairs = list(key_pairs(key))
    found = [any(bare(n) in where for n in [e["name"], *e["aliases"]]) for e in key["entities"]]
    words = bare(text)
    return {
        "entities_found": sum(found) / len(found),
        "alias_pairs_joined": sum(bool(where[a] & where[b]) for a, b in pairs) / len(pairs),
        "pairs_in_texts": sum(a in words and b in words for a, b in pairs) / len(pairs),
        "wrongly_merged": sum(bool(where[bare(a)] & where[bare(b)]) for a, b, *_ in key["not_same"]),
    }


def show(entities: Sequence[Entity]) -> None:
    """Print the entities that have two names or more."""
    for entity in sorted(entities, key=lambda entity: (entity.kind, entity.name)):
        if entity.aliases:
            print(f"  {entity.kind:5} {entity.name} | {' ; '.join(entity.aliases)}")


def main() -> int:
    """Score the stories; return 1 when a mean is under its floor or two were merged that must not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    folders = args.folders or sorted(path.parent for path in (DATA / "data" / "keys").glob("*/key.json"))
    if not folders:
        print(f"no story with a key under {DATA / 'data' / 'keys'}: set DATELINE_DATA", file=sys.stderr)
        return 2
    scores = []
    for folder in folders:
        keyed = (folder / "key.json").exists()
        rows = read_story(folder / "articles" if keyed else folder)
        entities = find_entities(rows, folder.name)
        if keyed:
            text = "\n".join(row.text for row in rows if isinstance(row, Article))
            scores.append(score(json.loads((folder / "key.json").read_text(encoding="utf-8")), entities, text))
            print(f"{folder.name:10}", *(f"{name} {value:.3f} " for name, value in scores[-1].items()))
        if args.show or not keyed:
            show(entities)
    if not scores:
        return 0
    means = {name: sum(row[name] for row in scores) / len(scores) for name in scores[0]}
    print(f"{'mean':10}", *(f"{name} {value:.3f} " for name, value in means.items()))
    return int(means["wrongly_merged"] > 0 or any(means[name] < least for name, least in FLOOR.items()))


if __name__ == "__main__":
    sys.exit(main())
