"""Walks a record: every quote it holds, wherever it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kg.model import DocumentRecord, Quote, Span


def quotes(value: object) -> Iterator[Quote]:
    """Give every quote inside a record, a tuple or a field."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from quotes(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (type, Span)):
        for field in dataclasses.fields(value):
            yield from quotes(getattr(value, field.name))


def unfaithful(record: DocumentRecord) -> list[Quote]:
    """Give the quotes that the text does not say."""
    text = record.source.text
    return [
        each
        for each in quotes(record)
        if not 0 <= each.span.start <= each.span.end <= len(text)
        or each.span.of(text) != each.words
    ]


def doubled(record: DocumentRecord) -> set[str]:
    """Give the ids that two tasks or two sections of one record share."""
    out: set[str] = set()
    for group in (record.tasks, record.sections):
        names = [each.id for each in group]
        out.update(name for name in names if names.count(name) > 1)
    return out


def strangers(record: DocumentRecord) -> set[str]:
    """Give the agents of tasks and duties that the cast does not list."""
    cast = {each.canonical for each in record.agents}
    named = {a.agent for t in record.tasks for a in (*t.lead, *t.coordinate, *t.other_agents)}
    named |= {a.agent for r in record.reporting for a in (*r.who, r.to, r.via) if a}
    return named - cast
