"""Two plans side by side: counted by hand from their texts, by SPARQL, and the other way round."""

from __future__ import annotations

import functools

import pytest
from corpus import DATA, five, stored

from kg.analyse.compare import BOTH, FIRST, SECOND, Side, compare
from kg.graph.select import select

SWAP = {FIRST: SECOND, SECOND: FIRST}
BEN_TRE, QUANG_NGAI, DAK_NONG, TAM_DIEP = "004", "000", "001", "003"


@functools.cache
def texts() -> dict[str, str]:
    held = ((iri, each["file"]) for iri, each in five().nodes(data=True) if each.get("held"))
    return {iri: (DATA / "documents" / file).read_text(encoding="utf-8") for iri, file in held}


def iri_of(file: str) -> str:
    return next(iri for iri in texts() if str(five().nodes[iri]["file"]).startswith(file))


def side(*files: str) -> Side:
    return Side(" ".join(files), tuple(map(iri_of, files)))


@functools.cache
def rows(first: str, second: str) -> tuple[tuple[object, ...], ...]:
    return compare(five(), texts(), side(first), side(second)).rows


def test_one_task_in_common_of_twenty_and_twenty_two() -> None:
    common = [row for row in rows(BEN_TRE, QUANG_NGAI) if row[1] in ("copied", "adapted")]
    assert len(common) == 1
    assert str(common[0][2]).startswith("Căn cứ hướng dẫn của Trung ương, xây dựng cơ chế")
    assert str(common[0][3]).startswith("Xây dựng cơ chế, chính sách ưu đãi của tỉnh")
    note = compare(five(), texts(), side(BEN_TRE), side(QUANG_NGAI)).notes[2]
    assert note.startswith("Tasks: 20 of the first and 22 of the second; 1 adapted")


def test_papers_above_are_followed_to_the_top() -> None:
    found = {
        row[2] or row[3]: row[1] for row in rows(TAM_DIEP, DAK_NONG) if row[0] == "paper above"
    }
    assert found == {
        "Nghị quyết 36-NQ/TW": BOTH, "Kế hoạch 120-KH/TU": FIRST, "Chương trình 63-CTr/TU": SECOND,
    }  # fmt: skip


def test_times_are_those_that_a_reader_counts() -> None:
    found = {str(row[0]): row[1:4] for row in rows(BEN_TRE, QUANG_NGAI)}
    printed = texts()[iri_of(QUANG_NGAI)].count("Thời gian thực hiện: Năm 2022-2030.")
    assert found["time: 2022-2030"] == (SECOND, 0, printed) == (SECOND, 0, 14)


@pytest.mark.parametrize("file", [BEN_TRE, QUANG_NGAI, DAK_NONG])
def test_agencies_are_those_of_sparql(file: str) -> None:
    asked = f"""PREFIX pc: <https://w3id.org/policy-cascade/ns#>
      PREFIX p-plan: <http://purl.org/net/p-plan#>
      SELECT ?name (COUNT(DISTINCT ?task) AS ?tasks) {{
        GRAPH ?g {{
          ?task p-plan:isStepOfPlan <{iri_of(file)}> ; pc:leadAgency|pc:coordinatingAgency ?body .
          ?body pc:genericName ?name
        }}
      }} GROUP BY ?name"""
    wanted = {f"agency: {row['name']}": row["tasks"] for row in select(stored(), asked)}
    found = {row[0]: row[2] for row in rows(file, TAM_DIEP)
             if str(row[0]).startswith("agency") and row[2]}  # fmt: skip
    assert wanted
    assert wanted == found


def test_the_other_way_round_says_the_same() -> None:
    def told(first: str, second: str, *, swapped: bool) -> set[tuple[object, ...]]:
        kept = [row[:4] for row in rows(first, second) if row[0] != "task"]
        return {(w, SWAP.get(str(s), s), b, a) if swapped else (w, s, a, b) for w, s, a, b in kept}

    assert told(BEN_TRE, DAK_NONG, swapped=False) == told(DAK_NONG, BEN_TRE, swapped=True)


def test_a_plan_beside_itself_has_all_in_common() -> None:
    found = rows(DAK_NONG, DAK_NONG)
    assert {row[1] for row in found} <= {BOTH, "copied", "too usual to tell"}
    assert sum(row[1] == "copied" for row in found) > 70


def test_offsets_quote_on_both_sides() -> None:
    first, second = texts()[iri_of(TAM_DIEP)], texts()[iri_of(DAK_NONG)]
    found = [row for row in rows(TAM_DIEP, DAK_NONG) if row[0] == "task"]
    for row in found:
        assert row[2] is None or row[2] == _quote(first, row[6], row[7])
        assert row[3] is None or row[3] == _quote(second, row[8], row[9])
    assert any(row[2] and row[3] for row in found)


def _quote(text: str, start: object, end: object) -> str:
    assert isinstance(start, int)
    assert isinstance(end, int)
    return text[start:end]


def test_several_documents_are_one_side() -> None:
    both = compare(five(), texts(), side(TAM_DIEP), side(DAK_NONG, QUANG_NGAI))
    found = {row[0]: row[3] for row in both.rows if str(row[0]).startswith("agency")}
    alone = [{row[0]: row[3] for row in rows(TAM_DIEP, each)} for each in (DAK_NONG, QUANG_NGAI)]
    name = "agency: Sở Tài chính"
    assert found[name] == sum(int(str(each[name])) for each in alone)
    assert both.notes[1].count(";") == 1
