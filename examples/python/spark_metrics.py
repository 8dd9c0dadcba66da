"""Writes the metrics of all reports under a folder, parsed by a Spark cluster's workers.

Usage: spark-submit spark_metrics.py FOLDER OUTPUT    (reportparse[spark] on the driver and on every worker)
"""

import sys

from pyspark.sql import SparkSession

import reportparse.spark


def main(spark: SparkSession, folder: str, output: str) -> None:
    """Read, parse, write; OUTPUT/errors tells which files gave no report, and why."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
    reportparse.spark.parse(files, content_col="content", table="metrics").write.parquet(f"{output}/rows")
    # Read back, since Spark would parse everything again for a second question to the same rows.
    rows = spark.read.parquet(f"{output}/rows")
    rows.where("error is not null").select("report", "error").write.json(f"{output}/errors")


if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004
        sys.exit(__doc__)
    # Thousands of small files: few tasks with many files each.
    with SparkSession.builder.config("spark.sql.files.openCostInBytes", "4096").getOrCreate() as session:
        main(session, *sys.argv[1:])
