"""Makes ``ontology/policy.html`` from ``ontology/policy.ttl`` with pyLODE: python tests/ontology/page.py.

pyLODE draws what stands in the file, so the page is committed and nothing of it is needed at run
time. Labels in two languages would be run together: they become one, with a dot between.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

from rdflib import RDFS, SKOS, Graph, Literal
from rdflib.namespace import DCTERMS

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PAGE = ONTOLOGY / "policy.html"
_JOINED = {RDFS.label: " · ", DCTERMS.title: " · ", SKOS.prefLabel: " · "}
_STYLE = """
body { font-family: system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; line-height: 1.5; }
#pylode { display: none; }
code, a { overflow-wrap: anywhere; }
@media (max-width: 50rem) { #toc { position: static; width: auto; height: auto; } #content { margin: 0; width: auto; padding: .5rem; } }
"""


def page() -> str:
    """Give the page, the same for the same ontology."""
    from pylode import OntPub  # type: ignore[import-untyped]

    logging.disable(logging.INFO)
    graph = Graph().parse(ONTOLOGY / "policy.ttl")
    for predicate, between in _JOINED.items():
        for subject in sorted(set(graph.subjects(predicate)), key=str):
            said = sorted(
                graph.objects(subject, predicate),
                key=lambda each: str(getattr(each, "language", "")) != "vi",
            )
            words = list(dict.fromkeys(map(str, said)))
            graph.remove((subject, predicate, None))
            graph.add((subject, predicate, Literal(between.join(words))))
    html: str = OntPub(ontology=graph).make_html()
    html = html.replace("<html>", '<html lang="vi">', 1)
    html = _anchored(html)
    lines = (
        line.rstrip() for line in html.replace("</style>", f"{_STYLE}</style>", 1).splitlines()
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _anchored(html: str) -> str:
    """Let ``#Task`` lead to the term: pyLODE names some places by labels, the IRIs by their ends."""
    blocks = re.findall(r'id="([^"]+)"(?:(?! id=").)*?<code>[^<]*ns#(\w+)</code>', html, re.DOTALL)
    for place, term in blocks:
        html = html.replace(f'id="{place}"', f'id="{term}"').replace(f'"#{place}"', f'"#{term}"')
    return html


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
