"""The score of a published folder: on paper for the five plans, and each check made to fail."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad

from kg.graph.named import named_quads
from kg.graph.network import network
from kg.graph.store import open_store
from kg.lexicon import rows
from kg.write.catalogue.checks import CHECKS
from kg.write.catalogue.counts import count
from kg.write.catalogue.files import catalogue_files
from kg.write.catalogue.published import Published
from kg.write.catalogue.score import Points, points, score
from kg.write.catalogue.site import Download, Site
from kg.write.formats import FORMATS, write

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

SITE = Site(url="https://kg.example.org", publisher="Viện Thử", email="kg@example.org",
            issued="2026-01-05", modified="2026-02-06")  # fmt: skip
SAME = NamedNode("http://www.w3.org/2002/07/owl#sameAs")
_KEPT = ("ntriples", "turtle", "csv")


@pytest.fixture(scope="session")
def site(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder as a publisher would lay it out, without the pages of most things."""
    folder = tmp_path_factory.mktemp("published")
    store = open_store(five, read_only=True)
    quads = tuple(named_quads(store))
    (folder / "downloads").mkdir()
    for name in _KEPT:
        path = folder / "downloads" / f"policy{FORMATS[name].suffix}"
        write(name, path, quads=lambda: quads, network=lambda: network(store))
    fill(folder, quads)
    return folder


def fill(folder: Path, quads: tuple[Quad, ...], site: Site = SITE) -> None:
    counts = count(quads)
    paths = [folder / "downloads" / f"policy{FORMATS[name].suffix}" for name in _KEPT]
    files = [
        Download.of(f"downloads/{path.name}", name, path.read_bytes())
        for name, path in zip(_KEPT, paths, strict=True)
    ]
    made = catalogue_files(site, counts, files)
    for name, content in made.items():
        put(folder, name, content)
    script = b'<script type="application/ld+json">' + made["dataset.jsonld"] + b"</script>"
    put(folder, "index.html", b"<!doctype html><title>kg</title>" + script)
    put(folder, "sitemap.xml", b"<urlset><url><loc>https://kg.example.org/</loc></url></urlset>")
    put(folder, "robots.txt", b"User-agent: *\nAllow: /\n")
    for iri in counts.examples:
        path = iri.removeprefix(site.base)
        put(folder, f"{path}.html", b"<!doctype html>")
        put(folder, f"{path}.ttl", f"<{iri}> a <{site.base}ns#Thing> .".encode())


def put(folder: Path, name: str, content: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site, tmp_path / "copy"))


def states(folder: Path) -> dict[str, str]:
    return {each.id: each.state for each in score(folder)}


def test_every_check_has_a_row_and_every_row_a_check() -> None:
    assert {row["id"] for row in rows("publishing/checks")} == set(CHECKS)
    for row in rows("publishing/checks"):
        assert all(row[name] for name in ("dimension", "source", "vi", "en", "mend_vi", "mend_en"))


def test_the_points_are_those_of_the_european_method() -> None:
    sums: dict[str, int] = {}
    for row in rows("publishing/checks"):
        sums[row["dimension"]] = sums.get(row["dimension"], 0) + int(row["points"] or 0)
    assert sums == {
        "site": 0, "lod": 0, "findability": 100, "accessibility": 100, "interoperability": 110,
        "reusability": 75, "contextuality": 20,
    }  # fmt: skip


def test_the_five_plans_score_as_on_paper(site: Path) -> None:
    found = score(site)
    by_state = {each.id: each.state for each in found if each.state != "held"}
    assert by_state == {
        "lod-links": "missing",  # only the languages of 15 titles lead to another data set
        "lod-online": "unknown",
        "mqa-access-url-works": "unknown",
        "mqa-download-url-works": "unknown",
    }
    assert points(found) == Points(held=405 - 50 - 30, unknown=80, all=405)
    assert points(found).rating == "good"
    measured = {each.id: each.measured for each in found}
    assert measured["lod-links"] == "15 (eu-authority)"
    assert measured["lod-access"] == "a dump, by crawling"
    assert measured["site-sums"] == "3 of 3"
    assert measured["mqa-access-url-works"] == "not asked; 3 of 3 files lie in the folder"
    dump = (site / "downloads" / "policy.nt").read_text(encoding="utf-8").splitlines()
    assert measured["lod-triples"] == str(len(dump))


def test_what_is_not_held_says_what_to_do_in_both_languages(site: Path) -> None:
    for each in score(site):
        assert bool(each.mend[0] and each.mend[1]) == (each.state != "held")


