"""What stands under a document: plans, agencies, tasks, each edge with the words that say it.

What is missing is said as a note; a note never says that something was not done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.branch import Branch, sayings, task_branches
from kg.analyse.directives import is_directive
from kg.analyse.missing import CITED, OWN, provinces, states
from kg.analyse.walk import DOWN, name, starts
from kg.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.branch import Said
    from kg.analyse.walk import Network

NOT_HELD = "cited but not held"
NO_PLAN = "no document here implements it or is based on it"
NO_TASK = "no task found in its text"
AGAIN = "unfolded above"
# The property of the graph behind a relation of the network, where its name differs.
_PROPERTY = {
    "has_task": "isStepOfPlan",
    "lead": "leadAgency",
    "coordinate": "coordinatingAgency",
}


@dataclass(frozen=True, slots=True)
class Cascade:
    """The tree under one document, and what the provinces of the corpus lack for a directive."""

    root: Branch
    missing: tuple[str, ...] = ()


def cascade(graph: Network, iri: str) -> Cascade:
    """Give the tree under the document *iri*; NotFoundError where the network has none.

    A document that stands at several places is unfolded at the first; so circles end.
    """
    if iri not in graph or graph.nodes[iri]["kind"] != "document":
        what = f"the network holds no document <{iri}>"
        raise NotFoundError(what, mend="See which there are: kg ask documents")
    places = list(_places(graph, iri))
    under: list[list[Branch]] = [[] for _ in places]
    for place, (document, parent, again) in reversed(list(enumerate(places))):
        ties = sayings(graph, document, places[parent][0], *DOWN) if place else ()
        below = tuple(reversed(under[place]))
        under[parent].append(_document(graph, document, ties, below, again=again))
    return Cascade(under[0][-1], tuple(_without_plan(graph, iri)))


def _places(graph: Network, root: str) -> Iterator[tuple[str, int, bool]]:
    """Give the documents as the tree is read: each with the place of its parent, and if again."""
    waiting, seen, place = [(root, 0)], set[str](), 0
    while waiting:
        document, parent = waiting.pop()
        yield document, parent, document in seen
        if document not in seen:
            seen.add(document)
            found = starts(graph, document, *DOWN)
            found.sort(key=lambda each: (name(graph, each), each), reverse=True)
            waiting += [(each, place) for each in found]
        place += 1


def _document(
    graph: Network, iri: str, said: tuple[Said, ...], below: tuple[Branch, ...], *, again: bool
) -> Branch:
    held = bool(graph.nodes[iri].get("held"))
    tasks = () if again else tuple(task_branches(graph, iri))
    notes = (
        (NOT_HELD, not held),
        (AGAIN, again),
        (NO_TASK, held and not tasks and not again),
        (NO_PLAN, not below and not again and not (said and held)),
    )
    told = tuple(note for note, holds in notes if holds)
    return Branch(iri, "document", name(graph, iri), said, (*below, *tasks), told)


def _without_plan(graph: Network, iri: str) -> Iterator[str]:
    """Say of which provinces no plan is here; only a directive asks for such plans."""
    if is_directive(graph, iri):
        for province, state, _, _ in states(graph, iri, provinces(graph)):
            if state != OWN:
                cited = ", only cited or given as a task" if state == CITED else ""
                yield f"{province}: no plan of its own in this corpus{cited}"


def walk(root: Branch) -> Iterator[tuple[int, Branch]]:
    """Give the branches as a reader meets them, each with its depth; the root has depth 0."""
    waiting = [(0, root)]
    while waiting:
        depth, branch = waiting.pop()
        yield depth, branch
        waiting += [(depth + 1, child) for child in reversed(branch.children)]


def edges(root: Branch) -> Answer:
    """Give each edge of a tree once, with its first passage, as the SPARQL question names it."""
    columns = ("from", "relation", "to", "words", "file", "start", "end")
    rows = {
        (start, _PROPERTY.get(each.relation, each.relation), end, *_passage(each))
        for start, end, each in _ties(root)
    }
    by_place = sorted(rows, key=lambda row: in_order((*row[4:], row[1], *row)))
    return Answer("cascade", columns, tuple(by_place))


def _passage(each: Said) -> tuple[str | None, str | None, int | None, int | None]:
    return each.words, each.file, each.start, each.end


def _ties(root: Branch) -> Iterator[tuple[str, str, Said]]:
    """Give each edge of a tree with the labels of what says it and of what it points to."""
    path: list[Branch] = []
    for depth, branch in walk(root):
        del path[depth:]
        for each in branch.said:
            plan = next(up.label for up in reversed(path) if up.kind == "document")
            match each.relation:
                case "has_task":
                    yield branch.label, plan, each
                case "coordinate":
                    yield path[-1].label, branch.label, each
                case _:
                    yield branch.label, path[-1].label, each
        path.append(branch)
