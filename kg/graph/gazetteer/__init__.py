"""The tables of places and bodies as linked data, under the IRIs that a graph of documents gives them.

``ontology/agencies.ttl``, ``places.ttl`` and ``communes.ttl`` are made here, never by hand.
"""
