"""The site in a real browser, opened from its folder with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe import axe, faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

PLAN = "document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17"
PAGES = [
    "index",
    "documents",
    "agents",
    "places",
    "tasks",
    "answers",
    "answers/leads",
    "networks",
    "data",
    "search",
    PLAN,
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    import shutil

    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium (apt install chromium)")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


class Walk:
    """A reader's walk through the site: what went wrong, what was asked of a network."""

    def __init__(self, browser: Browser, site: Path, width: int = 1280) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
        self.site, self.page = site, context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", lambda request: self.wrong.append(request.url))

    def to(self, name: str, rest: str = "") -> Page:
        self.page.goto(f"file://{self.site}/{quote(name)}.html{rest}")
        return self.page


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_a_fault_and_is_as_wide_as_the_screen(
    browser: Browser, site: Path, name: str, width: int
) -> None:
    walk = Walk(browser, site, width)
    page = walk.to(name)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert walk.wrong == []
    page.context.close()


def test_the_search_finds_without_marks(browser: Browser, site: Path) -> None:
    walk = Walk(browser, site)
    page = walk.to("index")
    page.fill(".find input", "dak nong")
    page.press(".find input", "Enter")
    page.wait_for_url("**/search.html?q=*")
    assert "Đắk Nông" in page.locator(".results a").first.inner_text()
    assert page.locator(".results li").count() == 100
    page.fill(".find input", "452 kh ubnd")
    page.locator(".results a").first.click()
    page.wait_for_selector("h1")
    assert page.locator("h1").inner_text() == "Kế hoạch 452/KH-UBND"
    assert walk.wrong == []
    page.context.close()


def test_the_language_is_switched_and_kept(browser: Browser, site: Path) -> None:
    walk = Walk(browser, site)
    page = walk.to("documents")
    assert page.locator("html").get_attribute("lang") == "vi"
    page.click("button.language")
    assert page.locator("h1").inner_text().startswith("Documents")
    page.locator("nav a").nth(1).click()
    page.wait_for_url("**/agents.html")
    assert page.locator("h1").inner_text().startswith("Agencies")
    page.context.close()


def test_the_words_of_an_edge_are_marked_in_the_text(browser: Browser, site: Path) -> None:
    walk = Walk(browser, site)
    page = walk.to(PLAN)
    words = page.locator("section li:has(a.in) q").first.inner_text()
    page.locator("section li a.in").first.click()
    page.wait_for_url("**/text.html#char=*")
    page.wait_for_timeout(300)
    start, end = page.url.rpartition("=")[2].split(",")
    text = page.evaluate("document.body.innerText")
    assert words.strip("“”")[:30] in text
    assert int(start) < int(end)
    page.context.close()


def test_a_list_is_narrowed(browser: Browser, site: Path) -> None:
    walk = Walk(browser, site)
    page = walk.to("agents")
    whole = page.locator(".list li:visible").count()
    page.fill("input.narrow", "so y te")
    assert 0 < page.locator(".list li:visible").count() < whole
    page.context.close()


def test_without_a_script_the_lists_and_pages_still_read(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(f"file://{site}/{quote(PLAN)}.html")
    assert page.locator("h1").inner_text() == "Kế hoạch 452/KH-UBND"
    assert page.locator(".w[lang=en]").first.is_hidden()
    context.close()


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize(
    "name", [*PAGES, f"{PLAN}/text", "agent/sở-khoa-học-và-công-nghệ-tỉnh-đắk-nông", "ns"]
)
def test_no_serious_fault_of_accessibility(
    browser: Browser, site: Path, name: str, width: int
) -> None:
    script = axe()
    context = browser.new_context(
        viewport={"width": width, "height": 900}, bypass_csp=True, offline=True
    )
    page = context.new_page()
    page.goto(f"file://{site}/{quote(name)}.html")
    found = faults(page, script)
    context.close()
    assert found == []
