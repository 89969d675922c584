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


FURTHER = [
    ("Thực hiện Nghị quyết số 9-NQ/TU và Kế hoạch số 5/KH-BYT, UBND tỉnh lập Kế hoạch.", "implements"),
    ("Thực hiện Nghị quyết số 9-NQ/TU của Tỉnh ủy về sâm, Kế hoạch số 5/KH-BYT của Bộ Y tế, UBND tỉnh lập.", "implements"),
    ("Căn cứ Nghị quyết số 9-NQ/TU về sâm núi; Kế hoạch số 5/KH-BYT;", "based_on"),
    ("Căn cứ Luật Dược được sửa đổi, bổ sung bởi Kế hoạch số 5/KH-BYT;", "based_on"),
    ("Căn cứ Luật Dược; Xét Kế hoạch số 5/KH-BYT;", "cites"),
    ("Căn cứ Luật Dược;\n\nTheo Kế hoạch số 5/KH-BYT;", "cites"),
    ("Căn cứ Luật Dược. UBND tỉnh lập Kế hoạch. Học Kế hoạch số 5/KH-BYT.", "cites"),
    ("Thực hiện Nghị quyết số 9-NQ/TU nêu tại Kế hoạch số 5/KH-BYT, UBND tỉnh lập.", "cites"),
    ("Sau 3 năm thực hiện Kế hoạch số 5/KH-BYT, UBND tỉnh lập.", "cites"),
    ("Căn cứ Quyết định số 9/QĐ-BYT sửa đổi, bổ sung Kế hoạch số 5/KH-BYT;", "cites"),
    ("Thực hiện Quyết định số 9/QĐ-BYT bãi bỏ Kế hoạch số 5/KH-BYT, UBND tỉnh lập.", "cites"),
    ("Sửa đổi, bổ sung nhiệm vụ của Kế hoạch số 5/KH-BYT tại Quyết định số 9/QĐ-BYT.", "amends"),
    ("Sửa đổi nhiệm vụ trong Chương trình hành động của tỉnh thực hiện Kế hoạch số 5/KH-BYT.", "cites"),
    ("Kế hoạch này có hiệu lực từ ngày ký, thay thế Kế hoạch số 5/KH-BYT.", "repeals"),
    ("Kế hoạch này thay thế Kế hoạch số 4/KH-BYT về sâm và Kế hoạch số 5/KH-BYT.", "repeals"),
    ("Kế hoạch này thay thế Kế hoạch số 4/KH-UBND về việc thi hành Luật Dược và Kế hoạch số 5/KH-BYT.", "cites"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "relation"), FURTHER)
def test_what_a_list_or_another_paper_says(opening: str, relation: str) -> None:
    found = cited(opened(opening), "5/KH-BYT")
    assert found.relation == relation
    assert (found.relation_quote is None) == (relation == "cites")
    if found.relation_quote:
        assert found.relation_quote.words.endswith("5/KH-BYT")


CHANGES = [
    (("Điều 1. Sửa đổi khoản 2 Điều 5 Quyết định số 3/QĐ-UBND ngày 04/5/2020 như sau:",), "amends"),
    (("Điều 1. Bổ sung khoản 3 vào Điều 5 Quy định kèm theo Quyết định số 3/QĐ-UBND như sau:",), "amends"),
    (("Điều 1. Sửa đổi khoản 2 Điều 5 theo Quyết định số 3/QĐ-UBND.",), "cites"),
    (("Điều 1. Tổ chức dạy nghề theo Quyết định số 3/QĐ-UBND như sau:",), "cites"),
    (("Điều 2. Hiệu lực", "2. Bãi bỏ các quyết định sau:", "a) Quyết định số 2/QĐ-UBND;", "b) Quyết định số 3/QĐ-UBND."), "repeals"),
    (("Điều 2. Quyết định này thay thế các quyết định sau đây:", "- Quyết định số 3/QĐ-UBND."), "repeals"),
    (("Điều 2. Bãi bỏ các quyết định sau:", "a) Quyết định số 2/QĐ-UBND.", "3. Quyết định số 3/QĐ-UBND còn hiệu lực."), "cites"),
    (("Điều 2. Học các quyết định sau:", "a) Quyết định số 3/QĐ-UBND."), "cites"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "relation"), CHANGES)
def test_an_article_changes_another_paper(lines: tuple[str, ...], relation: str) -> None:
    head = HEAD.replace("KẾ HOẠCH", "QUYẾT ĐỊNH").replace("/KH-", "/QĐ-")
    record = paper(*lines, head=head, opening="Căn cứ Luật Dược;")
    assert cited(record, "3/QĐ-UBND").relation == relation


SLIPS = [
    (("Nghị định số 3/2024/NĐ-CP ngày 04/5/2024", "Nghị định số 3/NĐ-CP"), ["3/2024/NĐ-CP"]),
    (("Nghị định số 3/NĐ-CP ngày 04/5/2024", "Nghị định số 3/2024/NĐ-CP"), ["3/2024/NĐ-CP"]),
    (("Nghị quyết số 3/2025/QH15", "Nghị quyết số 3/2025/NQ-QH15"), ["3/2025/QH15"]),
    (("Chỉ thị số 3-CT/TW", "Chỉ thị số 3-NQ/TW"), ["3-CT/TW"]),
    (("Nghị định số 3/2024/NĐ-CP", "Nghị định số 3/NĐ-CP ngày 04/5/2023"), ["3/2024/NĐ-CP", "3/NĐ-CP"]),
    (("Nghị định số 3/2024/NĐ-CP", "Nghị định số 3/2023/NĐ-CP", "Nghị định số 3/NĐ-CP"),
     ["3/2024/NĐ-CP", "3/2023/NĐ-CP", "3/NĐ-CP"]),
    (("Quyết định số 3/2024/QĐ-UBND", "Quyết định số 3/QĐ-UBND"), ["3/2024/QĐ-UBND", "3/QĐ-UBND"]),
    (("Nghị quyết số 3/2025/QH15", "Nghị quyết số 3/2025/NQ-HĐND"), ["3/2025/QH15", "3/2025/NQ-HĐND"]),
    (("Chỉ thị số 3-CT/TW", "Nghị quyết số 3-NQ/TW"), ["3-CT/TW", "3-NQ/TW"]),
    (("Chỉ thị số 3-CT/TU", "Chỉ thị số 3-NQ/TW"), ["3-CT/TU", "3-NQ/TW"]),
]  # fmt: skip


@pytest.mark.parametrize(("papers", "keys"), SLIPS)
def test_a_number_with_a_slip_is_the_paper_that_is_cited_besides(
    papers: tuple[str, ...], keys: list[str]
) -> None:
    works = (f"{place}. Học {each} ở các xã." for place, each in enumerate(papers, start=1))
    record = opened("UBND tỉnh lập Kế hoạch.", WORK, *works)
    assert [each.key for each in record.references] == keys
    assert sum(len(each.mentions) for each in record.references) == len(papers)
    assert all(each.key in each.first.words for each in record.references)


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
