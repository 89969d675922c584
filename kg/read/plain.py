"""Plain text: bytes → text, with the encoding seen in the bytes."""

from __future__ import annotations

import codecs

from kg.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_plain(data: bytes, name: str) -> str:
    """Decode *data*: UTF-8, UTF-16 with its byte-order mark, or an older Vietnamese encoding.

    >>> read_plain("Kế hoạch".encode("utf-16"), "a.txt")
    'Kế hoạch'

    Raises:
        ReadError: the bytes are of another encoding, or no text at all.
    """
    return decode(data, name)


def decode(data: bytes, name: str) -> str:
    """Decode *data* by what its bytes say; what a page says of itself is often wrong."""
    encoding = next((enc for bom, enc in _BOMS if data.startswith(bom)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        from kg.read.encodings import decode_old

        text = decode_old(data)
        if text is not None:
            return text
        what = "holds NUL bytes, so it is no text"
        raise ReadError(what, name, "Give the document itself as .txt (UTF-8).")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        from kg.read.encodings import decode_old

        text = decode_old(data) if encoding == "utf-8" else None
        if text is not None:
            return text
        what = f"is not {encoding} (first wrong byte at {error.start})"
        mend = "Save it as UTF-8; iconv -f CP1258 -t UTF-8 often does it."
        raise ReadError(what, name, mend) from None
