"""One document as an annotated page: its whole text, and over it what was and was not understood.

The page is one file that asks the network for nothing. It can be read without its script: colours,
labels, titles and the addresses ``#char=start,end`` are plain HTML; the script adds the switches,
the card with what was understood, and addresses of any other place.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import KgError, RecordError
from kg.write.annotated_found import marks
from kg.write.annotated_gaps import Gaps, gaps
from kg.write.annotated_marks import Fact, Json, Mark, facts, merged, one_line, said
from kg.write.annotated_style import INK, KINDS, PAPER, UNLABELLED
from kg.write.annotated_text import Pane
from kg.write.annotated_words import WORDS, table
from kg.write.page_parts import asset, closed_script, csp_hash, safe_json, template
from kg.write.page_words import LANGUAGES

SCRIPTS = ("annotated_place.js", "annotated_card.js", "annotated_main.js")
_ABOUT = ("number", "type", "title", "issuer", "level", "place", "date", "date_not_before",
          "effective_date", "signer", "signer_title")  # fmt: skip
_NOT_PRINTED = frozenset({"number", "date", "signer"})
"""What every document should have: where it has not, that is said."""
_SHORT, _WHOLE, _DEEPEST = 90, 600, 6


def write_annotated(record: Json, text: str, path: Path, *, lang: str = "vi") -> Path:
    """Write the page of a record and the text it counts in; give its path.

    Raises :class:`~kg.errors.RecordError` when record and text do not belong together,
    :class:`~kg.errors.KgError` when *path* cannot be written.
    """
    html = annotated_html(record, text, lang=lang)
    try:
        path.write_bytes(html.encode("utf-8", "replace"))  # a lone surrogate is no letter
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise KgError(what, str(path), "Name a file in a folder that exists.") from None
    return path


def annotated_html(record: Json, text: str, *, lang: str = "vi", up: str | None = None) -> str:
    """Give the page as a string, the same for the same record, as ``kg.record.to_json`` makes it.

    *up* is the address of the page that it belongs to, where it is one of a site.

    >>> annotated_html({"file": "a.txt"}, "Sở Y tế", lang="en").splitlines()[1]
    '<html lang="en">'
    """
    _belongs(record, text)
    words = table(lang)
    found = merged(marks(record), len(text))
    unclear = gaps(text, found, record)
    shown = merged([*found, *unclear.marks], len(text))
    script = closed_script(SCRIPTS)
    return template("annotated.html").render(
        lang=lang,
        up=up,
        other_lang=next(other for other in LANGUAGES if other != lang),
        languages=LANGUAGES,
        words=words,
        heading=_heading(record),
        about=list(_about(record)),
        warnings=[one_line(each, _WHOLE) for each in record.get("warnings") or ()],
        outline=list(_outline(record)),
        pane=Pane(text, shown, words).html(),
        kinds=[asdict(kind) for kind in KINDS],
        counts=Counter({**Counter(mark.kind for mark in shown), "gap": unclear.passages}),
        legend=[kind.name for kind in KINDS if kind.name not in UNLABELLED],
        tags=_tags(shown),
        gaps=_told_gaps(unclear, text),
        colours={"ink": INK, "paper": PAPER},
        style=asset("annotated.css"),
        data=safe_json(_data(shown, lang)),
        script=script,
        script_hash=csp_hash(script),
    )


def _belongs(record: Json, text: str) -> None:
    """Refuse a text that is not the one the record counts in."""
    source = record.get("source") or {}
    digest = source.get("sha256_text")
    is_other = source.get("length", len(text)) != len(text) or (
        digest and digest != hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    )
    if is_other:
        what = "the text is not the one that its record counts in"
        raise RecordError(what, str(record.get("file", "")), "Build the graph again.")


def _heading(record: Json) -> str:
    """Give type and number of the document, or the name of its file where it prints neither."""
    document = record.get("document") or {}
    named = " ".join(part for part in (document.get("type"), document.get("number")) if part)
    return one_line(named or str(record.get("file") or ""), _SHORT)


def _about(record: Json) -> Iterator[tuple[str, Fact, Fact | None]]:
    """Give what is known of the document as a whole; what is inferred says why."""
    document = record.get("document") or {}
    inferred = document.get("inferred") or {}
    for key in _ABOUT:
        value = document.get(key)
        [*told] = facts(value=value)
        [*why] = facts(why=inferred.get(key))
        if told:
            yield key, told[0], why[0] if why else None
        elif key in _NOT_PRINTED:
            yield key, said(value="not_printed")[0], None


def _outline(record: Json) -> Iterator[dict[str, Any]]:
    """Give the headings with their places; those far down share one step."""
    for item in (record.get("sections") or {}).get("items") or ():
        start, end = item["title_span"]
        yield {
            "place": f"char={start},{end}",
            "depth": max(1, min(item.get("depth", 1), _DEEPEST)),
            "label": one_line(item.get("label") or "", _SHORT // 2),
            "title": one_line(item.get("title") or ""),
        }


def _tags(shown: Sequence[Mark]) -> list[tuple[str, tuple[str, ...]]]:
    """Give the labels that this text needs, in each language."""
    needed = sorted({mark.tag for mark in shown if mark.kind not in UNLABELLED})
    return [(tag, WORDS[f"tag.{tag}"]) for tag in needed]


def _told_gaps(found: Gaps, text: str) -> dict[str, Any]:
    """Give the figures and the list of what was not understood."""
    listed = [(mark.place, one_line(text[mark.start : mark.end], _SHORT)) for mark in found.marks]
    message = "gaps.one" if found.passages == 1 else "gaps"
    share = f"{found.share:.1f}"
    return {"message": message, "n": found.passages, "share": share, "listed": listed}


def _data(shown: Sequence[Mark], lang: str) -> dict[str, Any]:
    """Give what the script needs: each mark with its facts, and the words in each language."""
    rows = [
        [mark.kind, mark.start, mark.end, [[f.key, f.values, int(f.said)] for f in mark.facts]]
        for mark in shown
    ]
    return {"lang": lang, "marks": rows, "words": {each: table(each) for each in LANGUAGES}}
