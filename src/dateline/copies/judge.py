"""What two texts that share words are to each other: the kind of copy, in a word and in words."""

from __future__ import annotations

from typing import Literal

from dateline.copies.order import is_agency
from dateline.copies.overlap import Overlap
from dateline.copies.sign import find_moment
from dateline.model import Article
from dateline.settings import CopiesSettings
from dateline.words import fold

CopyKind = Literal["exact", "reprint", "revision", "partial", "quote"]


def judge_kind(
    repeat: Article, source: Article, overlap: Overlap, settings: CopiesSettings
) -> tuple[CopyKind, str] | None:
    """Tell the kind of a copy and why, or None when the texts only share phrases."""
    least, most = sorted((overlap.share, overlap.back))
    is_whole = overlap.rest <= settings.exact_rest and overlap.breaks <= 1 and not overlap.changes
    if least >= settings.exact_share and is_whole:
        return "exact", f"the same text ({overlap.share:.0%} of its words)"
    if most >= settings.revision_share and repeat.outlet and repeat.outlet == source.outlet:
        return "revision", f"the same outlet printed {most:.0%} of it in another version"
    if most >= settings.reprint_share and overlap.share >= settings.reprint_own:
        return "reprint", f"{overlap.share:.0%} of its words stand in the other, {_tell_part(overlap)}"
    if _is_reuse(overlap, repeat.outlet is not None and repeat.outlet == source.outlet, settings):
        return "partial", f"{overlap.share:.0%} of its words stand in the other, {overlap.longest_free} in one passage"
    if overlap.longest_quoted >= settings.quote_run:
        return "quote", f"both quote the same {overlap.longest_quoted} words, and share hardly any others"
    return None


def _is_reuse(overlap: Overlap, is_own: bool, settings: CopiesSettings) -> bool:
    """True when enough words outside quotation marks are shared. An outlet's own background, which it prints again and
    again, is no news: of it a larger part must be shared."""
    much = max(overlap.free, overlap.free_back) >= settings.partial_share
    if overlap.longest_free >= settings.partial_run:
        return much or not is_own
    return much and overlap.longest_free >= settings.partial_least


def _tell_part(overlap: Overlap) -> str:
    changes = f" and {overlap.changed_facts} of the numbers, days and names changed" if overlap.changed_facts else ""
    return f"{overlap.back:.0%} of the other's in it{changes}"


def is_form(overlap: Overlap, settings: CopiesSettings) -> bool:
    """True when two texts read alike but give other numbers, days and names: a form filled in twice, like a forecast.

    In a copy as much of these is kept as of all words, whatever part was taken.
    """
    facts = overlap.kept_facts + overlap.changed_facts
    if overlap.changed_facts >= settings.form_facts and overlap.kept_facts < settings.form_kept * facts:
        return True
    alike = min(overlap.share, overlap.back) >= settings.form_alike and overlap.facts >= settings.form_facts
    patchy = overlap.words < settings.form_piece * (overlap.breaks + 1)
    return alike and patchy and overlap.fact_share < settings.form_share * max(overlap.share, overlap.back)


def order_sources(repeat: Article, source: Article) -> tuple[bool, str, int, str]:
    """Return what an article's sources are ordered by: the agency that it credits, the earlier, the longer."""
    credited = bool(repeat.agency) and is_agency(source.outlet, {fold(repeat.agency or "")})
    return (not credited, _moment_of(source) or "9999", -len(source.text), source.article_id)


def explain_order(repeat: Article, source: Article) -> str:
    """Say in words why the one is taken for the source."""
    if repeat.agency and is_agency(source.outlet, {fold(repeat.agency)}) and repeat.outlet != source.outlet:
        return f"it credits {repeat.agency}"
    before, after = _moment_of(source), _moment_of(repeat)
    if before and after and before[: len(after)] != after[: len(before)]:
        if before < after:
            return f"the other is earlier ({before} before {after})"
        return "the other is an agency's own text"
    if before and not after:
        return "only the other is dated; which came first is not known"
    return "which came first is not known; the longer text is taken for the source"


def _moment_of(article: Article) -> str | None:
    return find_moment(article.published, article.published_zone)
