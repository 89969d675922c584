"""``kg publish``: a graph folder becomes a static site that people read and portals take."""

from kg.publish.press import Press
from kg.publish.site import Wanted, publish

__all__ = ["Press", "Wanted", "publish"]
