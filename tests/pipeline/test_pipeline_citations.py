"""The papers that an opening cites: lists, broken numbers, typed blanks, laws."""

from __future__ import annotations

import pytest

from kg.pipeline import extract_text

LISTS = [
    (
        "Căn cứ các Nghị quyết số 57-NQ/TW ngày 22/12/2024, số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị;",
        ["57-NQ/TW", "59-NQ/TW"],
    ),
    (
        "Thực hiện các Nghị quyết của Bộ Chính trị: Nghị quyết số 66-NQ/TW, 68-NQ/TW;",
        ["66-NQ/TW", "68-NQ/TW"],
    ),
    ("Căn cứ Kết luận 123-KL/TW ngày 24/01/2025 của Ban Chấp hành Trung ương;", ["123-KL/TW"]),
    (
        "Căn cứ Thông tư liên tịch số 16/2015/TTLT-BKHCN-BNV ngày 01/9/2015;",
        ["16/2015/TTLT-BKHCN-BNV"],
    ),
    ("Theo Quy định số 178-QĐ/TW của Bộ Chính trị;", ["178-QĐ/TW"]),
    (
        "Theo khoản 2 Điều 5 Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ;",
        ["13/2023/NĐ-CP"],
    ),
    (
        "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 45/TTr-STC ngày 2/1/2025;",
        ["45/TTr-STC"],
    ),
    (
        "Nghị định số 10/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 47/2022/NĐ-CP;",
        ["10/2020/NĐ-CP", "47/2022/NĐ-CP"],
    ),
    (
        "Theo Chính phủ (Nghị quyết số 71/NQ-CP), các Quyết định: 749/QĐ-TTg, 411/QĐ-TTg của Thủ tướng Chính phủ;",
        ["71/NQ-CP", "749/QĐ-TTg", "411/QĐ-TTg"],
    ),
    (
        "Công văn số 1099/VPCP-CĐS, 1100/VPCP-KTTH ngày 4/2/2026 của Văn phòng Chính phủ;",
        ["1099/VPCP-CĐS", "1100/VPCP-KTTH"],
    ),
    ("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;", ["Luật Đất đai"]),
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025; Luật Ngân sách nhà nước ngày 25/6/2015;",
        ["Luật Tổ chức chính quyền địa phương", "Luật Ngân sách nhà nước"],
    ),
    (
        "Thông báo kết luận số 12/TB-VPCP ngày 3/1/2025 của Văn phòng Chính phủ; Công điện số 17/CĐ-TTg;",
        ["12/TB-VPCP", "17/CĐ-TTg"],
    ),
    (
        "Nghị quyết số 03/2023/NQ-HĐND của HĐND tỉnh, Nghị quyết số 1211/2016/UBTVQH13 của Ủy ban Thường vụ Quốc hội;",
        ["03/2023/NQ-HĐND", "1211/2016/UBTVQH13"],
    ),
    (
        "Chương trình hành động số 104-CTr/TU ngày 1/2/2025 của Tỉnh ủy; Kế hoạch số 3260-KH/ĐĐQH15;",
        ["104-CTr/TU", "3260-KH/ĐĐQH15"],
    ),
    (
        "Quyết định số 1719/QĐ-\nTTg ngày 14/10/2021, Nghị quyết số 57-\nNQ/TW;",
        ["1719/QĐ-TTg", "57-NQ/TW"],
    ),
    ("Nghị quyết 57 của Bộ Chính trị và Nghị quyết số 57-NQ/TW ngày 22/12/2024;", ["57-NQ/TW"]),
    ("Nghị quyết số 66.15/2026/NQ-CP ngày 2/3/2026 của Chính phủ;", ["66.15/2026/NQ-CP"]),
    ("Quyết định 06/QĐ-TTg (Đề án 06), Chỉ thị 05/CT-TTg;", ["06/QĐ-TTg", "05/CT-TTg"]),
    (
        "Các văn bản số 123/UBND-KT, số 456/STC-NS và số 789/SNV-CCVC;",
        ["123/UBND-KT", "456/STC-NS", "789/SNV-CCVC"],
    ),
    (
        "Hướng dẫn số 05-HD/BTGTW, Quy chế số 08-QC/TU, Báo cáo số 77-BC/TU, Đề án số 12-ĐA/TU;",
        ["05-HD/BTGTW", "08-QC/TU", "77-BC/TU", "12-ĐA/TU"],
    ),
    (
        "Quyết định số 12/2020/QĐ-UBND ngày 1 tháng 2 năm 2020 và Quyết định số 15/2021/QĐ-UBND ngày 3 tháng 4 năm 2021 của UBND tỉnh;",
        ["12/2020/QĐ-UBND", "15/2021/QĐ-UBND"],
    ),
    (
        "Thực hiện Chỉ thị số: 12-CT/TU, Nghị quyết Số 05 -NQ/TU ngày 2-1-2025;",
        ["12-CT/TU", "05-NQ/TU"],
    ),
    (
        "Sắc lệnh số 41/SL; Pháp lệnh số 02/2018/UBTVQH14; Hiến pháp năm 2013; Bộ luật Lao động năm 2019;",
        ["41/SL", "02/2018/UBTVQH14", "Hiến pháp", "Bộ luật Lao động"],
    ),
    (
        "Công văn số 402-CV/VPĐU và Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương;",
        ["402-CV/VPĐU", "02-KH/BCĐTW"],
    ),
]


@pytest.mark.parametrize(("opening", "keys"), LISTS)
def test_each_paper_of_an_opening_is_cited_once(opening: str, keys: list[str]) -> None:
    text = f"UBND TỈNH NGHỆ AN\n\nKẾ HOẠCH\n\nViệc nhà nông\n\n{opening}\n\nI. VIỆC\n\n1. Sở Y tế rà soát."
    assert sorted(reference.key for reference in extract_text(text).references) == sorted(keys)
