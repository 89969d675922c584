"""The ``document`` object: letterhead and signature block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.record.words import Json, offsets, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.confidence import Judge
    from kg.model import Header, Stated

STATED = (
    "number",
    "type",
    "title",
    "issuer",
    "place",
    "date",
    "signer",
    "signer_title",
    "effective_date",
    "status",
)


def document(header: Header, judge: Judge) -> Json:
    """Give the header; a value that the text does not give is null.

    >>> from kg.confidence import Judge
    >>> from kg.model import DocumentRecord, Header, SourceText
    >>> head = Header(level="province-government")
    >>> document(head, Judge(DocumentRecord(SourceText("a.txt", "", ""), head)))["level"]
    'province-government'
    """
    return {
        "number": _value(header.number),
        "type": _value(header.type),
        "title": _value(header.title),
        **_if_set("title_normalised", header.title_normalised),
        "issuer": _value(header.issuer),
        "issuer_evidence": _evidence(header.issuer),
        "level": header.level,
        "place": _value(header.place),
        **_if_set("place_evidence", header.place.evidence if header.place else None),
        "date": _value(header.date),
        **_if_set("date_not_before", header.date_not_before),
        "signer": _value(header.signer),
        "signer_title": _value(header.signer_title),
        "signer_title_surface": words_of(
            header.signer_title.quote if header.signer_title else None
        ),
        "effective_date": _value(header.effective_date),
        **_if_set("status", _value(header.status)),
        "recipients": [each.words for each in header.recipients],
        "archive_line": words_of(header.archive_line),
        "spans": _spans(header),
        "inferred": {
            name: stated.evidence or "" for name, stated in _stated(header) if stated.inferred
        },
        **_made(header, judge),
    }


def _stated(header: Header) -> Iterator[tuple[str, Stated]]:
    for name in STATED:
        stated: Stated | None = getattr(header, name)
        if stated:
            yield name, stated


def _made(header: Header, judge: Judge) -> Json:
    """Give rule, confidence and doubts of each value, under its name as ``spans`` does."""
    by = {name: judge.header(name, stated) for name, stated in _stated(header)}
    foot = judge.plain(header.foot_rule)
    by |= {"recipients": foot} if header.recipients else {}
    by |= {"archive_line": foot} if header.archive_line else {}
    known = {name: each for name, each in by.items() if each}
    return {
        "rules": {name: each.rule for name, each in known.items()},
        "confidence": {name: each.number for name, each in known.items()},
        "doubts": {name: list(each.doubts) for name, each in known.items()},
    }


def _spans(header: Header) -> Json:
    spans: Json = {name: offsets(each.quote) for name, each in _stated(header) if each.quote}
    if header.recipients:
        spans["recipients"] = [offsets(each) for each in header.recipients]
    if header.archive_line:
        spans["archive_line"] = offsets(header.archive_line)
    return spans


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _if_set(key: str, value: str | None) -> Json:
    return {key: value} if value else {}


def _evidence(stated: Stated | None) -> str | None:
    if stated is None:
        return None
    how = "inferred" if stated.inferred else "explicit"
    said = stated.evidence or (f"'{stated.quote.words}'" if stated.quote else "")
    return f"{how}: {said}"
