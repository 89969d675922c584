"""A name as people type it, to the one body of the network that it fits."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kg.analyse.walk import name, nodes
from kg.errors import AmbiguousError, NotFoundError
from kg.text import plain, squeeze

if TYPE_CHECKING:
    from kg.analyse.walk import Network

_SHOWN = 8


def body_called(graph: Network, words: str) -> str:
    """Give the IRI of the body that *words* name: its full name, a part of it, or its IRI.

    Marks and case do not count. Raises AmbiguousError, which lists what fits, and NotFoundError.
    """
    if words in graph and graph.nodes[words]["kind"] == "agent":
        return words
    wanted = plain(squeeze(words))
    labels = {iri: plain(squeeze(name(graph, iri))) for iri in nodes(graph, "agent")}
    exact = [iri for iri, label in labels.items() if label == wanted]
    found = exact or [iri for iri, label in labels.items() if wanted and wanted in label]
    if len(found) == 1:
        return found[0]
    if found:
        shown = "; ".join(name(graph, iri) for iri in found[:_SHOWN])
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        what = f"'{words}' fits {len(found)} bodies"
        raise AmbiguousError(what, mend=f"Say which: {shown}{more}")
    near = difflib.get_close_matches(wanted, sorted(labels.values()), 4, 0.5)
    names = [name(graph, iri) for iri, label in labels.items() if label in near]
    mend = f"Near to it: {'; '.join(names[:_SHOWN])}" if names else "See who leads: kg ask leads"
    what = f"no body is called '{words}'"
    raise NotFoundError(what, mend=mend)
