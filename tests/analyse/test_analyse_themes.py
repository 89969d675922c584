"""Themes: answers by hand, rows that prove themselves, counts on paper, and a second way."""

from __future__ import annotations

import csv
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from corpus import DATA, five, stored
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SKOS, Graph, Literal, URIRef

from kg.analyse import theme_words
from kg.analyse.clarity import clarity
from kg.analyse.gantt import gantt
from kg.analyse.theme_words import THEMES, theme_of
from kg.analyse.themes import by_province, by_task, named, theme, themes
from kg.analyse.timeline import timeline
from kg.graph.query import Table, sparql
from kg.lexicon import rows, variants
from kg.pipeline import extract_file
from kg.record import to_json
from kg.vocabulary import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.lexicon import Row

ROWS = rows("questions/themes")
WORDS = sorted(
    {
        word
        for row in ROWS
        for each in variants(row, "examples")
        for word in (each.lower(), *each.lower().split())
    }
)
HANDS = Path(__file__).with_name("themes.csv")
FLOOR = 85
"""Of the 100 answers by hand; this was the first count, and no row was changed to raise it."""


def by_hand() -> list[dict[str, str]]:
    with HANDS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found_in_five() -> dict[tuple[str, str], str]:
    graph = five()
    return {
        (graph.nodes[facts["document"]]["file"], facts["task_id"]): found.theme if found else ""
        for iri, facts in graph.nodes(data=True)
        if facts["kind"] == "task"
        for found in [theme(graph, iri)]
    }


def test_answers_by_hand() -> None:
    machine = found_in_five()
    hand = {(row["file"], row["task"]): row["theme"] for row in by_hand()}
    assert len(hand) == 100
    assert set(hand) <= set(machine)
    assert {*hand.values()} - {""} <= set(THEMES)
    wrong = {key: (want, machine[key]) for key, want in hand.items() if machine[key] != want}
    assert len(hand) - len(wrong) >= FLOOR, wrong


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_decides_its_examples(row: Row) -> None:
    examples = variants(row, "examples")
    assert examples
    for example in examples:
        for heading, task, where in ((example, "", "heading"), ("", example, "task")):
            found = theme_of(heading, task)
            if not row["theme"]:
                assert found is None
                continue
            assert found is not None
            assert (found.theme, found.rule, found.where) == (row["theme"], row["id"], where)
            assert found.words in example


def test_the_table_is_trimmed_nfc_and_says_nothing_twice() -> None:
    cells = [cell for row in ROWS for cell in row.values()]
    assert all(cell == cell.strip() and unicodedata.is_normalized("NFC", cell) for cell in cells)
    assert len({row["id"] for row in ROWS}) == len({row["pattern"] for row in ROWS}) == len(ROWS)
    assert {row["theme"] for row in ROWS} - {""} == set(THEMES)
    assert all(row["id"].startswith(f"{row['theme'] or 'none'}.") for row in ROWS)
    assert {row["rank"] for row in ROWS} == {"1", "2", "3"}


def test_themes_are_those_of_the_ontology() -> None:
    graph = Graph().parse(DATA.parent / "ontology" / "types.ttl")
    scheme = URIRef(f"{TYPES}theme")
    labels = {
        str(each).removeprefix(f"{TYPES}theme/"): {
            label.language: str(label)
            for label in graph.objects(each, SKOS.prefLabel)
            if isinstance(label, Literal)
        }
        for each in graph.subjects(SKOS.inScheme, scheme)
    }
    assert labels == {key: {"en": en, "vi": vi} for key, (en, vi) in THEMES.items()}


