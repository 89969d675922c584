"""A visit to a page in a real browser with the network cut."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def started() -> Iterator[Browser]:
    """Give a browser while it is needed; skip where playwright is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Visit:
    """One visit to a page: counts what it asks for and what goes wrong."""

    def __init__(
        self, browser: Browser, width: int = 1280, height: int = 800, *, script: bool = True
    ) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True,
            reduced_motion="reduce", java_script_enabled=script,
        )  # fmt: skip
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))

    def open(self, address: str) -> Page:
        """Open the page of a network and wait until it is drawn."""
        self.page.goto(address)
        self.page.wait_for_selector("#canvas canvas")
        return self.page

    def close(self) -> None:
        """End the visit: nothing was asked of the network, and nothing went wrong."""
        strangers = [url for url in self.asked if not url.startswith(("file:", "data:"))]
        self.page.context.close()
        assert strangers == []
        assert self.wrong == []
