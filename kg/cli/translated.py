"""A command whose help speaks Vietnamese; the English stays in its docstring and options."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterator

import click

from kg.cli.speech import phrase
from kg.messages import by_english, pairs


def in_vietnamese(command: click.Command, name: str) -> click.Command:
    """Give a copy of a command, called *name* below ``kg`` (or ``kg`` itself), with Vietnamese help.

    >>> in_vietnamese(click.Command("ask", help="Nobody wrote this."), "ask").help
    'Nobody wrote this.'
    """
    told = copy.copy(command)
    vars(told)["_help_option"] = None  # click keeps the option --help of the English command here
    told.help = "\n\n".join(_paragraphs(command.help or "", name))
    told.params = [_param(each, name) for each in command.params]
    told.options_metavar = _metavar(command.options_metavar)
    if isinstance(command, click.Group) and isinstance(told, click.Group):
        told.subcommand_metavar = _metavar(command.subcommand_metavar) or ""
        told.commands = {
            key: in_vietnamese(each, f"{name} {key}") for key, each in command.commands.items()
        }
    return told


def _paragraphs(text: str, name: str) -> Iterator[str]:
    """Give the paragraphs of a help; the lines of an example stay as they are."""
    count = 0
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            yield paragraph.replace("Example:", phrase("Example:"), 1)
            continue
        count += 1
        yield said(paragraph, name if count == 1 else f"{name}.{count}")


def said(english: str, key: str) -> str:
    """Give a text of a command in Vietnamese; in English where that is no longer what was translated.

    An option without a row of its own is said as in the group above it, or as everywhere (``*``).
    """
    command, _, part = key.partition(".")
    above = command.rpartition(" ")[0]
    for each in (key, f"{above}.{part}", f"*.{part}"):
        vietnamese, translated = pairs("command").get(each, ("", ""))
        if translated == " ".join(english.split()):
            return vietnamese
    return english


def _param(param: click.Parameter, name: str) -> click.Parameter:
    told = copy.copy(param)
    told.metavar = _metavar(param.metavar or _of_argument(param)) or _of_kind(param)
    if isinstance(told, click.Option) and told.help:
        told.help = said(told.help, f"{name}.{option_name(told)}")
    return told


def option_name(option: click.Option) -> str:
    """Give the long name of an option.

    >>> option_name(click.Option(["-g", "--graph", "folder"]))
    '--graph'
    """
    return max(option.opts, key=len)


def _of_argument(param: click.Parameter) -> str | None:
    return param.name.upper() if isinstance(param, click.Argument) and param.name else None


def _of_kind(param: click.Parameter) -> str | None:
    """Give the word for a value that click would name by its kind, in English."""
    return by_english("metavar").get((param.type.name or "").upper())


def _metavar(english: str | None) -> str | None:
    return by_english("metavar").get(english, english) if english else english
