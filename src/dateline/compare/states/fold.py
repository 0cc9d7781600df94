"""Folds the changes told of one attribute of one subject into its values over time.

Values stand in the order of the days since when they hold; a report that comes late inserts, and never overwrites. A
deed that takes an earlier state for granted ("reopened") brings that in where no report tells it. What is planned,
threatened or denied stands beside the values and changes none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.compare.states.deeds import FINAL, SAME, STEPS, SUPPORTING
from dateline.compare.states.scene import Change, is_later
from dateline.dates import add_days, add_months, day_of, days_between, order_key, span_of
from dateline.model import StateValue, Status
from dateline.support import Evidence


def plain(value: str) -> str:
    """Return the value that a value amounts to: "back" is there."""
    return SAME.get(value, value)


def fold_changes(changes: Iterable[Change], evidence: Evidence) -> tuple[StateValue, ...]:
    """Return the values of one attribute of one subject, oldest first; none where their order cannot be told."""
    rows = sorted(_count_on(changes), key=lambda c: (_key(c), c.cite))
    done = [c for c in rows if c.status == "actual" and not _is_ahead(c)]
    stepwise = bool(done) and all(c.operator.value in STEPS for c in done)
    dated = [c for c in done if c.first is not None or stepwise]
    if stepwise:
        place = _order_steps(dated)
        dated = sorted(dated, key=lambda c: (place[c.operator.value], _key(c), c.cite))
    elif _is_muddled(dated):
        return ()
    runs = _make_runs(dated)
    _add_undated(runs, [c for c in done if c.first is None and not stepwise])
    runs = _stop_at_death(runs)
    values = [_make_value(run, evidence) for run in runs]
    values = _drop_early_days(values) if stepwise else values
    values = _add_presupposed(values, runs)
    return tuple(_add_pending(values, [c for c in rows if c.status != "actual" or _is_ahead(c)], evidence))


def _order_steps(changes: Iterable[Change]) -> dict[str, int]:
    """Return the place of each step: by the first day that words give it where all have one, else by the usual order.

    A grand jury may charge before the police arrest.
    """
    rows = list(changes)
    told = {
        value: min(keys, default=None)
        for value in {c.operator.value for c in rows}
        for keys in (
            [
                _key(c)[:1]
                for c in rows
                if c.operator.value == value and len(c.first or "") >= _DAY and c.basis == "told"
            ],
        )
    }
    days = {value: key for value, key in told.items() if key is not None}
    if len(days) < len(told):
        return {value: STEPS[value] for value in told}
    return {value: at for at, value in enumerate(sorted(days, key=lambda value: (days[value], STEPS[value])))}


def _count_on(changes: Iterable[Change]) -> list[Change]:
    """Return the changes, those "the following month" dated from what the article told of the subject before it."""
    found: list[Change] = []
    for change in sorted(changes, key=lambda c: c.cite):
        before = [c for c in found if c.cite.article_id == change.cite.article_id and c.first and c.basis == "told"]
        if change.later is not None and before:
            day = _add(before[-1].first, *change.later)
            change = replace(change, first=day, last=day, basis="told") if day else change
        found.append(change)
    return found


def _add(since: str | None, count: int, unit: str) -> str | None:
    """Return a cut date so much later, in the coarser grain of the two; None where it is no date."""
    day, size = day_of(since), len((since or "")[:_DAY])
    if day is None:
        return None
    moved = (
        add_days(day, count * (7 if unit == "week" else 1))
        if unit in ("day", "week")
        else add_months(day, count * (12 if unit == "year" else 1))
    )
    least = {"day": 10, "week": 10, "month": 7, "year": 4}[unit]
    return moved.isoformat()[: min(size, least)] if moved and not (size < _DAY and unit in ("day", "week")) else None


def _key(change: Change) -> tuple[object, ...]:
    return (*order_key(change.first, change.last), *order_key((change.reported or "")[:10]))


def _is_ahead(change: Change) -> bool:
    """Whether a change is told for a day after its report: it is put down for then, whatever its words."""
    first, reported = day_of(change.first), day_of((change.reported or "")[:10])
    return first is not None and reported is not None and first > reported and len(change.first or "") >= _DAY


_DAY = len("2020-01-01")


def _is_muddled(changes: Sequence[Change]) -> bool:
    """Whether two changes of one day go different ways and neither takes the other for granted."""
    if _is_disputed(changes):
        return True
    by_day: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.basis == "told" and len(change.first or "") >= _DAY:
            by_day[(change.first or "")[:_DAY]].append(change)
    for rows in by_day.values():
        values = {plain(c.operator.value): c for c in rows}
        befores = {plain(c.operator.before) for c in rows if c.operator.before}
        if len(values) > 1 and len([v for v in values if v not in befores]) > 1:
            return True
    return False


def _is_disputed(changes: Sequence[Change]) -> bool:
    """Whether one article says both that a value holds as it is written and that it holds no more: two of its sources
    differ."""
    now: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.basis == "report":
            now[change.cite.article_id].append(change)
    return any(
        plain(one.operator.before or "") == plain(other.operator.value)
        and one.operator.value not in SUPPORTING.get(other.operator.value, frozenset())
        for rows in now.values()
        for one in rows
        for other in rows
    )


def _make_runs(changes: Sequence[Change]) -> list[list[Change]]:
    """Return the changes as runs of one value. What only held when it was reported makes no run between two tellings
    of one day, nor where a value before it implies it."""
    told_days = {(c.first or "")[:_DAY] for c in changes if c.basis == "told"}
    runs: list[list[Change]] = []
    for change in changes:
        value = plain(change.operator.value)
        last = plain(runs[-1][0].operator.value) if runs else None
        if last == value and not _is_again(runs[-1], change):
            runs[-1].append(change)
        elif (last is not None and last in SUPPORTING.get(value, frozenset())) or (
            change.basis == "report" and runs and (change.first or "")[:_DAY] in told_days
        ):
            continue
        else:
            runs.append([change])
    return runs


def _is_again(run: Sequence[Change], change: Change) -> bool:
    """Whether a change to the value that holds is told of another time: she left two posts, not one twice."""
    if change.basis != "told" or run[0].basis != "told":
        return False
    one, other = span_of(run[0].first, run[0].last), span_of(change.first, change.last)
    return one is not None and other is not None and days_between(one, other) > _AGAIN


_AGAIN = 45
"""Days between two tellings of one change after which they are of two: reports misplace one by weeks at most."""


def _stop_at_death(runs: list[list[Change]]) -> list[list[Change]]:
    """Return the runs up to the first that ends all: of the dead nothing more comes to be so."""
    ends = [at for at, run in enumerate(runs) if run[0].operator.value in FINAL]
    return runs[: ends[0] + 1] if ends else runs


def _add_undated(runs: list[list[Change]], undated: Iterable[Change]) -> None:
    """Put changes without a day to the one run of their value; where there is none, or several, they are left out."""
    for change in undated:
        fitting = [run for run in runs if plain(run[0].operator.value) == plain(change.operator.value)]
        if len(fitting) == 1 and order_key((change.reported or "")[:10]) >= order_key((fitting[0][0].first or "")[:10]):
            fitting[0].append(change)


def _make_value(run: Sequence[Change], evidence: Evidence) -> StateValue:
    report = min((c.reported for c in run if c.reported), key=order_key, default=None)
    held = [c for c in run if not (report and c.first and order_key(c.first[:_DAY]) > order_key(report[:_DAY]))]
    if not held:
        # Its day lies behind its first report, which a day misread does: it held by then.
        held = [replace(run[0], first=(report or "")[:_DAY], last=(report or "")[:_DAY], basis="report")]
    told = [c for c in held if c.basis == "told"] or held
    first = _find_finest(told)
    cites = tuple(sorted({c.cite for c in run}))
    support = evidence.count(cites)
    return StateValue(
        value=_name_value(run),
        since=first.first,
        since_last=first.last if first.last != first.first else None,
        reported=report,
        status="actual",
        cites=cites,
        since_basis="report" if first.basis == "report" else ("told" if first.first else ""),
        partial=next(
            (c.partial for c in sorted(run, key=lambda c: -len(c.partial)) if c.partial and _is_part(run)), ""
        ),
        certainty=_join_sureness(run, evidence),
        articles=support.articles,
        origins=support.origins,
    )


def _find_finest(told: Sequence[Change]) -> Change:
    """Return of tellings of one value the first; where others put it more finely into the same stretch, of those."""
    span = span_of(told[0].first, told[0].last)
    inside = [
        c
        for c in told
        if span and (own := span_of(c.first, c.last)) and span.first <= own.first <= own.last <= span.last
    ]
    return min(inside, key=lambda c: (-len(c.first or ""), _key(c)), default=told[0])


def _name_value(run: Sequence[Change]) -> str:
    """Return the value in the words of a deed that says how it came to be so, else the first one's."""
    told = Counter(c.operator.value for c in run if c.operator.value in SAME)
    return " or ".join(value for value, _ in told.most_common(2)) if told else run[0].operator.value


