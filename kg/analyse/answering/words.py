"""What the questions about answers say alike: names of plans, passages, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answering.pairs import FLOOR, RARE, TELLING
from kg.analyse.walk import ends, lies_in, name, said

if TYPE_CHECKING:
    from kg.analyse.answering.chance import Chance
    from kg.analyse.answering.pairs import Laid, Pair
    from kg.analyse.descent.passages import Passage
    from kg.analyse.question import Wishes

_KINDS = (
    "same words: nine of ten syllables in the same order; adapted: a quarter to a half of its runs "
    "of four syllables; same subject: rare words in common, so many that the score reaches "
    f"{FLOOR} and comes by chance at most once in {1 / RARE:.0f} times."
)
_CHANCE = (
    "chance: how often the best of as many tasks of plans under other directives is as like, or "
    "how many of such plans have an answer as like to this very task, whichever is more."
)
_USUAL = (
    f"too usual to tell: fewer than {TELLING} pairs of syllables of its own; names of bodies, "
    "titles of papers and what stands under three or more directives are left out."
)
HOW = (_KINDS, _CHANCE, _USUAL)
NEVER = "none here: no task of that plan answers it in words that were found; it is not said that nothing was done."  # fmt: skip


def under(laid: Laid, directive: str, asked: Wishes) -> list[str]:
    """Give the plans under a directive, those of one place where one is asked for."""
    plans = laid.plans(directive)
    return [each for each in plans if lies_in(said(laid.graph, each, "place"), asked.place)]


def wanted(laid: Laid, asked: Wishes) -> list[str]:
    """Give the directives that are asked for: one, else all that plans which are held answer."""
    return [asked.document] if asked.document else laid.directives()


def best_first(pair: Pair) -> tuple[object, ...]:
    """Give the key that sorts the better pair first, ties as texts are read."""
    order, answer = pair.order, pair.answer
    return *pair.rank, answer.document, answer.start, order.document, order.start


def quoted(
    laid: Laid, passage: Passage | None
) -> tuple[str | None, str | None, int | None, int | None]:
    """Give the words of a passage, its file and its offsets."""
    if passage is None:
        return None, None, None, None
    iri, start, end = passage.document, passage.start, passage.end
    return laid.texts[iri][start:end], said(laid.graph, iri, "file"), start, end


def told(laid: Laid, directive: str, plans: list[str], chance: Chance | None) -> str:
    """Say what was counted for one directive, and against what chance was measured."""
    shown = name(laid.graph, directive)
    if chance is None:
        return (f"{shown}: its text is not in this corpus, so its tasks are not known here; "
                f"plans under it that are held: {len(plans)}.")  # fmt: skip
    orders = laid.orders[directive]
    dumb = sum(not laid.tells(each) for each in orders)
    against = (
        f"chance from {chance.pairs} pairs with tasks of {chance.documents} documents apart from it"
        if chance.pairs
        else "no document here stands apart from it, so chance is not known"
    )
    many = (
        f"{len(orders)} tasks"
        if ends(laid.graph, directive, "has_task")
        else f"no task was read in it, so its {len(orders)} listed lines are taken"
    )
    return (f"{shown}: {many}, {dumb} of them too usual to tell; plans under it that "
            f"are held: {len(plans)}; {against}.")  # fmt: skip


def nothing(laid: Laid, asked: Wishes) -> str:
    """Say that there is nothing to lay side by side."""
    of = f" of {asked.place}" if asked.place else ""
    which = f" answers {name(laid.graph, asked.document)}" if asked.document else " answers a directive"  # fmt: skip
    return f"No plan{of} in this corpus{which}."
