"""The graph: what a record means in RDF, where it is stored, and how it is asked."""
