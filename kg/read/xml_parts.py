"""Parts of a zipped office document: sizes bounded, no entity expanded, no link followed."""

from __future__ import annotations

from typing import NoReturn
from xml.etree import ElementTree as ET

from kg.errors import ReadError
from kg.read.zips import FAULTS, open_zip

MAX_PART = 128 * 2**20
MAX_RATIO = 400  # text in XML packs to a tenth; what packs to a four-hundredth is no document
_SMALL = 2**20
MEND = "Open it in a word processor and save it again as .docx."


class _Builder(ET.TreeBuilder):
    """Builds a tree; a document type, the only door for entities, is refused."""

    def doctype(self, *_: object) -> NoReturn:
        """Refuse ``<!DOCTYPE …>``."""
        what = "declares a document type, which no word processor writes"
        raise _DoctypeError(what)


class _DoctypeError(ValueError):
    """XML with a document type."""


class Parts:
    """The parts of one zipped document by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open *data*; *name* is what errors call it.

        Raises:
            ReadError: no zip archive, or a damaged one.
        """
        self._name = name
        self._zip = open_zip(data, name, MEND)

    def __contains__(self, part: str) -> bool:
        """Tell whether the archive names *part*."""
        return part in self._zip.NameToInfo

    def xml(self, part: str) -> ET.Element | None:
        """Give the root element of a part; None when there is no such part.

        Raises:
            ReadError: the part is damaged, encrypted, too large, or declares a document type.
        """
        if part not in self:
            return None
        try:
            return ET.fromstring(self._bytes(part), ET.XMLParser(target=_Builder()))  # noqa: S314  (no document type passes)
        except _DoctypeError as error:
            self._fail(str(error))
        except (ET.ParseError, ValueError, LookupError) as error:
            self._fail(f"is damaged ({part}: {error})")

    def _bytes(self, part: str) -> bytes:
        info = self._zip.NameToInfo[part]
        if info.flag_bits & 1:
            self._fail("is locked with a password", "Save it without one.")
        if info.file_size > MAX_PART or (
            info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        ):
            self._fail(f"unpacks to more than a document holds ({part})")
        try:
            with self._zip.open(info) as file:
                words = file.read(info.file_size + 1)
        except FAULTS as error:
            self._fail(f"is damaged ({part}: {error})")
        return words

    def _fail(self, what: str, mend: str = MEND) -> NoReturn:
        raise ReadError(what, self._name, mend) from None
