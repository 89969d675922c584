"""The licence of the data, as ``data/LICENSE.md`` gives it, under the names that others know."""

from __future__ import annotations

from dataclasses import dataclass

_EU = "http://publications.europa.eu/resource/authority/licence/"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its address, its SPDX id, its name in the list of the European Union."""

    iri: str
    spdx: str
    eu: str
    title: str


LICENCE = Licence(
    "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-4.0",
    f"{_EU}CC_BY_4_0",
    "Creative Commons Attribution 4.0 International",
)
"""The licence of tables, annotations and graphs; the words of official texts stay official text."""
