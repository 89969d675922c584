"""Mentions of other documents: full, short, in lists, unnumbered; laws by their name.

Decree 30/2020/NĐ-CP, Annex I, II.6: the first citation gives type, number, date, issuer and
summary, a later one only type and number; laws are cited by name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg import dates, number
from kg.extract.provisions import pinpointed
from kg.lexicon import rows
from kg.model import Span
from kg.number import DocNumber
from kg.shape import AgentFound, CitationFound
from kg.text import UPPER, capitalised, squeeze, view

_SERIAL = r"\d{1,5}(?![\d/%])(?![-.,]\d)"
_FULL = re.compile(rf"(?:[ \n]+|\s*:\s*)(?:(?:[Ss]ố|SỐ)\s*:?\s*)?{number.PATTERN}")
_SHORT = re.compile(rf"[ \n]+(?:(?:[Ss]ố|SỐ)[ \n]+)?(?P<serial>{_SERIAL})")
_NEXT = re.compile(rf"\s*(?:,|;|và)\s*(?:[Ss]ố\s*:?\s*)?{number.PATTERN}")
# A code with "&LT" that a converter took for markup: 851/BNV-CVT&LTNN is printed 851/BNV-CVT<NN.
_REST = r"(?:<[A-Z]{1,6}(?=\s))?"
_DATE = re.compile(rf"{_REST}[,\s]*(?:ban hành )?ngày\s+{dates.PATTERN}")
_BRACKETED = re.compile(rf"\s*\((?:ban hành )?(?:ngày\s+)?{dates.PATTERN}\s*\)")
_DAY_BEFORE = re.compile(
    rf"[Nn]gày\s+{dates.PATTERN},?\s[^.;:\n\t]{{0,80}}?(?:đã\s)?(?:ký\s)?ban hành\s\Z"
)
_FAR, _NEAR = 130, 30
_SAMPLE = re.compile(r"(?:^|\n)[^\w\n]*(?i:ví|thí) dụ(?: \d+)?\s*:\s*[\"“(]?\Z")
_YEAR = re.compile(r"\s+năm\s+(?P<y>(?:19|20)\d\d)(?!\d)")
_OF = re.compile(r"[,\s]*của\s+")
_TERM = re.compile(r"\s*\(khóa [IVXL]+\)")
_LAW_TYPES = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_DANGLING = re.compile(r"[\s,]+(?:và|của|về|các|-)$")
_LAW = re.compile(
    rf"(?:Bộ luật|Luật|Pháp lệnh)\s+(?:[{UPPER}][\w&]*)"
    r"(?:(?:,\s|\s-\s|\s)(?!(?:ngày|năm|số|hiện hành|theo|để|nhằm|được|có|và các|quy định|sửa đổi"
    r"|về việc|này|của|tại|trong|cho|với|đã|khi|là|do|Luật|Bộ luật|Nghị|Quyết|Thông|Căn)\b)\w+){0,7}"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A type of document as it is named in a citation."""

    type: str
    law: bool = False


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[Form, ...]]:
    forms = {view(row["name"]): Form(row["name"]) for row in rows("lexicon/document_types")}
    forms |= {view(row["name"]): Form(row["name"], law=True) for row in rows("lexicon/laws")}
    forms |= {key: Form("", law=True) for key in ("luật ", "pháp lệnh ", "bộ luật ")}
    keys = sorted(forms)
    automaton = AhoCorasick(
        keys, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton, tuple(forms[key] for key in keys)


def citations(text: str, lower: str, agents: Sequence[AgentFound]) -> tuple[CitationFound, ...]:
    """Give the mentions in order of place; *agents* are those of the text, for the issuers.

    >>> t = "Quyết định số 1600/QĐ-TTg ngày 22/9/2021; Luật Đầu tư công"
    >>> [(c.type, c.number or c.title, c.date) for c in citations(t, t.lower(), ())]
    [('Quyết định', '1600/QĐ-TTg', '2021-09-22'), ('Luật', 'Luật Đầu tư công', None)]
    """
    starts = {agent.span.start: agent for agent in agents}
    return pinpointed(text, tuple(_scan(text, lower, starts)))


def _scan(text: str, lower: str, agents: Mapping[int, AgentFound]) -> Iterator[CitationFound]:
    automaton, forms = _automaton()
    edge = 0
    for index, start, end in automaton.find_matches_as_indexes(lower):
        if start < edge or (start and lower[start - 1].isalnum()):
            continue
        form = forms[index]
        if form.law:
            found = _law(text, lower, (start, end), form)
            several = [found] if found else []
        else:
            several = list(_numbered(text, (start, end), form, agents))
        yield from several
        if several:
            edge = several[-1].tail


def _numbered(
    text: str, place: tuple[int, int], form: Form, agents: Mapping[int, AgentFound]
) -> Iterator[CitationFound]:
    """Give the citation whose type stands at *place*, and those that a list adds."""
    start, end = place
    if _SAMPLE.search(text, max(0, start - _NEAR), start):
        return  # a guide shows how a number is written: "Ví dụ 1: Quyết định của …"
    match = _FULL.match(text, end)
    if match:
        found = _finished(
            text, form.type, Span(start, match.end()), str(DocNumber.of(match)), agents
        )
        yield found
        while (match := _NEXT.match(text, found.tail)) is not None:
            inner = Span(match.end() - len(_printed(match)), match.end())
            found = _finished(text, form.type, inner, str(DocNumber.of(match)), agents)
            yield found
        return
    if not text[start].isupper():
        return
    short = _SHORT.match(text, end)
    if short:
        yield CitationFound(Span(start, short.end()), form.type, short["serial"], tail=short.end(),
                            rule="reference.short-form")  # fmt: skip
        return
    yield from _unnumbered(text, place, form, agents)


def _printed(match: re.Match[str]) -> str:
    """Give the number of a match as it is printed."""
    name = "pn" if match["pn"] else "sn"
    return match.string[match.start(name) : match.end()]


def _unnumbered(
    text: str, place: tuple[int, int], form: Form, agents: Mapping[int, AgentFound]
) -> Iterator[CitationFound]:
    """Give ``Chương trình hành động của Tỉnh ủy``, or a number that follows its issuer."""
    start, end = place
    of = _OF.match(text, end)
    issuer = agents.get(of.end()) if of else None
    if not of or issuer is None or issuer.collective:
        return
    after = _FULL.match(text, issuer.span.end)
    if after:
        span = Span(start, after.end())
        found = _finished(text, form.type, span, str(DocNumber.of(after)), agents)
        yield CitationFound(span, form.type, found.number, "", found.date, issuer.span, found.tail)
        return
    span = Span(start, issuer.span.end)
    yield CitationFound(span, form.type, "", issuer=issuer.span, tail=issuer.span.end,
                        rule="reference.by-issuer")  # fmt: skip


def _finished(
    text: str, kind: str, span: Span, printed: str, agents: Mapping[int, AgentFound]
) -> CitationFound:
    """Add the date and the issuer that follow a number."""
    tail, day, issuer = span.end, None, None
    date = _DATE.match(text, tail) or _BRACKETED.match(text, tail)
    if date:
        tail, day = date.end(), dates.iso(date)
    elif date := _DAY_BEFORE.search(text, max(0, span.start - _FAR), span.start):
        day = dates.iso(date)
    of = _OF.match(text, tail)
    found = agents.get(of.end()) if of else None
    if found and not found.collective:
        issuer, tail = found.span, found.span.end
        term = _TERM.match(text, tail)
        tail = term.end() if term else tail
    return CitationFound(span, kind, printed, "", day, issuer, tail)


def _law(text: str, lower: str, place: tuple[int, int], form: Form) -> CitationFound | None:
    """Give a law by its name: one of the table, else a run of words up to a stop word."""
    start, end = place
    if not text[start].isupper():
        return None
    title, rule = form.type, "reference.law-by-title"
    if not title:
        bare = _FULL.match(text, end - 1)
        if bare:  # Pháp lệnh số 02/2018/UBTVQH14
            return _finished(text, capitalised(lower[start : end - 1]), Span(start, bare.end()),
                             str(DocNumber.of(bare)), {})  # fmt: skip
        rule = "reference.law-by-words"
        match = _LAW.match(text, start)
        if not match:
            return None
        words = _DANGLING.sub("", match[0])
        end, title = start + len(words), squeeze(words)
    elif end < len(lower) and lower[end].isalnum():
        return None
    kind = next((name for name in _LAW_TYPES if title.startswith(name)), title)
    span = Span(start, end)
    numbered = _FULL.match(text, end)
    tail = numbered.end() if numbered else end
    date = _DATE.match(text, tail)
    year = _YEAR.match(text, tail)
    printed = str(DocNumber.of(numbered)) if numbered else ""
    tail = date.end() if date else year.end() if year else tail
    return CitationFound(span, kind, printed, title, dates.iso(date) if date else None, None, tail,
                         rule)  # fmt: skip
