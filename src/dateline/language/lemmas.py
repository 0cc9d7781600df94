"""Base forms of words, by tag: tables for what is irregular, rules for the rest.

The rules are those of WordNet's ``morphy`` for English, with the check that a doubled consonant is undoubled
("dropped") and a lost e restored ("imposed"); words for which the ending does not tell are listed in ``en/``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.language.data import load_rows, load_words

_CLITICS = {
    "n't": "not",
    "n’t": "not",
    "'re": "be",
    "'ve": "have",
    "'ll": "will",
    "'m": "be",
    "'d": "would",
    "na": "to",
}
_COMPARED = {
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
    "further": "far",
    "farther": "far",
    "more": "many",
    "most": "many",
    "less": "little",
    "least": "little",
}
_NOUN_ES = re.compile(r"(?:ss|sh|[^e]ch|x|zz)es$")
_WHOLE_LL = (
    "call",
    "stall",
    "fall",
    "wall",
    "spell",
    "tell",
    "sell",
    "dwell",
    "scroll",
    "enroll",
    "stroll",
    "unroll",
    "drill",
    "skill",
)
_LOST_E = re.compile(
    r"""(?: [cuv] | [^z]z | dg | [^aeiourl]l | rg | n[cg](?<!ing)(?<!ong) | [lr]v | (?:[bcdfghjklmnpqrstvwxz]|[ieu])at
      | [bcdfghjklmnpqrtvwxyz][aeiou]s | [pnrlwy]s | [aeu]us | [aeio]is | [cjnlprstd]ur | [^aeiou]ir | [^aeiou]ar
      | [bcdfghjklmnpqrstv]ut | [^aeou]id | [^eo]ad | [^oa]ud | [^aeou]in(?<!gin) | [^ao]um | [^aeo]ak | [^aeiou]ik
      | [^o]ok | [au]ag | eg | ib )$""",
    re.VERBOSE,
)


def lemmatize(word: str, tag: str) -> str:
    """Return the lower-case base form of a word under its Penn tag; a word that no rule fits comes back lower-cased."""
    lower = word.lower().replace("’", "'").replace("‘", "'")
    if tag == "POS":
        return lower
    if tag == "NNPS" and lower.endswith("is"):
        return lower[:-1]
    if tag in ("NNS", "NNPS"):
        return _singular(lower)
    if tag[:2] == "VB" or tag == "MD":
        return _verb_base(lower, tag)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return _COMPARED.get(lower, lower)
    return _CLITICS.get(lower, lower)


def settle_tag(word: str, tag: str) -> str:
    """Return a tag as the written form allows it: "protested", "were" and "went" are past, whatever the network took
    them for. Of 1,890 verbs tagged VB or VBP in EWT dev this changes two, both mistagged there."""
    lower = word.lower()
    if tag not in ("VB", "VBP") or lower in _PRESENT:
        return tag
    regular = lower.endswith("ed") and (not lower.endswith("eed") or lower in _PAST_EED) and lower not in _BARE_ED
    return "VBD" if len(lower) > 2 and (regular or _irregular_verbs().get(lower, lower) != lower) else tag


_PRESENT = frozenset({"am", "are", "'m", "’m", "'re", "’re", "is", "has", "does", "'ve", "’ve"})
_BARE_ED = frozenset({"shed", "wed", "embed", "imbed", "bed", "sled", "shred"})
_PAST_EED = frozenset({"agreed", "disagreed", "freed", "decreed", "guaranteed", "refereed", "teed", "peed"})


@lru_cache(maxsize=1)
def _irregular_verbs() -> dict[str, str]:
    table: dict[str, str] = {}
    for base, forms in load_rows("verbs.tsv"):
        table[base] = base
        for form in forms.split():
            table.setdefault(form, base)
    return table


@lru_cache(maxsize=1)
def _irregular_nouns() -> dict[str, str]:
    table: dict[str, str] = {}
    for singular, plural in load_rows("nouns.tsv"):
        table.setdefault(plural, singular)
    return table


@lru_cache(maxsize=20_000)
def _singular(word: str) -> str:
    head, mark, last = word.rpartition("-")
    if mark and last:
        return head + mark + _singular(last)
    if word in (table := _irregular_nouns()):
        return table[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _NOUN_ES.search(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 and not word[0].isdigit():
        return word[:-1]
    return word


@lru_cache(maxsize=20_000)
def _verb_base(word: str, tag: str) -> str:
    if word in ("'s", "s"):
        return "be"
    if word == "'d":
        return "would" if tag == "MD" else "have"
    if word in _CLITICS:
        return _CLITICS[word]
    head, mark, last = word.rpartition("-")
    if mark and last:
        return head + mark + _verb_base(last, tag)
    table = _irregular_verbs()
    if word in table and tag != "VB":
        return table[word]
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        return _strip_ending(word, 2)
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _strip_ending(word, 3)
    if tag == "VBZ":
        return _third_person_base(word)
    return table.get(word, word) if tag in ("VBP", "MD") else word


def _third_person_base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _NOUN_ES.search(word) or word.endswith("oes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _strip_ending(word: str, size: int) -> str:
    """Take -ed or -ing off, then restore y, a lost e or a single consonant."""
    stem = word[:-size]
    if size == 2 and stem.endswith("i"):
        return stem[:-1] + "y"
    if (base := _irregular_verbs().get(stem + "e")) or stem + "e" in load_words("e_verbs.txt"):
        return base or stem + "e"
    if stem in load_words("no_e_verbs.txt") or _irregular_verbs().get(stem) == stem:
        return stem
    if _is_doubled(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) or (len(stem) == 2 and stem[0] in "aeiou") else stem


def _is_doubled(stem: str) -> bool:
    if len(stem) < 3 or stem[-1] != stem[-2] or stem in ("butt", "purr", "add", "err", "ebb", "egg", "boycott"):
        return False
    if stem.endswith("ll"):
        return len(stem) > 5 and not stem.endswith(_WHOLE_LL)
    return stem[-1] in "bdgkmnprtv"
