"""The language in which the commands speak: English, unless ``KG_LANG`` or ``--lang`` says ``vi``.

The language of the machine (``LC_ALL``) is never asked, so the same call gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import click

from kg.errors import KgError

LANGUAGES = ("en", "vi")
_LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


def language() -> str:
    """Give the language that is spoken now: ``en`` or ``vi``."""
    return _LANGUAGE.get()


def wished(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give the language that a call of ``kg`` asks for, before any command.

    >>> wished(["--lang", "vi", "ask"], {}), wished(["report", "--lang", "vi"], {})
    ('vi', 'en')
    """
    said = environment.get("KG_LANG", "")
    waiting = iter(args)
    for each in waiting:
        if not each.startswith("-"):
            break
        if each == "--lang":
            said = next(waiting, said)
        elif each.startswith("--lang="):
            said = each.removeprefix("--lang=")
    return "vi" if said == "vi" else "en"


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language for a while; click's own words too."""
    token = _LANGUAGE.set(lang)
    kept = _clicks_words() if lang == "vi" else []
    try:
        for names, key, _ in kept:
            names[key] = _click_says if key == "_" else _click_counts
        yield
    finally:
        for names, key, english in kept:
            names[key] = english
        _LANGUAGE.reset(token)


def _clicks_words() -> list[tuple[dict[str, object], str, Callable[..., str]]]:
    """Give where click keeps the function that translates its words: it has no door for that.

    Its own way, gettext, needs compiled files and asks the language of the machine.
    """
    modules = [vars(each) for name, each in sorted(sys.modules.items()) if name[:6] == "click."]
    return [(names, key, names[key]) for names in modules for key in ("_", "ngettext") if key in names]  # fmt: skip


def _click_says(english: str) -> str:
    from kg.messages import by_english

    return by_english("click").get(english, english)


def _click_counts(one: str, many: str, count: int) -> str:
    return _click_says(one if count == 1 else many)


def phrase(english: str, *values: object) -> str:
    """Give a sentence of ours in the language spoken now, with *values* in its holes.

    >>> phrase("Written: {}", "leads.csv")
    'Written: leads.csv'
    """
    if language() == "en":
        return english.format(*values)
    from kg.messages import by_english

    return by_english("line").get(english, english).format(*values)


def say(english: str, *values: object) -> None:
    """Print a sentence of ours on standard error."""
    click.echo(phrase(english, *values), err=True)


def reworded(english: str) -> str:
    """Give a sentence that another room made, in the language spoken now, if the table has it.

    >>> reworded("cited but not held")
    'cited but not held'
    """
    if language() == "en":
        return english
    from kg.messages import retold

    return retold("sentence", english) or english


def ours(word: str) -> str:
    """Give a word of ours, as cells of answers have them, in the language spoken now.

    >>> ours("only cited")
    'only cited'
    """
    if language() == "en":
        return word
    from kg.write.answer_words import in_vietnamese

    return in_vietnamese("value", word) or reworded(word)


def fault(english: str) -> str:
    """Give what is wrong with an option in the language spoken now.

    >>> fault("must end with / or #")
    'must end with / or #'
    """
    if language() == "en":
        return english
    from kg.messages import retold

    return retold("error", english) or english


def error_line(error: KgError) -> str:
    """Give an error as one line in the language spoken now; what has no row stays English.

    >>> error_line(KgError("is empty", "plan.txt", "Give a file with text."))
    'plan.txt: is empty. Give a file with text.'
    """
    return str(KgError(fault(error.what), error.where, fault(error.mend)))


def error_text(line: str) -> str:
    """Give a line that was made of an error (where: what. mend) in the language spoken now."""
    from kg.messages import retold

    where, _, said = line.partition(": ")
    parts = said.split(". ") if language() == "vi" else []
    for cut in range(len(parts), 0, -1):
        what, mend = ". ".join(parts[:cut]), ". ".join(parts[cut:])
        if told := retold("error", what):
            return str(KgError(told, where, retold("error", mend) or mend))
    return line
