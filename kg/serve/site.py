"""A folder of pages that ``kg publish`` or anybody else made, served as it is."""

from __future__ import annotations

import mimetypes
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.staticfiles import StaticFiles

from kg.errors import KgError

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope

POLICY = (
    "default-src 'self' 'unsafe-inline' data: blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Pages of a site bring a policy of their own; this one only keeps them from asking elsewhere."""
_TYPES = {".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples",
          ".nq": "application/n-quads", ".rdf": "application/rdf+xml", ".ics": "text/calendar",
          ".webmanifest": "application/manifest+json", "": "text/turtle"}  # fmt: skip
_WELL_KNOWN = ".well-known"


class Site:
    """The files of a folder; what lies outside of it, also by a link, is not there."""

    def __init__(self, folder: Path) -> None:
        """Open *folder*; KgError where there is none."""
        if not folder.is_dir():
            what = "there is no such folder"
            raise KgError(what, str(folder), "Name the folder of the site: --site DIR")
        self._files = StaticFiles(directory=folder, check_dir=True)

    def answer(self, raw_path: bytes, scope: Scope) -> Response | None:
        """Give the file of a path, or the ``index.html`` of a folder; None where there is none."""
        name = unquote(raw_path.decode("latin-1")).lstrip("/")
        parts = PurePosixPath(name).parts
        if any(part.startswith(".") and part != _WELL_KNOWN for part in parts) or "\0" in name:
            return None
        for each in (name, f"{name.rstrip('/')}/index.html".lstrip("/")):
            found = self._found(each, scope)
            if found is not None:
                return found
        return None

    def _found(self, name: str, scope: Scope) -> Response | None:
        try:
            path, stat = self._files.lookup_path(name)
        except (OSError, ValueError):
            return None  # a name that no file can have
        if stat is None or not Path(path).is_file():
            return None
        answer = self._files.file_response(path, stat, scope)
        if answer.status_code == 200:  # noqa: PLR2004  (304 keeps what the client has)
            answer.headers["Content-Type"] = _type(path)
        answer.headers["Content-Security-Policy"] = POLICY
        return answer


def _type(path: str) -> str:
    """Give the media type of a file by its name, the same on every machine for what is ours."""
    suffix = PurePosixPath(path).suffix.lower()
    found = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
