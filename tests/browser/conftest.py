"""The made-up record served to a headless Chromium."""

import os
import pathlib
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from poimenno.site.application import application

# Nothing but the pages is wanted of the browser: no first run, no calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed: the pages are not tried in a browser")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        # A home of its own keeps the browser from the settings of whoever runs the tests.
        started = playwright.chromium.launch(
            executable_path=chromium, args=ARGUMENTS, env={**os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(made_up_record: pathlib.Path) -> Iterator[str]:
    """The address of the pages of the made-up record."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(made_up_record), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)
