"""The rows that a chart draws, where they are not those of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kg.analyse.directives import directives
from kg.analyse.inequality import lorenz
from kg.analyse.missing import NOTHING
from kg.analyse.teams import collectives
from kg.analyse.walk import below, name

if TYPE_CHECKING:
    from kg.analyse.walk import Network
    from kg.answers import Told

Rows = Sequence[Sequence[object]]
Table = tuple[Sequence[str], Rows]
_STEPS: Final = 6


def to_draw(told: Told, load: Told, graph: Network) -> Table:
    """Give the columns and rows of the chart of an answer; *load* is the answer of that name."""
    match told.name:
        case "concentration":
            return ("role", "bodies", "share"), [*_lorenz(load, graph)]
        case "gantt":
            return ("start", "end", "task", "directive"), [*_spans(told, graph)]
    prepared = _PREPARED.get(told.name)
    return prepared(told) if prepared else (told.columns, told.rows)


def _dicts(told: Told) -> Iterator[dict[str, object]]:
    for row in told.rows:
        yield dict(zip(told.columns, row, strict=True))


def _lorenz(load: Told, graph: Network) -> Iterator[tuple[object, ...]]:
    """Give the curves of the bodies by what they lead and coordinate, collectives left out."""
    many = {name(graph, each) for each in collectives(graph)}
    for role, column in (("leads", "led"), ("coordination", "coordinated")):
        counts = [int(str(row[column])) for row in _dicts(load) if row["agency"] not in many]
        yield from ((role, *point) for point in lorenz([each for each in counts if each]))


def _spans(told: Told, graph: Network) -> Iterator[tuple[object, ...]]:
    """Give each task with its lead as one label, and the directives that its paper answers."""
    answers: dict[str, list[str]] = {}
    for top in directives(graph):
        for paper in below(graph, top):
            answers.setdefault(name(graph, paper), []).append(name(graph, top))
    for row in _dicts(told):
        above = "; ".join(sorted(answers.get(str(row["document"]), ())))
        label = " · ".join(str(row[each]) for each in ("task", "lead") if row[each])
        yield row["start"], row["end"], label, above or "–"


def _breadth(told: Told) -> Table:
    """Give the papers on each step below a directive; the lowest steps are taken together."""
    rows: list[tuple[object, ...]] = []
    for row in _dicts(told):
        counts = [int(each) for each in str(row["breadth"] or "").split(",") if each.strip()]
        rows += [(row["directive"], n, f"step {at}") for at, n in enumerate(counts[:_STEPS], 1)]
        if counts[_STEPS:]:
            rows.append((row["directive"], sum(counts[_STEPS:]), "steps below 6"))
    return ("directive", "papers", "step"), rows


def _from_start(told: Told) -> Table:
    """Let each curve begin where all is still to come."""
    group = [name for name in told.columns if name in ("level", "province")]
    first: dict[object, tuple[object, ...]] = {}
    columns = (*group, "days", "still_to_come")
    rows: list[tuple[object, ...]] = []
    for row in _dicts(told):
        key = row[group[0]] if group else ""
        first.setdefault(key, (*((key,) if group else ()), 0, 1.0))
        rows.append(tuple(row[each] for each in columns))
    drawn = [*first.values(), *rows]
    return columns, sorted(dict.fromkeys(drawn), key=lambda row: tuple(map(str, row[:-2])))


def _with_year(told: Told) -> Table:
    """Leave out what names no year: the notes count it, and its bar would dwarf all others."""
    at = told.columns.index("year")
    return told.columns, [row for row in told.rows if row[at] is not None]


def _counted(*columns: str) -> Callable[[Told], Table]:
    """Count the rows by the values of some columns."""

    def counted(told: Told) -> Table:
        counts = Counter(tuple(row[each] for each in columns) for row in _dicts(told))
        most = Counter(row[columns[0]] for row in _dicts(told))
        ordered = sorted(counts.items(), key=lambda each: (-most[each[0][0]], *map(str, each[0])))
        of = "papers" if columns == ("what",) else "tasks"
        return (*columns, of), [(*key, number) for key, number in ordered]

    return counted


def _known_first(told: Told) -> Table:
    """Put the directives of which most is known first: a chart shows the first rows."""
    at = [told.columns.index(name) for name in ("not in corpus", "provinces")]
    return told.columns, sorted(told.rows, key=lambda row: (row[at[0]], row[at[1]]))


def _answered_first(told: Told) -> Table:
    """Put the directives with most plans first: a matrix has room for some columns only."""
    plans: Counter[object] = Counter()
    for row in _dicts(told):
        plans[row["directive"]] += int(str(row["plans"])) + (row["state"] != NOTHING)
    at = told.columns.index("directive")
    return told.columns, sorted(told.rows, key=lambda row: -plans[row[at]])


def _with_unled(told: Told) -> Table:
    """Add the tasks that name no lead: one lead, several and none make up all tasks."""
    rows = [(*row.values(), int(str(row["tasks"])) - int(str(row["led"]))) for row in _dicts(told)]
    return (*told.columns, "no_lead"), rows


_PREPARED: Final[dict[str, Callable[[Told], Table]]] = {
    "coverage": _known_first,
    "missing": _answered_first,
    "load-by-kind": _with_unled,
    "load-by-level": _with_unled,
    "load-by-province": _with_unled,
    "load-by-directive": _with_unled,
    "depth": _breadth,
    "lag-curve": _from_start,
    "lag-by-level": _from_start,
    "timeline": _with_year,
    "unclear": _counted("document", "problem"),
    "contradictions": _counted("what"),
}
