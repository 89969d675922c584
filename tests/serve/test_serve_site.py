"""A folder of pages beside the graph: its files are served, and nothing outside of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from serving import Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = "place/tỉnh-bến-tre"


@pytest.fixture(scope="module")
def site(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    folder = outside / "site"
    for name, text in {
        "index.html": "<h1>site</h1>",
        f"{PLACE}.html": "<h1>a place of the site</h1>",
        "about/index.html": "<h1>about</h1>",
        "void.ttl": "<x:a> <x:b> <x:c> .",
        ".well-known/void": "<x:void> <x:b> <x:c> .",
        ".git/config": "secret",
        "sparql": "never",
        "style.css": "p {}",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside)
    os.mkfifo(folder / "pipe")
    options = (
        "--site",
        str(folder),
        "--workers",
        "1",
        "--origin",
        "https://a.example",
        "--name",
        "kg.example",
    )
    with running("-g", str(five), *options) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/", "<h1>site</h1>", "text/html"),
        ("/about/", "<h1>about</h1>", "text/html"),
        ("/about", "<h1>about</h1>", "text/html"),
        (f"/{quote(PLACE)}.html", "<h1>a place of the site</h1>", "text/html"),
        ("/void.ttl", "<x:a> <x:b> <x:c> .", "text/turtle"),
        ("/.well-known/void", "<x:void> <x:b> <x:c> .", "text/turtle"),
        ("/style.css", "p {}", "text/css"),
    ],
)
def test_a_file_of_the_site_is_served(site: Server, path: str, text: str, kind: str) -> None:
    found = site.get(path, "text/html")
    assert (found.status, found.text, found.kind) == (200, text, kind)
    assert "object-src 'none'" in found.headers["content-security-policy"]
    again = site.get(path, "text/html", If_None_Match=found.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_a_thing_leads_to_the_page_of_the_site_and_to_our_rdf(site: Server) -> None:
    assert site.get(f"/{quote(PLACE)}", "text/html").headers["location"].endswith(".html")
    assert "skos" in site.get(f"/{quote(PLACE)}.ttl").text
    assert site.get("/sparql", "*/*").kind == "text/turtle"


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/about/../../secret.txt", "/..%2fsecret.txt",
     "/link.txt", "/linked/secret.txt", "/.git/config", "/%2egit/config", "//etc/passwd", "/pipe",
     "/about/..%5c..%5csecret.txt", "/index.html%00.txt", "/" + "a" * 300],
)  # fmt: skip
def test_nothing_outside_of_the_folder_is_served(site: Server, path: str) -> None:
    found = site.get(path)
    assert (found.status, "secret" in found.text, "root:" in found.text) == (404, False, False)


def test_only_named_sites_read_the_answers(site: Server) -> None:
    for origin, allowed in (
        ("https://a.example", "https://a.example"),
        ("https://b.example", None),
    ):
        found = site.get("/void.ttl", Origin=origin)
        assert found.headers.get("access-control-allow-origin") == allowed
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    found = site.send("OPTIONS", "/sparql", None, asked)
    assert (found.status, "POST" in found.headers["access-control-allow-methods"]) == (200, True)
    assert site.get("/robots.txt", Host="kg.example:8000").status == 200
