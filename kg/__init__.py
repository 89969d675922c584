"""A knowledge graph of policy cascades; importing it does nothing, ``kg.open`` opens a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.corpus import open_corpus as open  # noqa: A004  (kg.open reads like the built-in)

__all__ = ["open"]


def __getattr__(name: str) -> object:
    """Give ``kg.open`` when it is wanted: the rest of the package is not imported before."""
    if name == "open":
        from kg.corpus import open_corpus

        return open_corpus
    message = f"module 'kg' has no attribute {name!r}"
    raise AttributeError(message)
