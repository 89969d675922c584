"""One record as a page of plain lines for ``kg show``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.cli.speech import ours, phrase, reworded

Record = Mapping[str, Any]
_HEADER = ("number", "type", "title", "issuer", "level", "place", "date", "date_not_before",
           "effective_date", "signer", "signer_title")  # fmt: skip
_WIDE = 90


def summary(record: Record) -> str:
    """Give header, references, chain, tasks by kind, reports, targets, slips of one record."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: Record) -> Iterator[str]:
    yield str(record["file"])
    yield from _header(record["document"])
    yield from _references(record)
    yield from _tasks(record["tasks"])
    yield from _duties(record)
    yield from _rest(record)


def _header(document: Record) -> Iterator[str]:
    """Give the header; inferred values say from what."""
    inferred = document.get("inferred") or {}
    for key in _HEADER:
        value = document.get(key)
        if value is None:
            if key in {"number", "date", "signer"}:
                yield f"  {phrase(key) + ':':18}{phrase('(not printed)')}"
            continue
        mark = f"  {phrase('[inferred]')}" if key in inferred else ""
        shown = ours(str(value)) if key == "level" else str(value)
        yield f"  {phrase(key) + ':':18}{_short(shown)}{mark}"
        if key in inferred:
            yield f"  {'':18}{phrase('because {}', reworded(inferred[key]))}"


def _references(record: Record) -> Iterator[str]:
    references = record["references"]
    yield f"\n{phrase('Cited documents ({})', len(references))}"
    for ref in references:
        name = ref["cited_number"] or ref["cited_title"] or ref["first_surface"]
        day = f" {phrase('of {}', ref['cited_date'])}" if ref["cited_date"] else ""
        issuer = f", {ref['cited_issuer']}" if ref["cited_issuer"] else ""
        yield f"  {ours(ref['relation']):11}{name}{day}{issuer} · {_count(ref['n_mentions'])}"
        if provisions := _provisions(ref):
            yield f"  {'':11}{phrase('at {}', _short('; '.join(provisions)))}"
    for link in record["chain"]:
        relation = ours(link["relation"])
        told = phrase("stated chain: {} {} {}", link["child"], relation, link["parent"])
        yield f"  {told}"


def _provisions(reference: Record) -> Iterable[str]:
    """Give the provisions that its mentions point at, each once."""
    points = (p for each in reference["mentions"] for p in each.get("pinpoints") or ())
    return dict.fromkeys(path for point in points for path in point.get("paths") or ())


def _count(mentions: int) -> str:
    return phrase("1 mention") if mentions == 1 else phrase("{} mentions", mentions)


def _tasks(tasks: Sequence[Record]) -> Iterator[str]:
    kinds = Counter(task["kind"] for task in tasks)
    counts = ", ".join(f"{kinds[kind]} {ours(kind)}" for kind in sorted(kinds)) or phrase("none")
    yield f"\n{phrase('Tasks ({}: {})', len(tasks), counts)}"
    for task in tasks:
        lead = "; ".join(task["lead"]) or phrase("nobody is named")
        when = f" · {task['timeframe_surface']}" if task["timeframe_surface"] else ""
        yield f"  {task['id']:12}{_short(task['text'])}"
        yield f"  {'':12}→ {lead}{when}"


def _duties(record: Record) -> Iterator[str]:
    if record["reporting"]:
        yield f"\n{phrase('Duties to report ({})', len(record['reporting']))}"
    for duty in record["reporting"]:
        day = duty["month_day"] or ours(str(duty["recurrence"]))
        via = f" {phrase('through {}', duty['via'])}" if duty["via"] else ""
        to = duty["to"] or phrase("(not stated)")
        yield f"  {duty['id']:12}{'; '.join(duty['who'])} → {to}{via} · {day}"


def _rest(record: Record) -> Iterator[str]:
    if record["targets"]:
        yield f"\n{phrase('Targets ({})', len(record['targets']))}"
    for target in record["targets"]:
        by = f" {phrase('by {}', target['by'])}" if target["by"] else ""
        yield f"  {target['quantity_surface']} {target['unit']}{by}: {_short(target['text'])}"
    if record["ocr_errors"]:
        count = len(record["ocr_errors"])
        yield f"\n{phrase('Likely slips of the text ({}), left as they are', count)}"
    for slip in record["ocr_errors"]:
        yield f"  {slip['id'] or '–':12}{slip['surface']!r} → {slip['should_be']!r} ({slip['confidence']})"


def _short(words: str) -> str:
    """Give words on one line, cut at a width that a terminal shows."""
    line = " ".join(words.split())
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1].rstrip()}…"
