"""One family of errors; each says what, where and the mend.

::

    KgError
    ├── ReadError       a file that cannot become text
    ├── NotFoundError   a name that fits nothing in the graph
    ├── AmbiguousError  a name that fits several things; lists them
    ├── GraphError      a graph folder that is missing, older or damaged
    └── RecordError     a JSON record that is not of the documented shape
"""

from __future__ import annotations


class KgError(Exception):
    """What went wrong, where, and the mend, in one line.

    >>> print(KgError("has no text layer", "plan.pdf", "Run OCR first."))
    plan.pdf: has no text layer. Run OCR first.
    """

    exit_code = 1

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        """Keep the three parts; ``str()`` joins them into one line."""
        super().__init__(what, where, mend)
        self.what, self.where, self.mend = what, where, mend

    def __str__(self) -> str:
        """Give ``where: what. mend`` on one line."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{head.rstrip('.')}. {self.mend}" if self.mend else head
        return " ".join(line.split())


class ReadError(KgError):
    """A file that cannot become text."""


class NotFoundError(KgError):
    """A name that fits nothing in the graph."""


class AmbiguousError(KgError):
    """A name that fits several things; the mend lists them."""

    exit_code = 3


class GraphError(KgError):
    """A graph folder that is missing, of an older make, or damaged."""


class RecordError(KgError):
    """A JSON record that is not of the documented shape."""
