"""Every setting, one frozen dataclass per stage, each with its calibration beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.settings_stories import ChapterSettings as ChapterSettings
from dateline.settings_stories import GroupSettings as GroupSettings
from dateline.settings_stories import RelateSettings as RelateSettings
from dateline.settings_stories import StreamSettings as StreamSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSettings:
    """Bounds and switches of ``extract``."""

    max_chars: int = 3_000_000
    """Longest decoded page that is parsed; the longest of 327 real pages measured had 1.9 million characters. A page
    of 3 million characters made of nothing but links takes 13 s."""
    max_body_chars: int = 250_000
    """Longest text that is taken for a report: 40,000 words, half a novel. The longest of the reports at hand has
    22,000 characters; what goes beyond is an archive, a log or a dump, and would take minutes."""
    languages: tuple[str, ...] = ("en",)
    """Languages that later stages can read; others are dropped with their language named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurSettings:
    """From where on a line that recurs is furniture. Measured by ``evals/eval_furniture.py``."""

    related: int = 3
    """Pages that share so many of their 24 topics are held to be related: 98 % of 387 pairs of reports on one event do
    (BASIL, the keys), 11 % of 9,000 other pairs."""
    least_topics: int = 8
    """A page with fewer topics is too short to say what it is about."""
    least_voices: int = 3
    """Pages, no two of them related, from which a line that they share is furniture."""
    least_days: int = 3
    """Days of one outlet from which a line without a number is furniture, if ``least_voices_days`` of all its pages are
    unrelated: an outlet keeps the background and the sub-heads of one running story in the same words for days."""
    least_voices_days: int = 2
    many_voices: int = 6
    """From so many unrelated pages on a line is sure to be furniture; no more are counted."""
    confidence: float = 0.85
    many_confidence: float = 0.97
    stock_confidence: float = 0.7
    """For a stock sentence, which needs ``many_voices`` and, in ``clean``, furniture on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSettings:
    """Bounds of ``clean``."""

    min_words: int = 8
    """A text of fewer body words holds no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignSettings:
    """How ``sign`` samples word runs. Chosen with ``evals/eval_copies.py --candidates``, which tries others."""

    run_words: int = 8
    """Words in a fingerprinted run: longer than most stock phrases."""
    window: int = 12
    """One print is kept in every 12 neighbouring runs, so any shared stretch of 19 words is found; 2/13 of the runs
    are kept on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSettings:
    """How ``match`` pairs articles."""

    common_articles: int = 8
    """A run that more articles print may be a stock phrase, a form or a widely printed report."""
    first_articles: int = 3
    """How many of the first that print such a run the others are paired with, ..."""
    least_shared: int = 3
    """... once so many such runs are shared, ..."""
    least_part: float = 0.2
    """... and this part of the prints of the shorter: less is background or a note that all of them carry."""
    most_sources: int = 8
    """Earlier articles that an article is aligned with: those it shares most prints with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesSettings:
    """Thresholds of ``copies``. Shares are of the words below the headline, those that stand in runs of ``run_words``
    that the other text has too, and the equal ones among the words that part two such runs."""

    run_words: int = 6
    """Shortest run that counts as repeated. 113 of 306 pairs of reports on one event (BASIL) share such a run, but 95
    of 100 pairs no more than .075 of their words: it is the shares below that tell."""
    gap_words: int = 12
    """Words that may differ between two runs of one passage: a changed number, a name in another spelling, a clause."""
    exact_share: float = 0.98
    """From here on, in both directions, no word exchanged and with one break at most, two texts are the same, ..."""
    exact_rest: int = 15
    """... where no more words than these, a credit or a dateline, stand in one alone."""
    revision_share: float = 0.5
    """From here on, two texts of one outlet are versions of one."""
    reprint_share: float = 0.7
    """From here on, a text is another's, abridged at most, ..."""
    reprint_own: float = 0.5
    """... where this much of the later text is the other's."""
    partial_share: float = 0.2
    """From here on, outside quotation marks, a text reuses another: 8 of 306 pairs of BASIL do. True reprints share
    from 30 % of their 3-grams (Silcock 2023)."""
    partial_least: int = 12
    """... with one passage of so many words at least: a short text shares its share with a stock phrase."""
    partial_run: int = 25
    """Words of one passage outside quotation marks from which it is reuse."""
    quote_run: int = 8
    """Words in a row inside quotation marks from which two texts are said to quote the same words."""
    form_facts: int = 4
    """Numbers, days, months and names that must stand changed in equal passages of a form filled in twice, ..."""
    form_kept: float = 0.5
    """... where fewer than this part of them are kept."""
    form_alike: float = 0.2
    """Part of both texts that must be equal for them to be held against each other as wholes: ..."""
    form_share: float = 0.65
    """... a form keeps less of these than this part of what it keeps of all words, ..."""
    form_piece: int = 30
    """... and breaks off after fewer equal words than this on average: what is open stands everywhere in it."""
    most_copies: int = 4
    """Sources named of one article: its main one, and others that give what none before gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseSettings:
    """What ``parse`` reads with."""

    model: str | None = field(default=None, repr=False)
    """Folder of another reader model than the shipped one, as ``training.reader.export`` writes it. Work that is kept
    goes by the model's version, not by its folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSettings:
    """Bounds and weights of ``date``.

    How the clues of a text weigh against each other stands in ``events/times/weights.py``, fitted by
    ``training/fit_dates.py``; what follows was set on the same reports (``evals/eval_dating.py``).
    """

    dated_name_weight: float = 0.3
    """Weight of a day that dated reports name by its date, as against one named by its weekday: it is older news."""
    kin_chars: int = 4000
    """Beginning of each article by which the likeness of two is told."""
    kin_bearing: float = 0.25
    """How like a dated fellow an article that names no day must be for the fellow's day to say anything of its own."""
    most_fellows: int = 16
    """Dated articles, the likest first, whose told days are compared with an undated one's; a bound on time."""
    most_rounds: int = 3
    """Rounds of settling; a story with more undated articles than they take is settled at once in the last."""
    reach_days: int = 30
    """Days around the dated articles on which an undated one is tried."""
    after_days: int = 30
    """Days after the newest full date of its text on which it is tried."""
    story_days: int = 150
    """Furthest that a dateline without a year may lie from a dated article of its story; a longer story is tried in
    stretches."""
    link_likeness: float = 0.1
    """How alike two sentences must at least be for their "Friday" to be held to be one day."""
    interval_share: float = 0.92
    """Likelihood that the days between ``first`` and ``last`` hold: then .97 of the intervals hold the day (BASIL)."""
    widest_days: int = 60
    """A wider interval leaves the article undated."""
    sure_share: float = 0.45
    """Smallest likelihood of a day that is named; less gives an interval alone."""
    inferred_confidence: float = 0.95
    """What the likelihood of an inferred day is multiplied by, since a story can hold a report of another affair."""
    doubt_days: int = 2
    """How far past its stated day an article must tell of a full date, as of the past, for that day to be doubted."""
    doubted_confidence: float = 0.5
    """Confidence of a stated day that the text speaks against and nothing overrules."""
    overrule_days: int = 21
    """Days that a stated day must lie from every fellow's before it can be overruled: pages carry the day of a crawl or
    of a new layout, months off, while follow-ups of another week are common."""
    overrule_shared: int = 2
    """Days that the text must then share with its fellows, in sentences alike, where nothing else makes the stated day
    impossible."""
    same_time_share: float = 0.7
    """Likelihood of the days that must give an expression one meaning before it is resolved: from here on .98 of the
    weekdays of undated reports are resolved rightly, from .6 to .7 only .71 (BASIL, triples that nothing was fitted
    on)."""
    copy_share: float = 0.7
    """Share of its words from which a copy takes the other's day."""
    copy_confidence: float = 0.9
    """How often a copy appears on the day of its original."""
    dateline_confidence: float = 0.93
    """How often a dateline's day is the day of writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveSettings:
    """How far back ``resolve`` looks."""

    surname_reach: int = 2
    """Sentences back in which the closest full name claims a surname that fits several people of the article. A
    cautious choice, not tuned: from 0 to 99 it changes at most two mentions in any of the four keyed stories."""
    pronoun_reach: int = 3
    """Sentences back in which "he" or "she" as a speaker may mean a person. A choice: no annotated pronouns were at
    hand to measure it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocateSettings:
    """How sure ``locate`` must be, and how far other articles of a story speak for a reading."""

    least_confidence: float = 0.5
    """A name whose likeliest place is less likely than this is left off the map."""
    story_share: float = 0.5
    """Weight of the divisions and countries that the other articles of the story speak of, beside an article's own. A
    choice: the corpus that the rest is fitted on has no stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HappenSettings:
    """What makes two tellings one occurrence. What is added to the pair model's log odds are choices, made by reading
    the timelines of other stories than those that the model is fitted to; no annotated joins in whole stories exist."""

    least_confidence: float = 0.5
    """A time less sure than this dates nothing: it is rounded ("two years ago") or may be meant otherwise."""
    least_chance: float = 0.7
    """Least mean chance of groups that are joined: a wrong join is worse than a happening told twice. On ECB+, by the
    words alone, .83 of the pairs joined are right at .6, .85 at .7, .88 at .75 (evals/eval_coreference.py); the lines
    of four keyed stories are the same from .6 to .7."""
    least_alike: float = 0.75
    """Cosine of two triggers' vectors from which words of two roots are weighed at all."""
    same_words_said: float = 0.35
    """Jaccard of the clauses' words asked of two sayings by one speaker on one day: people say many things a day."""
    same_words: float = 0.3
    """Jaccard of the clauses' words that speaks for one occurrence where neither day nor people do."""
    prior_odds: float = -0.5
    """Stories hold more occurrences of a sort than the sentences that the pair model was fitted to."""
    same_day: float = 1.5
    """Added where both tellings give one day."""
    same_span: float = 0.7
    """Added where the wider time (a week, a month) holds the other."""
    same_clause: float = 1.0
    """Added where both give one day and their clauses share words."""
    no_ground: float = 0.5
    """Taken off where no day, no participant and no words of the clauses speak for one occurrence. On ECB+, with all
    that the stage weighs, .97 of the pairs joined are right and .33 found; where such pairs never join, .97 and .15."""
    far_reports: float = 1.5
    """Taken off besides where their reports were written days apart."""
    other_names: float = 1.0
    """Taken off a noun where other names stand beside the two: "the statement of the senator", "of the counsel"."""
    one_undated: float = 0.5
    """Taken off where one gives no time."""
    both_undated: float = 0.5
    """Taken off where neither gives a time."""
    same_actor: float = 1.5
    """Added where one entity does both."""
    same_target: float = 1.5
    """Added where both are done to one entity."""
    only_once: float = 3.0
    """Added for deaths of one and the same person."""
    other_people: float = 1.0
    """Taken off where other entities do it or have it done to them, and all else agrees: one may be the other's."""
    same_place: float = 0.5
    """Added where both are at one place, taken off where they are at two: one may lie in the other."""
    same_class: float = 1.0
    """Added where the words are of one class ("pull out", "withdraw") and of one day or one doer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestSettings:
    """Settings of ``attest``."""

    partial_share: float = 0.5
    """Part of an article's words that another one holds, from which the two are one origin: a half, where most of what
    it tells is the other's. Less is often one shared passage of background, beside reporting of its own. Words in
    quotation marks are left out of account."""
    compiled_share: float = 0.8
    """Part of an article's own words that stands in several others together, from which it is put together from them
    and no report of its own."""
    credit_share: float = 0.5
    """Part of an article that it credits to one other newsroom, from which it is that newsroom's reporting, retold."""
    passage_words: int = 8
    """Shortest repeated stretch outside quotation marks that counts as a passage; shorter ones are turns of phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSettings:
    """Thresholds of ``compare``."""

    join_score: int = 3
    """Evidence that two numbers need to count as answers to one question; weights in ``compare/numbers/slots.py``."""
    conflict_gap: float = 0.10
    """Exact answers nearer than this share of the larger are never called a conflict."""
    recent_days: int = 40
    """A number whose sentence names no older day is about these last days before its article was written."""
    ahead_days: int = 30
    """... and no further ahead than this."""
    role_days: int = 7
    """Offices given to one person are laid side by side only in articles written this close together: people move."""
    day_confidence: float = 0.8
    """Least confidence of a time reference that may stand for one side of a dispute about a day."""
    block_answers: int = 500
    """Most answers laid side by side for one question; in four stories of 5 to 8 reports the largest had 26."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSettings:
    """Settings of ``track``."""

    least_values: int = 2
    """Different values that make a track: with fewer nothing has changed."""
    old_days: int = 1100
    """Days before the story's first report from which a last change is history, no news of the story: three years."""
    least_mentions: int = 2
    """Times that the reports name what bears a state, where one telling alone tells of it."""
    least_tellings: int = 2
    """... or tellings of its changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSettings:
    """Lengths of the brief: what a reader takes in at a look. Choices, not measured."""

    most_entries: int = 60
    """Lines of a timeline; the heaviest stay."""
    most_cites: int = 6
    """Cites shown with a line."""
    main_entries: int = 5
    """Lines under what happened."""
    longest_days: int = 370
    """A happening whose date spans more is not dated well enough for a timeline ("in the past two years")."""
    repeated_words: float = 0.4
    """Share of the shorter line's words, those that the whole story uses left out, from which two lines of one day
    say the same."""
    common_part: float = 0.12
    """Part of a story's sentences from which a word is the story's own and tells no line from another."""
    news_days: int = 10
    """Days before the first report from which happenings are news; what is older is background."""
    latest_entries: int = 3
    """Newest lines shown as the latest state where no state is tracked."""
    most_states: int = 6
    """Lines under latest state."""
    least_theme: float = 0.45
    """Agreement with headlines and leads from which an agreed number belongs to the story, where no report opens with
    it."""
    most_agreed: int = 6
    """Lines under agreed."""
    most_differing: int = 8
    """Lines under differing."""
    most_speakers: int = 6
    """Speakers quoted."""
    least_quote_words: int = 6
    """Shorter quotations are phrases, not statements."""
    good_quote_words: int = 22
    """Of a speaker's quotations the one nearest this length is shown: a full sentence that still fits two lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; the field's name is the stage's name."""

    extract: ExtractSettings = field(default_factory=ExtractSettings)
    recur: RecurSettings = field(default_factory=RecurSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    sign: SignSettings = field(default_factory=SignSettings)
    match: MatchSettings = field(default_factory=MatchSettings)
    copies: CopiesSettings = field(default_factory=CopiesSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    relate: RelateSettings = field(default_factory=RelateSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    date: DateSettings = field(default_factory=DateSettings)
    chapter: ChapterSettings = field(default_factory=ChapterSettings)
    resolve: ResolveSettings = field(default_factory=ResolveSettings)
    locate: LocateSettings = field(default_factory=LocateSettings)
    happen: HappenSettings = field(default_factory=HappenSettings)
    attest: AttestSettings = field(default_factory=AttestSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    track: TrackSettings = field(default_factory=TrackSettings)
    brief: BriefSettings = field(default_factory=BriefSettings)
