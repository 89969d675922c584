"""Quotations with their places, found in a text by their words."""

from __future__ import annotations

import hashlib

from kg.model import AgentMention, Quote, SourceText, Span, Stated


def quote(text: str, words: str, nth: int = 0) -> Quote:
    """Give the *nth* place of *words* in *text* as a quotation."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Quote(Span(start, start + len(words)), words)


def source(name: str, text: str) -> SourceText:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceText(name, text, digest, sha256_text=digest)


def said(text: str, value: str, words: str | None = None) -> Stated:
    return Stated(value, quote(text, words or value))


def mention(text: str, agent: str, words: str, nth: int = 0) -> AgentMention:
    return AgentMention(agent, quote(text, words, nth))
