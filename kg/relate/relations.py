"""How a cited document stands to the one that cites it, from the words before the citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Relation, Span
from kg.number import PATTERN, DocNumber
from kg.shape import CitationFound

DOES = r"(?:tăng cường |tiếp tục |tổ chức |đẩy mạnh )?(?:triển khai )?(?:tổ chức )?(?:thực hiện|triển khai|cụ thể hóa|thi hành)"
# "03 năm thực hiện …" looks back: what was carried out is no reason for this paper.
_IMPLEMENTS = re.compile(
    rf"(?<!năm ){DOES}(?: có hiệu quả| hiệu quả| nghiêm túc| nghiêm| các nội dung| nội dung)?\s+$"
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
    r"(?:quyết định|nghị quyết|chỉ thị|hướng dẫn|quy chế|quy định|kế hoạch) này (?:[^.;\n]{0,120}(?:,| và) )?"
    r"(?P<words>thay thế|bãi bỏ|hủy bỏ)(?: các)?\s+$"
)
# "Căn cứ Nghị định số …; Nghị định số …", "Căn cứ Luật … được sửa đổi, bổ sung bởi Luật số …".
_GOES_ON = re.compile(
    r"(?:^|\n)[-–*_\s]*(?P<words>căn cứ)\s(?:[^.\n]|\.(?=\d))*"
    r"(?:;|\bsửa đổi(?:, bổ sung)?[^;.\n]{0,60} (?:bởi|tại|theo))\s+$"
)
# "Điều 1. Sửa đổi khoản 2 Điều 5 Quyết định số … như sau:" changes that paper and no other.
_ARTICLE = re.compile(
    r"(?:^|\n)[*_\s]*điều \d+[a-zđ]?\.[*_\s]*(?P<words>sửa đổi|bổ sung|điều chỉnh)\s[^\n;]*$"
)
_AS_FOLLOWS = re.compile(r"[^.;\n]{0,80}như sau\s*:")
# "2. Bãi bỏ các quyết định sau:", then one item each.
_ITEM = re.compile(r"\s*[*_]*(?:(?P<letter>[a-zđ]\))|(?P<dash>[-+•])|(?P<digit>\d+[.)]))\s")
_ITEMS = re.compile(
    r"[\s*_]*(?:(?:điều )?\d+\.|[a-zđ]\)|[-+])?[\s*_]*(?:(?:quyết định|nghị quyết|chỉ thị|quy định) này )?"
    r"(?P<words>bãi bỏ|thay thế|hủy bỏ)\s[^.;:]{0,80}\b(?:sau|sau đây)\s*:\s*"
)
# What is changed is a programme; what that programme carries out is not carried out by this paper.
_CHANGED = re.compile(
    r"(?:sửa đổi|bổ sung|điều chỉnh|thay thế|bãi bỏ|hủy bỏ)\b[^.;\n]{0,80}\b(?:trong|của|tại) "
    r"(?:chương trình|kế hoạch|đề án)[^.;\n]{0,60}$"
)
_NUMBER = re.compile(PATTERN, re.IGNORECASE)
_LISTED = re.compile(
    r"(?:\s+(?:về|của|phê duyệt|ban hành)\b[^.;:\n]{0,250}?)?\s*(?:[,;]|(?:,\s*)?\bvà)\s+(?:các )?"
)
_FAR, _ARTICLE_MOST, _ITEMS_MOST = 330, 700, 50
_LABEL = 3  # "a)", "12."
Reason = tuple[str, Span, str]
"""A relation, the words that state it, and the rule that read them."""


def relation_of(view: str, mention: CitationFound, front: Span | None) -> Reason | None:
    """Give the relation that the words before a mention state, or None.

    Only title and opening (*front*) say what a document implements or rests on; that it replaces
    another one may stand anywhere: ``Quyết định này thay thế Quyết định số …``.
    """
    if front is None:
        return _of_body(view, mention)
    start = max(front.start, mention.span.start - _LOOK)
    before = view[start : mention.span.start].replace("*", " ")
    for relation, pattern, rule in _RELATIONS:
        match = pattern.search(before)
        if match and not _is_of_another(view, front.start, start + match.start(), relation):
            at = match.start("words" if "words" in match.groupdict() else 0)
            return relation, Span(start + at, mention.span.end), rule
    if mention.type.startswith(_PROPOSALS):
        return _read(view, mention, _PROPOSED, "based_on", "relation.proposed")
    start = max(front.start, mention.span.start - _FAR)
    return _read(view, mention, _GOES_ON, "based_on", "relation.can-cu-goes-on", start)


def _is_of_another(view: str, start: int, end: int, relation: Relation) -> bool:
    """Tell whether the words of a relation speak of what another paper does.

    "Căn cứ Nghị định số 2 sửa đổi Nghị định số 1" changes nothing itself; a change of a programme
    that carries out a resolution does not carry it out.
    """
    sentence = re.split(r"[;\n]", view[max(start, end - _FAR) : end])[-1]
    if relation in {"amends", "repeals"}:
        return _NUMBER.search(sentence) is not None
    return relation == "implements" and _CHANGED.search(sentence) is not None


def _of_body(view: str, mention: CitationFound) -> Reason | None:
    """Give what an article or a closing clause changes: the paper itself, wherever it stands."""
    found = _read(view, mention, _REPLACES, "repeals", "relation.changes")
    if found:
        return found
    if _AS_FOLLOWS.match(view, mention.tail):
        start = max(0, mention.span.start - _ARTICLE_MOST)
        found = _read(view, mention, _ARTICLE, "amends", "relation.changes-article", start)
    return found or _listed(view, mention)


def _listed(view: str, mention: CitationFound) -> Reason | None:
    """Read "Bãi bỏ các quyết định sau:" for the papers that open the items below it."""
    at = view.rfind("\n", 0, mention.span.start) + 1
    label = view[at : mention.span.start] if mention.span.start - at < _LOOK else ""
    kind = _kind(label)
    for _ in range(_ITEMS_MOST if kind and len(label.strip(" *_")) <= _LABEL else 0):
        end, at = at - 1, view.rfind("\n", 0, max(0, at - 1)) + 1
        line = view[at : max(0, end)]
        head = _ITEMS.fullmatch(line)
        if head:
            span = Span(at + head.start("words"), mention.span.end)
            return "repeals", span, "relation.changes-list"
        if end <= 0 or (line.strip() and _kind(line) != kind):
            break
    return None


def _kind(line: str) -> str | None:
    """Tell what an item is labelled with: a letter, a dash, a digit, or nothing."""
    match = _ITEM.match(line)
    return match.lastgroup if match else None


def shared(
    view: str, before: CitationFound, mention: CitationFound, reason: Reason
) -> Reason | None:
    """Give the relation of the mention before, where a list goes on: "Căn cứ Luật A, Luật B".

    What a paper repeals besides is named behind "và", whatever is told of the first, if both are
    of one issuer.
    """
    gap = view[before.tail : mention.span.start]
    relation = reason[0]
    same = relation == "repeals" and _issuer(before) == _issuer(mention) != ""
    if _LISTED.fullmatch(gap) or (same and re.fullmatch(r"[^.;\n]{0,200} và\s+", gap)):
        return relation, Span(reason[1].start, mention.span.end), "relation.list"
    return None


def _issuer(mention: CitationFound) -> str:
    number = DocNumber.parse(mention.number)
    return number.issuer_code.partition("/")[0] if number else ""


def _read(  # noqa: PLR0913  (one place that asks a pattern)
    view: str,
    mention: CitationFound,
    pattern: re.Pattern[str],
    relation: Relation,
    rule: str,
    start: int | None = None,
) -> Reason | None:
    """Ask a pattern of the words before a mention, from *start* on or from not too far."""
    start = max(0, mention.span.start - _FAR) if start is None else start
    match = pattern.search(view[start : mention.span.start])
    return (relation, Span(start + match.start("words"), mention.span.end), rule) if match else None


def strongest(reasons: Sequence[Reason]) -> tuple[Relation, Span | None, str]:
    """Give the relation of the first rank: implements before based_on before cites."""
    if not reasons:
        return "cites", None, "relation.mention"
    return min(reasons, key=lambda r: (RANK[r[0]], r[1]))  # type: ignore[return-value]
