"""The drawn boards in a real browser with the network cut: what a reader sees, clicks and types."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from annotated_sample import plan
from axe import axe, faults
from board_sample import HOSTILE, TEXTS, hostile, sample
from test_board import BOARDS
from test_page_gold import gold_graph, texts
from visits import CHROMIUM, Visit, started

from kg.write.annotated import write_annotated
from kg.write.board import write_board
from kg.write.page import write_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
KINDS = sorted(BOARDS)
FIRST = {
    "coordination": "g.mark.line",
    "coverage": "td .mark",
    "agency": "g.mark.m-task",
    "document": "g.mark.m-task",
    "directive": "g.mark.m-held",
    "flow": "g.mark:has(.ribbon)",
    "timeline": "g.mark:has(.bar)",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("boards")
    for name, make in BOARDS.items():
        write_board(make(sample()), out / f"{name}.html", title=f"Bảng {name}", texts=TEXTS)
    write_page(gold_graph(), out / "cascade.html", title="Từ chỉ đạo", texts=texts())
    return out


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    yield found
    found.close()


def opened(visit: Visit, folder: Path, name: str, tail: str = "") -> Page:
    visit.page.goto((folder / f"{name}.html").as_uri() + tail)
    visit.page.wait_for_selector("#canvas .drawings:visible")
    return visit.page


def click_first(page: Page, name: str) -> None:
    mark = page.locator(f".drawings:visible {FIRST[name]}").first
    mark.dispatch_event("click")


@pytest.mark.parametrize("name", KINDS)
def test_a_click_on_a_mark_shows_its_words(visit: Visit, folder: Path, name: str) -> None:
    page = opened(visit, folder, name)
    assert page.locator("#overview").is_visible()
    click_first(page, name)
    said = page.locator("#details").inner_text()
    assert "Sở Y" in said or "Nghị quyết 1" in said
    summary = page.locator("#details .proof summary").first
    summary.click()
    marked = page.locator("#details .passage mark").first.text_content()
    assert marked
    assert any(marked in text for text in TEXTS.values())
    page.keyboard.press("Escape")
    assert page.locator("#overview").is_visible()


@pytest.mark.parametrize("name", KINDS)
def test_what_is_chosen_has_an_address(visit: Visit, folder: Path, name: str) -> None:
    page = opened(visit, folder, name)
    click_first(page, name)
    page.click("#language")
    page.click("#zoom-in")
    heading, shared = page.inner_text("#details h2"), page.url
    assert "lang=en" in shared
    assert "zoom=1.40" in shared
    page.goto("about:blank")
    visit.asked.clear()
    page.goto(shared)
    assert page.inner_text("#details h2") == heading
    assert page.get_attribute("html", "lang") == "en"
    assert page.url == shared
    assert page.locator(".chosen:visible").count() >= 1


@pytest.mark.parametrize("words", ["so y", "SỞ Y", "sở y"])
def test_search_needs_no_marks(visit: Visit, folder: Path, words: str) -> None:
    page = opened(visit, folder, "coordination")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "Sở Y" in page.inner_text("#details h2")


def test_the_list_is_walked_by_keys(visit: Visit, folder: Path) -> None:
    page = opened(visit, folder, "agency")
    page.locator("#all-items > summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#list button")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.textContent")
    assert first != second
    assert page.locator("#list button[tabindex='0']").count() == 1, "one stop of the Tab key"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == second, "Esc comes back"


def test_arrows_walk_over_the_cells(visit: Visit, folder: Path) -> None:
    page = opened(visit, folder, "coverage")
    page.locator("td .mark").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Tỉnh Bình Yên"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "không có nghĩa là tỉnh chưa làm" in page.inner_text("#details")


def test_filters_hide_stay_in_the_address_and_are_cleared(visit: Visit, folder: Path) -> None:
    page = opened(visit, folder, "coverage")
    page.select_option("#filter-state", "state:own")
    assert page.locator("tbody tr:visible").count() == 2
    page.reload()
    assert page.locator("tbody tr:visible").count() == 2
    assert page.input_value("#filter-state") == "state:own"
    page.click("#reset")
    assert page.locator("tbody tr:visible").count() == 3
    assert "filter" not in page.url


@pytest.mark.parametrize("name", [*KINDS, "cascade"])
def test_the_picture_is_saved_as_svg_and_png(
    visit: Visit, folder: Path, name: str, tmp_path: Path
) -> None:
    page = visit.page
    page.goto((folder / f"{name}.html").as_uri())
    for kind, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        page.click("#export summary")
        with page.expect_download() as saved:
            page.click(f"#export-{kind}")
        path = tmp_path / f"picture.{kind}"
        saved.value.save_as(path)
        assert path.read_bytes().startswith(start)
        assert saved.value.suggested_filename.endswith(kind)
        if kind == "svg":
            whole = ET.parse(path).getroot()  # noqa: S314 - our own file
            assert "Nghị quyết" in "".join(whole.itertext()) or "Sở" in "".join(whole.itertext())
    visit.asked[:] = [url for url in visit.asked if not url.startswith("blob:")]


@pytest.mark.parametrize("name", KINDS)
def test_on_a_phone_nothing_is_wider_than_the_screen(
    browser: Browser, folder: Path, name: str
) -> None:
    visit = Visit(browser, 400, 800)
    page = opened(visit, folder, name)
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    click_first(page, name)
    box = page.locator("#panel").bounding_box()
    assert box
    assert (box["width"], box["y"] > 300) == (400, True)
    visit.close()


@pytest.mark.parametrize("name", KINDS)
def test_hostile_words_never_run(browser: Browser, name: str, tmp_path: Path) -> None:
    visit = Visit(browser)
    write_board(
        BOARDS[name](hostile()), tmp_path / "h.html", title=HOSTILE, texts={"d:kh1": HOSTILE}
    )
    page = opened(visit, tmp_path, "h")
    click_first(page, name)
    page.click("#language")
    page.keyboard.press("/")
    page.keyboard.type("script")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    visit.close()


@pytest.mark.parametrize("name", [*KINDS, "cascade"])
@pytest.mark.parametrize("width", [1280, 400])
def test_no_serious_fault_of_accessibility(
    browser: Browser, folder: Path, name: str, width: int
) -> None:
    script = axe()
    context = browser.new_context(
        viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto((folder / f"{name}.html").as_uri())
    page.wait_for_selector("#canvas")
    found = faults(page, script)
    page.keyboard.press("/")
    page.keyboard.type("so")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    found += page.evaluate("axe.run()")["violations"] and faults(page, script)
    context.close()
    assert found == []


def test_a_fault_of_accessibility_would_be_found(browser: Browser) -> None:
    script = axe()
    page = browser.new_page()
    page.set_content("<html lang='vi'><title>x</title><main><img src='data:,'></main></html>")
    assert [fault.partition(":")[0] for fault in faults(page, script)] == ["image-alt"]
    page.close()


@pytest.mark.parametrize("width", [1280, 400])
def test_the_annotated_document_has_no_serious_fault_of_accessibility(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    script = axe()
    at = write_annotated(*plan(), tmp_path / "a.html").as_uri()
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(at)
    assert faults(page, script) == []
    context.close()


def test_a_quote_opens_the_annotated_document_at_its_words(visit: Visit, tmp_path: Path) -> None:
    text = TEXTS["d:kh1"]
    documents = tmp_path / "documents"
    documents.mkdir()
    write_annotated({"file": "1.txt"}, text, documents / "1.html")
    board = BOARDS["agency"](sample())
    write_board(board, tmp_path / "a.html", title="x", address={"d:kh1": "documents/1.html"})
    page = opened(visit, tmp_path, "a", "#node=t2")
    page.locator("#details a.source").first.click()
    page.wait_for_selector("#text")
    marked = page.evaluate("[...CSS.highlights.get('place')].map(String)[0]")
    assert marked == "Sở Y làm cùng Sở N.", "behind a letter of two UTF-16 units too"


def test_the_printed_page_has_the_picture_and_no_buttons(visit: Visit, folder: Path) -> None:
    page = opened(visit, folder, "flow")
    page.emulate_media(media="print")
    assert page.locator(".drawings.wide svg").first.is_visible()
    assert page.locator("button:visible").count() == 0 or not page.locator("#language").is_visible()
    assert not page.locator(".search").is_visible()
