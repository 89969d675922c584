"""The JSON record: what was found in one document, in the shape of the gold files.

``to_json`` gives the object, ``dumps`` its one true spelling, ``load`` reads any tool's record back.
Spans stand in added keys beside each surface, so a reader of the gold keys alone needs no change.
"""

from kg.record.load import load
from kg.record.whole import VERSION, dumps, to_json

__all__ = ["VERSION", "dumps", "load", "to_json"]
