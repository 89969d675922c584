"""The pages of one body and of one document: what stands around it, in columns.

A body: the papers that give it work, its tasks, who works with it, and when. A document: what it
rests on, what answers it, its tasks, their bodies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.write.board import Board, Bundle, Choice, Key, Ranks
from kg.write.board_boxes import Box, Line, Section, columns, stacked
from kg.write.board_years import years
from kg.write.page_columns import plan_of
from kg.write.page_style import MARKS, STROKES, mark_of
from kg.write.svg_parts import shape, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx
    from markupsafe import Markup

    Graph = nx.MultiDiGraph[str]

WIDE, TALL = 880.0, 380.0
MOST_TASKS = 60
"""More tasks than that are shown by their paper and role, or by their section."""
_ROLES = ("lead", "coordinate")
_REST = ("implements", "based_on", "amends", "repeals")
_CITED = (*_REST, "cites")


def agency_board(graph: Graph, agency: str) -> Board:
    """Draw what stands around one body."""
    near = graph.subgraph(_around(graph, agency))
    ranks = Ranks(near)
    roles = {t: key for t, _, key in near.in_edges(agency, keys=True) if key in _ROLES}
    tasks = _ordered(near, roles)
    papers = Counter(plan_of(near, task) for task in tasks)
    papers.pop("", None)
    bundles: list[Bundle] = []
    shown, home = _task_boxes(ranks, tasks, roles, bundles, by="document")
    partners = Counter(
        body for task in tasks for _, body, key in near.out_edges(task, keys=True)
        if key in _ROLES and body != agency
    )  # fmt: skip
    issued = [start for start, _, key in near.in_edges(agency, keys=True) if key == "issued_by"]
    found = (
        (Section("ego.papers", tuple(_papers(near, ranks, papers))),
         Section("ego.issued", tuple(_boxes(near, ranks, issued)))),
        (Section("ego.tasks", tuple(shown)),),
        (Section("ego.partners", tuple(_partners(near, ranks, partners, collective=False))),
         Section("ego.collectives", tuple(_partners(near, ranks, partners, collective=True)))),
    )  # fmt: skip
    lines = list(_task_lines(near, ranks, tasks, home, agency))
    strips = [years(near, ranks, tasks, bundles, width=width) for width in (WIDE, TALL)]
    figures = (("kinds.document", len(papers)), ("board.led", sum(k == "lead" for k in roles.values())),
               ("board.helped", sum(k == "coordinate" for k in roles.values())),
               ("board.partners", len(partners)))  # fmt: skip
    return Board(
        "agency", near, columns(found, lines, width=WIDE) + strips[0],
        stacked(found, width=TALL) + strips[1], bundles, figures, legend(near, _ROLES),
        (Choice("role", (("lead", "relation.lead", True), ("coordinate", "relation.coordinate", True))),),
        ("ego.how", "board.never"), agency,
    )  # fmt: skip


def document_board(graph: Graph, document: str) -> Board:
    """Draw what stands around one document."""
    near = graph.subgraph(_around_document(graph, document))
    ranks = Ranks(near)
    tasks = _ordered(
        near, {e for _, e, key in near.out_edges(document, keys=True) if key == "has_task"}
    )
    bundles: list[Bundle] = []
    shown, home = _task_boxes(ranks, tasks, {}, bundles, by="section_title")
    bodies = Counter(
        body for task in tasks for _, body, key in near.out_edges(task, keys=True) if key in _ROLES
    )
    rests = _firsts(near, document, forward=True)
    answers = _firsts(near, document, forward=False)
    up = tuple(Section(f"ego.{key}", tuple(_boxes(near, ranks, rests[key]))) for key in _CITED)
    this = Section("ego.this", tuple(_boxes(near, ranks, [document])))
    down = (
        *(Section(f"ego.by.{key}", tuple(_boxes(near, ranks, answers[key]))) for key in _CITED),
        Section("ego.refers", tuple(_task_box(near, ranks, t, {}) for t in _referring(near, document))),
    )  # fmt: skip
    bodies_ = (Section("ego.bodies", tuple(_partners(near, ranks, bodies, collective=False))),
               Section("ego.collectives", tuple(_partners(near, ranks, bodies, collective=True))))  # fmt: skip
    doing = (Section("ego.tasks", tuple(shown)),)
    found = (up, (this, *down), doing, bodies_) if tasks else (up, (this,), down)
    lines = [
        Line(document, other, key, f"edge:{ranks.edges[(document, other, key) if ways is rests else (other, document, key)]}")
        for ways in (rests, answers) for key in _CITED for other in ways[key]
    ]  # fmt: skip
    lines += _task_lines(near, ranks, tasks, home, "")
    strips = [years(near, ranks, tasks, bundles, width=width) for width in (WIDE, TALL)]
    answering = sum(len(answers[key]) for key in _REST)
    figures = (("kinds.task", len(tasks)), ("kinds.agent", len(bodies)),
               ("board.rests", sum(len(each.boxes) for each in found[0])), ("board.answers", answering))  # fmt: skip
    return Board(
        "document", near, columns(found, lines, width=WIDE) + strips[0],
        stacked(found, width=TALL) + strips[1], bundles, figures,
        legend(near, (*_CITED, *_ROLES)), (),
        ("ego.how.document", "board.never"), document,
    )  # fmt: skip


def _around(graph: Graph, agency: str) -> set[str]:
    """Give a body, its tasks, their papers and bodies, what it issued, its units."""
    found = {agency, *graph.successors(agency), *graph.predecessors(agency)}
    for node in sorted(found):
        if graph.nodes[node].get("kind") == "task":
            found |= {end for _, end, key in graph.out_edges(node, keys=True) if key in _ROLES}
            found.add(plan_of(graph, node))
    return {node for node in found if node in graph}


def _around_document(graph: Graph, document: str) -> set[str]:
    found = {document, *graph.successors(document), *graph.predecessors(document)}
    for node in sorted(found):
        if graph.nodes[node].get("kind") == "task":
            found |= {end for _, end, key in graph.out_edges(node, keys=True) if key in _ROLES}
    return found


def _firsts(graph: Graph, node: str, *, forward: bool) -> dict[str, list[str]]:
    """Give the documents tied to *node* by relation, each under the strongest of its relations."""
    edges = graph.out_edges(node, keys=True) if forward else graph.in_edges(node, keys=True)
    ties = sorted((end if forward else start, key) for start, end, key in edges)
    found: dict[str, list[str]] = {key: [] for key in _CITED}
    seen: set[str] = set()
    for relation in _CITED:
        here = [other for other, key in ties if key == relation and other not in seen]
        found[relation] = [o for o in here if graph.nodes[o].get("kind") == "document"]
        seen.update(here)
    return found


def _referring(graph: Graph, document: str) -> list[str]:
    """Give the tasks of other papers that refer to a document."""
    return sorted(
        start for start, _, key in graph.in_edges(document, keys=True) if key == "refers_to"
    )


def _ordered(graph: Graph, tasks: Iterable[str]) -> list[str]:
    """Sort tasks as they are read: by paper, then by their place in its text."""

    def order(task: str) -> tuple[str, int, str]:
        plan = plan_of(graph, task)
        told = graph.get_edge_data(plan, task, "has_task") or {}
        return plan, int(told.get("start", 0)), task

    return sorted(tasks, key=order)


def _name(graph: Graph, node: str) -> str:
    facts = graph.nodes[node]
    return str(facts.get("label") or facts.get("name") or node)


def _boxes(graph: Graph, ranks: Ranks, nodes: Iterable[str]) -> Iterator[Box]:
    for node in sorted(set(nodes), key=lambda each: (_name(graph, each), each)):
        facts = graph.nodes[node]
        asides = [(str(facts[each]), "") for each in ("place", "date") if facts.get(each)]
        yield Box(
            node, f"node:{ranks.nodes[node]}", _name(graph, node), mark_of(facts), tuple(asides)
        )


def _papers(graph: Graph, ranks: Ranks, counts: Counter[str]) -> Iterator[Box]:
    for node, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        facts = graph.nodes[node]
        yield Box(node, f"node:{ranks.nodes[node]}", _name(graph, node), mark_of(facts),
                  ((str(number), "kinds.task"),))  # fmt: skip


def _partners(
    graph: Graph, ranks: Ranks, counts: Counter[str], *, collective: bool
) -> Iterator[Box]:
    """Give the bodies by the number of shared tasks; the same number, by name."""
    names = {node: str(graph.nodes[node].get("name") or _name(graph, node)) for node in counts}
    for node, number in sorted(
        counts.items(), key=lambda each: (-each[1], names[each[0]], each[0])
    ):
        facts = graph.nodes[node]
        if bool(facts.get("collective")) == collective:
            yield Box(node, f"node:{ranks.nodes[node]}", names[node], mark_of(facts),
                      ((str(number), "kinds.task"),))  # fmt: skip


def _task_boxes(
    ranks: Ranks, tasks: list[str], roles: dict[str, str], bundles: list[Bundle], *, by: str
) -> tuple[list[Box], dict[str, str]]:
    """Give a box for each task, or for many tasks at once where they are too many."""
    graph = ranks.graph
    if len(tasks) <= MOST_TASKS:
        return [_task_box(graph, ranks, task, roles) for task in tasks], {t: t for t in tasks}
    heaps: dict[tuple[str, str], list[str]] = defaultdict(list)
    for task in tasks:
        where = plan_of(graph, task) if by == "document" else str(graph.nodes[task].get(by, ""))
        heaps[where, roles.get(task, "")].append(task)
    boxes: list[Box] = []
    home: dict[str, str] = {}
    for (where, role), heap in heaps.items():
        name = _name(graph, where) if where in graph else where
        key = f"heap {role} {where}"
        items = tuple(ranks.task(task) for task in heap)
        asides = [(str(len(heap)), "kinds.task")]
        asides += [("", f"relation.{role}")] if role else []
        boxes.append(
            Box(key, f"bundle:{len(bundles)}", name, "task", tuple(asides), f"role:{role}")
        )
        bundles.append(
            Bundle(f"tasks {role} {where}", "kind.heap", name, (), (), (("kinds.task", items),))
        )
        home |= dict.fromkeys(heap, key)
    return boxes, home


def _task_box(graph: Graph, ranks: Ranks, task: str, roles: dict[str, str]) -> Box:
    facts = graph.nodes[task]
    role = roles.get(task, "")
    asides = [("", f"relation.{role}")] if role else []
    time = str(facts.get("time_words") or "")
    asides.append((time, "") if time else ("", "board.notime"))
    label = str(facts.get("text") or facts.get("label") or task)
    tokens = f"role:{role}" if role else ""
    return Box(task, f"node:{ranks.nodes[task]}", label, mark_of(facts), tuple(asides), tokens)


def _task_lines(
    graph: Graph, ranks: Ranks, tasks: list[str], home: dict[str, str], centre: str
) -> Iterator[Line]:
    seen: set[tuple[str, str]] = set()
    for task in tasks:
        plan = plan_of(graph, task)
        ties = [(plan, home[task], "has_task", (plan, task, "has_task"))]
        ties += [(home[task], body, key, (task, body, key))
                 for _, body, key in sorted(graph.out_edges(task, keys=True))
                 if key in _ROLES and body != centre]  # fmt: skip
        for start, end, key, edge in ties:
            if edge in ranks.edges and (start, end) not in seen:
                seen.add((start, end))
                yield Line(start, end, key, f"edge:{ranks.edges[edge]}")


def legend(graph: Graph, relations: Iterable[str]) -> tuple[Key, ...]:
    """Give the marks and lines that occur in a graph."""
    used = {mark_of(facts) for _, facts in graph.nodes(data=True)}
    drawn = [Key(_icon(name), f"mark.{name}") for name in MARKS if name in used and name != "place"]
    keys = {key for _, _, key in graph.edges(keys=True)}
    drawn += [Key(_stroke(name), f"relation.{name}") for name in relations if name in keys]
    return tuple(drawn)


def _icon(name: str) -> Markup:
    mark = MARKS[name]
    drawn = shape(mark.shape, 0, 0, 7, fill=mark.fill, stroke=mark.border, stroke_width=2,
                  stroke_dasharray="3 2" if mark.dashed else None)  # fmt: skip
    return tag("svg", drawn, viewBox="-10 -10 20 20", class_="icon", aria_hidden="true")


def _stroke(name: str) -> Markup:
    stroke = STROKES[name]
    line = tag("line", x1=0, y1=4, x2=32, y2=4, stroke=stroke.colour, stroke_width=stroke.width + 0.6,
               stroke_dasharray=" ".join(map(str, stroke.dashes)) or None)  # fmt: skip
    return tag("svg", line, viewBox="0 0 32 8", class_="line", aria_hidden="true")