@pytest.mark.parametrize(
    ("heading", "task", "bodies", "want"),
    [
        ("Đẩy mạnh hợp tác về sách", "Đào tạo thủ thư", (), ("cooperation", "heading", "hợp tác")),
        ("Nghiên cứu sách cổ", "Đào tạo thủ thư", (), ("people", "task", "Đào tạo")),
        ("Nghiên cứu sách cổ", "Rà soát kho", (), ("research", "heading", "Nghiên cứu")),
        ("Phát triển công\nnghiệp", "", (), ("industry", "heading", "công\nnghiệp")),
        ("Sở Y tế", "Kiểm kê kho", (), None),  # a body's name is no theme
        ("Trạm Y tế xã", "Kiểm kê kho", ("Trạm Y tế xã",), None),  # nor that of who does it
        ("Trạm Y tế xã", "Kiểm kê kho", (), ("health", "heading", "Y tế")),
        ("Hợp tác xã", "Kiểm kê kho", (), None),
        ("Y tế " + "và kho sách " * 49, "Kiểm kê kho", (), ("health", "heading", "Y tế")),
        (
            "Y tế " + "và kho sách " * 50,
            "Kiểm kê kho",
            (),
            None,
        ),  # a table that was read as heading
        ("", "Phối hợp với Sở Giáo dục và Đào tạo", (), None),
        ("TUYÊN TRUYỀN", "", (), ("communication", "heading", "TUYÊN TRUYỀN")),
        ("", "", (), None),
    ],
)
def test_a_theme_with_the_words_that_decided(
    heading: str, task: str, bodies: tuple[str, ...], want: tuple[str, str, str] | None
) -> None:
    found = theme_of(heading, task, bodies)
    assert (found and (found.theme, found.where, found.words)) == want


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add one row with words that no other row knows."""
    row = {"id": "digital.made-up", "theme": "digital", "rank": "1", "pattern": "lướt sóng"}
    monkeypatch.setattr(theme_words, "rows", lambda _: (*ROWS, row))
    _forget()
    yield
    _forget()


def _forget() -> None:
    """Let the table be read again: it is read once, and what it found is kept."""
    for name in ("patterns", "_any", "_deciding", "_naming", "_ranks", "spots_of"):
        getattr(theme_words, name).cache_clear()


def test_before_the_row() -> None:
    assert theme_of("Dạy lướt sóng", "") is None


@pytest.mark.usefixtures("taught")
def test_one_row_teaches_one_word_and_changes_nothing_else() -> None:
    assert theme_of("Học lướt sóng", "") == ("digital", "digital.made-up", "heading", "lướt sóng")
    machine = found_in_five()
    right = sum(machine[row["file"], row["task"]] == row["theme"] for row in by_hand())
    assert right >= FLOOR


def small() -> nx.MultiDiGraph[str]:
    """Give the drawn network with headings: 2 of agriculture, 1 of people, 4 that tell nothing."""
    graph = drawn()
    for iri, heading in (("d:river/1", "Phát triển nông nghiệp"), ("d:city/1", "Chăn nuôi sạch"),
                         ("d:river/2", "Đào tạo"), ("d:city/2", "Sở Tài chính")):  # fmt: skip
        graph.nodes[iri]["section_title"] = heading
    return graph


def test_themes_on_paper() -> None:
    assert [(*row[:2], *row[4:]) for row in themes(small()).rows] == [
        (1, "agriculture", 2, 7, 0.286, 2, 2, 2),
        (2, "people", 1, 7, 0.143, 1, 2, 1),
    ]
    assert themes(small()).notes == ("3 of 7 tasks have a theme; 4 name none and stay without.",)


def test_provinces_on_paper() -> None:
    assert [(*row[:2], *row[4:]) for row in by_province(small()).rows] == [
        ("Tỉnh Núi Lam", "agriculture", 1, 3, 0.333),
        ("Tỉnh Sông Trà", "agriculture", 1, 4, 0.25),
        ("Tỉnh Sông Trà", "people", 1, 4, 0.25),
    ]


def test_tasks_on_paper() -> None:
    assert [row[:6] for row in by_task(small(), "d:river").rows] == [
        (
            "1",
            "agriculture",
            "agriculture.farm",
            "heading",
            "nông nghiệp",
            "Phát triển nông nghiệp",
        ),
        ("10", None, None, None, None, None),
        ("2", "people", "people.train", "heading", "Đào tạo", "Đào tạo"),
        ("3", None, None, None, None, None),
    ]


def test_the_five_plans_a_second_way() -> None:
    """Count from the records, which know nothing of the network."""
    counted: Counter[str] = Counter()
    for path in sorted((DATA / "documents").glob("*.txt")):
        record: Any = to_json(extract_file(path))
        for task in record["tasks"]:
            bodies = [words for key in ("lead_mentions", "coordinate_mentions")
                      for _, words in task[key]]  # fmt: skip
            found = theme_of(task["section_title"] or "", task["text"], bodies)
            counted.update([found.theme] if found else [])
    rows = themes(five()).rows
    assert {row[1]: row[4] for row in rows} == counted
    assert sum(counted.values()) == 149
    assert {row[5] for row in rows} == {160}


def test_provinces_add_up_and_know_all_their_tasks() -> None:
    whole = {row[1]: row[4] for row in themes(five()).rows}
    added: Counter[str] = Counter()
    for row in by_province(five()).rows:
        added[str(row[1])] += int(str(row[4]))
    assert added == whole
    table = sparql(
        stored(),
        """SELECT ?p (COUNT(DISTINCT ?t) AS ?n) {
        ?t a pc:Task ; p-plan:isStepOfPlan/eli:jurisdiction/rdfs:label ?p } GROUP BY ?p""",
    )
    assert isinstance(table, Table)
    sizes = {int(str(row[1])) for row in table.rows}
    assert {row[5] for row in by_province(five()).rows} == sizes == {18, 20, 21, 22, 79}


def test_every_assignment_shows_words_that_stand_there() -> None:
    rows_of = {row["id"]: row for row in ROWS}
    for document in (iri for iri, each in five().nodes(data=True) if each.get("held")):
        for row in by_task(five(), document).rows:
            if row[1]:
                source = row[5] if row[3] == "heading" else row[6]
                assert str(row[4]) in str(source)
                assert rows_of[str(row[2])]["theme"] == row[1]


MEASURES: list[Callable[[Any], object]] = [
    themes,
    by_province,
    lambda graph: by_task(graph, "d:river"),
]


@pytest.mark.parametrize("measure", MEASURES)
def test_order_of_making_changes_nothing(measure: Callable[[Any], object]) -> None:
    assert {repr(measure(drawn(seed))) for seed in range(8)} == {repr(measure(drawn()))}


def test_an_unrelated_document_changes_no_theme_of_another() -> None:
    graph = small()
    graph.add_node("d:other", kind="document", label="Kế hoạch 77", held=True, place="Tỉnh Cà Mau")
    graph.add_node("t:other", kind="task", label="1", task_id="1", document="d:other",
                   place="Tỉnh Cà Mau", task_kind="explicit", text="Chuyển đổi số")  # fmt: skip
    assert by_task(graph, "d:river") == by_task(small(), "d:river")
    others = [row for row in by_province(graph).rows if row[0] != "Tỉnh Cà Mau"]
    assert tuple(others) == by_province(small()).rows
    assert {row[1]: row[4] for row in themes(graph).rows} == {
        "agriculture": 2, "people": 1, "digital": 1,
    }  # fmt: skip


def many(size: int) -> nx.MultiDiGraph[str]:
    """Give a corpus of made-up plans: 50 tasks each, two leads, a heading, a span of years."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for nth in range(100):
        graph.add_node(f"a{nth}", kind="agent", label=f"Sở {nth}", collective=nth % 10 == 0)
    headings = [variants(row, "examples")[0] for row in ROWS]
    for nth in range(size):
        document = f"d{nth // 50}"
        if nth % 50 == 0:
            graph.add_node(document, kind="document", label=document, held=True, place="Tỉnh A")
        graph.add_node(f"t{nth}", kind="task", label=str(nth), task_id=str(nth), document=document,
                       task_kind="explicit", text="Kiểm kê kho sách quý của thư viện. " * 5,
                       section_title=headings[nth % len(headings)], time_kind="interval",
                       time_start="2020", time_end="2030", place="Tỉnh A")  # fmt: skip
        for lead in (nth % 100, nth * 7 % 100):
            graph.add_edge(f"t{nth}", f"a{lead}", key="lead", relation="lead", words=f"Sở {lead}")
    return graph


