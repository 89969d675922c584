"""Which document is meant and how: relations, chains, aliases, the document itself."""

from __future__ import annotations

import pytest
from paper import HEAD, WORK, paper

from kg.model import DocumentRecord, Reference

BODY = (WORK, "1. Mở lớp dạy nghề.")


def opened(opening: str, *lines: str) -> DocumentRecord:
    return paper(*(lines or BODY), opening=opening)


def cited(record: DocumentRecord, key: str) -> Reference:
    return {each.key: each for each in record.references}[key]


@pytest.mark.parametrize(
    ("opening", "relation", "words"),
    [
        (
            "Thực hiện Nghị quyết số 9-NQ/TU về sâm, UBND tỉnh lập Kế hoạch.",
            "implements",
            "Thực hiện Nghị quyết số 9-NQ/TU",
        ),
        ("Triển khai thực hiện Nghị quyết số 9-NQ/TU, UBND tỉnh lập Kế hoạch.", "implements", None),
        (
            "Để tổ chức thực hiện có hiệu quả Nghị quyết số 9-NQ/TU, UBND tỉnh lập.",
            "implements",
            None,
        ),
        ("Căn cứ Nghị quyết số 9-NQ/TU;", "based_on", "Căn cứ Nghị quyết số 9-NQ/TU"),
        ("Sửa đổi, bổ sung một số điều của Nghị quyết số 9-NQ/TU.", "amends", None),
        ("Bãi bỏ Nghị quyết số 9-NQ/TU.", "repeals", "Bãi bỏ Nghị quyết số 9-NQ/TU"),
        (
            "Kế hoạch này thay thế Nghị quyết số 9-NQ/TU.",
            "repeals",
            "thay thế Nghị quyết số 9-NQ/TU",
        ),
        ("Xét Nghị quyết số 9-NQ/TU;", "cites", None),
    ],
)
def test_the_opening_says_how(opening: str, relation: str, words: str | None) -> None:
    found = cited(opened(opening), "9-NQ/TU")
    assert found.relation == relation
    assert (found.relation_quote is None) == (relation == "cites")
    if words:
        assert found.relation_quote is not None
        assert found.relation_quote.words == words


def test_the_words_of_a_second_basis_begin_with_it() -> None:
    found = cited(opened("Căn cứ Luật Dược;\n\nCăn cứ Nghị quyết số 9-NQ/TU;"), "9-NQ/TU")
    assert found.relation_quote is not None
    assert found.relation_quote.words == "Căn cứ Nghị quyết số 9-NQ/TU"


def test_the_body_only_cites() -> None:
    record = opened("UBND tỉnh lập Kế hoạch.", WORK, "1. Thực hiện Nghị quyết số 9-NQ/TU ở các xã.")
    assert cited(record, "9-NQ/TU").relation == "cites"


def test_the_title_says_how() -> None:
    head = HEAD.replace("Phát triển dược liệu", "Thực hiện Nghị quyết số 9-NQ/TU")
    record = paper(*BODY, head=head, opening="Căn cứ Nghị quyết số 9-NQ/TU;")
    found = cited(record, "9-NQ/TU")
    assert (found.relation, found.also) == ("implements", ("based_on",))


def test_carrying_out_between_two_links_those_two() -> None:
    record = opened("Thực hiện Chương trình số 5-CTr/TU ngày 01/02/2024 của Tỉnh ủy thực hiện Nghị quyết số 46-NQ/TW "
                    "ngày 02/3/2023 của Bộ Chính trị về rừng, UBND tỉnh lập Kế hoạch.")  # fmt: skip
    assert [(link.child, link.relation, link.parent) for link in record.chain] == [
        ("5-CTr/TU", "implements", "46-NQ/TW")
    ]
    assert record.chain[0].evidence.words.startswith("Chương trình số 5-CTr/TU")
    assert record.chain[0].evidence.words.endswith("thực hiện Nghị quyết số 46-NQ/TW")
    assert (cited(record, "5-CTr/TU").relation, cited(record, "46-NQ/TW").relation) == (
        "implements",
        "cites",
    )
    assert cited(record, "46-NQ/TW").title == "về rừng"


