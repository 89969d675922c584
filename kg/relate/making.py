"""From a passage and who must do it to a task record: time, other agents, inner times."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import AgentMention, Quote, Span, Task, TaskKind, Timeframe
from kg.relate.lists import AgentLists
from kg.shape import Findings, TimeFound

FieldTime = Callable[[str, Span], TimeFound]
_VERB_GROUP = re.compile(r"[^\W\d_]+ [^\W\d_]+(?:, [^\W\d_]+ [^\W\d_]+)? $")
_OWN_TIME = frozenset({"ongoing", "annual", "interval", "year", "deadline"})
_NEAR = 100  # a time that stands farther behind the subject rules another action
_RULED = 60  # what stands farther before a time belongs to another phrase
_OFTEN = re.compile(r"(?:hàng|hằng|mỗi) (?:quý|tháng|tuần|ngày)\b")
_DUE = frozenset({"deadline", "interval", "year"})
_DONE = re.compile(r"(?:xong|hoàn thành|hoàn tất|kết thúc)\b")
_BY = re.compile(r"(?:trong|trước|chậm nhất|xong|hoàn thành|hoàn tất)\b")
_OTHER_ACT = re.compile(
    r"giai đoạn|kể từ|(?<!\w)đã |kế hoạch (?:số|này|giai đoạn|năm|\d)|mục tiêu|chỉ tiêu|tình hình|định kỳ|kết quả thực hiện"
)
_CLAUSE_END = re.compile(r"[\s)*_]*(?:[.;,)]|$)")


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who must do a passage, with whom and when, as the text says it."""

    lead: tuple[AgentMention, ...] = ()
    lead_quote: Quote | None = None
    lead_role: str | None = None
    coordinate: tuple[AgentMention, ...] = ()
    coordinate_quote: Quote | None = None
    timeframe: Timeframe | None = None
    lead_rule: str = ""
    coordinate_rule: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a task and where they stand in the outline."""

    id: str
    span: Span
    section: str
    title: str
    page_break: bool = False
    outside: bool = False


class TaskMaker:
    """Makes tasks of one text."""

    def __init__(self, found: Findings, lists: AgentLists, field_time: FieldTime) -> None:
        """Keep the findings; *field_time* reads the value of a time line."""
        self.text, self.view, self.lists = found.text, found.view, lists
        self._field_time = field_time
        self._times = found.times
        self._time_starts = [time.span.start for time in found.times]

    def make(self, passage: Passage, kind: TaskKind, assigned: Assigned, rule: str) -> Task:
        """Give the task of a passage, with all that follows from its words; *rule* found it."""
        span, time = passage.span, assigned.timeframe
        own = time.quote.span if time else None
        inner = (found.span for found in self.times(span) if found.span != own)
        named = {id(agent) for agent in (*assigned.lead, *assigned.coordinate)}
        return Task(
            id=passage.id,
            section=passage.section,
            section_title=passage.title,
            quote=Quote(span, span.of(self.text)),
            kind=kind,
            lead=assigned.lead,
            lead_quote=assigned.lead_quote,
            lead_role=assigned.lead_role,
            coordinate=assigned.coordinate,
            coordinate_quote=assigned.coordinate_quote,
            other_agents=tuple(a for a in self.lists.within(span) if id(a) not in named),
            timeframe=time,
            inner_times=tuple(Quote(when, when.of(self.text)) for when in inner),
            page_break=passage.page_break,
            outside_org_section=passage.outside,
            rule=rule,
            lead_rule=assigned.lead_rule,
            coordinate_rule=assigned.coordinate_rule,
        )

    def times(self, span: Span) -> Iterator[TimeFound]:
        """Give the time expressions inside a span."""
        for index in range(bisect_left(self._time_starts, span.start), len(self._times)):
            found = self._times[index]
            if found.span.end > span.end:
                return
            yield found

    def governing(self, span: Span, begin: int) -> Timeframe | None:
        """Give the time word that rules the main action: it opens it, follows its verbs, ends it.

        *begin* is where the words of the action begin, behind their subject.
        """
        starts = {span.start, begin, begin + 1, begin + 2}
        for found in self.times(span):
            if found.span.start > begin + _NEAR:
                break
            between = self.view[begin : found.span.start].lstrip(" :,")
            after_verbs = found.kind == "ongoing" and _VERB_GROUP.fullmatch(between)
            fits = found.span.start in starts or not between or after_verbs
            often = _OFTEN.match(self.view, found.span.start)
            if fits and (found.kind in _OWN_TIME or often):
                return self.timeframe(found, "time.words")
        due = next((found for found in self.times(span) if self._ends_action(span, found)), None)
        return self.timeframe(due, "time.closing") if due else None

    def _ends_action(self, span: Span, found: TimeFound) -> bool:
        """Tell whether a time closes an action: ``hoàn thành trước ngày 30/6/2025``.

        A time to report, or of the plan that is carried out, closes no action of its own.
        """
        yearly = found.kind == "annual" and found.month_day
        if not (found.kind in _DUE or yearly) or not _CLAUSE_END.match(
            self.view, found.span.end, span.end
        ):
            return False
        marks = (self.view.rfind(mark, span.start, found.span.start) for mark in ".;:")
        clause = self.view[max(*marks, span.start - 1) + 1 : found.span.start]
        own = self.view[found.span.start : found.span.end]
        last = clause[clause.rfind(",") + 1 :]
        if _DONE.match(own) or _DONE.search(last):
            return not _OTHER_ACT.search(last)
        if _BY.match(own) and clause.lstrip(" *_:,") == self.view[span.start : found.span.start]:
            return True  # the passage is one action, be it a report, and this is its day
        return bool(_BY.match(own)) and not _OTHER_ACT.search(clause[-_RULED:])

    def printed(self, span: Span, rule: str) -> Timeframe:
        """Read the value of a time line or of a cell."""
        return self.timeframe(self._field_time(self.view, span), rule)

    def timeframe(self, found: TimeFound, rule: str) -> Timeframe:
        """Give the record of a time with its literal words."""
        return Timeframe(
            kind=found.kind,
            quote=Quote(found.span, found.span.of(self.text)),
            start=found.start,
            end=found.end,
            open_ended=found.open_ended,
            tentative=found.tentative,
            month_day=found.month_day,
            rule=rule,
        )
