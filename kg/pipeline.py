"""The stairs: one document, from bytes to its record. The only file that joins the steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.extract.agencies import agencies
from kg.extract.citations import citations
from kg.extract.heads import letterhead_agents
from kg.extract.quantities import quantities
from kg.extract.slips import slips
from kg.extract.timeframes import field_time, times
from kg.extract.titles import body_title
from kg.identity.agents import Resolver
from kg.identity.classes import full_names
from kg.identity.levels import paper_level
from kg.identity.scope import Clues, authority
from kg.identity.units import with_their_bodies
from kg.model import (
    Agent,
    AgentMention,
    DocumentRecord,
    Funding,
    Quote,
    Reference,
    Slip,
    SourceText,
    Span,
    Task,
)
from kg.number import tidy
from kg.parse.letterhead import letterhead
from kg.parse.lines import joined
from kg.parse.outline import outline
from kg.parse.signature import signature
from kg.read.source import doubts, read_file, source_text
from kg.relate.cast import Cast, agents, cast_of
from kg.relate.duplicates import near_duplicates
from kg.relate.funding import funding
from kg.relate.goals import goals, targets
from kg.relate.header import header
from kg.relate.inside import with_keys
from kg.relate.layout_slips import label_slips, separator_slips
from kg.relate.lists import AgentLists
from kg.relate.references import Cited, Own, ReferenceReader
from kg.relate.reporting import reports
from kg.relate.sections import roles, sections
from kg.relate.tasks import Passages, TaskReader
from kg.relate.where import Places
from kg.shape import AgentFound, Authority, Findings, Letterhead, Outline
from kg.text import view

_NAME_ITEM = re.compile(r"(?:(?! và các )[^,;.:\n])+")
_CAPITAL = re.compile(r"\s*[^\W\d_]")
_NAME_LENGTH = 80
_OPEN_CLASS = "lead.open-class"
_COMMUNES = re.compile(r"các (?:xã|phường|thị trấn|đặc khu)(?:, (?:xã|phường|thị trấn|đặc khu))*")


def extract_file(path: Path, *, ocr: bool = False) -> DocumentRecord:
    """Read one file and extract its record; with *ocr* scans are recognised.

    Raises:
        ReadError: the file cannot become text.
    """
    return extract(read_file(path, ocr=ocr))


def extract_text(text: str, name: str = "text.txt") -> DocumentRecord:
    r"""Extract the record of words that are at hand.

    >>> extract_text("KẾ HOẠCH\n\nThực hiện Quyết định số 12/QĐ-TTg\n").references[0].relation
    'implements'
    """
    return extract(source_text(text, name))


@dataclass(frozen=True, slots=True)
class _Document:
    """One text with its shape, its authority and its findings: what relations are read from."""

    source: SourceText
    shape: Outline
    head: Letterhead
    who: Authority
    cast: Cast
    resolver: Resolver
    found: Findings

    @property
    def text(self) -> str:
        """Give the text that every span counts in."""
        return self.source.text


def extract(source: SourceText) -> DocumentRecord:
    """Extract the record of one text; rules only, the same words always give the same record."""
    return _related(_found(source))


def _found(source: SourceText) -> _Document:
    """Climb from the text to its findings: shape, agents, authority, times, citations."""
    text = source.text
    flat = joined(text)
    lower = view(flat)
    shape = outline(text, lower)
    head = letterhead(text, shape.front)
    seen = _agents(flat, lower, shape)
    who = authority(text, _clues(text, lower, shape, head, seen))
    resolver = _lists(seen, who)
    cast = cast_of(with_their_bodies(flat, _resolved(text, seen, resolver)))
    found = Findings(text, lower, cast.mentions, times(lower), citations(flat, lower, seen))
    return _Document(source, shape, head, who, cast, resolver, found)


def _related(doc: _Document) -> DocumentRecord:
    """Put relations over the findings, and everything into one record."""
    text, lower, shape, who, cast = doc.text, doc.found.view, doc.shape, doc.who, doc.cast
    role_of = roles(text, shape)
    passages = TaskReader(doc.found, shape, role_of, field_time).read()
    lists = AgentLists(text, lower, cast.mentions)
    cited = _cited(doc)
    references = _levelled(cited.references, cast)
    all_tasks, classes = _with_refs(passages, references, doc)
    leads = passages.leads | {t.id: (t.lead, t.lead_quote) for t in all_tasks if t.lead}
    duties = reports(lists, shape.nodes, _may_report(shape, role_of, passages), leads)
    tasks = near_duplicates(all_tasks)
    places = Places(shape)
    return DocumentRecord(
        source=doc.source,
        document=header(doc.head, signature(text, shape.end), who, references),
        references=references, chain=cited.chain, schemes=cited.schemes,
        self_mentions=cited.self_mentions,
        sections=sections(text, shape, role_of),
        appendix_title=shape.appendix.words if shape.appendix else None,
        tasks=tasks, reporting=duties, neutral=tuple(passages.neutral),
        targets=targets(text, lower, shape, role_of, tasks, quantities),
        goals=goals(text, lower, shape, role_of, quantities),
        funding=tuple(_money(text, lower, shape, role_of)),
        slips=tuple(_slips(doc, lists, places)),
        artifacts=tuple(replace(a, id=places.at(a.quote.span)) for a in shape.artifacts),
        agents=agents(cast, tasks, duties, references, who.issuer, classes),
        warnings=doubts(doc.source),
    )  # fmt: skip


def _cited(doc: _Document) -> Cited:
    """Put the mentions together to the documents that are meant."""
    number = tidy(doc.head.number.words) if doc.head.number else None
    issuer = doc.who.issuer.value if doc.who.issuer else None
    own = Own(number, issuer, _fronts(doc.shape, doc.head))
    reader = ReferenceReader(doc.text, doc.found.view, doc.cast.mentions, own, doc.cast.printed)
    return reader.read(doc.found.citations)


def _slips(doc: _Document, lists: AgentLists, places: Places) -> Iterator[Slip]:
    """Give the likely slips of words, labels and lists in order of place."""
    found = [*slips(doc.text, doc.found.view), *label_slips(doc.text, doc.shape)]
    found += separator_slips(lists, doc.shape)
    for slip in sorted(found, key=lambda each: each.quote):
        yield replace(slip, id=slip.id or places.at(slip.quote.span))


def _levelled(references: Sequence[Reference], cast: Cast) -> tuple[Reference, ...]:
    """Say of each cited paper on which level it stands."""
    return tuple(
        replace(ref, level=paper_level(ref.type, ref.number, cast.bodies.get(ref.issuer or "")))
        for ref in references
    )


def _agents(text: str, lower: str, shape: Outline) -> tuple[AgentFound, ...]:
    """Find the agents, with the names that labelled lines print as names of the document."""
    spans = [f.span for f in shape.fields if f.role in {"lead", "coordinate"}]
    spans += [c.span for row in shape.rows for c in row.cells if c.role in {"lead", "coordinate"}]
    items = (m[0].strip() for span in spans for m in _NAME_ITEM.finditer(span.of(text)))
    names = Counter(item.removeprefix("và ") for item in items)
    names.update(_titles(text, shape))
    return agencies(
        text,
        lower,
        sorted(n for n in names if " " in n and len(n) <= _NAME_LENGTH and n[0].isupper()),
    )


def _titles(text: str, shape: Outline) -> Iterator[str]:
    """Give the headings that are one name, such as ``a) Tổ đảng ở Ủy ban Tài chính, Ngân sách``."""
    parents = {node.parent for node in shape.nodes}
    headings = (node.span.of(text) for node in shape.nodes if node.id in parents)
    return (name for heading in headings if (name := body_title(heading)))


def _clues(
    text: str, lower: str, shape: Outline, head: Letterhead, seen: Sequence[AgentFound]
) -> Clues:
    """Collect what tells the issuer: letterhead lines, agents of the front, place, title."""
    lines = letterhead_agents([quote.words for quote in head.issuer_lines], text, lower)
    front = tuple(a for a in seen if a.span.end <= shape.front.end)
    quote = None
    if lines and head.issuer_lines:
        span = Span(head.issuer_lines[0].span.start, head.issuer_lines[-1].span.end)
        quote = Quote(span, span.of(text))
    return Clues(lines, front, head.place, head.title.span if head.title else None, quote)


def _resolved(
    text: str, seen: Sequence[AgentFound], resolver: Resolver
) -> Iterator[tuple[AgentFound, Agent, AgentMention]]:
    """Say of each agent which body it is."""
    known: dict[tuple[str, ...], Agent] = {}
    for found in seen:
        key = (found.name, found.kind, found.scope, found.level, found.place)
        agent = known.get(key) or known.setdefault(key, resolver.resolve(found))
        quote = Quote(found.span, found.span.of(text))
        yield found, agent, AgentMention(agent.canonical, quote)


def _lists(seen: Sequence[AgentFound], who: Authority) -> Resolver:
    """Give the resolver that knows which districts and communes the document itself lists."""
    plain = Resolver(who.scope)
    printed = Counter(
        found.name.removeprefix("Ủy ban nhân dân ")
        for found in seen
        if found.level == "many" and "cấp" not in found.name
    )
    districts = _most({name: n for name, n in printed.items() if "huyện" in name})
    communes = _most({name: n for name, n in printed.items() if _COMMUNES.fullmatch(name)})
    return Resolver(who.scope, districts or plain.districts, communes or plain.communes)


def _most(counts: Mapping[str, int]) -> str:
    """Give the name that is printed most; "" of none."""
    best = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best[0]


def _fronts(shape: Outline, head: Letterhead) -> tuple[Span, ...]:
    """Give the places that speak of the document itself: title and opening."""
    start = head.title.span if head.title else None
    opening = head.opening
    return tuple(span for span in (start, opening) if span) or (shape.front,)


def _may_report(shape: Outline, role_of: dict[str, str], passages: Passages) -> dict[str, str]:
    """Give the passages that may hold a duty to report, each with its id in the record."""
    tasks = {task.id for task in passages.tasks if task.kind == "assigned"}
    closing = {neutral.quote.span: neutral.id for neutral in passages.neutral}
    out: dict[str, str] = {}
    for node in shape.nodes:
        last = role_of[node.id] in {"organisation", "reporting"}
        if node.id in tasks:
            out[node.id] = node.id
        elif node.span in closing and (last or ".end" in closing[node.span]):
            out[node.id] = closing[node.span]
    return out


def _with_refs(
    passages: Passages, references: Sequence[Reference], doc: _Document
) -> tuple[tuple[Task, ...], dict[str, Agent]]:
    """Note in each task which cited documents its words mention; name its open classes."""
    classes: dict[str, Agent] = {}
    order = {reference.key: place for place, reference in enumerate(references)}
    mentions = sorted((m.span, r.key) for r in references for m in r.mentions)
    full = full_names({t.lead[0].agent for t in passages.tasks if t.lead_rule == _OPEN_CLASS})
    tasks = [_named(task, doc, classes, full) for task in passages.tasks]
    return tuple(with_keys(task, mentions, order) for task in tasks), classes


def _named(task: Task, doc: _Document, classes: dict[str, Agent], full: Mapping[str, str]) -> Task:
    """Give a lead that is described by a clause its name: an open class of the place."""
    if task.lead_rule == "lead.person":
        classes.update((each.agent, _person(each.agent)) for each in task.lead)
    if task.lead_rule != _OPEN_CLASS:
        return task
    if task.lead[0].agent in doc.cast.bodies:  # the words are the whole name of a known body
        return task
    name = task.lead[0].agent
    agent = doc.resolver.open_class(full.get(name, name))
    classes[agent.canonical] = agent
    return replace(task, lead=(AgentMention(agent.canonical, task.lead[0].quote),))


def _person(name: str) -> Agent:
    """Give a person who is given work by name, with no body beside the name."""
    return Agent(name, name, "person", rule="agent.name-alone", listed=False)


def _money(text: str, lower: str, shape: Outline, role_of: dict[str, str]) -> Iterator[Funding]:
    """Give the phrases of money, of funding sections and elsewhere."""
    parents = {node.parent for node in shape.nodes}
    for node in shape.nodes:
        if node.id not in parents:
            inside = role_of[node.id] == "funding"
            yield from funding(text, lower, node.id, node.span, elsewhere=not inside)
