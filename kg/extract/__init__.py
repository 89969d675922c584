"""Text → mentions, each with its span."""
