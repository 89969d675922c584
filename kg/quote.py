"""Words with their place, and a value with its proof: what every finding is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: ``Span(0, 3).of("Sở Y tế") == "Sở "``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of this span in *text*."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words copied from the text together with their place."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with its proof: printed (``quote``), or inferred and then saying why (``evidence``)."""

    value: str
    quote: Quote | None = None
    inferred: bool = False
    evidence: str | None = None
    rule: str = ""
