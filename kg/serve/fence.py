"""What a worker may not do, told to the kernel: take too much memory, open a connection."""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
from pathlib import Path

_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: how its kernel names it in a filter, and the number of the call socket(2)."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUALS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # refused with EPERM
_OTHER_NUMBERS = 0x40000000  # the same calls under other numbers


def limit_memory(more: int) -> None:
    """Let this process grow by *more* bytes of address space; what needs more dies of it.

    What a fresh worker has reserved does not count, since it differs from machine to machine.
    Without /proc nobody knows what that is, and the deadline alone must do.
    """
    try:
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except FileNotFoundError:
        return
    most = used * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def no_core() -> None:
    """Let a process that dies leave no image of its memory on the disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def cut_off() -> bool:
    """Forbid this process new connections for good; False where the kernel does not know how.

    The second wall: a query that names SERVICE is refused before it runs.
    """
    machine = _SOCKET.get(platform.machine())
    if platform.system() != "Linux" or machine is None:
        return False
    code = _program(*machine)
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("HL", len(code) // 8, ctypes.addressof(buffer))
    call = ctypes.CDLL(None, use_errno=True).prctl
    if call(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(call(_SECCOMP, _FILTER, ctypes.create_string_buffer(program), 0, 0) == 0)


def _program(machine: int, socket: int) -> bytes:
    """Give the filter: refuse socket(2) and every call under a foreign number, allow the rest."""
    steps = (
        (_LOAD, 0, 0, 4),  # the machine
        (_EQUALS, 0, 3, machine),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_AT_LEAST, 1, 0, _OTHER_NUMBERS),
        (_EQUALS, 0, 1, socket),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    )
    return b"".join(struct.pack("HBBI", *step) for step in steps)
