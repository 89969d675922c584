"""What became of each passage between a directive and a plan, or between two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.descent.near import Near
from kg.analyse.descent.sources import ASKED, SIBLINGS, lines, sources
from kg.analyse.descent.trace import corpus, dropped, traced
from kg.analyse.question import Question
from kg.analyse.walk import name
from kg.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.descent.passages import Passage
    from kg.analyse.descent.trace import Match
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

COLUMNS = ("label", "alike", "shared", "start", "end", "words",
           "source", "source_start", "source_end", "source_words", "also")  # fmt: skip
SAME_WORDS = (
    "Words are compared, not thoughts: the same thought in other words is 'new'. 'usual': too few "
    "words of its own, or only such as stand under three or more directives or in titles of papers."
)


def descent(graph: Network, asked: Wishes) -> Answer:
    """Give each passage of a document with the one it is most like, then what was dropped.

    Raises NotFoundError for a document whose text is not held, and where none is named.
    """
    texts = asked.texts()
    for each in (asked.document, asked.other):
        _held(graph, texts, each, needed=each is asked.document)
    document = str(asked.document)
    against, among = _among(graph, document, asked.other)
    found = asked.once("passages", lambda: corpus(graph, texts))
    near = Near(each for iri in among for each in found[iri])
    matches = [*traced(found[document], near, among)]
    if against != SIBLINGS:  # what one plan of many has and this one lacks was not dropped
        for iri in sorted(among):
            matches += dropped(found[iri], found[document], {document})
    rows = tuple(_row(graph, texts, each) for each in matches)
    return Answer("descent", COLUMNS, rows, tuple(_notes(graph, document, against, among)))


def _held(graph: Network, texts: Mapping[str, str], iri: str | None, *, needed: bool) -> None:
    if iri is None and needed:
        what = "descent compares one document with others, and none is named"
        raise NotFoundError(what, mend='Name one: kg ask descent --document "452/KH-UBND"')
    if iri is not None and iri not in texts:
        what = f"{name(graph, iri) if iri in graph else iri}: its text is not in this corpus"
        raise NotFoundError(what, mend="See which are: kg ask documents")


def _among(graph: Network, document: str, other: str | None) -> tuple[str | None, frozenset[str]]:
    if other is not None:
        return ASKED, frozenset({other})
    return sources(lines(graph), document)


def _row(graph: Network, texts: Mapping[str, str], match: Match) -> Row:
    like = match.likeness
    source = name(graph, match.source.document) if match.source else None
    return (
        match.label,
        like.alike if like else None,
        like.shared if like else None,
        *_quote(texts, match.passage),
        source,
        *_quote(texts, match.source),
        match.also,
    )


def _quote(texts: Mapping[str, str], passage: Passage | None) -> Row:
    if passage is None:
        return None, None, None
    start, end = passage.start, passage.end
    return start, end, texts[passage.document][start:end]


def _notes(
    graph: Network, document: str, against: str | None, among: frozenset[str]
) -> Iterator[str]:
    if against is None:
        yield (f"{name(graph, document)}: no directive of it is held, and no other plan here "
               "answers one of its directives.")  # fmt: skip
        return
    shown = "; ".join(sorted(name(graph, each) for each in among)[:5])
    more = f"; and {len(among) - 5} more" if len(among) > 5 else ""  # noqa: PLR2004  (as shown)
    yield f"{name(graph, document)}, compared with: {shown}{more} ({against})."
    if against == SIBLINGS:
        yield "No directive of it is held: what plans share may come from there, in no known order."


QUESTION = Question(
    name="descent",
    title="Which passages were copied, adapted, are new, or were dropped",
    title_vi="Đoạn nào được chép, được sửa, là mới, hay bị bỏ",
    answers="Each passage of --document with the one most like it in its directive, else in other plans under it; or in --other.",
    answers_vi="Mỗi đoạn của văn bản cùng đoạn giống nhất trong văn bản cấp trên, hoặc trong kế hoạch khác cùng thực hiện.",
    run=descent,
    notes=(SAME_WORDS,),
    takes=("document", "other"),
)