@pytest.mark.slow
def test_two_hundred_plans_take_seconds() -> None:
    """Measured on two shared cores: themes 2 s, gantt 1.2 s, clarity 0.5 s, timeline 0.4 s."""
    graph = many(10_000)
    for measure in (timeline, gantt, clarity, themes):
        began = time.perf_counter()
        assert measure(graph).rows
        assert time.perf_counter() - began < 20


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_one_look_finds_what_each_row_finds_alone(lower: str) -> None:
    for rank in ("", "1", "2", "3"):
        table = [each for each in theme_words.patterns() if _is_of(each[0], rank)]
        alone = {
            (*found.span(), row["id"])
            for row, pattern in table
            for found in pattern.finditer(lower)
        }
        spots = theme_words.spots_of(lower, rank)
        assert {(start, end, row["id"]) for start, end, row in spots} == alone
        assert len(spots) == len(alone)


def _is_of(row: Row, rank: str) -> bool:
    return row["rank"] == rank and bool(row["theme"]) if rank else not row["theme"]


def test_the_rows_do_stand_in_the_words_that_are_drawn() -> None:
    found = [theme_words.spots_of(" ".join(WORDS), rank) for rank in ("", "1", "2", "3")]
    assert all(found[:2])
    assert sum(map(len, found)) > 20


def test_bodies_read_once_are_those_of_each_task() -> None:
    graph = five()
    bodies = named(graph.adjacency())
    tasks = [iri for iri, facts in graph.nodes(data=True) if facts["kind"] == "task"]
    assert [theme(graph, each, bodies) for each in tasks] == [theme(graph, each) for each in tasks]
    assert any(bodies[each] for each in tasks)
