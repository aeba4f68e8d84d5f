"""The same model on Spark, for more entries than one machine holds: Splink's Spark backend in place of DuckDB.

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
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno.foundation import sql
from poimenno.foundation.errors import EngineError, ReferenceTableError
from poimenno.foundation.language import gettext as _
from poimenno.people.comparison import match_model

if TYPE_CHECKING:
    import duckdb

SIMILARITY = "poimenno_jaro_winkler"
# Read at the start of the driver, and only if it runs in this process; a cluster adds its own settings.
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


class SparkEngineSession:
    """Splink's Spark backend on one connection and one Spark session."""

    def __init__(self, db: "duckdb.DuckDBPyConnection", session: Any) -> None:
        import splink

        self.db = db
        self.session = session
        # Persisting keeps intermediate tables with the workers; files would need a folder that all of them see.
        backend: Any = splink.SparkAPI
        self.api = backend(spark_session=session, break_lineage_method="persist", register_udfs_automatically=False)
        self.results = 0

    def settings(self, entries: int) -> Any:
        """Splink's settings of the match model for a linkage of this many entries, in Spark's SQL."""
        return match_model.settings(entries, translated)

    def register(self, table: str) -> Any:
        """A table of the record, sent to Spark and known to Splink."""
        frame = self.session.createDataFrame(self.db.table(table).to_arrow_table())
        # Left in the plan, the rows themselves would be copied and computed on by the optimiser, rule by rule.
        return self.api.register(frame.localCheckpoint())

    def fetch(self, predicted: Any) -> str:
        """What Splink predicted, fetched into a temporary table; its name."""
        self.results += 1
        name = f"__splink__from_spark_{self.results}"
        fetched = predicted.as_pyarrow_table()
        self.db.register("fetched_pairs", fetched)
        self.db.execute(sql.script("people/comparison", "fetched_pairs", table=name))
        self.db.unregister("fetched_pairs")
        return name


@dataclass(frozen=True, slots=True)
class SparkEngine:
    """Spark, on this machine (`local[N]`) or on the cluster at an address."""

    master: str = "local[*]"
    name: str = "spark"

    def check(self) -> None:
        """Raise EngineError, with what to install, if pyspark or Java is missing."""
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

    @contextlib.contextmanager
    def session(self, db: "duckdb.DuckDBPyConnection") -> Iterator[SparkEngineSession]:
        """Start Spark, or connect to a cluster; its temporary files are removed at the end.

        Raises EngineError if pyspark or Java is missing, or if the master does not answer.
        """
        self.check()
        logging.getLogger("py4j").setLevel(logging.ERROR)
        with tempfile.TemporaryDirectory(prefix="poimenno-spark-") as scratch:
            session = _start_spark(self.master, scratch)
            try:
                _register_similarity(session)
                yield SparkEngineSession(db, session)
            finally:
                session.stop()


def _start_spark(master: str, warehouse: str) -> Any:
    """Start Spark, or connect to a cluster. Raises EngineError if the master does not answer."""
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    settings = SETTINGS | {"spark.sql.warehouse.dir": warehouse}
    if master.startswith("local"):
        settings |= ON_ONE_MACHINE
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("poimenno")
    for key, value in settings.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise EngineError(
            _(
                "Spark does not start with the master {master}: {reason}. Check that it is running and that "
                "the address is right."
            ).format(master=master, reason=str(error).strip().splitlines()[0])
        ) from error


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

    Raises ReferenceTableError if a function has no known counterpart.
    """
    import sqlglot
    from sqlglot import exp

    expression = sqlglot.parse_one(condition, read="duckdb").transform(_counterpart)
    unknown = [call for call in expression.find_all(exp.Anonymous) if call.name not in COUNTERPARTS]
    if unknown:
        raise ReferenceTableError(
            _(
                "linkage_levels.csv: “{condition}” cannot be translated for Spark; add its counterpart to {module}."
            ).format(condition=condition, module=__name__)
        )
    return str(expression.sql("spark"))


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
