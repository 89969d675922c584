"""Workers side by side: a question that takes too long costs its worker, never the door."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kg.config import ROOT
from kg.serve.asked import Said, line

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

    from kg.serve.asked import Asked
    from kg.serve.limits import Limits

_PAUSE = 1.0
"""Seconds between two attempts to begin a worker that dies at once."""
_LAST_BREATH = 5.0
"""Seconds in which a worker that speaks no more has died of itself: killed, it could not say of what."""
BUSY = "All workers are busy and others wait already: try again in a moment."


@dataclass(frozen=True, slots=True)
class _Worker:
    process: Process

    async def ask(self, asked: Asked, out: str) -> Said:
        """Put one question; EOFError where the worker died of it."""
        writer, reader = self.process.stdin, self.process.stdout
        if writer is None or reader is None:
            raise EOFError
        try:
            writer.write(line(asked, out))
            await writer.drain()
            text = await reader.readline()
        except ConnectionError as error:
            raise EOFError from error
        if not text:
            raise EOFError
        told = json.loads(text)
        return Said(told["status"], told["words"])

    async def end(self, patience: float = 0.0) -> int:
        """Kill the worker unless it ends by itself within *patience*; give what it died of."""
        with suppress(TimeoutError):
            return await asyncio.wait_for(self.process.wait(), patience)
        with suppress(ProcessLookupError):
            self.process.kill()
        return await self.process.wait()


class Pool:
    """A number of workers on one graph, and the questions that wait for one."""

    def __init__(self, folder: Path, base: str, limits: Limits, size: int) -> None:
        """Plan *size* workers; :meth:`start` begins them."""
        told = {**asdict(limits), "folder": str(folder.absolute()), "base": base}
        self._command = (sys.executable, "-P", "-m", "kg.serve.worker", json.dumps(told))
        self._limits, self._size, self._waiting = limits, size, 0
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin all workers and wait until one is ready."""
        for _ in range(self._size):
            self._renew()
        self._idle.put_nowait(await self._idle.get())

    async def stop(self) -> None:
        """End all workers and what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._all))

    async def ask(self, asked: Asked, out: str) -> Said:
        """Put one question to the next free worker; the answer is in *out* where it went well."""
        if self._idle.empty() and self._waiting >= self._limits.waiting:
            return Said(503, BUSY)
        self._waiting += 1
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._limits.seconds)
        except TimeoutError:
            return Said(503, BUSY)
        finally:
            self._waiting -= 1
        return await self._put(worker, asked, out)

    async def _put(self, worker: _Worker, asked: Asked, out: str) -> Said:
        seconds = self._limits.seconds
        alive = False
        try:
            said = await asyncio.wait_for(worker.ask(asked, out), seconds)
            alive = True
        except TimeoutError:
            return Said(504, f"The answer took longer than {seconds:g} seconds and was stopped.")
        except EOFError:
            return self._why(await worker.end(_LAST_BREATH))
        else:
            return said
        finally:  # also where the client has gone, and the question was cancelled
            if alive:
                self._idle.put_nowait(worker)
            else:
                self._replace(worker)

    def _why(self, code: int) -> Said:
        if code == -signal.SIGSEGV:
            return Said(400, "The query is nested too deeply.")
        if code != -signal.SIGABRT:
            return Said(503, f"The worker ended ({code}) before the answer was whole: try again.")
        memory = self._limits.memory // 2**20
        return Said(503, f"The answer needs more than {memory} MiB of memory and was stopped.")

    def _replace(self, worker: _Worker) -> None:
        with suppress(ProcessLookupError):
            worker.process.kill()
        self._all.discard(worker)
        self._renew()

    def _renew(self) -> None:
        task = asyncio.create_task(self._begin())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _begin(self) -> None:
        """Begin a worker and put it among the idle ones as soon as it has opened the graph."""
        while True:
            pipe, null = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
            process = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=null,
                env={**os.environ, "PYTHONPATH": _path()}, start_new_session=True,
            )  # fmt: skip
            worker = _Worker(process)
            self._all.add(worker)
            if process.stdout and await process.stdout.readline():
                self._idle.put_nowait(worker)
                return
            await worker.end()
            self._all.discard(worker)
            await asyncio.sleep(_PAUSE)


def _path() -> str:
    """Let a worker find this very package, and nothing of the folder that it is started in."""
    before = os.environ.get("PYTHONPATH")
    return os.pathsep.join([str(ROOT), before] if before else [str(ROOT)])
