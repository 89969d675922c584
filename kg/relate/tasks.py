"""Section + agency + action + time = task; one task for each printed item, bullet or row."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.lexicon import rows
from kg.model import AgentMention, Neutral, Quote, Span, Task, Timeframe
from kg.relate import leads
from kg.relate.fields import agents_in, list_quote, trimmed
from kg.relate.lists import AgentLists
from kg.shape import Field, Findings, Node, Outline, TableRow, TimeFound

FieldTime = Callable[[str, Span], TimeFound]
Lead = tuple[tuple[AgentMention, ...], Quote]
_TASK_ROLES = frozenset({"action", "organisation"})
_BULLET = 8
_REASONS = {
    "purpose": "purpose or requirement statement, not a task",
    "goal": "objective, see targets and goals",
    "funding": "funding source or rule, no agency is given an action",
    "reporting": "reporting duty outside the assignment of tasks: under reporting only",
}
_VERB_GROUP = re.compile(r"[^\W\d_]+ [^\W\d_]+(?:, [^\W\d_]+ [^\W\d_]+)? $")
_OWN_TIME = frozenset({"ongoing", "annual", "interval", "year", "deadline"})
_MIN_WORDS = 3


@functools.cache
def closers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the patterns of closing paragraphs with their reasons."""
    return tuple((re.compile(row["pattern"]), row["reason"]) for row in rows("lexicon/closers"))


@dataclass(slots=True)
class Passages:
    """The tasks of a document, what was read and is none, and who must do each passage."""

    tasks: list[Task] = field(default_factory=list)
    neutral: list[Neutral] = field(default_factory=list)
    leads: dict[str, tuple[tuple[AgentMention, ...], Quote | None]] = field(default_factory=dict)


