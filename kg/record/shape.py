"""The documented shape of a record, as a table that ``load`` walks.

A type stands for itself, ``[x]`` for a list of x, ``{...}`` for an object whose keys may be
missing, a frozenset for one of its strings; ``Maybe(x)`` also admits null.
"""

from __future__ import annotations

from typing import get_args

from kg.model import Recurrence, Relation, TaskKind, TimeKind
from kg.record.faults import Maybe, Must


def one_of(literal: object) -> frozenset[str]:
    """Give the strings that a ``Literal`` admits."""
    return frozenset(get_args(literal))


def each(names: str, shape: object) -> dict[str, object]:
    """Give every name the same shape.

    >>> each("low high", float)
    {'low': <class 'float'>, 'high': <class 'float'>}
    """
    return dict.fromkeys(names.split(), shape)


def _is_range(pair: list[object]) -> bool:
    match pair:
        case [int(start), int(end)]:
            return 0 <= start <= end
    return False


def _is_pair(pair: list[object]) -> bool:
    match pair:
        case [_, _]:
            return True
    return False


SPAN = Must([int], _is_range, "a span [start, end] with 0 <= start <= end")
PAIR = Must([str], _is_pair, "a pair [canonical, surface]")
ONE = Must(int, lambda value: value == [1], "the record version this kg reads, 1")
TEXT = Maybe(str)
YEAR = Maybe(str)
DOCUMENT = {
    **each("number type title title_normalised issuer level", TEXT),
    **each("issuer_evidence place_evidence archive_line status", TEXT),
    **each("place date date_not_before effective_date", TEXT),
    **each("signer signer_title signer_title_surface", TEXT),
    "recipients": [str],
}
MENTION = {"surface": str, "start": int, "end": int}
REFERENCE = {
    **each("cited_number cited_type cited_title cited_date", TEXT),
    **each("cited_issuer cited_issuer_surface first_surface", TEXT),
    "issuer_inferred": bool,
    "relation": one_of(Relation),
    "also": [str],
    "n_mentions": int,
    "mentions": [MENTION],
}
LINK = {"child": str, "relation": one_of(Relation), "parent": str, "evidence": TEXT}
SECTIONS = {
    "n": int,
    "titles": [str],
    "labels": [str],
    "ids": [str],
    "appendix": bool,
    "appendix_title": TEXT,
}
TIMEFRAME = {
    "kind": one_of(TimeKind),
    "start": YEAR,
    "end": YEAR,
    "open_ended": bool,
    "tentative": bool,
    "month_day": TEXT,
}
TASK = {
    **each("lead coordinate inner_time_surfaces refs", [str]),
    **each("lead_mentions coordinate_mentions other_agents", [PAIR]),
    **each("lead_surface coordinate_surface timeframe_surface", TEXT),
    **each("lead_role near_duplicate_of section_title text", TEXT),
    "id": str,
    "span": SPAN,
    "page_break": bool,
    "kind": one_of(TaskKind),
    "timeframe": Maybe(TIMEFRAME),
    "outside_org_section": bool,
}
REPORT = {
    **each("id evidence", str),
    **each("who_surface to to_surface via via_surface", TEXT),
    **each("deadline_surface month_day", TEXT),
    "who": [str],
    "recurrence": one_of(Recurrence),
}
TARGET = {
    **each("id text quantity_surface unit", str),
    **each("low high", float),
    "by": YEAR,
    "in_task": TEXT,
}
PLACED = {"id": str, "text": str}
SLIP = {**each("surface should_be id confidence", str), "n_occurrences": int}
SCHEME = {
    **each("name type relation by", str),
    "n_mentions": int,
    "surfaces": [str],
}
AGENT = {
    "canonical": str,
    "collective": bool,
    **each("surfaces roles members", [str]),
}
RECORD = {
    "record_version": ONE,
    "file": str,
    "document": DOCUMENT,
    "references": [REFERENCE],
    "chain": [LINK],
    "sections": SECTIONS,
    "tasks": [TASK],
    "reporting": [REPORT],
    "targets": [TARGET],
    "qualitative_goals": [{**PLACED, "by": YEAR}],
    "funding": [str],
    "funding_elsewhere": [PLACED],
    "ocr_errors": [SLIP],
    "layout_artifacts": [{"kind": str, "id": TEXT, "surface": TEXT, "lines": [int], "line": int}],
    "named_schemes": [SCHEME],
    "self_mentions": {"n_numbered": int, "surfaces": [str]},
    "neutral": [{**PLACED, "span": SPAN, "reason": TEXT}],
    "agents": [AGENT],
}
