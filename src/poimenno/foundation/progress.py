"""Progress on long work: a bar on standard error once it has taken two seconds, nothing when quiet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """Says what is being done. Stages pass their items through `track`; `quiet` silences it all."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet

    def track(
        self, items: Iterable[T], label: str, total: int | None = None, count: Callable[[T], int] = lambda _: 1
    ) -> Iterator[T]:
        """Yield the items, with a bar named `label` if that takes over two seconds; each counts for `count(item)`."""
        from tqdm import tqdm

        if self.quiet:
            yield from items
            return
        with tqdm(desc=label, total=total, delay=2, leave=False, unit="") as bar:
            for item in items:
                yield item
                bar.update(count(item))

    def steps(self, steps: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Do the steps, (label, what to do) each, with a bar that names the one under way."""
        from tqdm import tqdm

        with tqdm(
            total=len(steps), delay=2, leave=False, disable=self.quiet, bar_format="{desc}: {n}/{total} [{elapsed}]"
        ) as bar:
            for label, do in steps:
                bar.set_description_str(label, refresh=False)
                do()
                bar.update()

    def say(self, text: str) -> None:
        """Print a line for the user on standard error."""
        if not self.quiet:
            import click

            click.echo(text, err=True)


QUIET = Progress(quiet=True)
