import networkx as nx
import pytest
from selectolax.lexbor import LexborHTMLParser

from kg.write.site import Addresses
from kg.write.site.pages import Site, search_index
from kg.write.site.things import Things

BASE = "https://x.org/"

HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "]]><b>",
    "a\u202egpj.exe", "x" * 10_000, "{{ 7*7 }}", "</bdi></main>", "href=https://evil.example",
]  # fmt: skip


def graph_of(label: str) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(
        f"{BASE}document/a",
        kind="document",
        label=label,
        title=label,
        held=True,
        date="2023-01-30",
        place=label,
        file=label,
    )
    graph.add_node(
        f"{BASE}agent/a", kind="agent", label=label, name=label, place=label, agent_kind=label
    )
    graph.add_node(
        f"{BASE}document/a/task/1",
        kind="task",
        label=label,
        text=label,
        document=f"{BASE}document/a",
        time_words=label,
        task_kind=label,
    )
    graph.add_node(f"{BASE}place/a", kind="place", label=label)
    told = {
        "words": label,
        "start": 1,
        "end": 2,
        "source": f"{BASE}document/a",
        "file": label,
        "inferred": False,
        "count": 2,
    }
    graph.add_edge(
        f"{BASE}document/a/task/1", f"{BASE}agent/a", key="lead", relation="lead", **told
    )
    graph.add_edge(
        f"{BASE}document/a", f"{BASE}document/a/task/1", key="has_task", relation="has_task", **told
    )
    return graph


def pages(label: str) -> list[str]:
    graph = graph_of(label)
    at = Addresses(BASE)
    site = Site(at, frozenset({*graph, f"{BASE}document/a/text"}), title=label)
    return [site.thing(thing, at.file(thing.iri) or "") for thing in Things(graph, {})]


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_what_a_document_says_stays_text(label: str) -> None:
    plain = [LexborHTMLParser(page) for page in pages("plain")]
    for tree, other in zip([LexborHTMLParser(page) for page in pages(label)], plain, strict=True):
        assert [node.tag for node in tree.css("*")] == [node.tag for node in other.css("*")]
        assert label[:40] in "".join(node.text() for node in tree.css("h1"))


def test_the_index_of_the_search_cannot_end_its_script() -> None:
    script = search_index([("agent", "</script><script>alert(1)</script>", "a.html", "\u2028")])
    assert "</script" not in script
    assert "\u2028" not in script


ADDRESSES = [
    ("agent/sở-y-tế", "agent/sở-y-tế", True),
    ("document/a/task/II.2%20%28x%29", "document/a/task/II.2 (x)", True),
    ("agent/..", "agent/-", False),
    ("document/../../etc/passwd", "document/-", False),
    ("agent/a%2Fb", "agent/ab-", False),
    ("agent/" + "đ" * 4000, "agent/" + "đ" * 60, False),
    ("agent/a:b", "agent/ab-", False),
    ("agent/a%00", "agent/a-", False),
]


@pytest.mark.parametrize(("iri", "start", "plain"), ADDRESSES, ids=range(len(ADDRESSES)))
def test_a_path_is_the_one_of_the_iri_or_a_safe_one(iri: str, start: str, plain: bool) -> None:  # noqa: FBT001
    at = Addresses(BASE)
    file = at.file(BASE + iri)
    assert file is not None
    assert file.startswith(start)
    assert at.plain(BASE + iri) is plain
    assert all(
        part not in {"", ".", ".."} and len(part.encode()) <= 200 for part in file.split("/")
    )


def test_two_things_never_share_a_file() -> None:
    at = Addresses(BASE)
    iris = [
        f"{BASE}agent/{name}"
        for name in ("..", ".", "%2F", "%5C", "a:", "a*", "a", "đ" * 300, "đ" * 301)
    ]
    assert len({at.file(iri) for iri in iris}) == len(iris)


def test_adding_an_unrelated_document_changes_no_other_page() -> None:
    graph = graph_of("a")
    at = Addresses(BASE)
    held = frozenset({*graph, f"{BASE}document/b"})
    before = [
        Site(at, held, title="t").thing(each, at.file(each.iri) or "") for each in Things(graph, {})
    ]
    graph.add_node(f"{BASE}document/b", kind="document", label="b")
    after = [
        Site(at, held, title="t").thing(each, at.file(each.iri) or "") for each in Things(graph, {})
    ]
    assert after[: len(before)] == before
