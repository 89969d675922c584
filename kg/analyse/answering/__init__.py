"""Which task of a plan answers which task of the directive above it, with both passages."""
