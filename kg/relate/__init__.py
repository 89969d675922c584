"""Mentions → relations: references, tasks, reports, targets, funding."""
