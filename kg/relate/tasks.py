"""Section + agency + action + time = task; one task for each printed item, bullet or row."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from kg.model import AgentMention, Neutral, Quote, Span, Task
from kg.relate import leads
from kg.relate.brackets import Bracket, closing_bracket
from kg.relate.closing import closing, formula, sample
from kg.relate.fields import agents_in, list_quote, trimmed
from kg.relate.leads import Lead
from kg.relate.lists import AgentLists, parts
from kg.relate.making import Assigned, FieldTime, Passage, TaskMaker
from kg.relate.partners import coordinators
from kg.relate.rows import row_tasks
from kg.shape import Field, Findings, Node, Outline

_TASK_ROLES = frozenset({"action", "organisation"})
_BULLET = 8
_REASONS = {
    "purpose": "purpose or requirement statement, not a task",
    "goal": "objective, see targets and goals",
    "funding": "funding source or rule, no agency is given an action",
    "reporting": "reporting duty outside the assignment of tasks: under reporting only",
}
_MIN_WORDS = 3
_AMOUNT = re.compile(r"\s*:\s*\d+(?:,\d+)? ")
_TELLS = re.compile(r"\s+(?:đã|vừa|có (?:công văn|văn bản|tờ trình|báo cáo))\b")
_ENDS_PAPER = re.compile(r"\./\.?[”\"]?\s*$|[”\"]\s*\./\.$")


@dataclass(slots=True)
class Passages:
    """The tasks of a document, what was read and is none, and who must do each passage."""

    tasks: list[Task] = field(default_factory=list)
    neutral: list[Neutral] = field(default_factory=list)
    leads: dict[str, tuple[tuple[AgentMention, ...], Quote | None]] = field(default_factory=dict)
    closed: Counter[str] = field(default_factory=Counter)  # closing paragraphs of each main section


class TaskReader:
    """Reads the outline in order and gives each piece to tasks or to what is no task."""

    def __init__(
        self, found: Findings, outline: Outline, role_of: dict[str, str], field_time: FieldTime
    ) -> None:
        """Keep the findings of the text; *field_time* reads the value of a time line."""
        self.text, self.view, self.outline = found.text, found.view, outline
        self.lists = AgentLists(found.text, found.view, found.agents)
        self.maker = TaskMaker(found, self.lists, field_time)
        self.role_of = role_of
        self.by_id = {node.id: node for node in outline.nodes}
        self.children: dict[str | None, list[Node]] = {}
        for node in outline.nodes:
            self.children.setdefault(node.parent, []).append(node)
        self.fields: dict[str, list[Field]] = {}
        for item in outline.fields:
            self.fields.setdefault(item.owner, []).append(item)
        self._intro: dict[str | None, Lead] = {}
        self._with: dict[str | None, tuple[tuple[AgentMention, ...], Quote | None]] = {}
        self._heads: dict[str, Lead | None] = {}

    def read(self) -> Passages:
        """Give the tasks and the neutral passages in order of place."""
        out = Passages()
        for node in self.outline.nodes:
            self._node(node, out)
        for task in row_tasks(self.maker, self.outline):
            out.tasks.append(task)
            out.leads[task.id] = (task.lead, task.lead_quote)
        return out

    def _node(self, node: Node, out: Passages) -> None:
        if self._is_heading(node):
            if node.id in self.children and node.span.of(self.text).endswith(":"):
                self._with[node.id] = coordinators(self.lists, node.span)
            return
        quote = Quote(node.span, node.span.of(self.text))
        role = self.role_of[node.id]
        opens = quote.words.endswith(":") and self._leads_in(node)
        speaks = node.id in self.fields or opens
        why = None if speaks else closing(self.outline, self.view, node, role)
        self_said = formula(self.view, node)
        if self_said:
            out.neutral.append(Neutral(node.id, quote, self_said))
            return
        if why:
            out.neutral.append(Neutral(self._closing_id(node, out), quote, why))
            return
        found = leads.intro(self.lists, node.span) if node.id not in self.fields else None
        if found or opens:
            self._with[self._intro_key(node)] = coordinators(self.lists, node.span)
            self._intro[self._intro_key(node)] = found or ((), quote, "")
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
        if node.span.start == node.span.end:  # a label alone, without words
            return True
        below = self.children.get(node.id, [])
        last = self.text[node.span.end - 1]
        if not below:
            is_title = node.kind == "heading" and last not in ".;/"
            return is_title and node.id not in self.fields
        if last == ":":
            return leads.intro(self.lists, node.span) is None
        only_paragraphs = all(child.kind == "para" for child in below)
        return not (only_paragraphs and last in ".;/")

    def _leads_in(self, node: Node) -> bool:
        """Tell whether bullets follow a paragraph that ends with a colon."""
        siblings = self.children.get(node.parent, [])
        after = [other for other in siblings if other.span.start > node.span.start]
        return node.id in self.children or bool(after and after[0].rank >= _BULLET)

    def _closing_id(self, node: Node, out: Passages) -> str:
        """Give ``IV.end`` to a closing paragraph; a numbered item keeps its id."""
        if node.kind != "para":
            return node.id
        root = node.id.split(".")[0]
        out.closed[root] += 1
        return f"{root}.end" if out.closed[root] == 1 else f"{root}.end{out.closed[root]}"

    def _explicit(self, node: Node) -> Task:
        """Give the task whose lead, coordinators or time stand in lines of their own."""
        given = Assigned()
        for item in self.fields[node.id]:
            given = self._field(given, item)
        if not given.lead:
            above = self._above(node)
            if above:
                given = replace(given, lead=above[0], lead_quote=above[1], lead_role="assigned",
                                lead_rule=above[2])  # fmt: skip
        return self.maker.make(self._passage(node), "explicit", given, "task.label-line")

    def _field(self, given: Assigned, item: Field) -> Assigned:
        """Add what one labelled line says; the first line of each role counts."""
        if item.role == "lead" and not given.lead:
            lead = agents_in(self.lists, item.span)
            quote = list_quote(self.text, item.span, lead)
            return replace(given, lead=lead, lead_quote=quote, lead_role=item.lead_role,
                           lead_rule="lead.label")  # fmt: skip
        if item.role == "coordinate" and not given.coordinate:
            others = agents_in(self.lists, item.span)
            quote = list_quote(self.text, item.span, others)
            return replace(given, coordinate=others, coordinate_quote=quote,
                           coordinate_rule="coordinate.label")  # fmt: skip
        if item.role == "time" and given.timeframe is None:
            span = trimmed(self.text, item.span).span
            return replace(given, timeframe=self.maker.printed(span, "time.label"))
        return given

    def _passage(self, node: Node, *, outside: bool = False) -> Passage:
        """Give the words of a piece with the heading right above it."""
        title = self.by_id[node.parent].span.of(self.text).strip(" *_") if node.parent else ""
        section = node.parent or node.id
        return Passage(node.id, node.span, section, title, node.page_break, outside)

    def _plain(self, node: Node, role: str) -> Task | None:
        """Give the task of a passage without labelled lines; None where it is no task."""
        if (role not in _TASK_ROLES and role != "funding") or sample(self.text, node):
            return None
        said = closing_bracket(self.lists, node.span)
        if said:
            return self._bracketed(node, said)
        subject = leads.subject(self.lists, node.span)
        above = None if subject else self._above(node)
        if self._orders_nothing(node, role, subject):
            return None
        if subject is None and above is None:
            ways = (leads.grant, leads.late, leads.bracketed, leads.by_whom)
            subject = next((s for s in (way(self.lists, node.span) for way in ways) if s), None)
        begin = subject.end if subject else node.span.start
        time = self.maker.governing(node.span, begin)
        lead = (subject.agents, subject.quote, subject.rule) if subject else above
        passage = self._passage(node, outside=role == "funding")
        if lead is None:
            return self.maker.make(
                passage, "unassigned", Assigned(timeframe=time), _printed_as(node)
            )
        given = replace(self._duty(node, begin, lead), timeframe=time)
        rule = "task.subject" if subject else "task.under-agency"
        return self.maker.make(passage, "assigned", given, rule)

    def _orders_nothing(self, node: Node, role: str, subject: leads.Subject | None) -> bool:
        """Tell whether a passage tells of something, names an amount or is but a word or two."""
        told = node.kind == "para" and node.parent is None  # a letter's first words tell, not order
        if subject is None and (role == "funding" or told):
            return True
        if subject and (_TELLS if told else _AMOUNT).match(self.view, subject.end):
            return True
        return len(node.span.of(self.text).split(maxsplit=_MIN_WORDS)) < _MIN_WORDS

    def _bracketed(self, node: Node, said: Bracket) -> Task:
        """Give the task of a passage whose closing brackets say who leads."""
        passage = replace(self._passage(node), span=Span(node.span.start, said.start))
        time = self.maker.printed(said.time, "time.label") if said.time else None
        given = Assigned(
            parts(said.lead), self.lists.quote(said.lead), "chủ trì",
            parts(said.coordinate), self.lists.quote(said.coordinate), time,
            "lead.bracketed", "coordinate.bracketed" if said.coordinate else "",
        )  # fmt: skip
        return self.maker.make(passage, "assigned", given, "task.subject")

    def _duty(self, node: Node, begin: int, lead: Lead) -> Assigned:
        """Give who must do a passage, in what role, and with whom."""
        agents, quote, rule = lead
        found, with_quote = coordinators(self.lists, node.span, agents)
        if not found and node.parent in self._with:
            found, with_quote = self._with[node.parent]
        own = {id(agent) for agent in agents}
        others = tuple(agent for agent in found if id(agent) not in own)
        role = leads.lead_role(self.view, node.span, begin)
        return Assigned(agents, quote, role, others, with_quote if others else None,
                        lead_rule=rule, coordinate_rule="coordinate.with" if others else "")  # fmt: skip

    def _above(self, node: Node) -> Lead | None:
        """Give the agents of the nearest introducing sentence or heading above a piece.

        A sentence speaks for the items below it; a sentence over whole chapters, which names all
        ministries and provinces at once, gives nobody a task of those chapters.
        """
        parent, titled = node.parent, False
        while parent is not None:
            if not titled and self._intro.get(parent, ((), None))[0]:
                return self._intro[parent]
            titled = (
                titled or self.by_id[parent].rank < _BULLET
            )  # a title of its own stands between
            if parent not in self._heads:
                self._heads[parent] = self._head(self.by_id[parent])
            head = self._heads[parent]
            if head:
                return head
            parent = self.by_id[parent].parent
        asked = self._intro.get(None)  # whom the first words of a letter ask
        speaks = asked and asked[2] == "lead.asked" and node.kind == "item" and not titled
        return asked if speaks else None

    def _head(self, node: Node) -> Lead | None:
        """Give the agents that a heading names, or that an item gives to the paragraphs below."""
        found = leads.whole_list(self.lists, node.span)
        if found:
            return found
        if _ENDS_PAPER.search(node.span.of(self.text)):
            return None  # what a page prints behind the end of a paper is none of its work
        if self.text[node.span.end - 1] in ".;:":
            subject = leads.subject(self.lists, node.span)
            return (subject.agents, subject.quote, _above_rule(subject)) if subject else None
        return None


def _above_rule(subject: leads.Subject) -> str:
    """Name the rule of a lead in the item above; a class that a clause describes stays one."""
    return subject.rule if subject.rule == "lead.open-class" else "lead.item-above"


def _printed_as(node: Node) -> str:
    """Name the rule of a task that nobody is told to do, by how it is printed."""
    if node.kind == "para":
        return "task.paragraph"
    return "task.bullet" if node.rank >= _BULLET else "task.item"
