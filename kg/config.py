"""Where the words and vocabularies that travel with the package are found."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = "0.1.0"
"""The version of the package; ``pyproject.toml`` reads it from here."""
BASE_IRI = "https://w3id.org/policy-cascade/"
"""Where data IRIs live; ``kg build --base`` sets another."""


def bundled(*parts: str) -> Path:
    """Give the path of a file under ``data/`` or ``ontology/``, installed or in a checkout.

    >>> bundled("ontology").name
    'ontology'
    """
    inside = Path(__file__).resolve().parent / "_bundled"
    base = inside if inside.is_dir() else ROOT
    return base.joinpath(*parts)
