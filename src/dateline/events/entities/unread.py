"""Forms of a story's known names that were passed over: "SITE" and "Amaq" alone, "Islamic State group", "Nice, France".

A form is taken only where it can mean one entity: the story has no other name like it, and never the word in small.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.events.entities.alike import GENERIC_WORDS, plain_words
from dateline.events.entities.nominals import Found
from dateline.language.data import load_map, load_words
from dateline.model import Article, Mention

_LEAST, _LEAST_CAPITALS = 4, 3
"""Letters of a short form: fewer when they are capitals."""
_WORDS = load_map("facilities.tsv")
_GROUP = re.compile(
    rf"\s(?:(?:{'|'.join(_WORDS['before group'].split(','))}) )?(?:{'|'.join(_WORDS['group'].split(','))})\b(?!['’-])"
)
_STANDS = re.compile(
    rf"\s(?:(?:{'|'.join(_WORDS['before'].split(','))})\s)?(?:{'|'.join(_WORDS['noun'].split(','))})\b(?!['’-])"
)
"""What a facility is called after its name, in small letters: "Ofer military prison"."""
_LOOSE = load_words("loose_names.txt")
"""Words that make a name of an adjective: what is left without them names nothing."""
_SPREAD = frozenset({"ORG", "FAC", "PRODUCT"})


def find_unread(articles: Mapping[str, Article], mentions: Sequence[Mention], keys: Mapping[str, str]) -> list[Found]:
    """Return where known names stand in a form that no mention has, in order."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        spans[mention.article_id].append((mention.start, mention.end))
    taken = {article_id: sorted(rows) for article_id, rows in spans.items()}
    found = [*_find_longer(articles, mentions, keys)]
    shorts = _short_forms(articles, mentions, keys)
    if shorts:
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, shorts)))})(?![\w-])")
        for article_id, article in sorted(articles.items()):
            found += [
                Found(article_id, *match.span(), shorts[match.group()], "name")
                for match in pattern.finditer(article.text)
                if not _is_taken(match.span(), taken.get(article_id, [])) and not _is_shouted(article.text, match)
            ]
    return sorted(found, key=lambda one: (one.article_id, one.start, one.end))


def extend_place(mention: Mention, articles: Mapping[str, Article]) -> str:
    """Return a facility's name with the small words that go with it, any other name as it is."""
    text = articles[mention.article_id].text
    match = _STANDS.match(text, mention.end) if mention.kind == "FAC" else None
    return text[mention.start : match.end()] if match else mention.text


def _short_forms(
    articles: Mapping[str, Article], mentions: Iterable[Mention], keys: Mapping[str, str]
) -> dict[str, str]:
    """Return the first words of bodies' names that tell them alone, with their keys."""
    fitting: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        words, key = mention.text.split(), keys.get(mention.mention_id, "")
        others[words[0]].add(key)
        if len(words) > 1 and mention.kind in _SPREAD and key and _tells_alone(words[0], mention.text):
            fitting[words[0]].add(key)
    candidates = {word: next(iter(found)) for word, found in fitting.items() if len(found) == 1 == len(others[word])}
    text = "\n".join(articles[article_id].text for article_id in sorted(articles)) if candidates else ""
    return {
        word: key
        for word, key in candidates.items()
        if word.isupper() or not re.search(rf"\b{re.escape(word.lower())}\b", text)
    }


def _tells_alone(first: str, name: str) -> bool:
    if not first.isalpha() or first.lower() in GENERIC_WORDS or plain_words(name)[0] != first.lower():
        return False
    rest = plain_words(name)[1:]
    if first.isupper():
        return len(first) >= _LEAST_CAPITALS and set(rest) <= GENERIC_WORDS
    return len(first) >= _LEAST and set(rest) <= GENERIC_WORDS - _LOOSE


def _is_taken(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (span[1], 0)) - 1
    return any(start < span[1] and span[0] < end for start, end in taken[max(place - 1, 0) : place + 1])


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands in a line of capitals, where any word may be meant."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : (text + "\n").find("\n", match.end())]
    return line.isupper()


def _find_longer(articles: Mapping[str, Article], mentions: Sequence[Mention], keys: Mapping[str, str]) -> list[Found]:
    """Return names with the noun or state right after them: "Islamic State group", "Nice, France"."""
    places = [m for m in mentions if m.kind == "GPE"]
    starts = {(m.article_id, m.start + back) for m in places for back in range(-6, 0)}
    ends = {(m.article_id, m.end + ahead) for m in places for ahead in range(1, 3)}
    states = {(m.article_id, m.start): m for m in mentions if (m.known or "").startswith(("country:", "region:"))}
    found = []
    for mention in mentions:
        key, text = keys.get(mention.mention_id), articles[mention.article_id].text
        if not key or mention.start < articles[mention.article_id].body_start:
            continue
        if (
            mention.kind == "ORG"
            and (mention.known or "").startswith("body:")
            and (match := _GROUP.match(text, mention.end))
        ):
            found.append(Found(mention.article_id, mention.start, match.end(), key, "name"))
        if mention.kind == "FAC" and (match := _STANDS.match(text, mention.end)):
            found.append(Found(mention.article_id, mention.start, match.end(), key, "name"))
        after = states.get((mention.article_id, mention.end + 2))
        town = mention.kind == "GPE" and "state:" not in key and not (mention.known or "").startswith("region:")
        listed = after and ((mention.article_id, after.end) in starts or (mention.article_id, mention.start) in ends)
        if town and after and not listed and text[mention.end : mention.end + 2] == ", ":
            found.append(Found(mention.article_id, mention.start, after.end, key, "name"))
    return found