def test_fifty_true_links_are_enough_and_forty_nine_are_not(five: Path, copy: Path) -> None:
    said = named_quads(open_store(five, read_only=True))
    known = tuple(quad for quad in said if not quad.predicate.value.endswith("#language"))
    for number, state in ((49, "missing"), (50, "held")):
        links = tuple(
            Quad(NamedNode(f"{SITE.base}place/{n}"), SAME, NamedNode(f"http://www.wikidata.org/entity/Q{n}"))
            for n in range(number)
        )  # fmt: skip
        write("ntriples", copy / "downloads" / "policy.nt", quads=lambda: (*known, *links))  # noqa: B023 - written at once
        fill(copy, (*known, *links))
        found = {each.id: each for each in score(copy)}
        assert (found["lod-links"].state, found["lod-links"].measured) == (
            state,
            f"{number} (wikidata)",
        )
        assert found["site-void"].state == "held"


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Give a way to spoil a folder: change words of a file."""

    def spoil(folder: Path) -> None:
        path = folder / name
        text, number = re.subn(old, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert number, f"{old} is not in {name}"
        path.write_text(text, encoding="utf-8")

    return spoil


def drop(predicate: str) -> Callable[[Path], None]:
    """Give a way to spoil a folder: take all values of a property out of the catalogue."""

    def spoil(folder: Path) -> None:
        site = Published(folder)
        graph = site.catalogue
        term = graph.namespace_manager.expand_curie(predicate)
        assert (None, term, None) in graph
        graph.remove((None, term, None))
        (folder / "catalog.ttl").write_text(graph.serialize(format="turtle"), encoding="utf-8")

    return spoil


def gone(pattern: str) -> Callable[[Path], None]:
    """Give a way to spoil a folder: files that are missing."""

    def spoil(folder: Path) -> None:
        found = list(folder.rglob(pattern))
        assert found
        for path in found:
            path.unlink()

    return spoil


def _only_xlsx(folder: Path) -> None:
    edit("catalog.ttl", r"file-type/(CSV|RDF_\w+)>", "file-type/XLSX>")(folder)


SPOILT: dict[str, Callable[[Path], None]] = {
    "site-catalogue": edit("catalog.ttl", r"\A", "<not turtle "),
    "site-void": edit(".well-known/void", r"(?s)void:triples (\d+) ;\n  void:uriSpace", "void:triples 7 ;\n  void:uriSpace"),
    "site-sums": edit("downloads/policy.ttl", r"\A", "# one more line\n"),
    "site-index": edit("index.html", r'"Dataset"', '"WebPage"'),
    "site-sitemap": gone("sitemap.xml"),
    "site-robots": edit("robots.txt", "Allow: /", "Disallow: /"),
    "lod-resolvable": gone("III.1.-1.html"),
    "lod-rdf": edit("agent/ban-quản-lý-khu-kinh-tế-dung-quất-và-các-khu-công-nghiệp-quảng-ngãi.ttl", "^<.+?>", "<https://x.org/>"),
    "lod-triples": gone("policy.*"),
    "mqa-keyword": drop("dcat:keyword"),
    "mqa-theme": drop("dcat:theme"),
    "mqa-spatial": drop("dct:spatial"),
    "mqa-temporal": drop("dct:temporal"),
    "mqa-download-url": drop("dcat:downloadURL"),
    "mqa-format": drop("dct:format"),
    "mqa-media-type": drop("dcat:mediaType"),
    "mqa-format-vocabulary": edit("catalog.ttl", "https://www.iana.org", "https://example.org"),
    "mqa-non-proprietary": _only_xlsx,
    "mqa-machine-readable": edit("catalog.ttl", r"file-type/(CSV|RDF_\w+)>", "file-type/PDF>"),
    "mqa-dcat-ap": drop("dcat:accessURL"),
    "mqa-licence": drop("dct:license"),
    "mqa-licence-vocabulary": edit("catalog.ttl", r"<http://publications\S+/licence/CC_BY_4_0>", "<https://creativecommons.org/licenses/by/4.0/>"),
    "mqa-access-rights": drop("dct:accessRights"),
    "mqa-access-rights-vocabulary": edit("catalog.ttl", "authority/access-right/PUBLIC", "authority/other/PUBLIC"),
    "mqa-contact": drop("dcat:contactPoint"),
    "mqa-publisher": drop("dct:publisher"),
    "mqa-rights": drop("dct:rights"),
    "mqa-size": drop("dcat:byteSize"),
    "mqa-issued": drop("dct:issued"),
    "mqa-modified": drop("dct:modified"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_each_check_can_fail(name: str, copy: Path) -> None:
    before = {each.id: each for each in score(copy)}[name]
    assert before.state == "held"
    SPOILT[name](copy)
    assert CHECKS[name](Published(copy))[0] is False


def test_every_check_is_made_to_fail_somewhere() -> None:
    elsewhere = {
        "lod-links",
        "lod-access",
        "lod-online",
        "mqa-access-url-works",
        "mqa-download-url-works",
    }
    assert set(SPOILT) | elsewhere == set(CHECKS)


def test_an_empty_folder_holds_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    found = score(tmp_path)
    assert {each.id for each in found if each.state == "held"} == {"site-robots"}
    assert points(found).held == 0
    assert points(found).rating == "bad"


def test_without_an_address_the_rows_say_what_is_missing(five: Path, copy: Path) -> None:
    fill(copy, tuple(named_quads(open_store(five, read_only=True))), Site())
    missing = {name for name, state in states(copy).items() if state == "missing"}
    assert {
        "mqa-download-url",
        "mqa-dcat-ap",
        "mqa-publisher",
        "mqa-contact",
        "site-sums",
    } <= missing


def test_a_packed_dump_is_read_too(copy: Path) -> None:
    plain = (copy / "downloads" / "policy.nt").read_bytes()
    for path in (copy / "downloads").iterdir():
        path.unlink()
    (copy / "downloads" / "policy.nt.gz").write_bytes(gzip.compress(plain))
    assert states(copy)["lod-triples"] == "held"
    (copy / "downloads" / "policy.nt.gz").write_bytes(gzip.compress(plain)[:-200])
    assert states(copy)["lod-triples"] == "missing"


def test_a_catalogue_never_leads_out_of_its_folder(copy: Path) -> None:
    (copy.parent / "secret.txt").write_text("mine", encoding="utf-8")
    site = Published(copy)
    for path in ("../secret.txt", "%2e%2e/secret.txt", "/etc/passwd", "downloads/../../secret.txt"):
        assert site.inside(path) is None
    assert site.inside("a" * 5000) is None
    assert site.inside("a\0b") is None
    assert site.inside("robots.txt") == (copy / "robots.txt").resolve()
