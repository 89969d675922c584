"""Letterhead, signature and issuer → the header record."""

from __future__ import annotations

from collections.abc import Sequence

from kg import dates, number
from kg.lexicon import rows
from kg.model import Header, Quote, Reference, Stated
from kg.shape import Authority, Letterhead, Signature
from kg.text import capitalised, is_upper, squeeze

_BOX, _SIGNED = "header.portal-box", "header.signature"


def header(
    head: Letterhead, signed: Signature, who: Authority, references: Sequence[Reference]
) -> Header:
    """Make the header: what is printed, else what a portal's box says, else None.

    A document without a date gets ``date_not_before``, the latest date that it cites: a bound,
    not a date.
    """
    date = _date(head.date, "header.date.place-line") or _date(head.box.get("date"), _BOX)
    cited = [reference.date for reference in references if reference.date]
    return Header(
        number=_number(head),
        type=_type(head),
        title=_stated(head.title, head.rules.get("title", "")),
        title_normalised=_sentence_case(head.title),
        issuer=who.issuer,
        level=who.scope.level,
        place=who.place,
        date=date,
        date_not_before=None if date else max(cited, default=None),
        signer=_stated(signed.signer, _SIGNED),
        signer_title=Stated(signed.office, signed.capacity, rule=_SIGNED)
        if signed.office
        else None,
        effective_date=_date(head.box.get("effective_date"), _BOX),
        status=_stated(head.box.get("status"), _BOX),
        recipients=signed.recipients,
        archive_line=signed.archive,
        foot_rule="header.recipients" if signed.recipients or signed.archive else "",
    )


def _stated(quote: Quote | None, rule: str) -> Stated | None:
    return Stated(quote.words, quote, rule=rule) if quote else None


def _number(head: Letterhead) -> Stated | None:
    quote, rule = head.number, head.rules.get("number", "")
    if quote is None:
        quote, rule = head.box.get("number"), _BOX
    return Stated(number.tidy(quote.words), quote, rule=rule) if quote else None


def _type(head: Letterhead) -> Stated | None:
    """Give the type from its line, else from the portal's box, else from the number's code."""
    if head.type_name:
        return Stated(head.type_name, head.type, rule=head.rules.get("type", ""))
    return _stated(head.box.get("type"), _BOX) or _coded(head) or _letter(head)


def _letter(head: Letterhead) -> Stated | None:
    """Tell a công văn by its subject: it has "V/v" where other papers name their type."""
    if head.title is None or head.rules.get("title") != "header.title.subject":
        return None
    why = "no word of a type, but a subject behind “V/v”: a công văn"
    return Stated("Công văn", None, inferred=True, evidence=why, rule="header.type.subject")


def _coded(head: Letterhead) -> Stated | None:
    """Read the type from the number: a state number without a type is a công văn (Decree 30)."""
    parsed = number.DocNumber.parse(number.tidy(head.number.words)) if head.number else None
    if parsed is None or parsed.year or parsed.type_code.startswith("QH"):
        return None
    code = parsed.type_code or "CV"
    name = next((row["name"] for row in rows("lexicon/document_types") if row["code"] == code), "")
    why = f"the number {parsed} has the code {parsed.type_code or 'of no type: a công văn'}"
    rule = "header.type.number-code"
    return Stated(name, None, inferred=True, evidence=why, rule=rule) if name else None


def _date(quote: Quote | None, rule: str) -> Stated | None:
    iso = dates.find(quote.words) if quote else None
    return Stated(iso, quote, rule=rule) if iso else None


def _sentence_case(title: Quote | None) -> str | None:
    """Give a title in capitals as running text; names of places keep no capital to go by."""
    if title is None or not is_upper(title.words):
        return None
    return capitalised(squeeze(title.words).lower())