def _is_part(run: Sequence[Change]) -> bool:
    """Whether a part is what the run tells of: half of its tellings at least name one."""
    return 2 * sum(bool(c.partial) for c in run) >= len(run)


def _join_sureness(run: Sequence[Change], evidence: Evidence) -> float:
    """Return how sure the tellings of a value are together, independent ones taken as such: 1 − Π(1 − sᵢ)."""
    best: dict[str, float] = {}
    for change in run:
        origin = evidence.origin(change.cite.article_id)
        best[origin] = max(best.get(origin, 0.0), change.sureness)
    doubt = 1.0
    for _, sureness in sorted(best.items()):
        doubt *= 1 - sureness
    return round(1 - doubt, 3)


def _drop_early_days(values: list[StateValue]) -> list[StateValue]:
    """Return steps that follow one another without the days that come before an earlier step's: they date its deed."""
    kept: list[StateValue] = []
    latest = None
    for value in values:
        early = value.since is not None and latest is not None and order_key(value.since[:10]) < order_key(latest[:10])
        kept.append(replace(value, since=None, since_basis="") if early else value)
        latest = latest if early or value.since is None else value.since
    return kept


def _add_presupposed(values: list[StateValue], runs: Sequence[Sequence[Change]]) -> list[StateValue]:
    """Return the values with what the first of them takes for granted before it, where no report tells that."""
    found: list[StateValue] = []
    for value, run in zip(values, runs, strict=True):
        taking = [c for c in run if c.operator.before and not c.noun]
        if taking and not found and plain(taking[0].operator.before or "") != plain(value.value):
            found.append(_presuppose(taking[0], None, ""))
        found.append(value)
    return found


