"""How a cited document stands to the one that cites it, from the words before the citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Relation, Span
from kg.shape import CitationFound

DOES = r"(?:tăng cường |tiếp tục |tổ chức |đẩy mạnh )?(?:triển khai )?(?:tổ chức )?(?:thực hiện|triển khai|cụ thể hóa|thi hành)"
_IMPLEMENTS = re.compile(
    rf"{DOES}(?: có hiệu quả| hiệu quả| nghiêm túc| các nội dung| nội dung)?\s+$"
)
_BASED = re.compile(r"(?:^|[;.]\s*|\n\s*)[-–*_\s]*(?P<words>căn cứ)\s+$")
_AMENDS = re.compile(
    r"(?:sửa đổi|bổ sung)(?:, bổ sung)?(?: (?:một số )?(?:điều|nội dung|khoản|nhiệm vụ))?(?: của| tại)?\s+$"
)
_REPEALS = re.compile(r"(?:thay thế|bãi bỏ|hủy bỏ)\s+$")
_RELATIONS: tuple[tuple[Relation, re.Pattern[str], str], ...] = (
    ("repeals", _REPEALS, "relation.changes"), ("amends", _AMENDS, "relation.changes"),
    ("implements", _IMPLEMENTS, "relation.implements"), ("based_on", _BASED, "relation.can-cu"),
)  # fmt: skip
RANK: dict[str, int] = {"repeals": 0, "amends": 1, "implements": 2, "based_on": 3, "cites": 4}
_LOOK = 80
# The paper of who proposes is a basis: "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số …".
_PROPOSED = re.compile(r"(?:^|[;.\n])[-–*_\s]*(?P<words>(?:theo|xét)(?: đề nghị)?\b[^;\n]{0,300})$")
_PROPOSALS = ("Tờ trình", "Công văn", "Báo cáo", "Văn bản")
_REPLACES = re.compile(
    r"(?:quyết định|nghị quyết|chỉ thị|hướng dẫn|quy chế|quy định|kế hoạch) này (?:[^.;\n]{0,120} và )?"
    r"(?P<words>thay thế|bãi bỏ|hủy bỏ)(?: các)?\s+$"
)
_FAR = 330
Reason = tuple[str, Span, str]
"""A relation, the words that state it, and the rule that read them."""


def relation_of(view: str, mention: CitationFound, front: Span | None) -> Reason | None:
    """Give the relation that the words before a mention state, or None.

    Only title and opening (*front*) say what a document implements or rests on; that it replaces
    another one may stand anywhere: ``Quyết định này thay thế Quyết định số …``.
    """
    if front is None:
        return _read(view, mention, _REPLACES, "repeals", "relation.changes")
    start = max(front.start, mention.span.start - _LOOK)
    before = view[start : mention.span.start].replace("*", " ")
    for relation, pattern, rule in _RELATIONS:
        match = pattern.search(before)
        if match:
            at = match.start("words" if "words" in match.groupdict() else 0)
            return relation, Span(start + at, mention.span.end), rule
    if mention.type.startswith(_PROPOSALS):
        return _read(view, mention, _PROPOSED, "based_on", "relation.proposed")
    return None


def _read(
    view: str, mention: CitationFound, pattern: re.Pattern[str], relation: Relation, rule: str
) -> Reason | None:
    start = max(0, mention.span.start - _FAR)
    match = pattern.search(view[start : mention.span.start])
    return (relation, Span(start + match.start("words"), mention.span.end), rule) if match else None


def strongest(reasons: Sequence[Reason]) -> tuple[Relation, Span | None, str]:
    """Give the relation of the first rank: implements before based_on before cites."""
    if not reasons:
        return "cites", None, "relation.mention"
    return min(reasons, key=lambda r: (RANK[r[0]], r[1]))  # type: ignore[return-value]
