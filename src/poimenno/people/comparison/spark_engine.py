"""The same model on Spark, for more entries than one machine holds: Splink's Spark backend in the place of DuckDB.

A table linkage_input goes in and a table of scored pairs comes out, both through the driver, so that the workers need
no shared folder; all else of the build stays on the machine that runs it. Only the conditions of the levels are
translated. Similarity of names is DuckDB's own function, called in the workers: the one in the file that Splink
bundles for Spark counts an odd transposition by half, and would put one pair in a hundred on another level. So the
workers need Python with the packages duckdb and pyarrow; a driver that runs the workers itself has them.
"""

import contextlib
import functools
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from poimenno.foundation.errors import EngineError, ReferenceTableError
from poimenno.foundation.language import gettext as _
from poimenno.people.comparison import match_model

if TYPE_CHECKING:
    import duckdb

SIMILARITY = "poimenno_jaro_winkler"
# Read at the start of the driver, and only where it runs in this process; a cluster's own settings stand beside.
SETTINGS = {
    "spark.driver.memory": "4g",
    "spark.driver.maxResultSize": "0",
    "spark.log.level": "ERROR",
    # The comparisons are nested conditions: the optimiser would write each into every place that uses it.
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.CollapseProject,"
    "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
# Spark cuts tables in two hundred parts unless told otherwise, which suits a cluster.
ON_ONE_MACHINE = {"spark.sql.shuffle.partitions": "8", "spark.default.parallelism": "8"}


class Spark:
    """Splink's Spark backend, as `scoring` asks an engine."""

    name = "spark"

    def __init__(self, db: "duckdb.DuckDBPyConnection", session: Any) -> None:
        import splink

        self.db = db
        self.session = session
        # Persisting keeps intermediate tables with the workers; files would ask for a folder that all of them see.
        backend: Any = splink.SparkAPI
        self.api = backend(spark_session=session, break_lineage_method="persist", register_udfs_automatically=False)
        self.results = 0

    def settings(self, entries: int) -> Any:
        """The model for so many entries, in Spark's SQL."""
        return match_model.settings(entries, translated)

    def table(self, name: str) -> Any:
        """A table of the record, sent to Spark and known to Splink."""
        frame = self.session.createDataFrame(self.db.table(name).to_arrow_table())
        # Left in the plan, the rows themselves would be copied and computed on by the optimiser, rule by rule.
        return self.api.register(frame.localCheckpoint())

    def scored(self, predicted: Any) -> str:
        """What Splink predicted, fetched into a temporary table; its name."""
        self.results += 1
        name = f"__splink__from_spark_{self.results}"
        fetched = predicted.as_pyarrow_table()
        self.db.register("fetched", fetched)
        self.db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM fetched")
        self.db.unregister("fetched")
        return name


@contextlib.contextmanager
def running(db: "duckdb.DuckDBPyConnection", master: str) -> Iterator[Spark]:
    """Start Spark, or connect to a cluster; its temporary files go at the end.

    Raises EngineError where pyspark or Java is missing or the master does not answer.
    """
    check()
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    logging.getLogger("py4j").setLevel(logging.ERROR)
    settings = dict(SETTINGS)
    if master.startswith("local"):
        settings |= ON_ONE_MACHINE
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with tempfile.TemporaryDirectory(prefix="poimenno-spark-") as scratch:
        builder = SparkSession.builder.master(master).appName("poimenno")
        for key, value in (settings | {"spark.sql.warehouse.dir": scratch}).items():
            builder = builder.config(key, value)
        try:
            session = builder.getOrCreate()
        except (PySparkException, OSError) as error:
            raise EngineError(
                _(
                    "Spark does not start with the master {master}: {reason}. Is it running, and its address right?"
                ).format(master=master, reason=str(error).strip().splitlines()[0])
            ) from error
        try:
            _register_similarity(session)
            yield Spark(db, session)
        finally:
            session.stop()


def check() -> None:
    """Raise EngineError where pyspark or Java is missing, saying what to install."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        raise EngineError(
            _("The Spark engine needs the package pyspark: install it with `pip install 'poimenno[spark]'`.")
        ) from None
    if shutil.which("java") is None:
        raise EngineError(
            _("The Spark engine needs Java 17 or later: install it, for example Debian's openjdk-17-jre-headless.")
        )


def _register_similarity(session: Any) -> None:
    """Make DuckDB's similarity of names a function of Spark's SQL, over batches of Arrow."""
    import pyarrow
    from pyspark.sql.functions import arrow_udf

    def jaro_winkler(a: pyarrow.Array, b: pyarrow.Array) -> pyarrow.Array:  # travels to the workers by value
        import duckdb
        import pyarrow

        pairs = pyarrow.table({"a": a, "b": b})
        with duckdb.connect() as db:
            db.register("pairs", pairs)
            rows = db.sql("SELECT jaro_winkler_similarity(a, b) AS similarity FROM pairs").to_arrow_table()
        return rows.column("similarity").combine_chunks()

    session.udf.register(SIMILARITY, arrow_udf(jaro_winkler, "double"))


@functools.cache
def translated(condition: str) -> str:
    """A level's condition, written for DuckDB, in Spark's SQL.

    Raises ReferenceTableError where a function has no known counterpart.
    """
    import sqlglot
    from sqlglot import exp

    made = sqlglot.parse_one(condition, read="duckdb").transform(_counterpart)
    unknown = [one for one in made.find_all(exp.Anonymous) if one.name not in COUNTERPARTS]
    if unknown:
        raise ReferenceTableError(
            _(
                "linkage_levels.csv: “{condition}” cannot be translated for Spark; add its counterpart to {module}."
            ).format(condition=condition, module=__name__)
        )
    return str(made.sql("spark"))


# The functions of Spark that stand in for DuckDB's.
COUNTERPARTS = (SIMILARITY, "arrays_overlap", "array_intersect", "size")


def _counterpart(node: Any) -> Any:
    from sqlglot import exp

    if isinstance(node, exp.JarowinklerSimilarity):
        return exp.Anonymous(this=SIMILARITY, expressions=[node.this, node.expression])
    if isinstance(node, exp.ArrayOverlaps):
        return exp.Anonymous(this="arrays_overlap", expressions=[node.this, node.expression])
    if isinstance(node, exp.Bracket):
        # The model takes single letters of words, never members of lists.
        place = int(node.expressions[0].name) + 1
        return exp.Substring(this=node.this, start=exp.Literal.number(place), length=exp.Literal.number(1))
    if isinstance(node, exp.Length) and node.this.name == "list_intersect":
        common = exp.Anonymous(this="array_intersect", expressions=node.this.expressions)
        return exp.Anonymous(this="size", expressions=[common])
    return node
