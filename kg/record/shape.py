"""The documented shape of a record, as a table that ``load`` walks.

A type stands for itself, ``[x]`` for a list of x, ``{...}`` for an object whose keys may be
missing, a frozenset for one of its strings; ``Maybe(x)`` also admits null.
"""

from __future__ import annotations

from typing import get_args

from kg.model import Recurrence, Relation, TaskKind, TimeKind
from kg.record.faults import Maybe, Must
from kg.record.header import STATED


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
PLACE = Maybe(SPAN)


def made(part: str = "") -> dict[str, object]:
    """Give the keys that say which rule made a finding, how sure it is, and what is in doubt."""
    return {f"{part}rule": TEXT, f"{part}confidence": Maybe(float), f"{part}doubts": [str]}


SOURCE = {**each("sha256 sha256_text media_type", str), "length": int}
DOCUMENT = {
    **each("number type title title_normalised issuer level", TEXT),
    **each("issuer_evidence place_evidence archive_line status", TEXT),
    **each("place date date_not_before effective_date", TEXT),
    **each("signer signer_title signer_title_surface", TEXT),
    "recipients": [str],
    "spans": {**dict.fromkeys((*STATED, "archive_line"), SPAN), "recipients": [SPAN]},
    "inferred": dict.fromkeys(STATED, str),
    "rules": dict.fromkeys((*STATED, "recipients", "archive_line"), str),
    "confidence": dict.fromkeys((*STATED, "recipients", "archive_line"), float),
    "doubts": {name: [str] for name in (*STATED, "recipients", "archive_line")},
}
MENTION = {"surface": str, "start": int, "end": int}
PINPOINT = {**MENTION, "paths": [str], **made()}
CITED = {**MENTION, "pinpoints": [PINPOINT], **made()}
REFERENCE = {
    "key": str,
    **each("cited_number cited_type cited_title cited_date", TEXT),
    **each("cited_issuer cited_issuer_surface first_surface relation_surface", TEXT),
    "cited_level": TEXT,
    **each("cited_issuer_span relation_span", PLACE),
    "issuer_inferred": bool,
    "relation": one_of(Relation),
    "also": [str],
    "also_surfaces": [str],
    "also_rules": [str],
    "also_spans": [SPAN],
    "first_span": SPAN,
    "n_mentions": int,
    "mentions": [CITED],
    **made(),
    **made("relation_"),
    **made("cited_issuer_"),
}
LINK = {
    "child": str,
    "relation": one_of(Relation),
    "parent": str,
    "evidence": TEXT,
    "evidence_span": SPAN,
    **made(),
}
ITEM = {
    **each("id label title role", str),
    **each("title_span span", SPAN),
    "depth": int,
    "parent": TEXT,
}
SECTIONS = {
    "n": int,
    **each("titles labels ids", [str]),
    "appendix": bool,
    "appendix_title": TEXT,
    "items": [ITEM],
}
TIMEFRAME = {
    "kind": one_of(TimeKind),
    **each("start end month_day", TEXT),
    **each("open_ended tentative", bool),
    **made(),
}
TASK = {
    "id": str,
    **each("section section_title text lead_role near_duplicate_of", TEXT),
    "span": SPAN,
    **each("page_break outside_org_section", bool),
    "kind": one_of(TaskKind),
    **each("lead coordinate inner_time_surfaces refs", [str]),
    **each("lead_mentions coordinate_mentions other_agents", [PAIR]),
    **each("lead_spans coordinate_spans other_agent_spans inner_time_spans", [SPAN]),
    **each("lead_surface coordinate_surface timeframe_surface", TEXT),
    **each("lead_surface_span coordinate_surface_span timeframe_span", PLACE),
    "timeframe": Maybe(TIMEFRAME),
    **made(),
    **made("lead_"),
    **made("coordinate_"),
}
REPORT = {
    **each("id evidence", str),
    **each("who_surface to to_surface via via_surface deadline_surface month_day", TEXT),
    **each("who_surface_span to_span via_span deadline_span", PLACE),
    "evidence_span": SPAN,
    "who": [str],
    "who_mentions": [PAIR],
    "who_spans": [SPAN],
    "recurrence": one_of(Recurrence),
    **made(),
}
TARGET = {
    **each("id text quantity_surface unit", str),
    **each("span quantity_span", SPAN),
    **each("low high", float),
    **each("by in_task", TEXT),
    **made(),
}
PLACED = {"id": str, "text": str, "span": SPAN}
GOAL = {**PLACED, "by": TEXT, **made()}
SOURCE_OF_MONEY = {**PLACED, **made()}
NEUTRAL = {**PLACED, "reason": TEXT}
SLIP = {**each("surface should_be id confidence", str), "n_occurrences": int, "span": SPAN}
ARTIFACT = {
    "kind": str,
    **each("id surface", TEXT),
    "span": SPAN,
    "lines": [int],
    "line": int,
}
SCHEME = {
    **each("name type relation by", str),
    "n_mentions": int,
    "surfaces": [str],
    "mentions": [MENTION],
    **made(),
}
SELF = {"n_numbered": int, "surfaces": [str], "mentions": [MENTION]}
AGENT = {
    "canonical": str,
    **each("name kind place parent outcome undecided", TEXT),
    **each("collective place_inferred listed", bool),
    **each("surfaces roles members", [str]),
    **made(),
}
RECORD = {
    "record_version": ONE,
    "file": str,
    "source": SOURCE,
    "document": DOCUMENT,
    "references": [REFERENCE],
    "chain": [LINK],
    "sections": SECTIONS,
    "tasks": [TASK],
    "reporting": [REPORT],
    "targets": [TARGET],
    "qualitative_goals": [GOAL],
    "funding": [str],
    "funding_spans": [SPAN],
    "funding_ids": [str],
    "funding_rules": [TEXT],
    "funding_confidences": [Maybe(float)],
    "funding_doubts": [[str]],
    "funding_elsewhere": [SOURCE_OF_MONEY],
    "ocr_errors": [SLIP],
    "layout_artifacts": [ARTIFACT],
    "named_schemes": [SCHEME],
    "self_mentions": SELF,
    "neutral": [NEUTRAL],
    "agents": [AGENT],
    "warnings": [str],
}
