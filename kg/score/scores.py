"""All fields over all documents: counted in each document, and added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.score import findings, header, references, reporting, sections, tasks
from kg.score.align import pair_up
from kg.score.fields import tally
from kg.score.items import Tally, total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.score.items import Finding, Node

FIELDS = (
    *header.FIELDS,
    *references.FIELDS,
    *sections.FIELDS,
    *tasks.FIELDS,
    *reporting.FIELDS,
    *findings.FIELDS,
)

Row = tuple[str, int, int, int, float | None, float | None, float | None]
"""Field, gold, found, right, precision, recall, F1; None where there was nothing to score."""


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """The fields of one document."""

    file: str
    tallies: tuple[Tally, ...]

    def of(self, field: str) -> Tally:
        """Give one field by name; KeyError for a name that is none."""
        return _named(self.tallies, field)


@dataclass(frozen=True, slots=True)
class Scores:
    """The fields of each document, and over all of them with every item counted the same."""

    documents: tuple[DocumentScores, ...]
    tallies: tuple[Tally, ...]

    def of(self, field: str) -> Tally:
        """Give one field over all documents; KeyError for a name that is none."""
        return _named(self.tallies, field)

    def rows(self) -> tuple[Row, ...]:
        """Give one row a field: name, gold, found, right, precision, recall, F1."""
        return tuple(
            (
                each.field,
                each.n_gold,
                each.n_found,
                each.right,
                each.precision,
                each.recall,
                each.f1,
            )
            for each in self.tallies
        )

    def to_json(self) -> dict[str, object]:
        """Give everything, misses and false finds with their words too, ready for ``json.dumps``."""
        return {
            "fields": [_json(each, listed=True) for each in self.tallies],
            "documents": [
                {"file": each.file, "fields": [_json(one, listed=False) for one in each.tallies]}
                for each in self.documents
            ],
        }


def score(pairs: Iterable[tuple[Node, Node]]) -> Scores:
    """Compare (gold, found) records, field by field.

    >>> gold = {"file": "a.txt", "funding": ["ngân sách nhà nước", "nguồn tài trợ"]}
    >>> found = {"file": "a.txt", "funding": ["nguồn  tài trợ"]}
    >>> score([(gold, found)]).of("funding").recall
    0.5
    """
    documents = tuple(_document(gold, found) for gold, found in pairs)
    return Scores(
        documents,
        tuple(
            total([each.tallies[at] for each in documents])
            if documents
            else Tally(field.name, 0, 0, 0, informational=field.informational)
            for at, field in enumerate(FIELDS)
        ),
    )


def _document(gold: Node, found: Node) -> DocumentScores:
    file = str(gold.get("file") or "")
    pair = pair_up(gold, found)
    return DocumentScores(file, tuple(tally(field, pair, file) for field in FIELDS))


def _named(tallies: Iterable[Tally], field: str) -> Tally:
    return {each.field: each for each in tallies}[field]


def _json(each: Tally, *, listed: bool) -> dict[str, object]:
    counts: dict[str, object] = {
        "field": each.field,
        "informational": each.informational,
        "gold": each.n_gold,
        "found": each.n_found,
        "right": each.right,
        "precision": _rounded(each.precision),
        "recall": _rounded(each.recall),
        "f1": _rounded(each.f1),
    }
    if listed:
        counts["missed"] = [_finding(one) for one in each.missed]
        counts["false"] = [_finding(one) for one in each.false]
    return counts


def _finding(one: Finding) -> dict[str, str]:
    return {"file": one.file, "id": one.id, "words": one.words}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
