"""Web pages: the document on the page, rows and columns, lists, notes; hostile pages."""

from __future__ import annotations

import time

import pytest

from kg.errors import ReadError
from kg.read.html import fragment_lines, read_html
from kg.read.source import read_bytes

LONG = "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển công nghiệp sinh học như sau: " * 5
PAGE = f"""<!DOCTYPE html><html><head><title>Cổng</title><style>p{{}}</style></head><body>
<nav><ul><li>Trang chủ</li></ul></nav><header role="banner">Cổng thông tin</header>
<div class="w"><div class="info"><div><span>Số hiệu:</span> <span>12/KH-UBND</span></div>
<div><span>Ngày ban hành</span><span>27/03/2025</span></div></div>
<div class="doc"><table><tr><td>TỈNH X<br>-----</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>
<tr><td>Số: 12/KH-UBND</td><td>X, ngày 27 tháng 3 năm 2025</td></tr></table>
<p>KẾ HOẠCH</p><p>{LONG}</p><script>alert("Sở Y tế")</script><p style="display: none">ẩn</p></div></div>
<div class="more"><a href="/x">Văn bản liên quan</a> <a href="/y">Tải về</a></div>
<footer>Liên hệ</footer></body></html>"""


def test_the_document_is_read_and_the_page_around_it_is_not() -> None:
    read = read_html(PAGE.encode(), "a.html").split("\n")
    assert read[:6] == ["\tSố hiệu", "\t12/KH-UBND", "", "\tNgày ban hành", "\t27/03/2025", ""]
    assert read[6:12] == [
        "TỈNH X",
        "-----",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "X, ngày 27 tháng 3 năm 2025",
        "KẾ HOẠCH",
    ]
    assert read[12:] == [LONG.strip(), ""]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>Kế&nbsp;hoạch\n  số &lt;5&gt;</p>", ["Kế hoạch số <5>"]),
        ("một<br/>hai<div>ba</div>bốn", ["một", "hai", "ba", "bốn"]),
        ("<ul><li>x<li>- y<li><p>z</p></ul>", ["- x", "- y", "- z"]),
        ("<ol start=3><li>x<li>y</ol>", ["3. x", "4. y"]),
        ("<ol type=a><li>x<li>y</ol>", ["a) x", "b) y"]),
        ("66-NQ/TW<sup>1</sup> rộng 5 m<sup>2</sup>", ["66-NQ/TW[1] rộng 5 m2"]),
        ("<p hidden>x</p><template>y</template><!-- z --><p>thấy</p>", ["thấy"]),
        ("<table><tr><td>một ô</td></tr></table>", ["một ô"]),
    ],
)
def test_blocks_become_lines(source: str, read: list[str]) -> None:
    assert fragment_lines(source) == read


def test_spans_keep_the_number_of_columns() -> None:
    source = """<table><thead><tr><th rowspan=2>TT<th rowspan=2>Nhiệm vụ<th colspan=2>Cơ quan</tr>
    <tr><th>Chủ trì<th>Phối hợp</tr></thead><tr><td>1<td>Rà soát<td>Sở A<td><p>Sở B</p><p>Sở C</p></tr>
    <tr><td colspan=4>Chung</tr></table>"""
    assert [row.split("\t") for row in fragment_lines(source)] == [
        ["TT", "Nhiệm vụ", "Cơ quan", ""],
        ["", "", "Chủ trì", "Phối hợp"],
        ["1", "Rà soát", "Sở A", "Sở B; Sở C"],
        ["Chung", "", "", ""],
    ]


def test_a_table_in_a_cell_is_words_of_the_cell() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    source = f"<table><tr><td>1</td><td>{inner}</td></tr><tr><td>2</td><td>x</td></tr></table>"
    assert fragment_lines(source) == ["1\ta b c d", "2\tx"]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 10_000 + "đáy",
        "<table><tr><td>" * 2_000 + "đáy",
        "<b><i>" * 5_000 + "đáy",
        "<table>" + "<tr><td rowspan=999999 colspan=999999>x đáy</td></tr>" * 2_000 + "</table>",
        "<!DOCTYPE html [<!ENTITY x 'ha'>]><p>&x; đáy",
    ],
)
def test_hostile_pages_end_and_keep_their_words(source: str) -> None:
    begun = time.monotonic()
    assert "đáy" in read_html(source.encode(), "a.html")
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("source", ["<script>x</script>", "<html></html>", "<p> </p>"])
def test_a_page_without_words_says_so(source: str) -> None:
    with pytest.raises(ReadError, match=r"a\.html: shows no text"):
        read_html(source.encode(), "a.html")


def test_a_word_file_that_is_a_page_is_read_as_a_page() -> None:
    read = read_bytes(b"<html><body><p>K\xe1\xba\xbf ho\xe1\xba\xa1ch</body></html>", "a.doc")
    assert (read.text, read.media_type) == ("Kế hoạch\n", "text/html")
