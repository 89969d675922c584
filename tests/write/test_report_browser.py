"""The report in a real browser with the network cut: what a reader sees, clicks and touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from report_sample import HOSTILE, hostile_report
from visits import CHROMIUM, Visit, started

from kg.build import build
from kg.config import bundled
from kg.reporting import report_of
from kg.write.report import report_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
MARK = "#leads .picture:visible [data-t]"


class Reading(Visit):
    """A visit to a report."""

    def open(self, address: str) -> Page:
        """Open a report, and be done when it is there."""
        self.page.goto(address)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("report")
    build([bundled("data", "documents")], folder / "graph")
    path = folder / "report.html"
    path.write_text(report_html(report_of(folder / "graph")), encoding="utf-8", newline="\n")
    return path.as_uri()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Reading]:
    found = Reading(browser)
    yield found
    found.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Reading]:
    found = Reading(browser, 400, 800)
    yield found
    found.close()


def test_the_language_is_switched_in_place_and_kept(visit: Reading, address: str) -> None:
    page = visit.open(address)
    assert page.locator("#leads h3").inner_text() == "Cơ quan chủ trì nhiều nhiệm vụ nhất"
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#leads h3").inner_text() == "Agencies that lead the most tasks"
    assert "internal-unit" in page.locator("#leads tbody tr").first.inner_text()
    assert "Tỉnh Tây Ninh".lower() in page.locator("#leads tbody").inner_text().lower()
    assert page.get_by_role("region", name="Agencies that lead the most tasks").count() == 1
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_mark_says_its_value(visit: Reading, address: str) -> None:
    page = visit.open(address)
    page.locator(MARK).nth(3).hover()
    assert page.locator("#tip").inner_text() == "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi: 8"
    page.keyboard.press("Escape")
    assert not page.locator("#tip").is_visible()


def test_all_rows_are_shown_and_sorted(visit: Reading, address: str) -> None:
    page = visit.open(address)
    rows = page.locator("#leads tbody tr")
    assert rows.count() == 8
    page.click("#leads .all")
    assert rows.count() == 58
    assert rows.nth(0).locator("td").nth(2).inner_text() == "đơn vị trực thuộc"
    head = page.locator("#leads th").nth(3)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert rows.nth(0).locator("td").nth(3).inner_text() == "9"
    head.locator("button").press("Enter")
    assert rows.nth(0).locator("td").nth(3).inner_text() == "1"


def test_words_and_queries_open_by_keyboard(visit: Reading, address: str) -> None:
    page = visit.open(address)
    page.locator("#leads .passages summary").press("Enter")
    assert (
        page.locator("#leads .words dd")
        .first.inner_text()
        .startswith("Phòng Quản lý khoa học 002_")
    )
    page.locator("#leads details:not(.passages) summary").press("Enter")
    assert page.locator("#leads pre").first.inner_text() == "kg ask leads"


def test_the_contents_lead_to_the_answers(visit: Reading, address: str) -> None:
    page = visit.open(address)
    page.click("nav a[href='#lag-curve']")
    assert page.locator("#lag-curve h3").is_visible()
    assert page.evaluate("document.getElementById('lag-curve').getBoundingClientRect().top") < 100


def test_on_a_phone_nothing_is_cut(phone: Reading, address: str) -> None:
    page = phone.open(address)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    wide = page.evaluate(
        "[...document.querySelectorAll('.picture')].filter((e) => e.checkVisibility())"
        ".map((e) => e.querySelector('svg').getBoundingClientRect()).filter((b) => b.right > 400 || b.left < 0).length"
    )
    assert wide == 0
    small = page.evaluate(
        "[...document.querySelectorAll('.picture text')].filter((e) => e.checkVisibility())"
        ".filter((e) => parseFloat(getComputedStyle(e).fontSize) * e.ownerSVGElement.getBoundingClientRect().width"
        " / e.ownerSVGElement.viewBox.baseVal.width < 8.5).length"
    )
    assert small == 0


@pytest.mark.parametrize("wide", [1280, 400])
def test_no_label_is_cut_by_its_picture(browser: Browser, address: str, wide: int) -> None:
    found = Reading(browser, wide, 900)
    page = found.open(address)
    outside = page.evaluate(
        "[...document.querySelectorAll('.picture text')].filter((e) => e.checkVisibility()).filter((e) => {"
        "const a = e.getBoundingClientRect(); const box = e.closest('.picture');"
        "const cuts = getComputedStyle(box).overflowX !== 'visible';"
        "const [from, to] = cuts ? [box.getBoundingClientRect().left, box.getBoundingClientRect().right] : [0, innerWidth];"
        "return a.left < from - 1 || a.right > to + 1; }).map((e) => e.textContent)"
    )
    assert outside == []
    found.close()


def test_hostile_words_are_shown_and_never_run(visit: Reading, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(report_html(hostile_report()), encoding="utf-8", newline="\n")
    page = visit.open(path.as_uri())
    page.click("#leads .all")
    rows = page.locator("#leads tbody tr")
    assert rows.count() == 30
    assert rows.nth(29).locator("td").first.text_content() == f"{HOSTILE}1"
    page.locator(MARK).first.hover(force=True)
    assert page.locator("#tip").text_content() == f"{HOSTILE}30: {HOSTILE}: 30"


def test_without_a_script_the_page_can_be_read(browser: Browser, address: str) -> None:
    found = Reading(browser, script=False)
    page = found.open(address)
    assert page.locator("#leads .picture.wide svg").is_visible()
    assert not page.locator("#language").is_visible()
    page.locator("#leads .passages summary").click()
    assert page.locator("#leads .words dd").first.is_visible()
    found.close()
