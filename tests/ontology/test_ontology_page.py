import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from page import ONTOLOGY, PAGE, page


def test_the_page_is_the_one_that_pylode_makes_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/ontology/page.py"


def test_every_term_has_its_place_on_the_page() -> None:
    html = PAGE.read_text(encoding="utf-8")
    places = set(re.findall(r'id="([^"]+)"', html))
    terms = set(
        re.findall(
            r"^pc:(\w+) a owl", (ONTOLOGY / "policy.ttl").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert terms
    assert not terms - places


def test_the_page_asks_the_network_for_nothing() -> None:
    html = PAGE.read_text(encoding="utf-8")
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!data:)', html)
