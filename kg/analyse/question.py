"""A question that the network answers: its words in two languages, its caveats, its wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from kg.analyse.answer import Answer
    from kg.analyse.walk import Network

T = TypeVar("T")
WISHES = ("place", "document", "other", "as_of")
"""What may narrow a question; ``document`` and ``other`` are IRIs, ``as_of`` is an ISO day."""


def _no_texts() -> Mapping[str, str]:
    return {}


def _no_provinces() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What narrows one asking.

    *texts* gives the stored text of each held document by its IRI, *provinces* the labels of all
    provinces on the day asked for; () where nobody tells. *kept* holds what one question has read of
    the network and another may need: whoever asks several of one network hands on the same dict.
    """

    place: str | None = None
    document: str | None = None
    other: str | None = None
    as_of: str | None = None
    texts: Callable[[], Mapping[str, str]] = _no_texts
    provinces: Callable[[], tuple[str, ...]] = _no_provinces
    kept: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Make what several questions of one network need, the first time one of them asks for it.

        >>> wishes = Wishes()
        >>> wishes.once("texts", list) is wishes.once("texts", list)
        True
        """
        if name not in self.kept:
            self.kept[name] = make()
        found: T = self.kept[name]
        return found


@dataclass(frozen=True, slots=True)
class Question:
    """One question: *run* answers it from a network with duties; *takes* names its wishes.

    Names, titles and columns are English; *title_vi* and *answers_vi* say the same in Vietnamese.
    """

    name: str
    title: str
    title_vi: str
    answers: str
    answers_vi: str
    run: Callable[[Network, Wishes], Answer]
    notes: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
