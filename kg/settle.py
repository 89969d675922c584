"""After the documents: which of the papers they name are one, and who holds which body since when.

Each document is first put into the graph as it stands alone. Here its partial identities are put
under the fuller ones that the corpus knows, again and again as the corpus grows; what was put
there before is made anew from the stored text, so the order of builds does not show.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from kg.config import VERSION
from kg.folder import Built, text_of, write_state, write_whole
from kg.graph.frame import Run
from kg.graph.identities import identities_graph, identity_quads
from kg.graph.papers import dossier
from kg.graph.renamed import renamed
from kg.graph.store import quads_of, replace_document
from kg.graph.successions import (
    bodies_named,
    places_named,
    succession_quads,
    successions_graph,
)
from kg.graph.triples import to_quads
from kg.identity.papers import identities
from kg.identity.successions import place_successions, successions
from kg.identity.versions import versions
from kg.model import DocumentRecord, SourceText
from kg.papers import Dossier, Paper
from kg.pipeline import extract
from kg.record import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from kg.papers import Identities

PAPERS = "papers.jsonl"


def settle(
    store: Store, out: Path, state: dict[str, Built], base: str, fresh: Mapping[str, Dossier]
) -> Identities:
    """Bring the identities of the whole graph up to date; give what was found.

    *fresh* are the dossiers of what was built just now; the others come from the folder.
    """
    kept = {name: built for name, built in state.items() if built.base == base}
    dossiers = _dossiers(out, kept, fresh)
    found = replace(identities(dossiers.values()), versions=versions(dossiers.values()))
    wanted: dict[str, dict[str, str]] = {name: {} for name in kept}
    for each in found.merged:
        wanted[each.name][each.iri] = each.into
    _rename(store, out, state, {n: w for n, w in wanted.items() if w != state[n].same})
    documents = {name: built.document for name, built in kept.items()}
    replace_document(store, identities_graph(base), identity_quads(found, documents, base))
    succeed(store, base)
    return found


def succeed(store: Store, base: str) -> None:
    """Say of every body and place that the documents name who holds it in which period."""
    bodies = {name: successions(name, day) for name, day in bodies_named(store).items()}
    places = {label: place_successions(label, day) for label, day in places_named(store).items()}
    quads = succession_quads(bodies, places, base)
    replace_document(store, successions_graph(base), quads)


def _rename(
    store: Store, out: Path, state: dict[str, Built], todo: Mapping[str, dict[str, str]]
) -> None:
    """Put the graphs of *todo* under their new identities; a crash is noticed by the next build."""
    before = {name: state[name].same for name in todo}
    if not todo:
        return
    state.update({name: replace(state[name], same=None) for name in todo})
    write_state(out, state)
    for name, into in sorted(todo.items()):
        alone = before[name] == {}
        built = state[name]
        quads = quads_of(store, built.graph) if alone else _minted(out, built)
        replace_document(store, built.graph, list(renamed(quads, into)))
        state[name] = replace(built, same=into)
    write_state(out, state)


def _minted(out: Path, built: Built) -> Iterator[Quad]:
    """Give the quads of a document as it stands alone, made anew from its text."""
    return to_quads(_again(out, built), Run(VERSION, built.rules), built.base)


def _again(out: Path, built: Built) -> DocumentRecord:
    """Read the record of a document anew from its stored text."""
    told = load(out / "records" / f"{built.file}.json")
    source: dict[str, str] = told["source"]  # type: ignore[assignment]
    text, digest = text_of(out, built.document), source.get("sha256_text", "")
    name = str(told["file"])
    return extract(SourceText(name, text, source["sha256"], source["media_type"], digest))


def _dossiers(
    out: Path, kept: Mapping[str, Built], fresh: Mapping[str, Dossier]
) -> dict[str, Dossier]:
    """Give the dossier of each document, and keep them all in the folder for the next build."""
    stored = _read(out)
    found: dict[str, Dossier] = {}
    for name, built in sorted(kept.items()):
        key, known = _stamp(built), stored.get(name)
        if name in fresh:
            found[name] = fresh[name]
        elif known and known[0] == key:
            found[name] = known[1]
        else:
            found[name] = dossier(_again(out, built), name, built.base)
    lines = (_line(_stamp(kept[name]), each) for name, each in found.items())
    write_whole(out / PAPERS, "".join(lines))
    return found


def _stamp(built: Built) -> str:
    """Give what a dossier was made of: other bytes or other rules make another."""
    return f"{built.sha256} {built.rules} {built.base}"


def _line(stamp: str, each: Dossier) -> str:
    return json.dumps({"of": stamp, **asdict(each)}, ensure_ascii=False) + "\n"


def _read(out: Path) -> dict[str, tuple[str, Dossier]]:
    """Read the kept dossiers; what is damaged is made anew."""
    found: dict[str, tuple[str, Dossier]] = {}
    try:
        for line in (out / PAPERS).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            own, cited = Paper(**row["own"]), tuple(Paper(**each) for each in row["cited"])
            found[row["name"]] = (row["of"], Dossier(row["name"], own, cited))
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found
