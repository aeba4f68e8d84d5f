"""Runs the site of a record on this machine."""

import contextlib
import pathlib
import socket
from collections.abc import Callable

from poimenno.foundation import database
from poimenno.foundation.errors import ArchiveError
from poimenno.foundation.language import gettext as _


def serve(record: pathlib.Path, host: str, port: int, ready: Callable[[str], object]) -> None:
    """Serve a record until interrupted; `ready` is called with the address once the port is taken.

    Raises RecordError where there is no readable record, ArchiveError where the port is taken.
    """
    import uvicorn

    from poimenno.site.application import application

    with database.opened(record):
        pass
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise ArchiveError(
            _(
                "{host}:{port} cannot be listened on ({reason}); name another with --port, or 0 for any that is free."
            ).format(host=host, port=port, reason=error.strerror or error)
        ) from error
    shown = f"[{host}]" if family == socket.AF_INET6 else host
    ready(f"http://{shown}:{listener.getsockname()[1]}/")
    config = uvicorn.Config(application(record), log_level="warning", access_log=False, server_header=False)
    with contextlib.closing(listener), contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
