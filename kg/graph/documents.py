"""The document, the documents it cites, and the links between those, as quads."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rdflib import RDFS

from kg.graph.concepts import concept, document_type, type_of_code
from kg.graph.naming import is_party, keyed, label, numbered_iri, own_title, value
from kg.graph.provisions import pinpoint_quads
from kg.graph.terms import node, text, typed, vi
from kg.number import DocNumber
from kg.vocabulary import ELI, PC, PPLAN, SCHEMA, VIETNAMESE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode, Quad
    from rdflib import URIRef

    from kg.graph.frame import Frame
    from kg.model import ChainLink, DocumentRecord, Header, Quote, Reference, Stated

RELATIONS: Mapping[str, URIRef] = {
    "implements": PC.implements,
    "based_on": ELI.based_on,
    "cites": ELI.cites,
    "amends": ELI.amends,
    "repeals": ELI.repeals,
}
ISSUER_INFERRED = "the cited words do not print the full name of the issuer"


def document_quads(frame: Frame, record: DocumentRecord) -> Iterator[Quad]:
    """Describe the document at hand: what it is, who issued it, where, when."""
    head, me = record.document, frame.document
    kinds = {agent.canonical: agent.kind for agent in record.agents}
    number, issuer = value(head.number), value(head.issuer)
    yield from _classes(frame, me, party=is_party(number, head.level, kinds.get(issuer or "")))
    yield from frame.types(me, PPLAN.Plan)
    yield frame.quad(me, RDFS.label, vi(label(value(head.type), number, own_title(head))))
    yield from frame.source_quads()
    yield from _header_quads(frame, head)
    yield from _dates(frame, head)
    yield from _title_quads(frame, head)
    yield from _signer_quads(frame, head)
    if record.appendix_title:
        annex = frame.inside("annex")
        yield from frame.types(annex, ELI.LegalResourceSubdivision)
        yield frame.quad(annex, RDFS.label, vi(record.appendix_title))
        yield frame.quad(me, ELI.has_annex, annex)


def _classes(frame: Frame, document: NamedNode, *, party: bool) -> Iterator[Quad]:
    own = PC.PartyDocument if party else PC.StateDocument
    yield from frame.types(document, ELI.LegalResource, own)


def _header_quads(frame: Frame, head: Header) -> Iterator[Quad]:
    me, sure = frame.document, frame.judge.header
    if head.type:
        kind, by = document_type(head.type.value), sure("type", head.type)
        yield from frame.say(me, ELI.type_document, kind, head.type, by)
        yield frame.quad(me, PC.typeWords, text(head.type.value))
    if head.number:
        words, by = text(head.number.value), sure("number", head.number)
        yield from frame.say(me, ELI.number, words, head.number, by)
    if head.issuer:
        issuer, by = frame.agent(head.issuer.value), sure("issuer", head.issuer)
        yield from frame.say(me, ELI.passed_by, issuer, head.issuer, by)
    if head.level:
        yield frame.quad(me, PC.level, concept("level", head.level))
    if head.place:
        place, by = frame.place(head.place.value), sure("place", head.place)
        yield from frame.say(me, ELI.jurisdiction, place, head.place, by)
        yield from place_quads(frame, head.place.value)
    if head.status:
        words, by = text(head.status.value), sure("status", head.status)
        yield from frame.say(me, PC.status, words, head.status, by)
    foot = frame.judge.plain(head.foot_rule)
    for recipient in head.recipients:
        yield from frame.state(me, PC.recipientWords, text(recipient.words), recipient, by=foot)


def _dates(frame: Frame, head: Header) -> Iterator[Quad]:
    dated: tuple[tuple[URIRef, str, Stated | None], ...] = (
        (ELI.date_document, "date", head.date),
        (ELI.first_date_entry_in_force, "effective_date", head.effective_date),
    )
    for predicate, name, stated in dated:
        if stated:
            day, by = typed(stated.value, "date"), frame.judge.header(name, stated)
            yield from frame.say(frame.document, predicate, day, stated, by)
    if head.date_not_before:
        bound = typed(head.date_not_before, "date")
        yield frame.quad(frame.document, PC.dateNotBefore, bound)


def _title_quads(frame: Frame, head: Header) -> Iterator[Quad]:
    """Put the title on the expression in Vietnamese, where ELI wants it."""
    if not head.title:
        return
    expression = frame.inside("vi")
    yield from frame.types(expression, ELI.LegalExpression)
    yield frame.quad(expression, ELI.realizes, frame.document)
    yield frame.quad(expression, ELI.language, node(VIETNAMESE))
    by = frame.judge.header("title", head.title)
    yield from frame.say(expression, ELI.title, vi(head.title.value), head.title, by)
    yield frame.quad(frame.document, PC.normalisedTitle, text(own_title(head) or ""))


def _signer_quads(frame: Frame, head: Header) -> Iterator[Quad]:
    if not (head.signer or head.signer_title):
        return
    signer = frame.inside("signer")
    yield from frame.types(signer, SCHEMA.Person)
    if head.signer:
        by = frame.judge.header("signer", head.signer)
        yield from frame.say(frame.document, PC.signer, signer, head.signer, by)
        yield frame.quad(signer, SCHEMA.name, vi(head.signer.value))
    else:
        yield frame.quad(frame.document, PC.signer, signer)
    if head.signer_title:
        office = vi(head.signer_title.value)
        by = frame.judge.header("signer_title", head.signer_title)
        yield from frame.say(signer, SCHEMA.jobTitle, office, head.signer_title, by)


def place_quads(frame: Frame, name: str) -> Iterator[Quad]:
    """Describe a place; "Thành phố Tam Điệp, tỉnh Ninh Bình" lies in "Tỉnh Ninh Bình"."""
    place = frame.place(name)
    yield from frame.types(place, PC.Place)
    yield frame.quad(place, RDFS.label, vi(name))
    _, comma, around = name.partition(", ")
    if comma:
        above = around[:1].upper() + around[1:]
        yield frame.quad(place, SCHEMA.containedInPlace, frame.place(above))
        yield from place_quads(frame, above)


def reference_quads(frame: Frame, record: DocumentRecord) -> Iterator[Quad]:
    """Describe every cited document and how the document at hand bears on it."""
    nodes = keyed(record, frame.base)
    kinds = {agent.canonical: agent.kind for agent in record.agents}
    for cited in record.references:
        target = nodes[cited.key]
        party = is_party(cited.number, None, kinds.get(cited.issuer or ""))
        yield from _classes(frame, target, party=party)
        yield frame.quad(target, RDFS.label, vi(label(cited.type, cited.number, cited.title)))
        yield frame.quad(target, ELI.type_document, document_type(cited.type))
        yield frame.quad(target, PC.typeWords, text(cited.type))
        yield from _cited_parts(frame, target, cited)
        yield from _relations(frame, target, cited)


def _cited_parts(frame: Frame, target: NamedNode, cited: Reference) -> Iterator[Quad]:
    if cited.level:
        yield frame.quad(target, PC.level, concept("level", cited.level))
    by = frame.judge.reference(cited)
    if cited.number:
        yield from frame.state(target, ELI.number, text(cited.number), cited.first, by=by)
    if cited.date:
        day, proof = typed(cited.date, "date"), _dated_mention(cited)
        yield from frame.state(target, ELI.date_document, day, *proof, by=by)
    if cited.title:
        expression = node(f"{target.value}/vi")
        yield from frame.types(expression, ELI.LegalExpression)
        yield frame.quad(expression, ELI.realizes, target)
        yield frame.quad(expression, ELI.language, node(VIETNAMESE))
        yield frame.quad(expression, ELI.title, vi(cited.title))
    if cited.issuer:
        issuer = frame.agent(cited.issuer)
        quotes = (cited.issuer_quote,) if cited.issuer_quote else ()
        why = ISSUER_INFERRED if cited.issuer_inferred or not quotes else None
        by = frame.judge.plain(cited.issuer_rule, *quotes)
        yield from frame.state(target, ELI.passed_by, issuer, *quotes, why=why, by=by)


def _dated_mention(cited: Reference) -> tuple[Quote, ...]:
    """Give the first mention that prints the year of the date; a mention without it proves nothing."""
    year = (cited.date or "")[:4]
    told = (each for each in (cited.first, *cited.mentions) if year in each.words)
    return tuple(told)[:1]


def _relations(frame: Frame, target: NamedNode, cited: Reference) -> Iterator[Quad]:
    me, judge = frame.document, frame.judge
    quotes = cited.mentions or (cited.first,)
    for quote, rule in zip_longest(quotes, cited.mention_rules):
        yield from frame.state(me, ELI.cites, target, quote, by=judge.plain(rule or "", quote))
    yield from pinpoint_quads(frame, target, cited)
    proofs = (cited.relation_quote, *cited.also_quotes)
    rules = (cited.relation_rule, *cited.also_rules)
    for name, proof, rule in zip_longest((cited.relation, *cited.also), proofs, rules):
        if name in RELATIONS and name != "cites":
            by = judge.plain(rule or "", proof)
            yield from frame.state(me, RELATIONS[name], target, proof or cited.first, by=by)


def chain_quads(frame: Frame, record: DocumentRecord) -> Iterator[Quad]:
    """State the links between two cited documents, each with the words that say it."""
    nodes = keyed(record, frame.base)
    for link in record.chain:
        child, parent = (_end(frame, nodes, key) for key in (link.child, link.parent))
        by = frame.judge.plain(link.rule, link.evidence)
        yield from frame.state(child, RELATIONS[link.relation], parent, link.evidence, by=by)
        for key in (link.child, link.parent):
            if key not in nodes:
                yield from _bare(frame, key, link)


def _end(frame: Frame, nodes: Mapping[str, NamedNode], key: str) -> NamedNode:
    return nodes.get(key) or node(numbered_iri(frame.base, None, None, key, None))


def _bare(frame: Frame, key: str, link: ChainLink) -> Iterator[Quad]:
    """Describe a document of which nothing but its number is known."""
    document, parsed = _end(frame, {}, key), DocNumber.parse(key)
    yield from _classes(frame, document, party=bool(parsed and parsed.party))
    yield frame.quad(document, RDFS.label, vi(key))
    if parsed:
        yield from frame.state(document, ELI.number, text(key), link.evidence)
        kind = type_of_code(parsed.type_code, party=parsed.party)
        yield frame.quad(document, ELI.type_document, document_type(kind or ""))
