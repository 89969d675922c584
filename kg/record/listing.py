"""All findings of a record in one list: what each is, which rule made it, how sure, and where.

Works on the JSON object, so on the record of any tool that gives ``rule`` and ``confidence``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Node = Mapping[str, Any]
_END = 1 << 62  # what has no place stands behind all that has one


@dataclass(frozen=True, slots=True)
class Listed:
    """One finding: ``kind`` and ``id`` say what it is, ``value`` what was understood."""

    kind: str
    id: str
    value: str
    rule: str
    confidence: float
    doubts: tuple[str, ...]
    span: tuple[int, int] | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Give a key that sorts by place; what has no words of its own comes last."""
        return self.span or (_END, _END)


def listed(record: Node) -> tuple[Listed, ...]:
    """Give every finding that names its rule, in order of place.

    >>> record = {"funding": ["vốn vay"], "funding_spans": [[4, 11]], "funding_ids": ["III"],
    ...           "funding_rules": ["funding.section"], "funding_confidences": [0.9]}
    >>> [(each.kind, each.value, each.span) for each in listed(record)]
    [('funding', 'vốn vay', (4, 11))]
    """
    found = (each for each in _all(record) if each)
    return tuple(sorted(found, key=lambda each: each.place))


def by_doubt(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """Give findings with the least sure first; those that are as sure stay in order of place."""
    return tuple(sorted(found, key=lambda each: each.confidence))


def _all(record: Node) -> Iterator[Listed | None]:
    yield from _header(record.get("document") or {})
    for cited in _many(record, "references"):
        yield from _reference(cited)
    for link in _many(record, "chain"):
        value = f"{link.get('child')} {link.get('relation')} {link.get('parent')}"
        yield _listed("chain", link, "", value, link.get("evidence_span"), name="child")
    for scheme in _many(record, "named_schemes"):
        yield _listed("scheme", scheme, "", scheme.get("name"), _first(scheme), name="by")
    for task in _many(record, "tasks"):
        yield from _task(task)
    for duty in _many(record, "reporting"):
        value = f"{_joined(duty.get('who'))} → {duty.get('to') or '?'}"
        yield _listed("report", duty, "", value, duty.get("evidence_span"))
    yield from _rest(record)


def _rest(record: Node) -> Iterator[Listed | None]:
    for target in _many(record, "targets"):
        value = f"{target.get('quantity_surface')} {target.get('unit')}"
        yield _listed("target", target, "", value, target.get("span"))
    for goal in _many(record, "qualitative_goals"):
        yield _listed("goal", goal, "", goal.get("by"), goal.get("span"))
    yield from _funding(record)
    for agent in _many(record, "agents"):
        value = agent.get("canonical")
        yield _listed("agent", agent, "", value, None, name="name")


def _header(head: Node) -> Iterator[Listed | None]:
    """Give the values of the letterhead; recipients one by one."""
    spans = head.get("spans") or {}
    for name, rule in (head.get("rules") or {}).items():
        by = {"rule": rule} | {
            key: (head.get(key) or {}).get(name) for key in ("confidence", "doubts")
        }
        values, places = head.get(name), spans.get(name)
        several = isinstance(values, list)
        pairs = zip(values or (), places or (), strict=False) if several else [(values, places)]
        for value, span in pairs:
            yield _listed(f"document.{name}", by, "", value, span)


def _reference(cited: Node) -> Iterator[Listed | None]:
    name = cited.get("cited_number") or cited.get("cited_title")
    yield _listed("reference", cited, "", name, cited.get("first_span"), name="key")
    place = cited.get("relation_span")
    yield _listed("relation", cited, "relation_", cited.get("relation"), place, name="key")
    place = cited.get("cited_issuer_span")
    issuer = cited.get("cited_issuer")
    yield _listed("reference.issuer", cited, "cited_issuer_", issuer, place, name="key")
    for mention in _many(cited, "mentions"):
        span = [mention.get("start"), mention.get("end")]
        yield _listed("mention", {**mention, "id": cited.get("key")}, "", name, span)
        for point in _many(mention, "pinpoints"):
            by, value = {**point, "id": cited.get("key")}, _joined(point.get("paths"))
            yield _listed("pinpoint", by, "", value, [point.get("start"), point.get("end")])


def _task(task: Node) -> Iterator[Listed | None]:
    yield _listed("task", task, "", task.get("kind"), task.get("span"))
    for kind, part in (("lead", "lead"), ("coordinators", "coordinate")):
        value, place = _joined(task.get(part)), task.get(f"{part}_surface_span")
        yield _listed(kind, task, f"{part}_", value, place)
    when = task.get("timeframe") or {}
    value = " ".join(str(when[key]) for key in ("kind", "start", "end") if when.get(key))
    yield _listed("time", {**when, "id": task.get("id")}, "", value, task.get("timeframe_span"))


def _funding(record: Node) -> Iterator[Listed | None]:
    """Give the sources of money: parallel lists of the section on money, objects elsewhere."""
    keys = ("funding", "funding_spans", "funding_ids", "funding_rules", "funding_confidences")
    doubts = [*_many(record, "funding_doubts"), *[[]] * len(_many(record, "funding"))]
    lists = [_many(record, key) for key in keys]
    for value, span, place, rule, number, doubt in zip(*lists, doubts, strict=False):
        by = {"id": place, "rule": rule, "confidence": number, "doubts": doubt}
        yield _listed("funding", by, "", value, span)
    for each in _many(record, "funding_elsewhere"):
        yield _listed("funding", each, "", each.get("text"), each.get("span"))


def _listed(  # noqa: PLR0913  (one place that makes a row of the list)
    kind: str, node: Node, part: str, value: object, span: Sequence[int] | None, name: str = "id"
) -> Listed | None:
    """Give one finding; None where the record does not say which rule made it."""
    rule, number = node.get(f"{part}rule"), node.get(f"{part}confidence")
    if rule is None or number is None:
        return None
    place = (span[0], span[1]) if span else None
    doubts = tuple(node.get(f"{part}doubts") or ())
    return Listed(kind, str(node.get(name) or ""), str(value or ""), rule, number, doubts, place)


def _first(scheme: Node) -> list[int] | None:
    return next(([each["start"], each["end"]] for each in _many(scheme, "mentions")), None)


def _many(node: Node, key: str) -> list[Any]:
    return node.get(key) or []


def _joined(names: list[str] | None) -> str:
    return "; ".join(names or ())
