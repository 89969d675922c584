"""How sure a finding is: which rule made it, how often that rule was right, and what speaks against it."""

from kg.confidence.judge import Judge
from kg.confidence.rules import Sure, word

__all__ = ["Judge", "Sure", "word"]
