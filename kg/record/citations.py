"""Cited documents, the links between them, and the programmes that they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.record.words import Json, distinct, made, mention, offsets, place_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.confidence import Judge
    from kg.model import ChainLink, Pinpoint, Quote, Reference, Scheme


def reference(found: Reference, judge: Judge) -> Json:
    """Give one cited document with every mention; ``key`` is its number, or the title of a law."""
    rules = found.mention_rules or ("",) * len(found.mentions)
    return {
        "key": found.key,
        "cited_number": found.number,
        "cited_type": found.type,
        "cited_title": found.title,
        "cited_date": found.date,
        "cited_issuer": found.issuer,
        "cited_issuer_surface": words_of(found.issuer_quote),
        "cited_issuer_span": place_of(found.issuer_quote),
        "issuer_inferred": found.issuer_inferred,
        **made(judge.plain(found.issuer_rule, found.issuer_quote), "cited_issuer_"),
        "relation": found.relation,
        "relation_surface": words_of(found.relation_quote),
        "relation_span": place_of(found.relation_quote),
        **made(judge.plain(found.relation_rule, found.relation_quote), "relation_"),
        "cited_level": found.level,
        "also": list(found.also),
        "also_surfaces": [quote.words for quote in found.also_quotes],
        "also_spans": [[quote.span.start, quote.span.end] for quote in found.also_quotes],
        "also_rules": list(found.also_rules),
        "first_surface": found.first.words,
        "first_span": offsets(found.first),
        **made(judge.reference(found)),
        "n_mentions": len(found.mentions),
        "mentions": [
            {
                **mention(quote),
                "pinpoints": [
                    pinpoint(p, judge) for p in found.pinpoints if p.mention == quote.span
                ],
                **made(judge.plain(rule, quote)),
            }
            for quote, rule in zip(found.mentions, rules, strict=True)
        ],
    }


def pinpoint(found: Pinpoint, judge: Judge) -> Json:
    """Give the provisions that stand beside one mention: ``điều 5/khoản 2``."""
    return {
        **mention(found.quote),
        "paths": list(found.paths),
        **made(judge.plain(found.rule, found.quote)),
    }


def link(found: ChainLink, judge: Judge) -> Json:
    """Give a link between two cited documents with the words that state it."""
    return {
        "child": found.child,
        "relation": found.relation,
        "parent": found.parent,
        "evidence": found.evidence.words,
        "evidence_span": offsets(found.evidence),
        **made(judge.plain(found.rule, found.evidence)),
    }


def scheme(found: Scheme, judge: Judge) -> Json:
    """Give a programme or project that a cited document approves or promulgates."""
    return {
        "name": found.name,
        "type": found.type,
        "relation": found.relation,
        "by": found.by,
        **made(judge.plain(found.rule, *found.quotes)),
        "n_mentions": len(found.quotes),
        "surfaces": distinct(each.words for each in found.quotes),
        "mentions": [mention(each) for each in found.quotes],
    }


def self_mentions(quotes: Sequence[Quote], number: str | None) -> Json:
    """Give where the document names itself; ``n_numbered`` counts those that print its number."""
    return {
        "n_numbered": sum(number in each.words for each in quotes) if number else 0,
        "surfaces": distinct(each.words for each in quotes),
        "mentions": [mention(each) for each in quotes],
    }
