"""Tasks and duties to report → marks: who, with whom, by when, and from where that was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.write.annotated_marks import Fact, Json, Mark, facts, mark, said


def duties(record: Json) -> Iterator[Mark]:
    """Give the marks of tasks and reports; an agency that was inferred, or left open, says so."""
    unprinted = {
        each["canonical"]: "undecided" if each.get("undecided") else "place_inferred"
        for each in record.get("agents") or ()
        if each.get("place_inferred") or each.get("undecided")
    }
    for task in record.get("tasks") or ():
        yield from _task(task, unprinted)
    for report in record.get("reporting") or ():
        yield from _report(report, unprinted)


def _task(task: Json, unprinted: Mapping[str, str]) -> Iterator[Mark]:
    kind = f"task-{task.get('kind', 'unassigned')}"
    yield mark(kind, task["span"], kind, _told(task))
    where = facts(tasks=task["id"])
    for key, spans, part in (
        ("lead_mentions", "lead_spans", "lead"),
        ("coordinate_mentions", "coordinate_spans", "coordinate"),
        ("other_agents", "other_agent_spans", "agent"),
    ):
        role = said(role=task.get("lead_role")) if part == "lead" else ()
        pairs = zip(task.get(key) or (), task.get(spans) or (), strict=False)
        for (agent, _), span in pairs:
            yield mark(part, span, part, (*_agent(agent, unprinted), *role, *where))
    if task.get("timeframe_span"):
        yield mark("timeframe", task["timeframe_span"], "timeframe", (*_time(task), *where))
    for span in task.get("inner_time_spans") or ():
        yield mark("timeframe", span, "timeframe", (*said(note="inner_time"), *where))


def _told(task: Json) -> tuple[Fact, ...]:
    """Give what is known of a task as a whole; its time only where it has one."""
    notes = ("page_break",) if task.get("page_break") else ()
    return (
        *facts(task_id=task["id"], section_title=task.get("section_title"), lead=task.get("lead")),
        *said(why="lead_outside" if _is_outside(task) else None, role=task.get("lead_role")),
        *facts(coordinate=task.get("coordinate")),
        *_time(task),
        *facts(key=task.get("refs"), duplicate=task.get("near_duplicate_of")),
        *said(note=notes),
    )


def _is_outside(task: Json) -> bool:
    """Tell whether the words that name the leads stand outside the words of the task."""
    start, end = task["span"]
    return any(not start <= at < end for at, _ in task.get("lead_spans") or ())


def _time(task: Json) -> tuple[Fact, ...]:
    time = task.get("timeframe")
    if not time:
        return ()
    ends = [time[key] for key in ("start", "end") if time.get(key)]
    span = " – ".join(dict.fromkeys(ends))
    notes = tuple(key for key in ("open_ended", "tentative") if time.get(key))
    return (
        *said(time_kind=time.get("kind")),
        *facts(time=span, month_day=time.get("month_day")),
        *said(note=notes),
    )


def _agent(name: str, unprinted: Mapping[str, str]) -> tuple[Fact, ...]:
    return (*facts(agent=name), *said(why=unprinted.get(name)))


def _report(report: Json, unprinted: Mapping[str, str]) -> Iterator[Mark]:
    told = (
        *facts(who=report.get("who"), to=report.get("to"), via=report.get("via")),
        *said(recurrence=report.get("recurrence")),
        *facts(month_day=report.get("month_day")),
    )
    if report.get("evidence_span"):
        yield mark("report", report["evidence_span"], "report", told)
    yield from _parties(report, unprinted)
    if report.get("deadline_span"):
        yield mark("timeframe", report["deadline_span"], "timeframe", told[-2:])


def _parties(report: Json, unprinted: Mapping[str, str]) -> Iterator[Mark]:
    who: Iterable[tuple[list[str], list[int]]] = zip(
        report.get("who_mentions") or (), report.get("who_spans") or (), strict=False
    )
    for (agent, _), span in who:
        yield mark("agent", span, "reports", _agent(agent, unprinted))
    for key, tag in (("to", "reported_to"), ("via", "reported_via")):
        if report.get(f"{key}_span") and report.get(key):
            yield mark("agent", report[f"{key}_span"], tag, _agent(report[key], unprinted))
