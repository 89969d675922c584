import filecmp
import json
import re
from pathlib import Path

import pytest
from crawl import dead
from rdflib import Graph
from selectolax.lexbor import LexborHTMLParser

from kg.publish import Wanted, publish

pytestmark = pytest.mark.slow


def test_no_link_is_dead(site: Path) -> None:
    assert dead(site) == []


def test_the_crawler_sees_a_dead_link(tmp_path: Path) -> None:
    (tmp_path / "a b.html").write_text(
        '<p id="here"><a href="a%20b.html#here"></a>', encoding="utf-8"
    )
    assert dead(tmp_path) == []
    (tmp_path / "c.html").write_text(
        '<a href="a%20b.html#gone"></a><img src="d.png">', encoding="utf-8"
    )
    assert dead(tmp_path) == [("c.html", "a%20b.html#gone"), ("c.html", "d.png")]


def test_each_thing_has_its_page_turtle_and_jsonld(site: Path) -> None:
    pages = {path.with_suffix("") for path in site.rglob("*.html")}
    things = {
        path.with_suffix("")
        for path in (*site.glob("agent/*.ttl"), *site.glob("document/**/task/*.ttl"))
    }
    assert len(things) > 300
    assert things <= pages
    assert all(thing.with_name(thing.name + ".jsonld").exists() for thing in things)


def test_the_turtle_of_a_task_says_who_leads_it_and_where(site: Path) -> None:
    [path] = site.glob("document/*quảng-ngãi/**/task/II.2.b.ttl")
    graph = Graph().parse(path)
    rows = graph.query(
        """PREFIX pc: <https://w3id.org/policy-cascade/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?lead ?words WHERE { ?task pc:leadAgency ?lead . ?s rdf:predicate pc:leadAgency ;
          pc:evidence/oa:hasSelector/oa:exact ?words }"""
    )
    assert {str(row[1]) for row in rows} == {"Sở Kế hoạch và Đầu tư"}  # type: ignore[index]


def test_jsonld_and_turtle_say_the_same(site: Path) -> None:
    for path in sorted(site.glob("place/*.ttl")):
        one, other = Graph().parse(path), Graph().parse(path.with_suffix(".jsonld"))
        assert set(one) == set(other), path.name


def test_a_second_run_gives_the_same_bytes(five: Path, site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    publish(five, again, Wanted("Kế hoạch"))
    files = sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file())
    assert files == sorted(
        str(path.relative_to(again)) for path in again.rglob("*") if path.is_file()
    )
    assert filecmp.cmpfiles(site, again, files, shallow=False)[1:] == ([], [])


def test_a_site_is_replaced_and_a_folder_of_other_things_is_left_alone(
    five: Path, tmp_path: Path
) -> None:
    from kg.errors import KgError

    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(KgError, match="holds something that is no site"):
        publish(five, tmp_path / "mine", Wanted())
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "keep"
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_search_index_is_plain_data(site: Path) -> None:
    script = (site / "assets/search-index.js").read_text(encoding="utf-8")
    rows = json.loads(script.removeprefix("window.KG_INDEX=").rstrip(";\n"))
    assert {row[0] for row in rows} == {"document", "agent", "place", "task", "report", "target"}
    assert all((site / re.sub("%..", "x", row[2])).suffix == ".html" for row in rows)


def test_schema_org_is_in_the_page_of_a_document(site: Path) -> None:
    html = (
        site / "document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17.html"
    ).read_text(encoding="utf-8")
    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    legislation = json.loads(told)
    assert legislation["@type"] == "Legislation"
    assert legislation["legislationIdentifier"] == "452/KH-UBND"
    assert legislation["legislationDate"] == "2023-07-17"


BECAME = [
    (
        "agent/sở-khoa-học-và-công-nghệ-tỉnh-đắk-nông",
        "Sở Khoa học và Công nghệ tỉnh Lâm Đồng 2025-07-01 –",
    ),
    ("place/tỉnh-đắk-nông", "Tỉnh Lâm Đồng 2025-07-01 –"),
]


@pytest.mark.parametrize(("name", "row"), BECAME)
def test_what_the_reform_ended_tells_who_came_after(site: Path, name: str, row: str) -> None:
    html = (site / f"{name}.html").read_text(encoding="utf-8")
    section = LexborHTMLParser(html).css_first("section[aria-labelledby='changed.became']")
    assert section is not None
    assert [" ".join(each.text().split()) for each in section.css("li")] == [row]
