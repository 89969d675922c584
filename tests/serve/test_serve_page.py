"""The pages in a real browser: asked with keys, in two languages, on a narrow screen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from serving import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PLAN = "document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Visit:
    """A visit that counts requests to others and complaints of the browser."""

    def __init__(self, browser: Browser, server: Server, width: int = 1280) -> None:
        self.page: Page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
        self.server = server
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.server.url, "data:")):
            self.wrong.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.server.url}{path}")
        return self.page

    def close(self) -> None:
        self.page.context.close()
        assert self.wrong == []


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    found = Visit(browser, server)
    yield found
    found.close()


def asked(page: Page, query: str) -> None:
    """Type a query and ask it with the keys."""
    page.fill("#query", query)
    page.press("#query", "Control+Enter")
    page.wait_for_selector("#stop", state="hidden")
    page.wait_for_function("!/^(Đang|Asking)/.test(document.getElementById('state').textContent)")


def test_an_example_is_asked_and_shown(visit: Visit) -> None:
    page = visit.open("sparql")
    page.select_option("#examples", "leads")
    page.click("#run")
    page.wait_for_selector("#table tbody tr")
    assert page.locator("#table tbody tr").count() == 58
    assert page.locator("#table th").all_inner_texts() == ["agency", "kind", "tasks", "documents"]
    assert page.locator("#table tbody tr").first.locator("td").nth(2).inner_text() == "9"
    assert page.evaluate("document.activeElement.id") == "answer"
    assert page.inner_text("#state").startswith("58 dòng")
    assert page.locator("#files a").all_inner_texts() == ["json", "csv", "tsv", "xml"]


def test_every_example_can_be_asked(visit: Visit) -> None:
    page = visit.open("sparql")
    names = page.eval_on_selector_all("#examples option", "each => each.map(e => e.value)")[1:]
    assert len(names) >= 18
    for name in names:
        page.select_option("#examples", name)
        asked(page, page.input_value("#query"))
        assert page.inner_text("#fault") == "", name


def test_two_languages_and_the_choice_is_kept(visit: Visit) -> None:
    page = visit.open("sparql")
    assert page.inner_text("h1") == "Hỏi bằng SPARQL"
    page.click("#language")
    assert page.inner_text("h1") == "Ask with SPARQL"
    assert page.locator("#examples option").nth(1).inner_text()[0].isascii()
    asked(page, "SELECT * { ?s a <x:nothing> }")
    assert page.inner_text("#state").endswith("Nothing was found in this corpus.")
    page = visit.open(PLAN)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.inner_text("h2 >> nth=0") == "What is said of it"


def test_words_of_an_answer_are_never_markup(visit: Visit) -> None:
    page = visit.open("sparql")
    asked(page, "SELECT ?x { VALUES ?x { '<img src=x onerror=alert(1)>' <javascript:alert(2)> } }")
    assert page.locator("#table img").count() == 0
    assert page.locator("#table a").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#table")


def test_truth_triples_faults_and_an_address_with_a_query(visit: Visit) -> None:
    page = visit.open("sparql?query=ASK%20%7B%20%3Ft%20a%20pc%3ATask%20%7D")
    page.wait_for_function("document.getElementById('state').textContent === 'Có.'")
    asked(page, "CONSTRUCT WHERE { ?t a pc:Task }")
    assert "https://w3id.org/policy-cascade/ns#Task" in page.inner_text("#text")
    asked(page, "SELECT * { ?s ?p ?o } LIMIT 1500")
    assert "1000" in page.inner_text("#state")
    assert page.locator("#table tbody tr").count() == 1000
    asked(page, "SELECT nonsense")
    assert "error at 1:" in page.inner_text("#fault")
    visit.wrong.clear()  # the browser notes the refused request


@pytest.mark.parametrize("path", ["", "sparql", PLAN, "ns", f"{PLAN}/graph", "nothing"])
def test_a_narrow_screen_needs_no_scrolling_aside(
    browser: Browser, server: Server, path: str
) -> None:
    visit = Visit(browser, server, 400)
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    if path == "sparql":
        asked(page, "SELECT * { ?s ?p ?o } LIMIT 50")
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
    if path == "nothing":
        visit.wrong.clear()
    visit.close()


def test_a_click_leads_from_a_plan_to_the_words_and_on(visit: Visit) -> None:
    page = visit.open(PLAN)
    assert page.inner_text("h1") == "Kế hoạch 452/KH-UBND"
    page.locator("summary").first.click()
    assert page.locator("details[open] q").first.is_visible()
    page.get_by_role("link", name="Nghị quyết 36-NQ/TW").first.click()
    page.wait_for_url("**/36-nq-tw/**")
    assert page.inner_text("h1") == "Nghị quyết 36-NQ/TW"
