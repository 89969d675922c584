"""What the catalogue says in numbers: counted in the graph, never written by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, RDFS

from kg.config import BASE_IRI
from kg.lexicon import rows
from kg.vocabulary import ELI, PC, PROV, SCHEMA, TYPES
from kg.write.prefixes import VOCABULARIES
from kg.write.triples import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad

    from kg.write.triples import Fact

# As plain words: to look a term up in its vocabulary for every statement takes longer than to count.
_TYPE, _LABEL = str(RDF.type), str(RDFS.label)
_TEXT, _DAY, _WHERE = str(PC.sourceText), str(ELI.date_document), str(ELI.jurisdiction)
_WITHIN = str(SCHEMA.containedInPlace)
_DOCUMENT, _TASK, _AGENT = str(ELI.LegalResource), str(PC.Task), str(PROV.Agent)
_EXAMPLES = (_DOCUMENT, _TASK, _AGENT, str(PC.Place))


@dataclass(frozen=True, slots=True)
class Links:
    """The statements that lead to one other data set by one predicate."""

    target: str
    predicate: str
    triples: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The whole in numbers; *triples* counts each statement once, whatever graphs it stands in."""

    triples: int = 0
    subjects: int = 0
    objects: int = 0
    entities: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    vocabularies: tuple[str, ...] = ()
    held: int = 0
    cited: int = 0
    tasks: int = 0
    agents: int = 0
    first: str | None = None
    last: str | None = None
    places: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    links: tuple[Links, ...] = ()


def count(quads: Iterable[Quad], base: str = BASE_IRI) -> Counts:
    """Count everything that a catalogue tells of the graph whose IRIs live under *base*.

    Days and places are those of the documents whose text is held; a place within another one
    counts as the outer one. Links are counted to data sets of ``data/publishing/targets.csv``.
    """
    facts = merged(quads)
    kinds = _kinds(facts)
    held = {f[0].value for f in facts if f[1].value == _TEXT}
    days = sorted(_values(facts, _DAY, held))
    documents = kinds.get(_DOCUMENT, set())
    return Counts(
        triples=len(facts),
        subjects=len({f[0] for f in facts}),
        objects=len({f[2] for f in facts}),
        entities=len({iri for each in kinds.values() for iri in each if iri.startswith(base)}),
        classes={kind: len(kinds[kind]) for kind in sorted(kinds)},
        properties=dict(sorted(Counter(f[1].value for f in facts).items())),
        vocabularies=_vocabularies(facts),
        held=len(held),
        cited=len(documents - held),
        tasks=len(kinds.get(_TASK, ())),
        agents=len(kinds.get(_AGENT, ())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        places=tuple(_places(facts, held)),
        examples=tuple(_examples(kinds, held, base)),
        links=tuple(outside(facts, base)),
    )


def _kinds(facts: Sequence[Fact]) -> dict[str, set[str]]:
    """Give the instances of each class."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in facts:
        if predicate.value == _TYPE:
            found[value.value].add(subject.value)
    return found


def _values(facts: Sequence[Fact], predicate: str, subjects: set[str]) -> Iterator[str]:
    for subject, name, value in facts:
        if name.value == predicate and subject.value in subjects:
            yield value.value


def _places(facts: Sequence[Fact], held: set[str]) -> Iterator[tuple[str, str]]:
    """Give the places of the held documents, the outermost that is known, with their labels."""
    around = {f[0].value: f[2].value for f in reversed(facts) if f[1].value == _WITHIN}
    labels = {
        f[0].value: f[2].value
        for f in facts
        if f[1].value == _LABEL and isinstance(f[2], Literal) and f[2].language == "vi"
    }
    found = set()
    for place in _values(facts, _WHERE, held):
        seen: set[str] = set()
        while place in around and place not in seen:
            seen.add(place)
            place = around[place]  # noqa: PLW2901 - a step outwards
        found.add(place)
    yield from ((iri, labels.get(iri, "")) for iri in sorted(found))


def _examples(kinds: Mapping[str, set[str]], held: set[str], base: str) -> Iterator[str]:
    """Give one held document, one task, one body and one place."""
    for kind in _EXAMPLES:
        own = sorted(iri for iri in kinds.get(kind, ()) if iri.startswith(base))
        yield from ([each for each in own if each in held] or own)[:1]


def _vocabularies(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Give the namespaces of the vocabularies whose classes and properties are used."""
    used = {f[1].value for f in facts} | {f[2].value for f in facts if f[1].value == _TYPE}
    return tuple(sorted({v for v in VOCABULARIES.values() if any(u.startswith(v) for u in used)}))


def outside(facts: Iterable[Fact], base: str) -> Iterator[Links]:
    """Count the statements that lead from our things to other data sets, by set and predicate.

    Using somebody's vocabulary is no link to a data set, nor is the address of a licence.
    """
    spaces = {row["id"]: row["namespace"] for row in rows("publishing/targets")}
    found: Counter[tuple[str, str]] = Counter()
    for subject, predicate, value in facts:
        ours = subject.value.startswith((base, TYPES)) and isinstance(value, NamedNode)
        if ours and predicate.value != _TYPE:
            for key, space in spaces.items():
                if value.value.startswith(space):
                    found[key, predicate.value] += 1
    yield from (Links(key, name, n) for (key, name), n in sorted(found.items()))
