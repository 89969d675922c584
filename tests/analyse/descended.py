"""A small made-up corpus of which every label was decided by hand: a directive and four plans."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.question import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analyse.walk import Network

NETS = "Mở lớp dạy nghề đan lưới cho thanh niên các làng chài ven sông trong hai mùa nước nổi."
ICE = "Xây mười kho lạnh chung bên bến cá để giữ cá tươi khi chợ xa không kịp đón thuyền về."
TREES = "Trồng lại rừng đước quanh cửa sông nhằm chắn sóng lớn và nuôi cua con trước mùa biển động."
LIGHTS = "Đặt phao đèn dọc luồng lạch hẹp để thuyền nhỏ ra vào ban đêm không mắc cạn giữa dòng."
LESS_ICE = (
    "Tỉnh xây sáu kho lạnh chung bên bến cá để giữ cá tươi khi chợ xa không kịp đón thuyền về, "
    "giao các tổ chài trông coi và thu phí từng tháng."
)
RESCUE = "Lập đội cứu hộ gồm ba xuồng máy trực ngày đêm tại vàm lớn suốt mùa gió chướng thổi mạnh."
USUAL = (
    "Căn cứ chức năng, nhiệm vụ được giao, các sở, ngành và Ủy ban nhân dân các xã tổ chức "
    "thực hiện nghiêm túc kế hoạch này."
)
SALT = "Đắp bờ ruộng muối cao thêm một gang và lát đáy bằng bạt dày trước kỳ nắng đầu năm tới."
SCHOOL = "Sửa mái tôn của trường học trên cù lao rồi sơn lại bảng đen và đóng thêm bàn ghế gỗ."

TEXTS = {
    "d:above": f"CHỈ THỊ\n1. {NETS}\n2. {ICE}\n3. {TREES}\n4. {LIGHTS}\n",
    "d:one": f"KẾ HOẠCH\nI. VIỆC PHẢI LÀM\n- {NETS}\n- {LESS_ICE}\n- {RESCUE}\n\n{USUAL}\n",
    "d:two": f"KẾ HOẠCH\na) {TREES.upper()}\nb) {NETS}\nc) {RESCUE}\n",
    "d:salt": f"{SALT}\n{USUAL}\n",
    "d:school": f"{SCHOOL}\n{USUAL}\n",
}
LABELS = {  # of each plan against the directive
    "d:one": [("copied", NETS), ("adapted", LESS_ICE), ("new", RESCUE), ("usual", USUAL)],
    "d:two": [("copied", TREES.upper()), ("copied", NETS), ("new", RESCUE)],
}
_ABOVE = {"d:one": "d:above", "d:two": "d:above", "d:salt": "d:tax", "d:school": "d:law"}
_DATES = {"d:above": "2024-01-05", "d:one": "2024-03-01", "d:two": "2024-05-01"}


def lined(seed: int | None = None, *, dates: bool = True) -> Network:
    """Give the network of the corpus; a *seed* shuffles the order in which it is put together."""
    found = [*TEXTS, "d:tax", "d:law"]
    ties = [*_ABOVE.items()]
    if seed is not None:
        shuffle = random.Random(seed).shuffle  # noqa: S311  (an order, no secret)
        shuffle(found)
        shuffle(ties)
    graph: Network = nx.MultiDiGraph()
    for iri in found:
        kind = "Chỉ thị" if iri in ("d:above", "d:tax", "d:law") else "Kế hoạch"
        graph.add_node(iri, kind="document", label=iri, type=kind, held=iri in TEXTS)
        if dates and iri in _DATES:
            graph.nodes[iri]["date"] = _DATES[iri]
    for lower, upper in ties:
        graph.add_edge(lower, upper, key="implements", relation="implements")
    return graph


def wishes(
    document: str | None = None, other: str | None = None, texts: Mapping[str, str] = TEXTS
) -> Wishes:
    """Give wishes with the texts of the corpus, or with others."""
    return Wishes(document=document, other=other, texts=lambda: texts)
