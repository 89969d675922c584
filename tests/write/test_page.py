"""The page as a file: one piece, asks for nothing, escapes everything, the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import networkx as nx
import pytest
from test_page_gold import gold_graph, texts

from kg.write.page import page_html, write_page
from kg.write.page_style import MARKS, STROKES
from kg.write.page_words import LANGUAGES, WORDS, table

HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>&\u2028"
ASSETS = files("kg.write").joinpath("assets")
SOURCES = [item.read_text("utf-8") for item in ASSETS.iterdir()]


class Reader(HTMLParser):
    """Collects elements, addresses and the texts of scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script":
            self.scripts[-1] += data


def hostile_graph() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    told = {"label": HOSTILE, "place": HOSTILE, "file": HOSTILE, "title": HOSTILE, "name": HOSTILE}
    plan = "https://example.org/" + HOSTILE
    graph.add_node(plan, kind="document", level="province-party", held=True, **told)
    graph.add_node("task", kind="task", text=HOSTILE, document=plan, **told)
    graph.add_node("agent", kind="agent", **told)
    quote = {"words": HOSTILE, "start": 0, "end": len(HOSTILE), "source": plan, "file": HOSTILE}
    graph.add_edge(plan, "task", key="has_task", relation="has_task", **quote)
    graph.add_edge("task", "agent", key="lead", relation="lead", **quote)
    return graph


@pytest.fixture(scope="module")
def page() -> str:
    return page_html(gold_graph(), title="Kế hoạch & nhiệm vụ", texts=texts())


def test_nothing_is_asked_of_the_network(page: str) -> None:
    found = Reader(page)
    for tag, attributes in found.tags:
        for name in ("src", "href", "srcset", "action", "data", "poster", "xlink:href"):
            assert (attributes.get(name) or "data:,").startswith("data:"), (tag, attributes)
    assert not [tag for tag, _ in found.tags if tag in {"iframe", "object", "embed", "base"}]
    style = (ASSETS / "page.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in page


def test_the_policy_lets_run_only_our_two_scripts(page: str) -> None:
    metas = [a for tag, a in Reader(page).tags if tag == "meta" and "http-equiv" in a]
    [policy] = [str(meta["content"]) for meta in metas]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("'sha256-") == 2
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_its_language(lang: str) -> None:
    html = page_html(nx.MultiDiGraph(), title="x", lang=lang)
    assert [a["lang"] for tag, a in Reader(html).tags if tag == "html"] == [lang]
    assert table(lang)["panel.start"] in html


def test_a_language_the_page_does_not_speak_is_named() -> None:
    with pytest.raises(ValueError, match="not 'fr'"):
        page_html(nx.MultiDiGraph(), title="x", lang="fr")


def test_hostile_words_stay_words() -> None:
    html = page_html(
        hostile_graph(), title=HOSTILE, texts={"https://example.org/" + HOSTILE: HOSTILE}
    )
    assert "<script>window.pwned" not in html
    assert "<img" not in html
    reader = Reader(html)
    data = json.loads(reader.scripts[0])
    assert {node["facts"]["label"] for node in data["nodes"]} == {HOSTILE}
    assert len(reader.scripts) == 3


def test_no_asset_writes_markup_or_runs_text() -> None:
    for source in SOURCES:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(", source)


def test_the_file_is_utf8_whatever_the_locale(tmp_path: Path, page: str) -> None:
    path = write_page(gold_graph(), tmp_path / "p.html", title="Kế hoạch & nhiệm vụ", texts=texts())
    assert path.read_bytes() == page.encode("utf-8")
    assert "<title>Kế hoạch &amp; nhiệm vụ</title>" in page


def test_only_texts_that_are_quoted_travel() -> None:
    graph = hostile_graph()
    html = page_html(graph, title="x", texts={"https://example.org/other": "a text nobody quotes"})
    assert "a text nobody quotes" not in html


@pytest.mark.slow
def test_the_same_bytes_under_another_hash_seed() -> None:
    code = (
        "import hashlib; from test_page_gold import gold_graph, texts;"
        "from kg.write.page import page_html;"
        "print(hashlib.sha256(page_html(gold_graph(), title='x', texts=texts()).encode()).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join([str(root), str(Path(__file__).parent)])
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "LC_ALL": "C"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_every_message_the_page_asks_for_is_in_the_table() -> None:
    page = [item.read_text("utf-8") for item in ASSETS.iterdir() if item.name.startswith("page")]
    asked = {key for text in page for key in re.findall(r'say(?:Other)?\("([a-z._]+)"\)', text)}
    asked |= {key for text in page for key in re.findall(r'data-(?:word|label)="([a-z._]+)"', text)}
    attributes = re.findall(
        r'^ {2}\w+: \[(".*")\],$', (ASSETS / "page_panel.js").read_text("utf-8"), re.MULTILINE
    )
    asked |= {f"fact.{name}" for line in attributes for name in re.findall(r"\w+", line)}
    asked |= {f"{way}.{name}" for way in ("relation", "inverse") for name in STROKES}
    asked |= {f"mark.{name}" for name in MARKS}
    assert len(asked) > 70
    assert asked <= WORDS.keys()


def test_every_message_is_said_in_both_languages() -> None:
    for key, words in WORDS.items():
        assert len(words) == len(LANGUAGES), key
        assert all(words), key


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", ["#ffffff", "#eef2f7"])
@pytest.mark.parametrize(
    "colour", sorted({m.border for m in MARKS.values()} | {s.colour for s in STROKES.values()})
)
def test_marks_and_lines_stand_out(colour: str, ground: str) -> None:
    assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 4.5


def test_kinds_and_relations_are_told_apart_without_colour() -> None:
    shapes = {(mark.shape, mark.fill == "#ffffff", mark.dashed) for mark in MARKS.values()}
    assert len(shapes) == len(MARKS)
    strokes = {(stroke.dashes, stroke.width, stroke.quiet) for stroke in STROKES.values()}
    assert len(strokes) >= len(STROKES) - 1
