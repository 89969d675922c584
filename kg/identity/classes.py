"""One body told by its part, at full length and in short: ``Chủ đầu tư xây dựng chợ``, ``Chủ đầu tư``."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_HEAD = 2  # words that the short name shares with the long one: "Chủ đầu", "Đơn vị"
_SEVERAL = ("các ", "những ", "mọi ")  # a narrower class of several is another class


def full_names(names: Collection[str]) -> Mapping[str, str]:
    """Give the full name for each short one that can stand for no other.

    Names of several bodies stay apart: ``Các tổ chức`` are more than ``Các tổ chức được cấp phép``.

    >>> full_names(["Chủ đầu tư", "Chủ đầu tư xây dựng chợ", "Các tổ chức"])
    {'Chủ đầu tư': 'Chủ đầu tư xây dựng chợ'}
    """
    single = [name for name in names if not name.lower().startswith(_SEVERAL)]
    found: dict[str, str] = {}
    for name in single:
        longer = [other for other in single if other != name and _shortens(name, other)]
        longest = max(longer, key=lambda each: (len(each), each), default="")
        if longest and all(each == longest or _shortens(each, longest) for each in longer):
            found[name] = longest
    return found


def _shortens(short: str, long: str) -> bool:
    """Tell whether the words of a name stand in a longer one in the same order."""
    few, many = short.lower().split(), long.lower().split()
    if len(few) >= len(many) or few[:_HEAD] != many[:_HEAD]:
        return False
    rest = iter(many)
    return all(word in rest for word in few)
