"""Time the pages of a made-up corpus of 20,000 nodes: to write them, and to open them in a browser.

Exits with 1 when the page of the cascade paints later than 3 s or any task of its script takes 2 s.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "analyse"))

from made import made

from kg.analyse.agencies import agencies
from kg.analyse.communities import groups
from kg.analyse.shared import shared
from kg.analyse.teams import teams
from kg.write.board import write_board
from kg.write.board_coordination import coordination_board
from kg.write.board_flow import flow_board
from kg.write.board_timeline import timeline_board
from kg.write.page import write_page

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from playwright.sync_api import Browser

TASKS = 18_000
MOST_PAINT, MOST_TASK = 3000, 2000
WATCH = "window.seen = []; new PerformanceObserver((list) => list.getEntries().forEach((e) => window.seen.push(e.duration))).observe({type: 'longtask', buffered: true});"


def coordination(graph: nx.MultiDiGraph[str], path: Path) -> None:
    """Write the page of who works with whom."""
    found = teams(graph)
    board = coordination_board(graph, shared(graph, found), groups(agencies(graph, found)))
    write_board(board, path, title="Coordination")


def pages() -> dict[str, Callable[[nx.MultiDiGraph[str], Path], object]]:
    """Give how each page is written."""
    return {
        "cascade": lambda graph, path: write_page(graph, path, title="Cascade"),
        "coordination": coordination,
        "flow": lambda graph, path: write_board(flow_board(graph), path, title="Flow"),
        "timeline": lambda graph, path: write_board(timeline_board(graph), path, title="Time"),
    }


def visit(browser: Browser, path: Path) -> tuple[float, float]:
    """Open a page; give the moment of its first paint and its longest task, in milliseconds."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(WATCH)
    page.goto(path.as_uri())
    page.wait_for_timeout(3000)
    paint = page.evaluate("performance.getEntriesByType('paint').at(-1).startTime")
    longest = page.evaluate("Math.max(0, ...window.seen)")
    page.close()
    return float(paint), float(longest)


def main() -> int:
    """Print the figures; give the exit status."""
    graph = made(34, TASKS)
    print(f"{len(graph)} nodes, {graph.number_of_edges()} edges")
    missed = False
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        written = {}
        for name, write in pages().items():
            path = Path(folder, f"{name}.html")
            start = time.perf_counter()
            write(graph, path)
            written[name] = (path, time.perf_counter() - start)
        if chromium is None:
            print("no chromium here: the pages were written, not opened")
            return 0
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, (path, seconds) in written.items():
                paint, longest = visit(browser, path)
                size = path.stat().st_size / 1e6
                print(
                    f"{name:13}{seconds:5.1f} s to write {size:6.1f} MB   painted after {paint:4.0f} ms, longest task {longest:4.0f} ms"
                )
                missed = missed or paint > MOST_PAINT or longest > MOST_TASK
            browser.close()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
