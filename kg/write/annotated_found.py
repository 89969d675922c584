"""A record → its marks: each finding with what was understood of it, inferred things with why."""

from __future__ import annotations

from collections.abc import Iterator

from kg.write.annotated_duties import duties
from kg.write.annotated_marks import Fact, Json, Mark, facts, mark, said

_LONGEST_HEADING = 400
"""A longer one, or one with nothing below it, is an article: it says something."""


def marks(record: Json) -> Iterator[Mark]:
    """Give a mark for each quoted finding of a record, in the order of its keys.

    >>> [mark.place for mark in marks({"funding": ["ngân sách"], "funding_spans": [[4, 13]]})]
    ['char=4,13']
    """
    yield from _headings(record)
    yield from _header(record.get("document") or {})
    yield from _citations(record)
    yield from duties(record)
    yield from _aims(record)
    yield from _money(record)
    yield from _reading(record)


def _headings(record: Json) -> Iterator[Mark]:
    for item in (record.get("sections") or {}).get("items") or ():
        start, end = item["title_span"]
        is_article = end - start > _LONGEST_HEADING or [start, end] == item.get("span")
        told = (*facts(section_title=item.get("title")), *said(section=item.get("role")))
        yield mark("heading", (start, end), "article" if is_article else "heading", told)


def _header(document: Json) -> Iterator[Mark]:
    spans = document.get("spans") or {}
    inferred = document.get("inferred") or {}
    for name, place in spans.items():
        if name == "recipients":
            values = document.get(name) or [None] * len(place)
            for value, each in zip(values, place, strict=False):
                yield mark("header", each, name, facts(**{name: value}))
        else:
            told = facts(**{name: document.get(name)}, why=inferred.get(name))
            yield mark("header", place, name, told)


def _citations(record: Json) -> Iterator[Mark]:
    for each in record.get("references") or ():
        yield from _cited(each)
    yield from _schemes(record)
    for link in record.get("chain") or ():
        if link.get("evidence_span"):
            told = (*facts(child=link["child"]), *said(relation=link["relation"]),
                    *facts(parent=link["parent"]))  # fmt: skip
            yield mark("chain", link["evidence_span"], "chain", told)
    number = (record.get("document") or {}).get("number")
    for place in (record.get("self_mentions") or {}).get("mentions") or ():
        yield mark("self", (place["start"], place["end"]), "self", facts(number=number))


def _cited(each: Json) -> Iterator[Mark]:
    told = _reference(each)
    for place in each.get("mentions") or ():
        yield mark("citation", (place["start"], place["end"]), each.get("relation", "cites"), told)
        for point in place.get("pinpoints") or ():
            where = facts(key=_key(each), provision=point.get("paths"))
            yield mark("citation", (point["start"], point["end"]), "pinpoint", where)
    if each.get("relation_span"):
        yield mark("citation", each["relation_span"], "relation", told)
    if each.get("cited_issuer_span"):
        issuer = facts(agent=each.get("cited_issuer"), key=each.get("key"))
        yield mark("agent", each["cited_issuer_span"], "issuer", issuer)
    for also, span in zip(each.get("also") or (), each.get("also_spans") or (), strict=False):
        yield mark("citation", span, also, told)


def _key(each: Json) -> str | None:
    return each.get("key") or each.get("cited_number") or each.get("cited_title")


def _schemes(record: Json) -> Iterator[Mark]:
    for scheme in record.get("named_schemes") or ():
        name = " ".join(part for part in (scheme.get("type"), scheme.get("name")) if part)
        told = facts(scheme=name, key=scheme.get("by"))
        for place in scheme.get("mentions") or ():
            yield mark("citation", (place["start"], place["end"]), scheme["relation"], told)


def _reference(each: Json) -> tuple[Fact, ...]:
    relations = [each.get("relation"), *(each.get("also") or ())]
    return (
        *facts(key=_key(each), type=each.get("cited_type"), title=each.get("cited_title")),
        *said(relation=relations),
        *facts(date=each.get("cited_date"), issuer=each.get("cited_issuer")),
        *said(why="issuer_inferred" if each.get("issuer_inferred") else None),
    )


def _aims(record: Json) -> Iterator[Mark]:
    for target in record.get("targets") or ():
        low, high = target.get("low"), target.get("high")
        amount = f"{low}" if low == high else f"{low} – {high}"
        told = facts(quantity=f"{amount} {target.get('unit') or ''}".strip(), by=target.get("by"),
                     tasks=target.get("in_task"))  # fmt: skip
        for key in ("span", "quantity_span"):
            if target.get(key):
                yield mark("target", target[key], "target", told)
    for goal in record.get("qualitative_goals") or ():
        if goal.get("span"):
            yield mark("goal", goal["span"], "goal", facts(by=goal.get("by")))


def _money(record: Json) -> Iterator[Mark]:
    for span in record.get("funding_spans") or ():
        yield mark("funding", span, "funding")
    for each in record.get("funding_elsewhere") or ():
        if each.get("span"):
            yield mark("funding", each["span"], "funding")


def _reading(record: Json) -> Iterator[Mark]:
    for each in record.get("neutral") or ():
        yield mark("neutral", each["span"], "neutral", facts(reason=each.get("reason")))
    for each in record.get("ocr_errors") or ():
        if each.get("span"):
            told = (*facts(suggestion=each.get("should_be"), confidence=each.get("confidence")),
                    *said(note="suggestion"))  # fmt: skip
            yield mark("slip", each["span"], "slip", told)
    for each in record.get("layout_artifacts") or ():
        if each.get("span"):
            yield mark("artifact", each["span"], "artifact", said(layout=each.get("kind")))
