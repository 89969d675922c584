"""A cascade too large to be drawn at once: an overview that counts, parts that are opened."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_page_gold import gold_graph
from visits import CHROMIUM, Visit, started

from kg.write import page_overview
from kg.write.page import write_page
from kg.write.page_columns import columns
from kg.write.page_overview import MOST, parted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx
    from playwright.sync_api import Browser, Page

    Graph = nx.MultiDiGraph[str]

NODES, EDGES = 20_000, 35_000
LONG_TASKS = "window.seen = []; new PerformanceObserver((list) => list.getEntries().forEach((e) => window.seen.push(e.duration))).observe({type: 'longtask', buffered: true});"


def made(tasks: int) -> Graph:
    """Give the made-up network of tests/analyse, which lies in another folder of tests."""
    path = Path(__file__).parents[1] / "analyse" / "made.py"
    spec = importlib.util.spec_from_file_location("made_large", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["made_large"] = module
    spec.loader.exec_module(module)
    graph: Graph = module.made(34, tasks)
    return graph


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Part the graph of the five plans too: it is small enough to be counted."""
    monkeypatch.setattr(page_overview, "MOST", 60)


@pytest.mark.usefixtures("small_parts")
def test_the_overview_counts_every_node_once() -> None:
    graph = gold_graph()
    overview, _ = parted(graph)
    told: Counter[str] = Counter()
    for _, facts in overview.nodes(data=True):
        told[facts["kind"]] += facts.get("many", 1)
    assert told == Counter(facts["kind"] for _, facts in graph.nodes(data=True))


@pytest.mark.usefixtures("small_parts")
def test_every_node_and_edge_is_in_a_part_or_in_the_overview() -> None:
    graph = gold_graph()
    overview, parts = parted(graph)
    drawn = {node for part in parts.values() for node in part} | set(overview)
    assert set(graph) <= drawn
    edges = {edge for part in [*parts.values(), overview] for edge in part.edges(keys=True)}
    assert set(graph.edges(keys=True)) <= edges
    for _, facts in overview.nodes(data=True):
        if "many" in facts:
            name = list(parts)[facts["part"]]
            assert facts["many"] <= sum(
                f["kind"] == facts["kind"] for _, f in parts[name].nodes(data=True)
            )


@pytest.mark.usefixtures("small_parts")
def test_edges_of_the_overview_count_the_edges_between_its_marks() -> None:
    graph = gold_graph()
    overview, parts = parted(graph)
    between = [
        facts["count"]
        for start, _, facts in overview.edges(data=True)
        if "many" in overview.nodes[start]
    ]
    assert sum(between) > 0
    tasks = Counter(
        home for node, home in columns(graph).items() if graph.nodes[node]["kind"] == "task"
    )
    for place, number in tasks.items():
        told = [
            f
            for _, f in overview.nodes(data=True)
            if f["kind"] == "task" and f.get("place") == place
        ]
        assert sum(f["many"] for f in told) == number
    assert len(parts) > len(tasks) - 1


def test_a_small_graph_has_no_parts() -> None:
    assert len(gold_graph()) < MOST


def browsed(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that needs a browser."""
    missing = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
    marked: Callable[..., None] = pytest.mark.slow(missing(test))
    return marked


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    graph = made(18_000)
    assert len(graph) >= NODES
    assert graph.number_of_edges() >= EDGES
    return write_page(graph, tmp_path_factory.mktemp("large") / "a.html", title="Lớn").as_uri()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    found.page.add_init_script(LONG_TASKS)
    yield found
    found.close()


def longest(page: Page) -> float:
    return float(page.evaluate("Math.max(0, ...window.seen)"))


@browsed
def test_it_is_painted_at_once_and_never_freezes(visit: Visit, address: str) -> None:
    began = time.perf_counter()
    page = visit.open(address)
    page.locator("#counts b", has_text="1.380").wait_for()
    assert time.perf_counter() - began < 6, "half as long on a quiet machine"
    paint = page.evaluate("performance.getEntriesByType('paint').at(-1).startTime")
    assert paint < 3000
    page.wait_for_timeout(1500)
    assert longest(page) < 2000, "a fifth of it on a quiet machine"


@browsed
def test_the_search_finds_what_is_in_no_drawn_part_and_opens_it(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.keyboard.press("/")
    page.keyboard.type("so 07 tinh so 12")
    page.locator("#hits .clip", has_text="Sở 07 Tỉnh Số 12").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Sở 07 Tỉnh Số 12"
    assert page.is_visible("#back")
    shared = page.url
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.is_visible("#back")
    page.goto("about:blank")
    visit.asked.clear()
    visit.open(shared)
    assert page.inner_text("#details h2") == "Sở 07 Tỉnh Số 12"
    assert longest(page) < 2000


@browsed
def test_a_click_on_a_mark_opens_its_place(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.click("#all-items > summary")
    page.locator("#list button", has_text="Tỉnh Số 05").first.click()
    assert page.is_visible("#back")
    assert "Tỉnh Số 05" in page.inner_text("#plans")
    assert page.locator("#plans li").count() == 20
