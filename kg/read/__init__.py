"""Readers: bytes → ``SourceText``."""