class TaskReader:
    """Reads the outline in order and gives each piece to tasks or to what is no task."""

    def __init__(
        self, found: Findings, outline: Outline, role_of: dict[str, str], field_time: FieldTime
    ) -> None:
        """Keep the findings of the text; *field_time* reads the value of a time line."""
        self.text, self.view, self.outline = found.text, found.view, outline
        self.lists = AgentLists(found.text, found.view, found.agents)
        self.times = found.times
        self._time_starts = [time.span.start for time in found.times]
        self.role_of, self.field_time = role_of, field_time
        self.by_id = {node.id: node for node in outline.nodes}
        self.children: dict[str | None, list[Node]] = {}
        for node in outline.nodes:
            self.children.setdefault(node.parent, []).append(node)
        self.fields: dict[str, list[Field]] = {}
        for item in outline.fields:
            self.fields.setdefault(item.owner, []).append(item)
        self._intro: dict[str | None, Lead] = {}
        self._heads: dict[str, Lead | None] = {}

    def read(self) -> Passages:
        """Give the tasks and the neutral passages in order of place."""
        out = Passages()
        for node in self.outline.nodes:
            self._node(node, out)
        for row in self.outline.rows:
            task = self._row(row)
            if task:
                out.tasks.append(task)
                out.leads[task.id] = (task.lead, task.lead_quote)
        return out

    def _node(self, node: Node, out: Passages) -> None:
        if self._is_heading(node):
            return
        quote = Quote(node.span, node.span.of(self.text))
        role = self.role_of[node.id]
        closing = self._closing(node, role)
        if closing:
            out.neutral.append(Neutral(self._closing_id(node, out), quote, closing))
            return
        found = leads.intro(self.lists, node.span) if node.id not in self.fields else None
        if found or (quote.words.endswith(":") and self._leads_in(node)):
            self._intro[self._intro_key(node)] = found or ((), quote)
            return
        task = self._explicit(node) if node.id in self.fields else self._plain(node, role)
        if task is None:
            reason = _REASONS.get(role, "no action is stated")
            out.neutral.append(Neutral(node.id, quote, reason))
            return
        out.tasks.append(task)
        out.leads[task.id] = (task.lead, task.lead_quote)

    def _intro_key(self, node: Node) -> str | None:
        """Give what an introduction speaks for: a paragraph its siblings, an item what is below."""
        return node.id if node.id in self.children else node.parent

    def _is_heading(self, node: Node) -> bool:
        """Tell whether a piece is a title: other pieces than paragraphs hang below it."""
        below = self.children.get(node.id, [])
        if not below:
            return node.kind == "heading" and node.rank <= 4 and node.id not in self.fields  # noqa: PLR2004
        if self.text[node.span.end - 1] == ":":
            return leads.intro(self.lists, node.span) is None
        only_paragraphs = all(child.kind == "para" for child in below)
        return not (only_paragraphs and self.text[node.span.end - 1] in ".;/")

    def _leads_in(self, node: Node) -> bool:
        """Tell whether bullets follow a paragraph that ends with a colon."""
        siblings = self.children.get(node.parent, [])
        after = [other for other in siblings if other.span.start > node.span.start]
        return node.id in self.children or bool(after and after[0].rank >= _BULLET)

    def _closing(self, node: Node, role: str) -> str | None:
        """Give why a passage only closes the document, or None."""
        if role not in {"organisation", "reporting", "action"} or node.id in self.fields:
            return None
        if node.kind != "para" and not (role == "reporting" or self._is_last(node)):
            return None
        if node.kind == "para" and not self._is_last_section(node):
            return None
        words = node.span.of(self.view)
        return next((reason for pattern, reason in closers() if pattern.match(words)), None)

    def _is_last(self, node: Node) -> bool:
        return self.outline.nodes[-1].id == node.id

    def _is_last_section(self, node: Node) -> bool:
        return node.id.split(".")[0] == self.outline.nodes[-1].id.split(".")[0]

    def _closing_id(self, node: Node, out: Passages) -> str:
        """Give ``IV.end`` to a closing paragraph; a numbered item keeps its id."""
        if node.kind != "para":
            return node.id
        root = node.id.split(".")[0]
        taken = {neutral.id for neutral in out.neutral}
        if f"{root}.end" not in taken and f"{root}.end2" not in taken:
            return f"{root}.end"
        return f"{root}.end{sum(i.startswith(f'{root}.end') for i in taken) + 1}"

    def _explicit(self, node: Node) -> Task:
        """Give the task whose lead, coordinators or time stand in lines of their own."""
        lead: tuple[AgentMention, ...] = ()
        lead_quote: Quote | None = None
        lead_role: str | None = None
        with_quote: Quote | None = None
        coordinate: tuple[AgentMention, ...] = ()
        time: Timeframe | None = None
        for item in self.fields[node.id]:
            if item.role == "lead" and not lead:
                lead, lead_role = agents_in(self.lists, item.span), item.lead_role
                lead_quote = list_quote(self.text, item.span, lead)
            elif item.role == "coordinate" and not coordinate:
                coordinate = agents_in(self.lists, item.span)
                with_quote = list_quote(self.text, item.span, coordinate)
            elif item.role == "time" and time is None:
                time = self._timeframe(
                    self.field_time(self.view, trimmed(self.text, item.span).span)
                )
        if not lead:
            lead, lead_quote, lead_role = self._inherited(node)
        return self._task(node.id, node.span, node, "explicit", lead=lead, lead_quote=lead_quote,
                          lead_role=lead_role, coordinate=coordinate,
                          coordinate_quote=with_quote, timeframe=time)  # fmt: skip

    def _inherited(self, node: Node) -> tuple[tuple[AgentMention, ...], Quote | None, str | None]:
        above = self._above(node)
        return (*above, "assigned") if above else ((), None, None)

    def _plain(self, node: Node, role: str) -> Task | None:
        """Give the task of a passage without labelled lines; None where it is no task."""
        if role not in _TASK_ROLES and role != "funding":
            return None
        subject = leads.subject(self.lists, node.span)
        above = None if subject else self._above(node)
        if role == "funding" and subject is None:
            return None
        if len(node.span.of(self.text).split(maxsplit=_MIN_WORDS)) < _MIN_WORDS:
            return None
        begin = subject.end if subject else node.span.start
        time = self._governing(node.span, begin)
        if subject is None and above is None:
            return self._task(node.id, node.span, node, "unassigned", timeframe=time)
        agents, quote = (subject.agents, subject.quote) if subject else above or ((), None)
        coordinate, with_quote = leads.coordinators(self.lists, node.span)
        lead_names = {id(agent) for agent in agents}
        coordinate = tuple(agent for agent in coordinate if id(agent) not in lead_names)
        return self._task(node.id, node.span, node, "assigned", lead=agents, lead_quote=quote,
                          lead_role=leads.lead_role(self.view, node.span, begin),
                          coordinate=coordinate, coordinate_quote=with_quote if coordinate else None,
                          timeframe=time, outside_org_section=role == "funding")  # fmt: skip

    def _above(self, node: Node) -> Lead | None:
        """Give the agents of the nearest introducing sentence or heading above a piece."""
        parent = node.parent
        while parent is not None:
            if self._intro.get(parent, ((), None))[0]:
                return self._intro[parent]
            if parent not in self._heads:
                self._heads[parent] = self._head(self.by_id[parent])
            head = self._heads[parent]
            if head:
                return head
            parent = self.by_id[parent].parent
        return None

    def _head(self, node: Node) -> Lead | None:
        """Give the agents that a heading names, or that an item gives to the paragraphs below."""
        found = leads.whole_list(self.lists, node.span)
        if found:
            return found
        if self.text[node.span.end - 1] in ".;:":
            subject = leads.subject(self.lists, node.span)
            return (subject.agents, subject.quote) if subject else None
        return None

    def _row(self, row: TableRow) -> Task | None:
        """Give the task of a table row."""
        span = row.cell("task")
        if span is None or not span.of(self.text):
            return None
        lead_span, with_span, time_span = map(row.cell, ("lead", "coordinate", "time"))
        lead = agents_in(self.lists, lead_span) if lead_span else ()
        coordinate = agents_in(self.lists, with_span) if with_span else ()
        time = self._timeframe(self.field_time(self.view, time_span)) if time_span else None
        title = next((s for name, s in self.outline.tables if name == row.table), span)
        return self._task(
            row.id, span, None, "explicit", lead=lead, coordinate=coordinate, timeframe=time,
            lead_quote=Quote(lead_span, lead_span.of(self.text)) if lead_span and lead else None,
            lead_role=row.lead_role if lead else None, section=row.table,
            section_title=title.of(self.text),
            coordinate_quote=Quote(with_span, with_span.of(self.text)) if with_span and coordinate else None,
        )  # fmt: skip

    def _governing(self, span: Span, begin: int) -> Timeframe | None:
        """Give the time word that rules the main action: it opens it, or follows its verbs."""
        starts = {span.start, begin, begin + 1, begin + 2}
        for found in self._times(span):
            between = self.view[begin : found.span.start].lstrip(" :,")
            fits = found.span.start in starts or not between or (
                found.kind == "ongoing" and _VERB_GROUP.fullmatch(between)
            )  # fmt: skip
            if fits and found.kind in _OWN_TIME:
                return self._timeframe(found)
        return None

    def _times(self, span: Span) -> Iterator[TimeFound]:
        for index in range(bisect_left(self._time_starts, span.start), len(self.times)):
            found = self.times[index]
            if found.span.end > span.end:
                return
            yield found

    def _timeframe(self, found: TimeFound) -> Timeframe:
        quote = Quote(found.span, found.span.of(self.text))
        return Timeframe(found.kind, quote, found.start, found.end, found.open_ended,
                         found.tentative, found.month_day)  # fmt: skip

    def _task(self, key: str, span: Span, node: Node | None, kind: str, **values: object) -> Task:
        """Make a task with all that follows from its words."""
        section = values.pop("section", None) or (node.parent if node else "") or key
        title = values.pop("section_title", None) or self._section_title(node)
        time = values.get("timeframe")
        own = time.quote.span if isinstance(time, Timeframe) else None
        times = [t.span for t in self._times(span) if t.span != own]
        inner = tuple(Quote(when, when.of(self.text)) for when in times)
        named = {id(a) for role in ("lead", "coordinate") for a in values.get(role, ())}  # type: ignore[attr-defined]
        others = tuple(a for a in self.lists.within(span) if id(a) not in named)
        broken = node is not None and node.page_break
        return Task(id=key, section=str(section), section_title=str(title), kind=kind,  # type: ignore[arg-type]
                    quote=Quote(span, span.of(self.text)), other_agents=others, inner_times=inner,
                    page_break=broken, **values)  # type: ignore[arg-type]  # fmt: skip

    def _section_title(self, node: Node | None) -> str:
        """Give the words of the heading right above a piece."""
        if node is None or node.parent is None:
            return ""
        return self.by_id[node.parent].span.of(self.text).strip(" *_")
