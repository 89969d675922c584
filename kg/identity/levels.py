"""On which level a body stands: ids of the scheme of administrative levels."""

from __future__ import annotations

from kg.identity.located import ever_city
from kg.model import Agent
from kg.number import DocNumber

CENTRAL_PARTY = frozenset(
    {"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Đảng ủy Chính phủ"}
)
KIND_LEVELS = {
    "department": "provincial-department",
    "ministry": "ministry",
    "government": "central-government",
    "national-assembly": "national-assembly",
    "party-organ": "province-party",
    "internal-unit": "provincial-department",
    "management-board": "provincial-department",
}
_CODES = {
    "CP": "central-government",
    "TTg": "central-government",
    "TW": "central-party",
    "TU": "province-party",
}
_LAWS = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
_PLACES = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị": "district",
    "xã": "commune", "phường": "commune", "đặc": "commune",
}  # fmt: skip


def body_level(agent: Agent) -> str:
    """Give the level of a body by its kind and full name.

    >>> body_level(Agent("Ủy ban nhân dân tỉnh Đắk Nông", "Ủy ban nhân dân", "people-committee"))
    'province-government'
    """
    if agent.kind == "party-committee":
        return _party(agent)
    if agent.kind == "party-organ" and is_central_party(agent.name):
        return "central-party"
    if agent.kind in {"people-committee", "people-council"}:
        where = agent.canonical.removeprefix(agent.name).split()
        return f"{_government(where)}-government" if where else "unknown"
    return KIND_LEVELS.get(agent.kind, "organisation")


def _party(agent: Agent) -> str:
    if is_central_party(agent.name):
        return "central-party"
    if "Tỉnh ủy" in agent.name:
        return "province-party"
    if "Thành ủy" in agent.name and agent.place and "," not in agent.place:
        return "province-party"
    return "district-party"


def is_central_party(name: str) -> bool:
    """Tell whether a Party body stands at the centre."""
    return name in CENTRAL_PARTY or name.endswith(("Trung ương", "Quốc hội", "Chính phủ"))


def _government(where: list[str]) -> str:
    """Give the level that the words behind "Ủy ban nhân dân" name; a city by the gazetteer."""
    if where[0].lower() == "thành":
        return "province" if ever_city(" ".join(where[2:])) else "district"
    return _PLACES.get(where[0], "province")


def paper_level(kind: str, number: str | None, issuer: Agent | None) -> str | None:
    """Give the level of a cited paper: of its issuer, else what type or number code tell.

    >>> paper_level("Luật", None, None), paper_level("Nghị định", "45/2025/NĐ-CP", None)
    ('national-assembly', 'central-government')
    """
    if issuer:
        return body_level(issuer)
    if kind in _LAWS:
        return "national-assembly"
    parsed = DocNumber.parse(number or "")
    if parsed is None:
        return None
    if parsed.type_code.startswith("QH") or parsed.issuer_code.startswith(("QH", "UBTVQH")):
        return "national-assembly"
    if parsed.issuer_code.startswith("B") and parsed.type_code.startswith("TT"):
        return "ministry"
    return _CODES.get(parsed.issuer_code)
