"""The whole record of one document, and its one true spelling."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.confidence import Judge
from kg.record import citations, duties, findings
from kg.record.header import document
from kg.record.outline import sections
from kg.record.words import Json, made, offsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.confidence import Sure
    from kg.model import DocumentRecord, SourceText

_PARALLEL = (("rules", "rule"), ("confidences", "confidence"), ("doubts", "doubts"))
VERSION = 1
"""Rises when a key changes its meaning; new keys alone do not raise it."""


def to_json(record: DocumentRecord) -> Json:
    """Give the record as a JSON object with the keys of the gold files, and spans beside them.

    >>> from kg.model import DocumentRecord, Header, SourceText
    >>> source = SourceText("a.txt", "Kế hoạch", sha256="00")
    >>> to_json(DocumentRecord(source, Header()))["source"]
    {'sha256': '00', 'length': 8, 'media_type': 'text/plain'}
    """
    judge = Judge(record)
    return {
        "record_version": VERSION,
        "file": record.source.name,
        "source": _source(record.source),
        "document": document(record.document, judge),
        **_cited(record, judge),
        **_duties(record, judge),
        **_reading(record, judge),
        "agents": [findings.agent(each, judge) for each in record.agents],
        "warnings": list(record.warnings),
    }


def dumps(record: DocumentRecord) -> str:
    r"""Spell the record as UTF-8 JSON: indent 1, keys in the documented order, a final newline.

    >>> from kg.model import DocumentRecord, Header, SourceText
    >>> dumps(DocumentRecord(SourceText("a.txt", "", sha256=""), Header()))[:22]
    '{\n "record_version": 1'
    """
    return json.dumps(to_json(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _source(source: SourceText) -> Json:
    return {
        "sha256": source.sha256,
        "length": len(source.text),
        "media_type": source.media_type,
        **({"sha256_text": source.sha256_text} if source.sha256_text else {}),
    }


def _cited(record: DocumentRecord, judge: Judge) -> Json:
    return {
        "references": [citations.reference(each, judge) for each in record.references],
        "chain": [citations.link(each, judge) for each in record.chain],
        "sections": sections(record.sections, record.appendix_title),
    }


def _duties(record: DocumentRecord, judge: Judge) -> Json:
    sources = [each for each in record.funding if not each.elsewhere]
    return {
        "tasks": [duties.task(each, judge) for each in record.tasks],
        "reporting": [duties.report(each, judge) for each in record.reporting],
        "targets": [findings.target(each, judge) for each in record.targets],
        "qualitative_goals": [findings.goal(each, judge) for each in record.goals],
        "funding": [each.quote.words for each in sources],
        "funding_spans": [offsets(each.quote) for each in sources],
        "funding_ids": [each.id for each in sources],
        **_funded([judge.plain(each.rule, each.quote) for each in sources]),
        "funding_elsewhere": [
            findings.funding(each, judge) for each in record.funding if each.elsewhere
        ],
    }


def _funded(judged: Sequence[Sure | None]) -> Json:
    """Give what made each source of money, parallel to ``funding``."""
    every = [made(each) for each in judged]
    return {f"funding_{key}": [each[one] for each in every] for key, one in _PARALLEL}


def _reading(record: DocumentRecord, judge: Judge) -> Json:
    number = record.document.number
    return {
        "ocr_errors": [findings.slip(each) for each in record.slips],
        "layout_artifacts": list(findings.artifacts(record.artifacts, record.source.text)),
        "named_schemes": [citations.scheme(each, judge) for each in record.schemes],
        "self_mentions": citations.self_mentions(
            record.self_mentions, number.value if number else None
        ),
        "neutral": [findings.neutral(each) for each in record.neutral],
    }
