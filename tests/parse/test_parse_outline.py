"""The outline of real-looking pages: labels, ids, paragraphs, page breaks."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.parse.labels import LEVELS, label_of
from kg.parse.lines import Block, blocks
from kg.parse.outline import outline
from kg.pipeline import extract_text
from kg.shape import Outline
from kg.text import view


def read(text: str) -> Outline:
    return outline(text, view(text))


def ids(text: str) -> list[str]:
    return [node.id for node in read(text).nodes]


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("I. Một", "II. Hai", "1. a", "II. Ba", "1. b"), ["I", "II", "II.1", "II#2", "II#2.1"]),
        (("I. NHIỆM VỤ", "Mở lớp.", "Lập sổ."), ["I", "I.p1", "I.p2"]),
        (("I. NHIỆM VỤ", "1. Một", "Mở lớp.", "- Lập sổ.", "Ghi tên."),
         ["I", "I.1", "I.1.p1", "I.1.-1", "I.1.p2"]),
        (("I. A", "c) ba", "d) bốn", "e) năm", "f) sáu"), ["I", "I.c", "I.d", "I.e", "I.f"]),
        (("I. A", "d) bốn", "đ) năm", "e) sáu"), ["I", "I.d", "I.đ", "I.e"]),
        (("II. A", "1.1. Một", "- x", "1.2. Hai"), ["II", "II.1.1", "II.1.1.-1", "II.1.2"]),
        (("II. A", "1. Một", "1.1. a", "1.2. b", "2. Hai"), ["II", "II.1", "II.1.1", "II.1.2", "II.2"]),
        (("II. A", "1. B", "1.2. C", "1.2.1. D"), ["II", "II.1", "II.1.2", "II.1.2.1"]),
        (("I. A", "- một", "- hai", "+ nhỏ", "+ nhỏ nữa", "- ba"),
         ["I", "I.-1", "I.-2", "I.-2.+1", "I.-2.+2", "I.-3"]),
        (("I. A", "• một", "● hai", "▪ ba", "* bốn", "– năm"), ["I", "I.-1", "I.-2", "I.-3", "I.-4", "I.-5"]),
        (("Điều 1. Ban hành", "1. a", "a) b", "Điều 2. Thi hành", "1. c"), ["1", "1.1", "1.1.a", "2", "2.1"]),
        (("Chương I", "Điều 1. A", "Chương II", "Điều 2. B"), ["I", "I.1", "II", "II.2"]),
        (("**I. A**", "**1. B**", "*a) C*"), ["I", "I.1", "I.1.a"]),
        (("A. MỘT", "I. X", "B. HAI"), ["A", "I", "B"]),
        (("1. Một", "1. Một nữa", "1. Lần ba"), ["1", "1#2", "1#3"]),
    ],
)  # fmt: skip
def test_labels_make_the_ids(lines: tuple[str, ...], expected: list[str]) -> None:
    assert ids(page(*lines)) == expected


@pytest.mark.parametrize(
    "line",
    ["Vận động nhân dân", "Điều kiện cần có", "Mục tiêu chung", "Phần lớn các hộ", "Chương trình mới",
     "1.000 hộ nghèo", "-5%", "22/9/2021", "2025", "IV", "a,b", "Ủy ban"],
)  # fmt: skip
def test_words_are_no_label(line: str) -> None:
    assert label_of(line, 0, len(line)) is None


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_a_label_is_the_same_in_markup(level: object) -> None:
    example = getattr(level, "example", "")
    plain = label_of(example, 0, len(example))
    bold = label_of(f"**{example}", 0, len(example) + 2)
    assert plain is not None
    assert bold is not None
    assert plain[:2] == bold[:2]


def test_a_page_break_inside_a_sentence_is_healed_and_noted() -> None:
    text = page("I. A", "1. Rà soát toàn bộ các trạm bơm cũ trên những tuyến kênh chính của",
                "tỉnh để sửa chữa.", "2. Xong")  # fmt: skip
    first = next(node for node in read(text).nodes if node.id == "I.1")
    assert first.page_break
    assert first.span.of(text).endswith("chính của\n\ntỉnh để sửa chữa.")
    assert [(a.kind, a.quote.words) for a in read(text).artifacts] == [("page_break", "\n\n")]


@pytest.mark.parametrize("number", ["7", "128", "- 3 -", "Trang 4", "trang 4/12"])
def test_a_page_number_between_pages_is_no_paragraph(number: str) -> None:
    text = page("I. A", "1. Rà soát toàn bộ các trạm bơm cũ trên những tuyến kênh chính của", number,
                "tỉnh để sửa chữa.", "2. Xong")  # fmt: skip
    shape = read(text)
    assert [node.id for node in shape.nodes] == ["I", "I.1", "I.2"]
    assert ("stray_page_number", number) in [(a.kind, a.quote.words) for a in shape.artifacts]
    assert shape.nodes[1].page_break


def test_short_lines_with_a_blank_between_stay_apart() -> None:
    assert ids(page("I. Mục tiêu", "phát triển dược liệu")) == ["I", "I.p1"]


def test_a_hard_line_break_is_one_paragraph() -> None:
    text = "I. A\n\n1. Rà soát\nmọi trạm bơm.\n2. Xong\n"
    assert [node.span.of(text) for node in read(text).nodes] == [
        "A",
        "Rà soát\nmọi trạm bơm.",
        "Xong",
    ]


@pytest.mark.parametrize(
    "end",
    ["Nơi nhận:", "**Nơi nhận:**", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ", "CHỦ TỊCH",
     "TL. CHỦ TỊCH", "Q. GIÁM ĐỐC", "TUQ. CHỦ TỊCH", "NƠI NHẬN:"],
)  # fmt: skip
def test_the_body_ends_where_recipients_or_signature_begin(end: str) -> None:
    text = page("KẾ HOẠCH", "I. A", "1. Làm đường.", end, "- Như trên;")
    shape = read(text)
    assert [node.id for node in shape.nodes] == ["I", "I.1"]
    assert shape.end.of(text).startswith(end)
    assert shape.front.of(text) == "KẾ HOẠCH\n\n"


@pytest.mark.parametrize(
    "line", ["1. Căn cứ Luật Đất đai;", "- Thực hiện Quyết định số 3/QĐ-TTg;", "- Theo đề nghị"]
)
def test_a_legal_basis_with_a_label_still_belongs_to_the_front(line: str) -> None:
    assert ids(page("KẾ HOẠCH", line, "I. A", "1. b")) == ["I", "I.1"]


@pytest.mark.parametrize(
    "heading", ["PHỤ LỤC", "Phụ lục 1", "PHỤ LỤC II", "Phụ lục số 3", "**PHỤ LỤC I**"]
)
def test_an_appendix_is_found(heading: str) -> None:
    text = page("I. A", "1. b", "Nơi nhận:", "- X;", heading, "DANH MỤC")
    shape = read(text)
    assert shape.appendix is not None
    assert shape.appendix.words == heading.strip("*")
    assert [node.id for node in shape.nodes] == ["I", "I.1"]


def test_an_appendix_that_is_only_spoken_of_is_none() -> None:
    assert read(page("I. A", "1. Theo Phụ lục 1 kèm theo.")).appendix is None


def test_a_portal_box_is_front() -> None:
    text = "Kế hoạch 8/KH-UBND\n\tSố hiệu\n\t8/KH-UBND\n\n\tTình trạng\n\tCòn hiệu lực\n\nKẾ HOẠCH\nX\nI. A\n- b\n"
    assert ids(text) == ["I", "I.-1"]


LINE = st.sampled_from(
    ["I. A", "II. B", "1. x", "1.1. y", "1.2.3. z", "a) b", "đ) c", "- d", "+ e", "* f", "p) g", "x. h",
     "Điều 1. Đ", "Chương II. E", "Phần thứ nhất: G", "Mục 3. H", "đoạn văn không nhãn và khá dài để tràn sang trang",
     "tiếp theo", "12", "", "Stt\tNhiệm vụ\tĐơn vị chủ trì", "1\tLàm\tSở Y tế", "\t\t", "Chủ trì: Sở Y tế; phối hợp: X",
     "Thời gian: 2025", "PHỤ LỤC", "Nơi nhận:", "**đậm**", "KT. CHỦ TỊCH", "“trích", ":", "Chủ trì:"],
)  # fmt: skip


def check(text: str) -> None:
    """Every piece lies inside the text, in order, under an id of its own."""
    shape = read(text)
    names = [node.id for node in shape.nodes]
    assert len(names) == len(set(names))
    spans = [node.span for node in shape.nodes]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(
        node.parent is None or node.parent in names[:at] for at, node in enumerate(shape.nodes)
    )
    assert (shape.front.start, shape.front.end) == (0, shape.body.start)
    assert shape.body.end == shape.end.start
    inner = [field.span for field in shape.fields] + [
        c.span for row in shape.rows for c in row.cells
    ]
    assert all(0 <= span.start <= span.end <= len(text) for span in inner)
    assert all(field.owner in names for field in shape.fields)
    assert all(artifact.quote.span.of(text) == artifact.quote.words for artifact in shape.artifacts)
    starts = [field.span.start for field in shape.fields]
    assert starts == sorted(starts)
    assert all(
        list(row.cells) == sorted(row.cells, key=lambda cell: cell.span) for row in shape.rows
    )


@settings(max_examples=150)
@given(st.lists(LINE, max_size=25), st.sampled_from(["\n", "\n\n", "\n \n"]))
def test_pages_of_any_order_make_a_whole_outline(lines: list[str], gap: str) -> None:
    check(gap.join(lines))


@given(st.text())
def test_any_text_makes_a_whole_outline(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.lists(st.text("IVXabđ.)1 -+*_•:;“\t…A")))
def test_any_mix_of_labels_makes_a_whole_outline(lines: list[str]) -> None:
    check("\n".join(lines))


BARE = [
    "Phần thứ nhất",
    "Chương II",
    "Mục 3",
    "Điều 4.",
    "II.",
    "1.",
    "1.2.",
    "a)",
    "-",
    "+",
    "•",
]


@pytest.mark.parametrize("gap", ["\n", " \n", "\n\n"])
@pytest.mark.parametrize("label", BARE)
def test_a_label_alone_on_its_line_takes_the_words_of_the_next(label: str, gap: str) -> None:
    text = f"I. Rừng\n{label}{gap}Giữ rừng đầu nguồn.\nII. Biển\n"
    check(text)
    words = [node.span.of(text) for node in read(text).nodes]
    assert words == ["Rừng", "Giữ rừng đầu nguồn.", "Biển"]
    assert read(text).nodes[1].kind != "para"


@pytest.mark.parametrize(
    "after", ["V. Rừng", "V.\nRừng", "Stt\tNhiệm vụ\tĐơn vị chủ trì", "Nơi nhận:", ""]
)
@pytest.mark.parametrize("label", [*BARE, "**"])
def test_a_label_without_words_has_none(label: str, after: str) -> None:
    text = f"I. Rừng\n{label}\n{after}\n"
    check(text)
    assert read(text).nodes[1].span.of(text) == ("**" if label == "**" else "")


def test_a_labelled_line_may_have_its_dash_on_the_line_before() -> None:
    text = "I. Rừng\n1. Giữ rừng\n-\nĐơn vị chủ trì: Sở Y tế\n"
    assert [(field.owner, field.role) for field in read(text).fields] == [("I.1", "lead")]
    assert ids(text) == ["I", "I.1"]


@given(st.lists(LINE, max_size=15))
def test_blocks_hold_every_printed_character(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = [b.span if isinstance(b, Block) else b.quote.span for b in blocks(text)]
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered for at, mark in enumerate(text) if not mark.isspace())


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{'.'.join(['1'] * min(depth, 40))}. x\n" for depth in range(2, 10_000)),
        "I. A\n" + "1. x\na) y\n- z\n+ w\n" * 2_500,
        "a" * 2**20,
        "một hai ba " * 100_000,
        "I. A\n" + "- " * 100_000,
        "\n" * 2**20,
    ],
    ids=["deep", "10000-items", "one-word", "one-line", "dashes", "newlines"],
)
def test_long_and_deep_pages_take_no_time(text: str) -> None:
    started = time.process_time()
    check(text)
    assert time.process_time() - started < 5


def test_the_star_of_a_party_letterhead_is_no_bullet() -> None:
    record = extract_text(
        "HUYỆN ỦY NÚI LAM\n*\nSố 5-KH/HU\n\nKẾ HOẠCH\nTrồng rừng\n\nI. NHIỆM VỤ\n- Trồng cây."
    )
    assert record.document.number is not None
    assert record.document.number.value == "5-KH/HU"
