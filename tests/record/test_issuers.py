"""Which body the code inside a number names, on its day."""

from __future__ import annotations

import pytest

from kg.issuers import bears_central_code, issuer_by_code


@pytest.mark.parametrize(
    ("number", "date", "issuer"),
    [
        ("1600/QĐ-TTg", None, "Thủ tướng Chính phủ"),
        ("45/2025/NĐ-CP", None, "Chính phủ"),
        ("176/2025/QH15", None, "Quốc hội"),
        ("119/2026/UBTVQH15", None, "Ủy ban Thường vụ Quốc hội"),
        ("12/2024/TT-BNNPTNT", None, "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("12/2025/TT-BNNMT", None, "Bộ Nông nghiệp và Môi trường"),
        ("05/BNV-VP", None, "Bộ Nội vụ"),
        ("2265/BC-BNG-NVVH", "2026-04-02", "Bộ Ngoại giao"),
        ("33-CV/VPTW", None, "Văn phòng Trung ương Đảng"),
        ("36-NQ/TW", "2023-01-30", None),  # three bodies number so
        ("452/KH-UBND", None, None),
        ("63-CTr/TU", None, None),
        ("83/BKHCN-BTTTT-VP", None, None),  # two ministries
        ("07/2014/TTLT-BNV-BTC", None, None),
        ("1050/QĐ-SCT", None, None),
        ("12/BHXH-CSYT", None, None),  # every province has one
        ("12/TT-BNNPTNT", "2026-01-01", None),  # the ministry was gone
        ("không số", None, None),
        (None, None, None),
    ],
)
def test_a_code_names_the_body_that_bears_it_alone(
    number: str | None, date: str | None, issuer: str | None
) -> None:
    assert issuer_by_code(number, date) == issuer
    assert bears_central_code(number) or issuer is None
