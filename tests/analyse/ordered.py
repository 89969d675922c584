"""A made-up cascade of which every answer was decided by hand: a directive, a programme, two plans."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import networkx as nx
from descended import ICE, LESS_ICE, LIGHTS, NETS, RESCUE, SALT, SCHOOL, TREES

from kg.analyse.question import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analyse.walk import Network

LEAD = "Sở Thủy sản"
SHORT = "Báo cáo kết quả."
MANGROVE = (
    "Ươm cây đước giống tại ba trạm, vận động bà con cùng trồng rừng đước quanh cửa sông, "
    "vừa chắn sóng lớn vừa giữ đất bãi bồi khỏi sạt lở."
)
BUOYS = (
    f"{LEAD} đặt phao đèn dọc luồng lạch hẹp để thuyền nhỏ ra vào ban đêm không mắc cạn giữa dòng."
)
WELLS = "Khoan giếng lấy nước ngọt ở bốn cù lao và lắp bồn chứa cho các hộ chưa có đường ống dẫn."

TASKS: Mapping[str, tuple[str, ...]] = {
    "d:above": (NETS, ICE, TREES, LIGHTS, SHORT),
    "d:programme": (NETS, LIGHTS, RESCUE),
    "d:one": (NETS, LESS_ICE, MANGROVE, RESCUE),
    "d:two": (BUOYS, RESCUE, WELLS, SHORT),
    "d:salt": (SALT, WELLS[:40] + " rồi rải muối hột phơi khô ngoài sân đình."),
    "d:school": (SCHOOL,),
}
ABOVE = {"d:programme": "d:above", "d:one": "d:above", "d:two": "d:programme",
         "d:salt": "d:tax", "d:school": "d:law"}  # fmt: skip
TEXTS = {iri: "".join(f"{nth}. {task}\n" for nth, task in enumerate(tasks, start=1))
         for iri, tasks in TASKS.items()}  # fmt: skip
KINDS = {  # of each task of the directive, in the order of its text, and the words that answer it
    "d:one": [("same words", NETS), ("adapted", LESS_ICE), ("same subject", MANGROVE),
              ("none here", None), ("too usual to tell", None)],
    "d:programme": [("same words", NETS), ("none here", None), ("none here", None),
                    ("same words", LIGHTS), ("too usual to tell", None)],
    "d:two": [("none here", None), ("none here", None), ("none here", None),
              ("same words", BUOYS), ("too usual to tell", None)],
}  # fmt: skip


def cascading(seed: int | None = None) -> Network:
    """Give the network; a *seed* shuffles the order in which it is put together."""
    found, ties = [*TEXTS, "d:tax", "d:law"], [*ABOVE.items()]
    if seed is not None:
        shuffle = random.Random(seed).shuffle  # noqa: S311  (an order, no secret)
        shuffle(found)
        shuffle(ties)
    graph: Network = nx.MultiDiGraph()
    for iri in found:
        _add(graph, iri)
    for lower, upper in ties:
        graph.add_edge(lower, upper, key="implements", relation="implements")
    return graph


def _add(graph: Network, iri: str) -> None:
    kind = "Chỉ thị" if iri in ABOVE.values() else "Kế hoạch"
    graph.add_node(iri, kind="document", label=iri, type=kind, held=iri in TEXTS,
                   file=f"{iri[2:]}.txt", place="Tỉnh Sông" if iri == "d:two" else "Tỉnh Biển")  # fmt: skip
    for words in TASKS.get(iri, ()):
        task, start = f"t:{iri}/{words[:9]}", TEXTS[iri].index(words)
        graph.add_node(task, kind="task", label=words[:9], document=iri, text=words)
        graph.add_edge(iri, task, key="has_task", relation="has_task",
                       start=start, end=start + len(words), words=words)  # fmt: skip
        if words.startswith(LEAD):
            graph.add_node("a:fish", kind="agent", label=LEAD)
            graph.add_edge(task, "a:fish", key="lead", relation="lead",
                           start=start, end=start + len(LEAD), words=LEAD)  # fmt: skip


def wishes(
    document: str | None = None, place: str | None = None, texts: Mapping[str, str] = TEXTS
) -> Wishes:
    """Give wishes with the texts of the cascade, or with others."""
    return Wishes(document=document, place=place, texts=lambda: texts)
