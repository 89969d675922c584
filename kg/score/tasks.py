"""Tasks and their edges; a found task on a neutral passage counts only in the strict figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, rule_of, words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from kg.score.align import Pair

GROUPS = {"explicit": "led", "assigned": "led", "unassigned": "unassigned"}


def present(pair: Pair, group: str | None = None, *, strict: bool = False) -> Sides:
    """Compare which tasks are there; within a group the found kind must be of that group too."""
    return (
        _present(pair.tasks.gold_items(), group),
        _present(pair.tasks.found_items(strict=strict), group),
    )


def aligned(pair: Pair, name: str) -> Sides:
    """Compare one value of the tasks that both records have."""
    rows = list(pair.tasks.matched())
    return (
        _valued(((key, gold) for key, gold, _ in rows), name),
        _valued(((key, found) for key, _, found in rows), name),
    )


def edges(pair: Pair, name: str, *, strict: bool = False) -> Sides:
    """Compare task → agent (or document) edges; tasks without a partner are misses or false."""
    return (
        _edges(pair.tasks.gold_items(), name),
        _edges(pair.tasks.found_items(strict=strict), name),
    )


def timeframes(pair: Pair, value: Callable[[Node], Hashable]) -> Sides:
    """Compare when tasks are due; a timeframe on a task that has none is false."""
    return (
        _timeframes(pair.tasks.gold_items(), value),
        _timeframes(pair.tasks.found_items(), value),
    )


def near_duplicates(pair: Pair) -> Sides:
    """Compare which task repeats which; found ids are read through the alignment."""
    same = {found.get("id"): gold.get("id") for _, gold, found in pair.tasks.matched()}
    return (
        _repeats(pair.tasks.gold_items(), {}),
        _repeats(pair.tasks.found_items(), same),
    )


def time_kind(timeframe: Node) -> Hashable:
    """Give the kind alone."""
    return timeframe.get("kind")


def time_value(timeframe: Node) -> Hashable:
    """Give kind, start, end, and whether it is open or tentative.

    >>> time_value({"kind": "interval", "start": "2023", "end": None, "open_ended": True})
    ('interval', '2023', None, True, False)
    """
    years = (timeframe.get("start"), timeframe.get("end"))
    flags = (bool(timeframe.get("open_ended")), bool(timeframe.get("tentative")))
    return (timeframe.get("kind"), *(None if year is None else str(year) for year in years), *flags)


FIELDS = (
    Field("tasks", present),
    Field("tasks.strict", partial(present, strict=True)),
    Field("tasks.explicit+assigned", partial(present, group="led")),
    Field("tasks.explicit+assigned.strict", partial(present, group="led", strict=True)),
    Field("tasks.unassigned", partial(present, group="unassigned")),
    Field("tasks.unassigned.strict", partial(present, group="unassigned", strict=True)),
    Field("tasks.kind", partial(aligned, name="kind")),
    Field("tasks.span", partial(aligned, name="span")),
    Field("tasks.id", partial(aligned, name="id")),
    Field("leads", partial(edges, name="lead")),
    Field("leads.strict", partial(edges, name="lead", strict=True)),
    Field("leads.role", partial(aligned, name="lead_role")),
    Field("coordinators", partial(edges, name="coordinate")),
    Field("coordinators.strict", partial(edges, name="coordinate", strict=True)),
    Field("timeframes.kind", partial(timeframes, value=time_kind)),
    Field("timeframes", partial(timeframes, value=time_value)),
    Field("tasks.refs", partial(edges, name="refs")),
    Field("near_duplicates", near_duplicates, informational=True),
)


def _present(tasks: Iterable[tuple[Hashable, Node]], group: str | None) -> Iterator[Item]:
    for key, task in tasks:
        if group is None or GROUPS.get(task.get("kind", "")) == group:
            yield Item(key, _id(task), words(task.get("text") or ""), rule_of(task))


def _valued(tasks: Iterable[tuple[Hashable, Node]], name: str) -> Iterator[Item]:
    for key, task in tasks:
        said = task.get(name)
        if said is not None:
            value = tuple(said) if isinstance(said, list) else said
            yield Item((key, value), _id(task), str(said))


def _edges(tasks: Iterable[tuple[Hashable, Node]], name: str) -> Iterator[Item]:
    for key, task in tasks:
        for each in dict.fromkeys(many(task, name)):
            yield Item((key, each), _id(task), each, rule_of(task, f"{name}_"))


def _timeframes(
    tasks: Iterable[tuple[Hashable, Node]], value: Callable[[Node], Hashable]
) -> Iterator[Item]:
    for key, task in tasks:
        if timeframe := task.get("timeframe"):
            said = task.get("timeframe_surface") or ""
            shown = f"{said}: {value(timeframe)}"
            yield Item((key, value(timeframe)), _id(task), shown, rule_of(timeframe))


def _repeats(tasks: Iterable[tuple[Hashable, Node]], same: dict[object, object]) -> Iterator[Item]:
    for key, task in tasks:
        if other := task.get("near_duplicate_of"):
            yield Item((key, same.get(other, other)), _id(task), str(other))


def _id(task: Node) -> str:
    return str(task.get("id") or "")
