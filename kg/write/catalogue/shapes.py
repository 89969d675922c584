"""The rules of DCAT-AP 3, checked with SHACL (``ontology/dcat-shapes.ttl``)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pyshacl
from rdflib import RDF, SH, Graph

from kg.config import bundled

_MEND = " Mend: "


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """One thing that a catalogue lacks: must it be there, on which thing, what, and the mend."""

    must: bool
    on: str
    what: str
    mend: str


def lacks(catalogue: Graph) -> tuple[Lack, ...]:
    """Give what breaks a rule or a recommendation, what must be mended first."""
    _, results, _ = pyshacl.validate(catalogue, shacl_graph=_shapes(), inference="none")
    if not isinstance(results, Graph):
        message = f"the shapes could not be checked: {results}"
        raise TypeError(message)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        words = str(results.value(result, SH.resultMessage))
        what, _, mend = words.partition(_MEND)
        must = results.value(result, SH.resultSeverity) == SH.Violation
        found.add(Lack(must, str(results.value(result, SH.focusNode)), what, mend))
    return tuple(sorted(found, key=lambda lack: (not lack.must, lack)))


@functools.cache
def _shapes() -> Graph:
    return Graph().parse(bundled("ontology", "dcat-shapes.ttl"))
