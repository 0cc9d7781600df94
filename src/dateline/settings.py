"""Every setting, one frozen dataclass per stage, each with its calibration beside it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSettings:
    """Bounds and switches of ``clean``."""

    max_chars: int = 5_000_000
    """Longest decoded page that is parsed; the longest of 327 real pages measured had 1.9 million characters."""
    min_words: int = 8
    """A text of fewer body words holds no report."""
    languages: tuple[str, ...] = ("en",)
    """Languages that later stages can read; others are dropped with their language named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignSettings:
    """How ``sign`` samples word runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSettings:
    """How ``match`` pairs articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesSettings:
    """Thresholds of ``copies``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseSettings:
    """What ``parse`` reads with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateSettings:
    """Thresholds of ``relate``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """Thresholds of ``group``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSettings:
    """Bounds of ``date``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveSettings:
    """Settings of ``resolve``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HappenSettings:
    """Thresholds of ``happen``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestSettings:
    """Settings of ``attest``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSettings:
    """Thresholds of ``compare``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSettings:
    """Settings of ``track``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSettings:
    """Lengths of the brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; the field's name is the stage's name."""

    clean: CleanSettings = field(default_factory=CleanSettings)
    sign: SignSettings = field(default_factory=SignSettings)
    match: MatchSettings = field(default_factory=MatchSettings)
    copies: CopiesSettings = field(default_factory=CopiesSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    date: DateSettings = field(default_factory=DateSettings)
    resolve: ResolveSettings = field(default_factory=ResolveSettings)
    happen: HappenSettings = field(default_factory=HappenSettings)
    attest: AttestSettings = field(default_factory=AttestSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    track: TrackSettings = field(default_factory=TrackSettings)
    brief: BriefSettings = field(default_factory=BriefSettings)
