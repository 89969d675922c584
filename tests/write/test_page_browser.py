"""The page in a real browser with the network cut: what a reader sees, clicks and types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlparse

import pytest
from test_page import HOSTILE, hostile_graph
from test_page_gold import gold_graph, iri, texts
from visits import CHROMIUM, Visit, started

from kg.write.layout import lay_out
from kg.write.page import write_page
from kg.write.page_data import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PLAN = iri("document", "001_6078abd8910b3412.txt")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "page.html"
    return write_page(gold_graph(), path, title="Công nghệ sinh học", texts=texts()).as_uri()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    yield found
    found.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser, 400, 800)
    yield found
    found.close()


def find(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def test_the_first_picture_says_what_there_is(visit: Visit, address: str) -> None:
    page = visit.open(address)
    assert page.locator("#counts b").all_inner_texts() == ["19", "160", "86", "462"]
    assert page.locator("#plans button").count() == 5


@pytest.mark.parametrize("words", ["khoa hoc", "KHOA HỌC", "khoa học"])
def test_search_needs_no_marks(visit: Visit, address: str, words: str) -> None:
    page = visit.open(address)
    find(page, words)
    assert page.locator("#found").inner_text() == "44 kết quả"
    assert page.locator("#hits button").first.inner_text().startswith("Luật Khoa học và công nghệ")


def test_search_folds_d_with_stroke(visit: Visit, address: str) -> None:
    page = visit.open(address)
    find(page, "so cong thuong dak nong")
    assert page.locator("#hits .clip").first.inner_text() == "Sở Công Thương tỉnh Đắk Nông"
    find(page, "zzz")
    assert page.locator("#found").inner_text() == "Không tìm thấy"


def test_a_result_is_reached_and_chosen_by_keys(visit: Visit, address: str) -> None:
    page = visit.open(address)
    find(page, "36-nq")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Nghị quyết 36-NQ/TW"
    assert page.locator(".badge").inner_text() == "Không có trong tập này"
    page.keyboard.press("Escape")
    assert page.locator("#overview").is_visible()


def test_a_click_on_a_mark_shows_the_very_words(visit: Visit, address: str) -> None:
    page = visit.open(address)
    layout = lay_out(gold_graph(), aspect=WIDE)
    box = page.locator("#canvas").bounding_box()
    assert box
    wide, high = box["width"] - 24, box["height"] - 16
    scale = min(wide / (layout.width + 16), high / (layout.height + 8), 1.6)
    x, y = layout.positions[PLAN]
    left = box["x"] + box["width"] / 2 + (x - layout.width / 2) * scale
    top = box["y"] + box["height"] / 2 + (y - layout.height / 2) * scale
    page.mouse.click(left, top)
    assert page.locator("#details h2").inner_text() == "Kế hoạch 452/KH-UBND"
    group = page.locator(".group").first
    assert group.locator("summary").first.inner_text() == "Thực hiện (1)"
    assert group.locator("q").inner_text() == "Chương trình số 63-CTr/TU"
    assert "001_6078abd8910b3412.txt, 86–111" in group.locator(".where").inner_text()


def test_the_passage_marks_the_words_in_their_text(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}#node={quote(PLAN, safe='')}")
    page.locator(".proof summary").first.click()
    passage = page.locator(".passage").first
    assert passage.locator("mark").text_content() == "Chương trình số 63-CTr/TU"
    shown = (passage.text_content() or "").strip("…")
    assert shown == texts()[PLAN][: 111 + 200].lstrip()


def test_neighbours_lead_on_and_the_address_is_shared(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}#node={quote(PLAN, safe='')}")
    page.locator(".group button.go").first.click()
    assert page.locator("#details h2").inner_text() == "Chương trình 63-CTr/TU"
    shared = page.url
    page.go_back()
    assert page.locator("#details h2").inner_text() == "Kế hoạch 452/KH-UBND"
    page.goto("about:blank")
    visit.asked.clear()
    visit.open(shared)
    assert page.locator("#details h2").inner_text() == "Chương trình 63-CTr/TU"


def test_a_link_has_an_address_of_its_own(visit: Visit, address: str) -> None:
    above = iri("document", "63-CTr/TU Tỉnh Đắk Nông")
    ends = f"from={quote(PLAN, safe='')}&relation=implements&to={quote(above, safe='')}"
    page = visit.open(f"{address}#{ends}")
    assert page.locator("#details h2").inner_text() == "Thực hiện"
    assert page.locator("#details mark").text_content() == "Chương trình số 63-CTr/TU"


def test_the_language_is_switched_in_place(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="Documents in this corpus").is_visible()
    assert (
        page.locator("#search").get_attribute("aria-label") == "Search documents, tasks, agencies"
    )
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"


def test_filters_hide_and_a_hidden_item_clears_them(visit: Visit, address: str) -> None:
    page = visit.open(address)
    before = page.locator("#canvas").screenshot()
    page.select_option("#filter-place", "Tỉnh Tây Ninh")
    assert page.locator("#reset").is_visible()
    assert page.locator("#canvas").screenshot() != before
    find(page, "452/kh")
    page.locator("#hits button").first.click()
    assert page.locator("#notice").inner_text() == "Đã bỏ lọc để hiện mục này"
    assert page.input_value("#filter-place") == ""


def view_of(page: Page) -> list[float]:
    [told] = parse_qs(urlparse(page.url).fragment)["view"]
    return [float(number) for number in told.split()]


def test_filters_switches_and_view_stand_in_the_address(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.select_option("#filter-place", "Tỉnh Tây Ninh")
    page.click("#relations summary")
    page.locator("#relations input[value=cites]").uncheck()
    page.keyboard.press("Escape")
    page.click("#zoom-in")
    page.wait_for_timeout(50)
    shared = page.url
    page.click("#zoom-in")
    page.wait_for_timeout(50)
    nearer = view_of(page)
    assert {"filter.place", "off=cites", "view="} <= set(
        re.findall(r"filter\.place|off=cites|view=", shared)
    )
    page.goto("about:blank")
    visit.asked.clear()
    visit.open(shared)
    assert page.input_value("#filter-place") == "Tỉnh Tây Ninh"
    assert not page.locator("#relations input[value=cites]").is_checked()
    assert page.url == shared
    page.click("#zoom-in")
    page.wait_for_timeout(50)
    assert view_of(page) == pytest.approx(nearer, abs=2)
    page.click("#zoom-fit")
    assert "view=" not in page.url


def test_the_list_of_items_is_walked_by_keys(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.click("#all-items > summary")
    page.wait_for_selector("#list button")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    words = page.evaluate("document.activeElement.querySelector('.clip').textContent")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == words
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.querySelector('.clip').textContent") == words


def test_a_quote_links_to_its_annotated_page(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_page(gold_graph(), path, title="x", texts=texts(), address={PLAN: "documents/001.html"})
    page = visit.open(f"{path.as_uri()}#node={quote(PLAN, safe='')}")
    link = page.locator("#details a.source").first
    assert link.get_attribute("href") == "documents/001.html#char=86,111"
    assert page.locator("#details .proof summary").count() == 0, "the text does not travel twice"


@pytest.mark.parametrize(("name", "value"), [("level", "ministry"), ("level", "central-party")])
def test_only_levels_that_occur_are_offered(
    visit: Visit, address: str, name: str, value: str
) -> None:
    page = visit.open(address)
    offered = page.locator(f"#filter-{name} option[value={value}]").count()
    assert offered == (1 if value == "central-party" else 0)


def test_relations_are_switched_off_one_by_one(visit: Visit, address: str) -> None:
    page = visit.open(address)
    before = page.locator("#canvas").screenshot()
    page.click("#relations summary")
    page.locator("#relations input[value=implements]").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#relations ul").is_visible()
    assert page.locator("#canvas").screenshot() != before
    page.click("#reset")
    assert page.locator("#relations input[value=implements]").is_checked()


def test_on_a_phone_nothing_is_cut_and_the_panel_is_a_sheet(phone: Visit, address: str) -> None:
    page = phone.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    assert not page.locator("#filters").is_visible()
    page.click("#filters-button")
    assert page.locator("#filter-place").is_visible()
    page.click("#filters-button")
    assert not page.locator("#overview").is_visible()
    find(page, "452/kh")
    page.locator("#hits button").first.click()
    box = page.locator("#panel").bounding_box()
    assert box
    assert box["width"] == 400
    assert box["y"] > 300
    assert box["y"] + box["height"] == 800


def test_hostile_words_never_run(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser)
    document = "https://example.org/" + HOSTILE
    path = tmp_path / "hostile.html"
    write_page(hostile_graph(), path, title=HOSTILE, texts={document: HOSTILE})
    page = visit.open(path.as_uri())
    for number in range(3):
        find(page, "script")
        page.locator("#hits button").nth(number).click()
        for summary in page.locator(".proof summary").all():
            summary.click()
        page.keyboard.press("Escape")
    page.click("#language")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 3
    visit.close()


def test_an_empty_graph_is_a_page_too(visit: Visit, tmp_path: Path) -> None:
    empty = gold_graph().__class__()
    page = visit.open(write_page(empty, tmp_path / "empty.html", title="x").as_uri())
    assert page.locator("#counts b").all_inner_texts() == ["0", "0", "0", "0"]
