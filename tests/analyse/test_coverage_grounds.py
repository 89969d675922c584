"""The edges behind the cells of the coverage ledger: one for each cell that says anything."""

from __future__ import annotations

from corpus import five

from kg.analyse.coverage import FREE, NOTHING, coverage
from kg.analyse.coverage_grounds import grounds
from kg.analyse.directives import directives
from kg.analyse.question import Wishes
from kg.analyse.walk import name


def test_the_way_from_a_plan_up_to_the_resolution_is_whole() -> None:
    graph = five()
    [resolution] = [each for each in directives(graph) if "36-NQ/TW" in name(graph, each)]
    found = grounds(graph, resolution)
    told = [(name(graph, a), key, name(graph, b)) for a, b, key in found["Tỉnh Đắk Nông"]]
    assert told == [
        ("Chương trình 63-CTr/TU", "implements", "Nghị quyết 36-NQ/TW"),
        ("Kế hoạch 452/KH-UBND", "implements", "Chương trình 63-CTr/TU"),
    ]  # fmt: skip
    assert set(found) == {"Tỉnh Đắk Nông", "Tỉnh Ninh Bình", "Tỉnh Tây Ninh"}


def test_every_cell_that_holds_something_has_its_words_and_no_other() -> None:
    graph = five()
    for directive in directives(graph):
        found = grounds(graph, directive)
        for row in coverage(graph, Wishes(document=directive)).rows:
            assert (str(row[1]) in found) is (row[2] not in {NOTHING, FREE}), row
        for edges in found.values():
            assert all(graph.has_edge(*edge) for edge in edges)
