"""Who publishes, where, and which files: what no graph can know of itself and a person says."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.config import BASE_IRI
from kg.errors import KgError
from kg.lexicon import rows
from kg.write.licence import LICENCE, Licence

if TYPE_CHECKING:
    from kg.lexicon import Row

CATALOGUE = "catalog.ttl"
"""The file that names the catalogue: the addresses of its parts lie in it, behind ``#``."""
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CODE = re.compile("[A-Z0-9_]+")
_EMAIL = re.compile(r"[^\s<>\"@:/?#]+@[^\s<>\"@:/?#]+\.[^\s<>\"@:/?#]+")


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its path below the site, its format, its size and its SHA-256."""

    path: str
    format: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, format_name: str, content: bytes) -> Download:
        """Measure a file.

        >>> Download.of("downloads/a.nt", "ntriples", b"").size
        0
        """
        return cls(path, format_name, len(content), hashlib.sha256(content).hexdigest())

    @property
    def name(self) -> str:
        """The name of its part of the catalogue.

        >>> Download("downloads/a.ttl.gz", "turtle", 0, "").name
        'download-a-ttl-gz'
        """
        return "download-" + "-".join(re.findall(r"\w+", self.path.rpartition("/")[2]))

    @property
    def about(self) -> Row:
        """The row of ``data/publishing/formats.csv`` that describes the format."""
        return next(row for row in rows("publishing/formats") if row["name"] == self.format)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the graph is published, and by whom; whatever is not given is left out.

    *base* is where the IRIs of the data live, *url* where the files will lie.

    >>> Site(url="https://x.org/kg").at("downloads/a.nt")
    'https://x.org/kg/downloads/a.nt'
    """

    url: str | None = None
    base: str = BASE_IRI
    title: tuple[str, str] | None = None
    publisher: str | None = None
    email: str | None = None
    sparql: str | None = None
    issued: str | None = None
    modified: str | None = None
    version: str | None = None
    is_version_of: str | None = None
    frequency: str = "UNKNOWN"
    availability: str | None = None
    licence: Licence = field(default=LICENCE)

    def __post_init__(self) -> None:
        """Refuse what is no address and no day; it comes from a command line."""
        for given in (self.url, self.sparql, self.is_version_of):
            _check(
                given, _URL, "is no web address", "Give a whole one, such as https://example.org/."
            )
        _check(self.email, _EMAIL, "is no e-mail address", "Give one such as kg@example.org.")
        for code in (self.frequency, self.availability):
            _check(code, _CODE, "is no code of a list of the EU", "Give one such as MONTHLY.")
        for day in (self.issued, self.modified):
            _check_day(day)

    def at(self, path: str = "") -> str | None:
        """Give the address of a file of the site; None while no address of the site is known."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else None

    def part(self, name: str) -> str:
        """Give the IRI of a part of the catalogue, such as ``dataset``."""
        return f"{self.at(CATALOGUE) or self.base + CATALOGUE}#{name}"

    def words(self, key: str, **facts: object) -> tuple[str, str]:
        """Give words of ``data/publishing/words.csv`` in both languages, with *facts* put in."""
        row = next(row for row in rows("publishing/words") if row["id"] == key)
        if key == "title":
            return self.title or (row["vi"], row["en"])
        names = zip((row["vi"], row["en"]), self.words("title"), strict=True)
        vi, en = (words.format(title=title, **facts) for words, title in names)
        return vi, en


def keywords() -> tuple[tuple[str, str], ...]:
    """Give the keywords, each in Vietnamese and in English."""
    found = rows("publishing/words")
    return tuple((row["vi"], row["en"]) for row in found if row["id"] == "keyword")


def _check(given: str | None, form: re.Pattern[str], what: str, mend: str) -> None:
    if given is not None and not form.fullmatch(given):
        raise KgError(what, repr(given), mend)


def _check_day(day: str | None) -> None:
    try:
        if day is not None:
            dt.date.fromisoformat(day)
    except ValueError as error:
        what = "is no day"
        raise KgError(what, repr(day), "Write it as YYYY-MM-DD.") from error
