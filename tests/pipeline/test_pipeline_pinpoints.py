"""A whole made-up paper that cites provisions: record, JSON, graph, summary and page say the same."""

from __future__ import annotations

from typing import Any

from pyoxigraph import Store
from quotes import unfaithful

from kg.cli.summary import summary
from kg.graph.query import ask, sparql
from kg.graph.shapes import validate
from kg.graph.store import load_ontology, replace_document
from kg.graph.triples import Run, graph_of, to_quads
from kg.model import DocumentRecord
from kg.pipeline import extract_text
from kg.record import shape, to_json
from kg.record.faults import faults
from kg.record.listing import listed
from kg.write.annotated import annotated_html

PAPER = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/KH-UBND
Hà Giang, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Mở thư viện làng

Căn cứ khoản 2 Điều 48 Luật Thư viện;
Thực hiện Nghị quyết số 9-NQ/TU ngày 02/02/2024 của Tỉnh ủy (Mục III.2), UBND tỉnh ban hành Kế hoạch.

I. NHIỆM VỤ
1. Sở Y tế kiểm kê kho sách theo điểm a khoản 1 Điều 3 và Điều 7 của Luật Thư viện.
2. Sở Nội vụ cử người giữ sách theo khoản 1 Mục I Kế hoạch này và Phụ lục II ban hành kèm theo
Quyết định số 33/QĐ-TTg ngày 09/01/2022.
3. Sở Tài chính bố trí tiền theo Điều 5 Quy chế giữ sách ban hành kèm theo Quyết định số 33/QĐ-TTg.
4. Sở Công Thương đóng kệ sách theo Luật Thư viện.
"""
LAW, BEFORE = "Luật Thư viện", "reference.pinpoint"
POINTS = [
    (LAW, "khoản 2 Điều 48", ("điều 48/khoản 2",), BEFORE),
    (LAW, "điểm a khoản 1 Điều 3 và Điều 7", ("điều 3/khoản 1/điểm a", "điều 7"), BEFORE),
    ("9-NQ/TU", "Mục III.2", ("mục III.2",), "reference.pinpoint-behind"),
    ("33/QĐ-TTg", "Phụ lục II", ("phụ lục II",), BEFORE),
    ("33/QĐ-TTg", "Điều 5 Quy chế", ("quy chế/điều 5",), BEFORE),
]


def paper() -> DocumentRecord:
    return extract_text(PAPER, "thu-vien-lang.txt")


def loaded() -> Store:
    store, record = Store(), paper()
    load_ontology(store)
    replace_document(store, graph_of(record), to_quads(record, Run("0.1.0", "abc123abc123")))
    return store


def test_the_record_ties_each_provision_to_its_mention() -> None:
    record = paper()
    found = [
        (cited.key, point.quote.words, point.paths, point.rule)
        for cited in record.references
        for point in cited.pinpoints
    ]
    assert found == POINTS
    assert unfaithful(record) == []
    for cited in record.references:
        spans = {mention.span for mention in cited.mentions}
        assert {point.mention for point in cited.pinpoints} <= spans


def test_the_json_puts_them_under_the_mentions() -> None:
    written: Any = to_json(paper())
    law = next(each for each in written["references"] if each["key"] == LAW)
    points = [[point["paths"] for point in each["pinpoints"]] for each in law["mentions"]]
    assert points == [[["điều 48/khoản 2"]], [["điều 3/khoản 1/điểm a", "điều 7"]], []]
    for mention in law["mentions"]:
        for point in mention["pinpoints"]:
            assert PAPER[point["start"] : point["end"]] == point["surface"]
            assert point["confidence"] > 0.5
    assert list(faults(written, shape.RECORD)) == []
    law["mentions"][0]["pinpoints"][0]["paths"] = "điều 48"
    assert list(faults(written, shape.RECORD)) == [
        "references[0].mentions[0].pinpoints[0].paths is not a list"
    ]


def test_the_list_of_findings_has_them() -> None:
    found = [each for each in listed(to_json(paper())) if each.kind == "pinpoint"]
    assert [(each.id, each.value) for each in sorted(found, key=lambda each: each.place)] == [
        (LAW, "điều 48/khoản 2"),
        ("9-NQ/TU", "mục III.2"),
        (LAW, "điều 3/khoản 1/điểm a; điều 7"),
        ("33/QĐ-TTg", "phụ lục II"),
        ("33/QĐ-TTg", "quy chế/điều 5"),
    ]


def test_the_question_gives_them_with_their_words() -> None:
    asked = ask(loaded(), "provisions")
    label = {"9-NQ/TU": "Nghị quyết 9-NQ/TU", "33/QĐ-TTg": "Quyết định 33/QĐ-TTg"}
    wanted = {
        (label.get(key, key), path, words) for key, words, paths, _ in POINTS for path in paths
    }
    assert {row[1:4] for row in asked.rows} == wanted
    assert len(asked.rows) == len(wanted)
    assert all(PAPER.startswith(str(row[3]), int(str(row[4]))) for row in asked.rows)


def test_a_provision_is_a_part_of_its_document_and_cites_stays_between_documents() -> None:
    store = loaded()
    whole = "{ ?doc eli:cites ?d . ?d a eli:LegalResourceSubdivision }"
    assert sparql(store, f"ASK {whole}") is False
    article = "?law eli:has_part ?a . ?a pc:localId 'điều 3' ; eli:has_part ?b ."
    clause = "?b pc:localId 'điều 3/khoản 1' ; eli:has_part [ pc:localId 'điều 3/khoản 1/điểm a' ]"
    assert sparql(store, f"ASK {{ {article} {clause} }}") is True
    assert validate(store).faults == ()


def test_a_mention_without_a_provision_points_at_none() -> None:
    rows = sparql(
        loaded(),
        "SELECT ?s { ?s rdf:predicate eli:cites ; rdf:object ?d . ?d rdfs:label 'Luật Thư viện'@vi "
        "FILTER NOT EXISTS { ?s pc:pinpoint ?any } }",
    )
    assert not isinstance(rows, bool | tuple)
    assert len(rows.rows) == 1


def test_summary_and_page_name_them() -> None:
    written: Any = to_json(paper())
    assert "at điều 48/khoản 2; điều 3/khoản 1/điểm a; điều 7\n" in summary(written)
    page = annotated_html(written, PAPER)
    assert page.count("t-pinpoint") >= len(POINTS)
    assert "quy chế/điều 5" in page


def test_a_record_without_the_key_is_a_record_still() -> None:
    written: Any = to_json(paper())
    for cited in written["references"]:
        for mention in cited["mentions"]:
            del mention["pinpoints"]
    assert list(faults(written, shape.RECORD)) == []
    assert "at điều 48" not in summary(written)
