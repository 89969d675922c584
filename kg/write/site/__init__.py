"""The graph as a static site: a page for each thing at the path of its IRI, with its RDF beside it."""

from kg.write.site.addresses import Addresses
from kg.write.site.model import Fact, Group, Item, Passage, Thing

__all__ = ["Addresses", "Fact", "Group", "Item", "Passage", "Thing"]
