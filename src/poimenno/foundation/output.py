"""Owns standard output: what a command was asked for goes there, and nothing else does.

A script that reads `--json` needs an output that is JSON and only JSON. Libraries print where they like: the solver
HiGHS, for one, prints a banner from C, below Python's `sys.stdout`. So the command line runs in `taken`, which moves
the real standard output to a descriptor that only this module knows and points descriptor 1 at standard error.
While a command runs (`results_only`), Python's `print` goes to standard error too. `write_line` writes results.

`muted` keeps one noisy call quiet altogether. Nothing here changes what a library does.
"""

import io
import os
import pathlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_STDOUT, _STDERR = 1, 2
# Names under which a user may ask for standard output where a file is expected.
_NAMES = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}
_results: TextIO | None = None


class ReaderGoneError(Exception):
    """The program that read our results has closed its end, as `head` does: no error, but a reason to stop.

    Not a BrokenPipeError, because click ends the process by itself on that one, with a code that says failure.
    """


@contextmanager
def taken() -> Iterator[None]:
    """Run the program in this: descriptor 1 leads to standard error, and `sys.stdout` to the real standard output.

    When the block ends, `sys.stdout` leads to standard error as well: libraries may print while the process ends.
    """
    _take()
    try:
        yield
    finally:
        sys.stdout = sys.stderr


def _take() -> None:
    """Move standard output to a descriptor of our own. Without a standard output (a closed one) nothing is done."""
    old = sys.stdout
    if not isinstance(old, io.TextIOWrapper):
        return
    try:
        old.flush()
        if old.fileno() != _STDOUT:
            return
        own = os.dup(_STDOUT)
    except OSError:
        return
    _point_at_stderr()
    # Buffered as it was: line by line on a terminal, in blocks into a pipe.
    sys.stdout = open(  # noqa: SIM115, PTH123 - open as long as the process lives
        own,
        "w",
        buffering=1 if old.line_buffering else -1,
        encoding=old.encoding,
        errors=old.errors,
    )


def _point_at_stderr() -> None:
    try:
        os.dup2(_STDERR, _STDOUT)
    except OSError:  # no standard error either
        _discard(_STDOUT)


@contextmanager
def results_only() -> Iterator[None]:
    """While a command runs, `write_line` alone writes to `sys.stdout`; the `print` of others goes to `sys.stderr`."""
    global _results  # noqa: PLW0603 - one process has one standard output
    if _results is not None:  # a command within a command
        yield
        return
    _results = sys.stdout
    sys.stdout = sys.stderr
    try:
        yield
    finally:
        sys.stdout, _results = _results, None


def write_line(text: str) -> None:
    """Write a line of results and flush it. Raises ReaderGoneError if nobody reads them any more."""
    import click

    try:
        click.echo(text, file=_results)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def is_standard_output(path: pathlib.Path) -> bool:
    """Whether a user who named this file means standard output (`-`, `/dev/stdout`)."""
    return str(path) in _NAMES


def write_bytes(content: bytes) -> None:
    """Write bytes as results and flush them. Raises ReaderGoneError if nobody reads them any more."""
    stream = _results or sys.stdout
    try:
        stream.flush()
        stream.buffer.write(content)
        stream.buffer.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def discard() -> None:
    """Send what is left of the results nowhere: their reader has gone, and closing them must not fail again."""
    _discard((_results or sys.stdout).fileno())


def _discard(descriptor: int) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)


@contextmanager
def muted() -> Iterator[None]:
    """Discard what a library prints to descriptor 1 in this block, for a call that has no option to be quiet.

    The descriptor belongs to the whole process: keep the block to the one call.
    """
    try:
        saved = os.dup(_STDOUT)
    except OSError:  # closed: there is nothing to keep quiet
        yield
        return
    _discard(_STDOUT)
    try:
        yield
    finally:
        os.dup2(saved, _STDOUT)
        os.close(saved)
