"""Compare records with gold records, field by field, whoever made them.

``score(pairs(gold_dir, found))`` tells for each field what was right, missed and wrongly found,
with the words of every miss.
"""

from kg.score.gold import pairs
from kg.score.items import Finding, Tally
from kg.score.rules import RuleCount, rule_counts
from kg.score.scores import DocumentScores, Scores, score

__all__ = ["DocumentScores", "Finding", "RuleCount", "Scores", "Tally", "pairs", "rule_counts",
           "score"]  # fmt: skip
