"""The page of two sides: what differs is marked, all is escaped and placed, nothing is loaded."""

from __future__ import annotations

import html
import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visits import CHROMIUM, Visit, started

from kg.errors import KgError
from kg.text import view
from kg.write.compared import SHOWN, Beside, compared_html, write_compared
from kg.write.compared_words import WORDS
from kg.write.differing import Piece, differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

COLUMNS = ("what", "state", "first", "second", "alike", "shared", "first_start", "first_end",
           "second_start", "second_end", "first_file", "second_file")  # fmt: skip
NOWHERE = (None,) * 8
EVIL = '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">&quot;'
SIDES = (Beside("Kế hoạch 1/KH-UBND", ("Kế hoạch 1/KH-UBND",), 4),
         Beside(f"Tỉnh {EVIL}", ("Kế hoạch 2/KH-UBND", EVIL), 15))  # fmt: skip
ROWS: list[tuple[object, ...]] = [
    ("paper above", "both", "Nghị quyết 9-NQ/TW", "Nghị quyết 9-NQ/TW", *NOWHERE),
    ("paper above", "only second", None, EVIL, *NOWHERE),
    ("task", "adapted", "Mở hai lớp dạy đan lưới cho thanh niên.", "Tỉnh mở ba lớp dạy đan lưới.",
     0.75, 0.5, 10, 49, 20, 48, "một.txt", "hai.txt"),
    ("task", "only first", EVIL, None, None, None, 60, 99, None, None, "một.txt", None),
    *(("task", "only second", None, f"Việc thứ {nth}", None, None, None, None, nth, nth + 9, None,
       "hai.txt") for nth in range(14)),
    ("task", "too usual to tell", "Tổ chức thực hiện.", None, None, None, 70, 88, None, None,
     "một.txt", None),
    ("agency: Sở Y tế", "both", 1, 4, *NOWHERE),
    ("time: none", "only second", 0, 3, *NOWHERE),
    ("time: 2022-2030", "only first", 2, 0, *NOWHERE),
    ("target", "only first", "Đạt 80% số hộ.", None, None, None, 5, 19, None, None, "một.txt", None),
]  # fmt: skip
NOTES = ("Tasks: 4 of the first and 15 of the second.", EVIL)


def page(lang: str = "vi") -> str:
    return compared_html(
        SIDES, [dict(zip(COLUMNS, r, strict=True)) for r in ROWS], NOTES, lang=lang
    )


def joined(pieces: Sequence[Piece]) -> str:
    return "".join(each.words for each in pieces)


def apart(pieces: Sequence[Piece]) -> list[str]:
    return [each.words for each in pieces if each.apart]


def test_words_that_differ_are_those_a_reader_marks() -> None:
    one, other = differing(str(ROWS[2][2]), str(ROWS[2][3]))
    assert (apart(one), apart(other)) == (["hai", "cho thanh niên"], ["Tỉnh", "ba"])


def test_case_and_old_tone_marks_set_nothing_apart() -> None:
    one, other = differing("UỶ BAN – hoà bình", "Ủy ban, Hòa Bình")
    assert apart(one) == apart(other) == []


def test_a_long_run_wins_over_words_torn_apart() -> None:
    one, _ = differing("Nhiệm vụ số, nhiệm kỳ", "nhiệm kỳ")
    assert apart(one) == ["Nhiệm vụ số"]  # and not "vụ số, nhiệm"


@given(st.text("ab ,.\n", max_size=40), st.text("ab ,.\n", max_size=40))
def test_pieces_are_the_passage_and_the_rest_is_in_both(first: str, second: str) -> None:
    one, other = differing(first, second)
    assert (joined(one), joined(other)) == (first, second)
    kept = [re.findall(r"\w+", view(" ".join(p.words for p in each if not p.apart)))
            for each in (one, other)]  # fmt: skip
    assert kept[0] == kept[1]
    assert all(each.words for each in (*one, *other))


def test_words_said_over_and_over_cost_no_minutes() -> None:
    start = time.process_time()
    one, other = differing("a b " * 3000, "b a c " * 2000)
    assert time.process_time() - start < 2
    assert (len(joined(one)), len(joined(other))) == (12_000, 12_000)


def test_every_word_is_there_and_escaped() -> None:
    found = page()
    assert "<script" not in found
    assert "<img" not in found
    assert found.count(html.escape(EVIL, quote=False).replace('"', "&#34;")) >= 5
    said = html.unescape(re.sub(r"<[^>]+>", "", found))
    for row in ROWS:
        assert all(cell in said for cell in row[2:4] if isinstance(cell, str))


def test_every_passage_has_its_file_and_offsets() -> None:
    found = page()
    for row in ROWS:
        for start, end, file in ((6, 7, 10), (8, 9, 11)):
            assert row[file] is None or f"<bdi>{row[file]}, {row[start]}–{row[end]}</bdi>" in found


def test_nothing_is_loaded_and_nothing_runs() -> None:
    found = page()
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:;" in found
    assert not re.search(r"(?:src|href)=[\"'](?!#|data:)", re.sub(r"&[^;]+;", "", found))
    assert "@import" not in found
    assert "url(" not in found


def test_numbers_on_the_page_are_those_counted_by_hand() -> None:
    found = page("en")
    assert "4 tasks" in found
    assert "15 tasks" in found
    assert f"Show {14 - SHOWN} more" in found
    assert "1 tasks have only usual words" in found
    assert found.count('style="width: 25%"') == 1  # Sở Y tế: 1 of 4, the longest
    assert found.count('style="width: 67%"') == 1  # 2022-2030: 2 of 3


def test_both_languages_say_everything_and_the_same_bytes_come_again() -> None:
    assert page("vi") == page("vi")
    assert page("vi").splitlines()[1] != page("en").splitlines()[1]
    assert all(len(said) == 2 and all(said) for said in WORDS.values())
    found = page()
    assert found.count('class="vi"') == found.count('class="en"')
    with pytest.raises(ValueError, match="not 'fr'"):
        page("fr")


def test_an_empty_answer_says_so() -> None:
    found = compared_html((Beside("a", (), 0), Beside("b", (), 0)), [], (), lang="en")
    assert found.count("None found in this corpus.") >= 6


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be written"):
        write_compared(SIDES, COLUMNS, ROWS, NOTES, tmp_path / "no" / "page.html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
@pytest.mark.parametrize(("width", "script"), [(1280, True), (400, True), (400, False)])
def test_a_reader_sees_both_sides_and_switches(
    browser: Browser, tmp_path: Path, width: int, *, script: bool
) -> None:
    address = tmp_path / "page.html"
    write_compared(SIDES, COLUMNS, ROWS, NOTES, address)
    visit = Visit(browser, width, 800, script=script)
    visit.page.goto(address.as_uri())
    assert visit.page.is_visible("h1 .vi")
    assert not visit.page.is_visible("h1 .en")
    visit.page.click("label[for=en]")
    assert visit.page.is_visible("h1 .en")
    assert not visit.page.is_visible(".skip .vi")
    assert visit.page.locator("mark").all_inner_texts() == ["hai", "cho thanh niên", "Tỉnh", "ba"]
    first, second = (
        visit.page.locator(f"article .{s}").bounding_box() for s in ("first", "second")
    )
    assert first is not None
    assert second is not None
    assert (first["y"] == second["y"]) == (width > 700)
    if script:
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        assert visit.page.evaluate("window.pwned") is None
    visit.close()
