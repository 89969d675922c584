"""Duties to report: who, to whom, through whom, when, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg import dates
from kg.model import AgentMention, Quote, Recurrence, Report, Span
from kg.relate.lists import AgentLists, parts
from kg.shape import Node

_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_VERBS = ("báo cáo", "phản hồi")
_VERB = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b")
_NOUN_BEFORE = re.compile(r"(?:chế độ|nội dung|số liệu|mẫu|tại|xây dựng|các|bộ|hội nghị|lập) $")
_NOUN_WIDTH = 12  # the longest of these nouns, with room
_CUE = re.compile(
    r"định kỳ|(?:hàng|hằng) (?:năm|quý|tháng)|đột xuất|kịp thời|khi có yêu cầu|theo quy định|vướng mắc"
    r"|phát sinh|trước (?:ngày )?\d|khó khăn|phản hồi|gửi (?:về )?báo cáo"
)
_TO_BEFORE = re.compile(
    r"(?:báo cáo(?: đột xuất| định kỳ| kịp thời| ngay)?|về|cho|gửi|lên|đề xuất|trình|phản hồi về|tham mưu)\s+(?:lãnh đạo )?$"
)
_VIA = re.compile(r"\b(?:thông )?qua\s+$")
_DRAFTS = re.compile(r"tham mưu\s+$")
_AD_HOC = re.compile(r"đột xuất|vướng mắc|phát sinh|khó khăn|kịp thời|phản hồi")
_DAY = re.compile(
    r"(?:định kỳ )?(?:(?:hàng|hằng) năm )?\(?(?:trước|chậm nhất(?: là| vào)?)(?: ngày)? \d{1,2}(?:/\d{1,2}| tháng \d{1,2})"
    r"(?:/\d{4}| (?:hàng|hằng) năm)?\)?"
)
_WHEN = re.compile(
    r"(?:định kỳ )?(?:hàng|hằng) (?:năm|quý|tháng)|định kỳ(?: (?:6|06|sáu|3|03) tháng)?|khi có yêu cầu|kịp thời|theo quy định"
)
_PASSED_ON = re.compile(r"để\s+tổng hợp,?\s+(?:và\s+)?báo cáo\s+")
_RELAY = re.compile(rf"{_PASSED_ON.pattern}$")
_SUDDEN = re.compile(r"báo cáo đột xuất(?: khi có yêu cầu)?")
_SUBJECT_GAP = re.compile(r"\s+(?:kịp thời |có |định kỳ |gửi |tổng hợp |thường xuyên |phải )*$")


class ReportReader:
    """Reads the reporting duties of one document."""

    def __init__(self, lists: AgentLists) -> None:
        """Keep text and agents."""
        self.lists, self.text, self.view = lists, lists.text, lists.view

    def read(
        self, node_id: str, span: Span, leads: Sequence[AgentMention], lead_quote: Quote | None
    ) -> Iterator[Report]:
        """Give the duties of one passage; *leads* answer for it unless a sentence names others."""
        for match in _SENTENCE.finditer(self.view, span.start, span.end):
            sentence = Span(match.start(), match.end())
            found = self._sentence(node_id, sentence, leads, lead_quote)
            if found:
                yield found
                yield from self._sudden(found, sentence)
                yield from self._relayed(found, sentence)

    def may_hold(self, span: Span) -> bool:
        """Tell whether a passage holds a verb of reporting at all."""
        return any(self.view.find(verb, span.start, span.end) >= 0 for verb in _VERBS)

    def _sentence(
        self, node_id: str, span: Span, leads: Sequence[AgentMention], lead_quote: Quote | None
    ) -> Report | None:
        """Give the duty of a sentence: its first "báo cáo" that is a verb with a cue."""
        if not _CUE.search(span.of(self.view)):
            return None
        for verb in _VERB.finditer(self.view, span.start, span.end):
            before = self.view[max(span.start, verb.start() - _NOUN_WIDTH) : verb.start()]
            if _NOUN_BEFORE.search(before):
                continue
            if _SUDDEN.match(self.view, verb.start()) and self._later(verb.end(), span):
                continue
            who, who_quote, rule = self._who(span, verb.start(), leads, lead_quote)
            if not who:
                return None
            to = self._target(verb.start(), span) or self._drafted_for(span, verb.start())
            clause = self._clause(span, verb.start())
            deadline, recurrence, day = self._when(clause, span)
            start = self._evidence_start(clause, verb.start(), who_quote)
            evidence = Span(start, span.end)
            return Report(node_id, who, who_quote, to, self._via(span), deadline, recurrence, day,
                          Quote(evidence, evidence.of(self.text)), rule)  # fmt: skip
        return None

    def _later(self, start: int, span: Span) -> bool:
        return _VERB.search(self.view, start, span.end) is not None

    def _who(
        self, span: Span, verb: int, leads: Sequence[AgentMention], lead_quote: Quote | None
    ) -> tuple[tuple[AgentMention, ...], Quote | None, str]:
        """Give who reports: the list right before the verb, else who must do the passage."""
        for agent in self.lists.within(Span(span.start, verb)):
            agents = self.lists.at(agent.quote.span.start, verb)
            if agents and _SUBJECT_GAP.fullmatch(self.view, agents[-1].quote.span.end, verb):
                before = self.view[span.start : agents[0].quote.span.start]
                if not before.endswith(("tham mưu ", "của ", "với ", "do ")):
                    whole = self._whole_list(agents, span, leads)
                    return parts(whole), self.lists.quote(whole), "report.subject"
        return tuple(leads), lead_quote, "report.lead-of-passage"

    def _whole_list(
        self, agents: tuple[AgentMention, ...], span: Span, leads: Sequence[AgentMention]
    ) -> tuple[AgentMention, ...]:
        """Give the list with what a semicolon parts from its head: ``các sở; UBND các huyện``."""
        if not leads or agents[0].quote.span.start != span.start + _blank(self.view, span):
            return agents
        first = min(lead.quote.span.start for lead in leads)
        return self.lists.before(agents[-1].quote.span.end, first) if first < span.start else agents

    def _target(self, verb: int, span: Span) -> AgentMention | None:
        """Give to whom: the first body after the verb that "báo cáo", "về", "cho" … lead to."""
        for agent in self.lists.within(Span(verb, span.end)):
            before = self.view[verb : agent.quote.span.start]
            if _RELAY.search(before):
                return None
            if _TO_BEFORE.search(before) and not _VIA.search(before):
                return agent
        return None

    def _drafted_for(self, span: Span, verb: int) -> AgentMention | None:
        """Give the body for which a report is drafted: ``tham mưu X tổ chức … báo cáo``."""
        for agent in self.lists.within(Span(span.start, verb)):
            if _DRAFTS.search(
                self.view[max(0, agent.quote.span.start - 12) : agent.quote.span.start]
            ):
                return agent
        return None

    def _via(self, span: Span) -> AgentMention | None:
        for agent in self.lists.within(span):
            if _VIA.search(self.view[max(0, agent.quote.span.start - 12) : agent.quote.span.start]):
                return agent
        return None

    def _clause(self, span: Span, verb: int) -> Span:
        """Give the part of a sentence that the verb opens, with a short lead-in."""
        cut = self.view.rfind(",", span.start, verb)
        return Span(cut + 1 if cut >= 0 and verb - cut > 1 else span.start, span.end)

    def _evidence_start(self, clause: Span, verb: int, who: Quote | None) -> int:
        start = clause.start
        if who and span_in(who.span, Span(clause.start - len(who.words), verb)):
            start = min(start, who.span.start)
        while self.text[start] in " \n,*":
            start += 1
        return start

    def _when(self, clause: Span, sentence: Span) -> tuple[Quote | None, Recurrence, str | None]:
        """Give the words of time, how often, and the day of the year."""
        words = sentence.of(self.view)
        relay = re.search(r"để\s+tổng hợp", words)
        end = sentence.start + relay.start() if relay else sentence.end
        day = _DAY.search(self.view, sentence.start, end)
        if day:
            return self._quote(*day.span()), "annual", dates.month_day(day[0])
        when = _WHEN.search(self.view, clause.start, end) or _WHEN.search(
            self.view, sentence.start, end
        )
        quote = self._quote(*when.span()) if when else None
        if _AD_HOC.search(self.view, sentence.start, end):
            return quote, "ad-hoc", None
        if when and "năm" in when[0]:
            return quote, "annual", None
        if when and "định kỳ" in when[0]:
            return quote, "periodic", None
        return quote, "other", None

    def _quote(self, start: int, end: int) -> Quote:
        span = Span(start, end)
        return Quote(span, span.of(self.text))

    def _sudden(self, main: Report, sentence: Span) -> Iterator[Report]:
        """Give the duty "báo cáo đột xuất khi có yêu cầu" that stands beside a regular one."""
        match = _SUDDEN.search(self.view, sentence.start, sentence.end)
        if match and main.recurrence != "ad-hoc":
            at = self.view.find("khi có yêu cầu", match.start(), match.end())
            when = self._quote(at, match.end()) if at >= 0 else None
            yield Report(main.id, main.who, main.who_quote, main.to, None, when, "ad-hoc", None,
                         self._quote(*match.span()), "report.on-demand")  # fmt: skip

    def _relayed(self, main: Report, sentence: Span) -> Iterator[Report]:
        """Give the onward report "để tổng hợp, báo cáo X (trước ngày …)" if it has its own day."""
        passed = _PASSED_ON.finditer(self.view, sentence.start, sentence.end)
        relays = {relay.end(): relay.start() for relay in passed} if main.to else {}
        if not relays or main.to is None:
            return
        for agent in self.lists.within(sentence):
            start = relays.get(agent.quote.span.start)
            if start is None:
                continue
            day = _DAY.search(self.view, agent.quote.span.end, sentence.end)
            if day:
                when = Quote(span := Span(*day.span()), span.of(self.text).strip("() "))
                when = _within(when, self.text)
                yield Report(main.id, (main.to,), main.to.quote, agent, None, when, "annual",
                             dates.month_day(day[0]), self._quote(start, sentence.end),
                             "report.passed-on")  # fmt: skip
            return  # a later body would find no later day


def _blank(view: str, span: Span) -> int:
    """Give how many blanks a sentence begins with."""
    words = span.of(view)
    return len(words) - len(words.lstrip())


def _within(quote: Quote, text: str) -> Quote:
    """Put the span of a quote back on its words after brackets were cut."""
    start = text.index(quote.words, quote.span.start)
    return Quote(Span(start, start + len(quote.words)), quote.words)


def span_in(inner: Span, outer: Span) -> bool:
    """Tell whether one span lies inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


def reports(
    lists: AgentLists,
    nodes: Sequence[Node],
    ids: Mapping[str, str],
    leads: Mapping[str, tuple[tuple[AgentMention, ...], Quote | None]],
) -> tuple[Report, ...]:
    """Give all duties; *ids* are the passages that may hold one, with the ids they are known by."""
    reader = ReportReader(lists)
    out: list[Report] = []
    for node in nodes:
        if node.id in ids and reader.may_hold(node.span):
            who, quote = leads.get(ids[node.id], ((), None))
            out.extend(reader.read(ids[node.id], node.span, who, quote))
    return tuple(out)