def _presuppose(change: Change, since: str | None, basis: str) -> StateValue:
    return StateValue(
        value=change.operator.before or "",
        since=since,
        reported=change.reported,
        status="actual",
        cites=(change.cite,),
        since_basis="report" if basis == "report" else "",
        presupposed=True,
        certainty=round(change.sureness * _IMPLIED, 3),
        articles=1,
        origins=1,
    )


_IMPLIED = 0.7
"""Part of a change's sureness that what it takes for granted has: a choice, it orders what is shown."""
_HOPED = frozenset({"planned", "possible"})
_AGAINST = frozenset({"closed", "gone", "lifted", "interrupted", "not in normal operation", "broken", "destroyed"})
"""What a hope for the opposite takes for granted: who hopes that talks resume says that they do not go on."""


def _add_pending(values: list[StateValue], pending: Sequence[Change], evidence: Evidence) -> list[StateValue]:
    """Return the values with what was planned, threatened or denied, where it stood in time; and with what a hope to
    "resume" takes for granted when it was told."""
    found = list(values)
    grouped: dict[tuple[str, Status, bool], list[Change]] = defaultdict(list)
    for change in pending:
        status = _read_status(change)
        if status in _HOPED and change.operator.before in _AGAINST and values:
            _imply_now(found, change)
        ahead = status != "planned" or (is_later(change) and not (change.noun and change.first is None))
        if status != "possible" and values and ahead and not _is_done(change, values):
            grouped[plain(change.operator.value), status, change.past_plan].append(change)
    found += [_make_pending(status, past, rows, evidence) for (_, status, past), rows in sorted(grouped.items())]
    if any(value.since is None for value in values[1:]):
        return found
    plans = [v for v in found if v.since is None and v.status == "planned"]
    kept = [v for v in found if v not in plans]
    ordered = sorted(kept, key=lambda v: (v.since is not None, order_key(v.since), v.status != "actual"))
    return _place_past_plans([*ordered, *plans])


def _read_status(change: Change) -> Status:
    """Return how a change that has not come stands: what is told for a day to come is planned."""
    if change.status == "actual" or (change.status == "possible" and _is_ahead(change)):
        return "planned"
    return change.status


def _make_pending(status: Status, past: bool, rows: Sequence[Change], evidence: Evidence) -> StateValue:
    """Return what is planned, threatened or denied as a value: since it was told, due when it is put down for."""
    first = min(rows, key=lambda c: order_key(c.told or (c.reported or "")[:10]))
    reported = first.reported[:10] if first.reported and not past else None
    due = [c.first for c in rows if c.first is not None]
    cites = tuple(sorted({c.cite for c in rows}))
    support = evidence.count(cites)
    return StateValue(
        value=rows[0].operator.value,
        since=first.told or reported,
        reported=first.reported,
        status=status,
        cites=cites,
        since_basis="told" if first.told else ("report" if reported else ""),
        due=min(due, key=order_key) if due and status == "planned" else None,
        certainty=_join_sureness(rows, evidence),
        articles=support.articles,
        origins=support.origins,
    )


def _place_past_plans(values: list[StateValue]) -> list[StateValue]:
    """Put plans of no day right before the value that is told beside them, so that they sort with its day."""
    kept = [v for v in values if v.status != "planned" or v.since is not None]
    for plan in (v for v in values if v.status == "planned" and v.since is None):
        beside = [v for v in kept if v.status == "actual" and set(v.cites) & set(plan.cites)]
        if beside:
            kept.insert(kept.index(beside[0]), plan)
    return kept


def _is_done(change: Change, values: Sequence[StateValue]) -> bool:
    """Whether what a report tells as to come was already so when it was written."""
    reported = (change.reported or "")[:10]
    return any(
        plain(v.value) == plain(change.operator.value) and v.since and not order_key(reported) < order_key(v.since[:10])
        for v in values
        if v.status == "actual"
    )


def _imply_now(found: list[StateValue], change: Change) -> None:
    """Insert what a hope takes for granted, as of its report, where the last value until then is another."""
    reported = (change.reported or "")[:10]
    before = [v for v in found if v.since and v.status == "actual" and order_key(v.since[:10]) <= order_key(reported)]
    after = [v for v in found if v not in before]
    if not reported or not before:
        return
    last = max(before, key=lambda v: order_key(v.since))
    before_value = plain(change.operator.before or "")
    if before_value == plain(last.value) or last.since_basis == "report":
        return
    if plain(last.value) in SUPPORTING.get(before_value, frozenset()):
        return
    if any(v.presupposed for v in after):
        return
    found.append(_presuppose(change, reported, "report"))
