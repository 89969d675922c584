"""The questions of SPARQL that the network answers too: the same name, columns and rows.

A query needs no network, so it is faster once; over an opened network the twin is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.cited import cited
from kg.analyse.coordination import coordinators, pairs
from kg.analyse.documents import documents
from kg.analyse.due import due
from kg.analyse.leads import by_kind, by_province, leads, printed, sole
from kg.analyse.missing import missing
from kg.analyse.unclear import unclear
from kg.analyse.undecided import undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.analyse.answer import Answer

TWINS: Mapping[str, Callable[..., Answer]] = {
    "cited-not-held": cited,
    "coordinators": coordinators,
    "documents": documents,
    "due": due,
    "leads": leads,
    "leads-by-kind": by_kind,
    "leads-by-province": by_province,
    "leads-printed": printed,
    "leads-sole": sole,
    "missing": missing,
    "pairs": pairs,
    "unclear": unclear,
    "undecided": undecided,
}
"""Each takes a network and the wishes that its query takes, except the day: the network has it."""

UNDATED = frozenset({"leads-by-province"})
"""Twins that do not tell what only the query tells of a day: the old names and what became."""
