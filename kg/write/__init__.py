"""The graph → files and pages."""
