"""Every node has a place of its own; the cascade falls; the order of input says nothing."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_page_gold import gold_graph

from kg.write.layout import lay_out
from kg.write.page_columns import CENTRAL, LEVELS, column_of_place, columns, plan_of

ASPECTS = (1.32, 0.6)


def large_graph() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(60):
        place = f"Tỉnh Số {number % 34}"
        plan, above = f"p{number}", f"c{number}"
        graph.add_node(above, kind="document", label=above, level=sorted(CENTRAL)[number % 4])
        graph.add_node(
            plan, kind="document", label=plan, level="province-government", place=place, held=True
        )
        graph.add_edge(plan, f"c{number * 7 % 60}", key="cites", relation="cites")
        for turn in range(40):
            task, agent = f"t{number}-{turn}", f"a{number % 34}-{turn % 15}"
            graph.add_node(task, kind="task", text=task, section_title=str(turn // 5))
            graph.add_node(agent, kind="agent", label=agent, place=place)
            graph.add_edge(plan, task, key="has_task", relation="has_task", start=turn)
            graph.add_edge(task, agent, key="lead", relation="lead")
    return graph


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_cascade_falls_from_the_politburo_to_the_agencies(aspect: float) -> None:
    graph = gold_graph()
    at = lay_out(graph, aspect=aspect).positions
    depth = [*LEVELS, "task", "agent"]
    rows: dict[str, list[float]] = {}
    for node, facts in graph.nodes(data=True):
        name = facts["level"] if facts["kind"] == "document" else facts["kind"]
        rows.setdefault(name, []).append(at[node][1])
    found = [rows[name] for name in depth if name in rows]
    assert len(found) == 9
    for upper, lower in pairwise(found):
        assert max(upper) < min(lower)


@pytest.mark.parametrize("graph", [gold_graph(), large_graph()], ids=["gold", "3,000 nodes"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_two_marks_touch_and_all_are_inside(graph: nx.MultiDiGraph[str], aspect: float) -> None:
    layout = lay_out(graph, aspect=aspect)
    assert layout.positions.keys() == set(graph)
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for x, y in layout.positions.values():
        assert 0 <= x <= layout.width
        assert 0 <= y <= layout.height
        cells.setdefault((int(x // 40), int(y // 40)), []).append((x, y))
    for near in cells.values():
        for (ax, ay), (bx, by) in combinations(near, 2):
            assert max(abs(ax - bx), abs(ay - by)) >= 12


def test_a_large_graph_fills_the_screen_on_several_shelves() -> None:
    layout = lay_out(large_graph(), aspect=1.32)
    assert 0.9 < layout.width / layout.height < 1.9
    assert len({column.top for column in layout.columns}) > 1


def test_agencies_stand_in_the_column_of_their_place() -> None:
    graph = gold_graph()
    layout = lay_out(graph, aspect=1.32)
    spans = {column.place: (column.left, column.right) for column in layout.columns}
    placed = [n for n, f in graph.nodes(data=True) if f["kind"] == "agent" and f.get("place")]
    assert len(placed) > 60
    for agent in placed:
        left, right = spans[graph.nodes[agent]["place"]]
        assert left < layout.positions[agent][0] < right


def test_a_district_stands_with_its_province() -> None:
    home = columns(gold_graph())
    assert "Thành phố Tam Điệp, tỉnh Ninh Bình" not in home.values()
    assert (
        column_of_place("Thành phố Tam Điệp, tỉnh Ninh Bình", ["Tỉnh Ninh Bình"]) in home.values()
    )


def test_a_plan_found_by_its_edge_when_the_task_names_none() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("task", kind="task")
    graph.add_edge("plan", "task", key="has_task")
    assert plan_of(graph, "task") == "plan"


def test_the_order_of_input_says_nothing() -> None:
    graph = gold_graph()
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    random.Random(7).shuffle(nodes)  # noqa: S311 - a fixed order, no secret
    random.Random(8).shuffle(edges)  # noqa: S311
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    for tail, head, key, told in edges:
        other.add_edge(tail, head, key=key, **told)
    assert lay_out(other, aspect=1.32) == lay_out(graph, aspect=1.32)


facts = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["document", "task", "agent", "place", "unheard of"]),
        "level": st.sampled_from([*LEVELS, "nonsense"]),
        "place": st.sampled_from(["", "Tỉnh A", "Huyện B, tỉnh A", "0"]),
        "document": st.sampled_from(["0", "1", "nowhere"]),
        "label": st.sampled_from(["", "Kế hoạch", "36-NQ/TW"]),
    },
)


@given(st.lists(facts, max_size=25), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24))))
def test_any_graph_is_placed_whatever_is_absent(
    nodes: list[dict[str, str]], ends: list[tuple[int, int]]
) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, told in enumerate(nodes):
        graph.add_node(str(number), **told)
    for tail, head in ends:
        if max(tail, head) < len(nodes):
            graph.add_edge(str(tail), str(head), key="has_task", relation="has_task")
    positions = lay_out(graph, aspect=1.32).positions
    assert positions.keys() == set(graph)
    assert len(set(positions.values())) == len(positions)
