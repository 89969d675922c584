"""The door for spaCy users: ``nlp.add_pipe("policy_cascade")`` puts our findings on a Doc.

spaCy finds the factory by its entry point; ``import kg.component`` registers it as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model import DocumentRecord, Quote
from kg.pipeline import extract_text

GROUPS = ("agents", "citations", "tasks", "times", "reports")


@Language.factory("policy_cascade", retokenizes=False)
def make(nlp: Language, name: str) -> PolicyCascade:
    """Make the component; it needs no model and no other pipe.

    >>> import spacy
    >>> nlp = spacy.blank("xx")
    >>> pipe = nlp.add_pipe("policy_cascade")
    >>> doc = nlp("Giao Sở Y tế chủ trì thực hiện Quyết định số 12/QĐ-TTg")
    >>> [span.text for span in doc.spans["citations"]]
    ['Quyết định số 12/QĐ-TTg']
    """
    return PolicyCascade(nlp, name)


class PolicyCascade:
    """Extracts the record of a Doc's text and keeps it as ``doc._.policy_record``.

    ``doc.spans`` gets the groups ``agents``, ``citations``, ``tasks``, ``times`` and ``reports``. A span
    covers whole tokens; the exact code points are in the record.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        """Register the extension attribute once."""
        self.name = name
        self.vocab = nlp.vocab
        if not Doc.has_extension("policy_record"):
            Doc.set_extension("policy_record", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Put the findings on *doc*; a Doc without words gets an empty record."""
        record = extract_text(doc.text, self.name)
        if record.source.text != doc.text:  # only text that is normal already keeps its places
            message = f"{self.name}: normalise the text first (NFC, LF line ends)"
            raise ValueError(message)
        doc._.policy_record = record
        for group in GROUPS:
            doc.spans[group] = list(_spans(doc, record, group))
        return doc


def _spans(doc: Doc, record: DocumentRecord, group: str) -> Iterator[Span]:
    for quote, label in sorted(set(_quotes(record, group))):
        span = doc.char_span(quote.span.start, quote.span.end, label, alignment_mode="expand")
        if span is not None:
            yield span


def _quotes(record: DocumentRecord, group: str) -> Iterator[tuple[Quote, str]]:
    """Give the words of a group with their label: the name, the relation, the kind."""
    match group:
        case "agents":
            for task in record.tasks:
                for role in (task.lead, task.coordinate, task.other_agents):
                    yield from ((agent.quote, agent.agent) for agent in role)
        case "citations":
            for reference in record.references:
                yield from ((mention, reference.relation) for mention in reference.mentions)
        case "tasks":
            yield from ((task.quote, task.kind) for task in record.tasks)
        case "times":
            times = (task.timeframe for task in record.tasks)
            yield from ((time.quote, time.kind) for time in times if time)
        case _:
            yield from ((duty.evidence, duty.recurrence) for duty in record.reporting)
