"""A knowledge graph of policy cascades; importing it does nothing."""
