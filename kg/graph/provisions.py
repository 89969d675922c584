"""Provisions of cited documents as parts of these: "khoản 2 Điều 5 Nghị định …"."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from rdflib import RDFS

from kg.graph.iris import segment
from kg.graph.naming import label
from kg.graph.terms import node, text, vi
from kg.vocabulary import ELI, PC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from kg.graph.frame import Frame
    from kg.model import Pinpoint, Reference


def pinpoint_quads(frame: Frame, target: NamedNode, cited: Reference) -> Iterator[Quad]:
    """Say of each mention which provisions it points at, and describe these."""
    named = label(cited.type, cited.number, cited.title)
    places = {quote.span: quote for quote in cited.mentions}
    for point in cited.pinpoints:
        mention = frame.statement(frame.document, ELI.cites, target, places.get(point.mention))
        for path in point.paths:
            provision = provision_node(target, path)
            yield from _parts(frame, target, path, named)
            yield from _stated(frame, provision, point)
            if point.mention in places:
                yield frame.quad(mention, PC.pinpoint, provision)


def provision_node(document: NamedNode, path: str) -> NamedNode:
    """Give the node of a provision under the IRI of its document.

    >>> provision_node(node("https://x.org/document/12"), "điều 5/khoản 2").value
    'https://x.org/document/12/provision/điều-5/khoản-2'
    """
    steps = (segment(step.replace(" ", "-")) for step in path.split("/"))
    return node("/".join((document.value, "provision", *steps)))


def _stated(frame: Frame, provision: NamedNode, point: Pinpoint) -> Iterator[Quad]:
    by = frame.judge.plain(point.rule, point.quote)
    yield from frame.state(frame.document, PC.citesProvision, provision, point.quote, by=by)


def _parts(frame: Frame, document: NamedNode, path: str, named: str) -> Iterator[Quad]:
    """Describe a provision and those around it, down from the document."""
    outwards = list(accumulate(path.split("/"), "{}/{}".format))
    nodes = [document, *(provision_node(document, each) for each in outwards)]
    for each, (above, below) in zip(outwards, pairwise(nodes), strict=True):
        yield from frame.types(below, ELI.LegalResourceSubdivision)
        yield frame.quad(below, PC.localId, text(each))
        words = " ".join(reversed(each.split("/")))
        yield frame.quad(below, RDFS.label, vi(f"{words} {named}"))
        yield frame.quad(above, ELI.has_part, below)
