"""How much of each plan was copied, adapted, or is new."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.descent.measure import ADAPTED, COPIED, NEW, USUAL
from kg.analyse.descent.near import Near
from kg.analyse.descent.pairs import SAME_WORDS
from kg.analyse.descent.sources import DIRECTIVE, lines, sources
from kg.analyse.descent.trace import corpus, traced
from kg.analyse.descent.usual import families
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import lies_in, name, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.descent.passages import Passage
    from kg.analyse.walk import Network

COLUMNS = ("rank", "reused", "document", "against", "sources", "passages",
           "copied", "adapted", "new", "usual")  # fmt: skip
_CHANCE = 200


def reuse(graph: Network, asked: Wishes) -> Answer:
    """Count the passages of each plan by label; *reused* is copied and adapted of what can tell."""
    found = asked.once("passages", lambda: corpus(graph, asked.texts()))
    up = {iri: line for iri, line in lines(graph).items() if iri in found}
    near = Near(each for of in found.values() for each in of)
    # One that holds directives only answers at once, however many plans there are.
    above = Near(each for iri in found.keys() & set().union(*up.values()) for each in found[iri])
    rows: list[Row] = []
    alone = 0
    for iri in sorted(up):
        against, among = sources(up, iri)
        wanted = lies_in(said(graph, iri, "place"), asked.place)
        alone += wanted and not among
        if wanted and among:
            index = above if against == DIRECTIVE else near
            counts = Counter(each.label for each in traced(found[iri], index, among))
            rows.append(_row(counts, name(graph, iri), against, len(among)))
    notes = (f"{alone} held documents have no directive or other plan here to compare them with.",
             *_chance(graph, found, near))  # fmt: skip
    return Answer("reuse", COLUMNS, tuple(ranked(most_first(rows))), notes)


def _row(counts: Counter[str], document: str, against: str | None, sources_: int) -> Row:
    telling = counts[COPIED] + counts[ADAPTED] + counts[NEW]
    reused = round((counts[COPIED] + counts[ADAPTED]) / telling, 3) if telling else None
    labels = (counts[each] for each in (COPIED, ADAPTED, NEW, USUAL))
    return reused, document, against, sources_, counts.total(), *labels


def _chance(graph: Network, found: Mapping[str, tuple[Passage, ...]], near: Near) -> Iterator[str]:
    """Say how often the labels come by chance: passages against one plan of another family."""
    draw = random.Random(0)  # noqa: S311  (a sample that is the same each time, no secret)
    family = families(graph)
    iris = sorted(found)
    tried = alike = 0
    for _ in range(_CHANCE if iris else 0):
        one, other = draw.choice(iris), draw.choice(iris)
        if family[one] != family[other]:
            labels = Counter(each.label for each in traced(found[one], near, {other}))
            alike += labels[COPIED] + labels[ADAPTED]
            tried += labels.total() - labels[USUAL]
    if tried:
        yield (f"By chance: {alike} of {tried} passages ({alike / tried:.1%}) were so labelled "
               "against one document under another directive.")  # fmt: skip


QUESTION = Question(
    name="reuse",
    title="How much of each plan was copied, adapted, or is new",
    title_vi="Mỗi kế hoạch chép, sửa, viết mới bao nhiêu",
    answers="Passages of each plan by label, against its directive where that is held, else against the other plans under it.",
    answers_vi="Số đoạn theo loại của mỗi kế hoạch, so với văn bản cấp trên nếu có, nếu không thì so với kế hoạch khác cùng thực hiện.",
    run=reuse,
    notes=(
        "reused = (copied + adapted) of copied + adapted + new; usual wording counts nowhere.",
        "Against other plans it is what they share, not who took it from whom.",
        SAME_WORDS,
    ),
    takes=("place",),
)