def test_an_alias_and_a_short_form_are_mentions() -> None:
    record = opened("Thực hiện Nghị quyết số 9-NQ/TU ngày 02/02/2024 của Tỉnh ủy (gọi tắt là Nghị quyết 9), UBND tỉnh lập.",
                    WORK, "1. Phổ biến Nghị quyết 9 và Nghị quyết số 9-NQ/TU.", "2. Học Nghị quyết 10.")  # fmt: skip
    (found,) = record.references
    assert [quote.words for quote in found.mentions] == [
        "Nghị quyết số 9-NQ/TU", "Nghị quyết 9", "Nghị quyết 9", "Nghị quyết số 9-NQ/TU"]  # fmt: skip


def test_a_document_without_number_is_the_one_of_its_issuer() -> None:
    record = opened("Thực hiện Chương trình hành động số 5-CTr/TU ngày 01/02/2024 của Tỉnh ủy, UBND tỉnh lập.",
                    WORK, "1. Phổ biến Chương trình hành động của Tỉnh ủy.")  # fmt: skip
    assert len(cited(record, "5-CTr/TU").mentions) == 2


def test_a_document_does_not_cite_itself() -> None:
    record = opened(
        "UBND tỉnh lập.", WORK, "1. Theo Kế hoạch số 77/KH-UBND ngày 05/3/2024, mở lớp."
    )
    assert record.references == ()
    assert [quote.words for quote in record.self_mentions] == [
        "Kế hoạch số 77/KH-UBND ngày 05/3/2024"
    ]


@pytest.mark.parametrize(
    ("citation", "issuer", "inferred"),
    [
        (
            "Quyết định số 3/QĐ-UBND của UBND tỉnh",
            "Ủy ban nhân dân tỉnh Lào Cai",
            True,
        ),  # no province printed
        ("Quyết định số 3/QĐ-UBND của UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai", False),
        ("Quyết định số 3/QĐ-TTg", "Thủ tướng Chính phủ", True),
        ("Nghị định số 3/2024/NĐ-CP của Chính phủ", "Chính phủ", False),
        ("Nghị quyết số 3-NQ/TW", None, False),
    ],
)
def test_who_issued_a_cited_document(citation: str, issuer: str | None, inferred: bool) -> None:  # noqa: FBT001  (a row)
    (found,) = opened(f"Căn cứ {citation};").references
    assert (found.issuer, found.issuer_inferred) == (issuer, inferred)


def test_one_document_is_one_reference_with_its_date() -> None:
    record = opened(
        "Căn cứ Quyết định số 3/QĐ-TTg;", WORK, "1. Theo Quyết định số 3/QĐ-TTg ngày 04/5/2020."
    )
    (found,) = record.references
    assert (found.date, len(found.mentions)) == ("2020-05-04", 2)


def test_a_scheme_that_a_decision_approves_is_named() -> None:
    record = opened(
        "Thực hiện Quyết định số 3/QĐ-TTg ngày 04/5/2020 của Thủ tướng Chính phủ phê duyệt Đề án “Sâm núi”, UBND tỉnh lập."
    )
    (scheme,) = record.schemes
    assert (scheme.name, scheme.type, scheme.relation, scheme.by) == (
        "Sâm núi",
        "Đề án",
        "approved_by",
        "3/QĐ-TTg",
    )


def test_the_latest_cited_date_bounds_an_undated_document() -> None:
    head = HEAD.replace("Lào Cai, ngày 05 tháng 3 năm 2024\n\n", "")
    record = paper(
        *BODY,
        head=head,
        opening="Căn cứ Quyết định số 3/QĐ-TTg ngày 04/5/2020; Quyết định số 4/QĐ-TTg ngày 06/7/2021;",
    )
    assert (record.document.date, record.document.date_not_before) == (None, "2021-07-06")
