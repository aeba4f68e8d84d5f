"""Poimenno's linkage against Splink, dedupe and recordlinkage: one run, one machine, the same raw columns.

usage: python -m benchmarks.bench_linkage [--entries N] [--small N] [--only NAME ...] [--keep DIR] [--patience SECONDS]

Makes up two sets of lists (made_up_lists.py): N entries for contestants that can process them, a small number for the
others. Prints for each contestant: seconds end to end, processor seconds of all its processes, peak memory of the
largest process, candidate pairs, precision and recall over pairs of entries, and its seconds as a multiple of
Poimenno's for the same task, to read and to link. On a busy machine compare processor seconds.
"""

import argparse
import csv
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from typing import Any

from benchmarks import made_up_lists

LARGE = ("read-and-link", "poimenno", "linkage", "splink-tutorial", "splink-persons")
SMALL = (*LARGE, "dedupe", "recordlinkage")
TITLES = {
    "poimenno": "Poimenno: new, add, build",
    "read-and-link": "Poimenno: read and link",
    "linkage": "Poimenno: the linkage alone",
    "splink-tutorial": "Splink as its tutorial",
    "splink-persons": "Splink as its persons example",
    "dedupe": "dedupe, 100 pairs labelled",
    "recordlinkage": "recordlinkage as its guide",
}
HEADS = {"seconds": 9, "processor": 11, "memory": 9, "candidates": 13, "precision": 11, "recall": 8, "to ours": 9}


def pairs(sizes: Counter[Any]) -> int:
    """Pairs within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes.values())


def score(groups: dict[str, str], truth: dict[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs; an entry in no group is a group of its own."""
    of = {name: groups.get(name, f"alone {name}") for name in truth}
    correct = pairs(Counter((of[name], person) for name, person in truth.items()))
    linked, true = pairs(Counter(of.values())), pairs(Counter(truth.values()))
    return (correct / linked if linked else 1.0), (correct / true if true else 1.0)


def run(name: str, lists: pathlib.Path, patience: float) -> dict[str, Any]:
    """Run one contestant in a process of its own. Returns its result with memory in bytes, or `error` if it failed."""
    result = lists / f"{name}.json"
    command = [sys.executable, "-m", "benchmarks.contestants", name, str(lists), str(result), str(time.time())]
    with (lists / f"{name}.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        # Kills its child processes too: they share its session.
        end = threading.Timer(patience, os.killpg, (process.pid, signal.SIGKILL))
        end.start()
        _, status, used = os.wait4(process.pid, 0)
        end.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL:
        return {"error": f"not done within {patience:.0f} seconds, or out of memory"}
    if process.returncode:
        messages = (lists / f"{name}.log").read_text(encoding="utf-8").strip().splitlines() or ["no message"]
        return {"error": f"failed ({process.returncode}): {messages[-1]}"}
    # The largest of the process and those it waited for; kilobytes on Linux.
    measured: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return measured | {"memory": used.ru_maxrss * 1024}


def table(contestants: tuple[str, ...], lists: pathlib.Path, entries: int, patience: float) -> None:
    """Run the contestants on the lists and print a row for each."""
    made_up_lists.write(entries, lists)
    with (lists / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {f"{row['source']}/{row['locator']}": row["person"] for row in csv.DictReader(file)}
    people = Counter(truth.values())
    print(f"\n{len(truth):,} entries of {len(people):,} made-up people, {pairs(people):,} true pairs\n")
    print(" " * 31 + "".join(head.rjust(width) for head, width in HEADS.items()))
    # The other programs only read and link; the whole of Poimenno does more.
    ours: float | None = None
    for name in contestants:
        measured = run(name, lists, patience)
        if "error" in measured:
            print(f"{TITLES[name]:31}{measured['error']}", flush=True)
            continue
        precision, recall = score(measured["groups"], truth)
        if name == "read-and-link":
            ours = measured["seconds"]
        candidates = f"{measured['pairs']:,}" if measured.get("pairs") is not None else "–"
        times = f"{measured['seconds'] / ours:.2f}" if ours else "–"
        print(
            f"{TITLES[name]:31}{measured['seconds']:>9.1f}{measured['processor']:>11.1f}"
            f"{measured['memory'] / 2**30:>6.2f} GB{candidates:>13}{precision:>11.4f}{recall:>8.4f}{times:>9}",
            flush=True,
        )


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument(
        "--entries", type=int, default=100_000, help="for contestants that can process them (default: 100000)"
    )
    parser.add_argument("--small", type=int, default=2_000, help="for the others; 0: none (default: 2000)")
    parser.add_argument("--only", nargs="*", choices=SMALL, help="these contestants")
    parser.add_argument(
        "--keep", type=pathlib.Path, help="a folder that keeps the lists, the results and the logs of the contestants"
    )
    parser.add_argument("--patience", type=float, default=1800, help="seconds for each contestant (default: 1800)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or pathlib.Path(scratch)
        for title, contestants, entries in (("large", LARGE, options.entries), ("small", SMALL, options.small)):
            chosen = tuple(name for name in contestants if not options.only or name in options.only)
            if entries and chosen:
                table(chosen, folder / title, entries, options.patience)


if __name__ == "__main__":
    main()
