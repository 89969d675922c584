"""Which agency and which place is meant."""
