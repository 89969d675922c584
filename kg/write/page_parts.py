"""What every page of ours is made of: assets, safe JSON, one policy that lets only its scripts run."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def safe_json(value: object) -> str:
    r"""Write *value* as JSON that cannot end the script element it stands in.

    >>> safe_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    plain = json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    )
    return plain.translate(UNSAFE)


def asset(name: str) -> str:
    """Give a file of the folder ``assets``: a template, a style, a part of a script."""
    return files("kg.write").joinpath("assets", name).read_text(encoding="utf-8")


def closed_script(names: Iterable[str]) -> str:
    """Join parts of a script into one closed scope."""
    parts = "\n".join(asset(name) for name in names)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def csp_hash(script: str) -> str:
    """Name a script by its hash, so that a page's policy lets this one run and no other.

    >>> csp_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"


def template(name: str) -> Template:
    """Give a template that escapes every word it is given."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, loader=FunctionLoader(asset)
    )
    return environment.get_template(name)
