"""The ``sections`` object: the outline as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Section
    from kg.record.words import Json

TOP = 1
APPENDIX = "appendix"


def sections(found: Sequence[Section], appendix_title: str | None) -> Json:
    """Give the outline; the counts speak of depth 1 without appendices, ``items`` lists everything.

    >>> sections((), None)
    {'n': 0, 'titles': [], 'labels': [], 'appendix': False, 'items': []}
    """
    top = [each for each in found if each.depth == TOP and each.role != APPENDIX]
    labels = [each.label for each in top]
    title = appendix_title or _appendix_title(found)
    return {
        "n": len(top),
        "titles": [each.title.words for each in top],
        "labels": labels,
        **({"ids": [each.id for each in top]} if len(set(labels)) < len(labels) else {}),
        "appendix": title is not None,
        **({"appendix_title": title} if title is not None else {}),
        "items": [_item(each) for each in found],
    }


def _appendix_title(found: Sequence[Section]) -> str | None:
    return next((each.title.words for each in found if each.role == APPENDIX), None)


def _item(section: Section) -> Json:
    return {
        "id": section.id,
        "label": section.label,
        "title": section.title.words,
        "title_span": [section.title.span.start, section.title.span.end],
        "span": [section.span.start, section.span.end],
        "depth": section.depth,
        "parent": section.parent,
        "role": section.role,
    }
