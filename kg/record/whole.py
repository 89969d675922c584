"""The whole record of one document, and its one true spelling."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.record import citations, duties, findings
from kg.record.header import document
from kg.record.outline import sections
from kg.record.words import Json, offsets

if TYPE_CHECKING:
    from kg.model import DocumentRecord, SourceText

VERSION = 1
"""Rises when a key changes its meaning; new keys alone do not raise it."""


def to_json(record: DocumentRecord) -> Json:
    """Give the record as a JSON object with the keys of the gold files, and spans beside them.

    >>> from kg.model import DocumentRecord, Header, SourceText
    >>> source = SourceText("a.txt", "Kế hoạch", sha256="00")
    >>> to_json(DocumentRecord(source, Header()))["source"]
    {'sha256': '00', 'length': 8, 'media_type': 'text/plain'}
    """
    return {
        "record_version": VERSION,
        "file": record.source.name,
        "source": _source(record.source),
        "document": document(record.document),
        **_cited(record),
        **_duties(record),
        **_reading(record),
        "agents": [findings.agent(each) for each in record.agents],
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


def _cited(record: DocumentRecord) -> Json:
    return {
        "references": [citations.reference(each) for each in record.references],
        "chain": [citations.link(each) for each in record.chain],
        "sections": sections(record.sections, record.appendix_title),
    }


def _duties(record: DocumentRecord) -> Json:
    sources = [each for each in record.funding if not each.elsewhere]
    return {
        "tasks": [duties.task(each) for each in record.tasks],
        "reporting": [duties.report(each) for each in record.reporting],
        "targets": [findings.target(each) for each in record.targets],
        "qualitative_goals": [findings.goal(each) for each in record.goals],
        "funding": [each.quote.words for each in sources],
        "funding_spans": [offsets(each.quote) for each in sources],
        "funding_ids": [each.id for each in sources],
        "funding_elsewhere": [findings.funding(each) for each in record.funding if each.elsewhere],
    }


def _reading(record: DocumentRecord) -> Json:
    number = record.document.number
    return {
        "ocr_errors": [findings.slip(each) for each in record.slips],
        "layout_artifacts": list(findings.artifacts(record.artifacts, record.source.text)),
        "named_schemes": [citations.scheme(each) for each in record.schemes],
        "self_mentions": citations.self_mentions(
            record.self_mentions, number.value if number else None
        ),
        "neutral": [findings.neutral(each) for each in record.neutral],
    }
