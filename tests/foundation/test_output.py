"""Standard output in real processes: pipes that close, files that are pipes, descriptors that are missing."""

import os
import pathlib
import subprocess
import sys
import threading

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTICES = ROOT / "docs" / "example" / "made-up-notices.txt"
PARSE = [sys.executable, "-m", "poimenno", "parse", str(NOTICES)]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="descriptors and /dev/stdout are those of Unix")


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of the shell; $PARSE is `poimenno parse` on the made-up notices."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PARSE": " ".join(PARSE)}
    return subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        for options in ([], ["--to", "-"]):
            done = subprocess.run([*PARSE, *options], stdout=writing, stderr=subprocess.PIPE, check=False)
            assert (done.returncode, done.stderr) == (0, b"")
    finally:
        os.close(writing)


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_a_file_may_be_standard_output(name: str, tmp_path: pathlib.Path) -> None:
    plain = shell("$PARSE")
    assert plain.stdout.count("\n") > 1
    assert shell(f"$PARSE --to {name}").stdout == plain.stdout
    shell(f"$PARSE --to {name} > {tmp_path / 'redirected.jsonl'}")
    assert (tmp_path / "redirected.jsonl").read_text(encoding="utf-8") == plain.stdout
    assert not pathlib.Path("-").exists()
    assert pathlib.Path("/dev/stdout").is_symlink()


def test_a_file_may_be_a_pipe(tmp_path: pathlib.Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert shell(f"$PARSE --quiet --to {pipe}").returncode == 0
    reader.join(timeout=30)
    assert received[0].decode() == shell("$PARSE").stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_missing_descriptors_are_no_error(closed: str, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "out.jsonl"
    assert shell(f"$PARSE --to {file} {closed}").returncode == 0
    assert file.read_text(encoding="utf-8") == shell("$PARSE").stdout


def test_help_and_version_are_on_standard_output() -> None:
    for option in ("--help", "--version"):
        done = subprocess.run([*PARSE[:3], option], capture_output=True, text=True, check=False)
        assert "poimenno" in done.stdout
        assert done.stderr == ""


def test_muted_discards_one_call_only() -> None:
    code = (
        "import os\n"
        "from poimenno.foundation import output\n"
        "with output.muted():\n"
        "    os.write(1, b'banner ')\n"
        "os.write(1, b'result')\n"
    )
    assert python(code).stdout == "result"


def test_results_are_written_past_what_prints() -> None:
    code = (
        "import os, sys\n"
        "from poimenno.foundation import output\n"
        "with output.taken(), output.results_only(), output.results_only():\n"
        "    print('noise')\n"
        "    os.write(1, b'noise')\n"
        "    output.write_line('result')\n"
        "print('noise')\n"
    )
    assert python(code).stdout == "result\n"
