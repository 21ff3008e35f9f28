"""Spark beside the filter: the same lines, with a private key over the edge of most splits. test/engines/spark.js runs it."""

import os
import random
import string
import subprocess
import tempfile
import unittest
from pathlib import Path

from pyspark import SparkConf, SparkContext

import redact_archive

COUNT = 60_000
SPLITS = 23


def lines(count: int) -> list[bytes]:
    """Put together here: nothing that looks like a live credential stands in the repository."""
    draw = random.Random(7)
    made: list[bytes] = []
    while len(made) < count:
        n = len(made)
        secret = "".join(draw.choices(string.ascii_letters + string.digits, k=20))
        made.append(f'{{"n":{n},"user":"ann","password":"{secret}","path":"/orders/{n}"}}'.encode())
        made.extend(f"GET /orders/{i} 200 12ms".encode() for i in range(3))
        if n % 3 == 0:
            body = ["".join(draw.choices(string.ascii_letters + string.digits + "+/", k=64)) for _ in range(25)]
            kind = "RSA PRIVATE KEY-----"
            made.extend(line.encode() for line in [f"-----BEGIN {kind}", *body, f"-----END {kind}"])
    return made


class Archive(unittest.TestCase):
    def test_same_lines_as_the_filter(self):
        folder = Path(tempfile.mkdtemp(prefix="scrubjay-spark-"))
        source = folder / "app.log"
        source.write_bytes(b"\n".join(lines(COUNT)) + b"\n")
        expected = subprocess.run(
            ["node", os.environ["SCRUBJAY_FILTER"], str(source)], capture_output=True, check=True
        ).stdout
        context = SparkContext(conf=SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false"))
        try:
            rdd = context.textFile(str(source), SPLITS, use_unicode=False)
            self.assertGreaterEqual(rdd.getNumPartitions(), SPLITS)
            ends = rdd.mapPartitions(lambda part: [redact_archive.end_of(part, 100)]).collect()
            open_blocks = sum(b"[" not in b"".join(end) and b" " not in b"".join(end) for end in ends)
            count = redact_archive.redact(
                rdd, str(folder / "out"), lambda: redact_archive.scrubjay.Redactor(redact_archive.module())
            )
        finally:
            context.stop()
        parts = sorted((folder / "out").glob("part-*"))
        found = b"".join(part.read_bytes() for part in parts)
        self.assertEqual(count, expected.count(b"\n"))
        self.assertEqual(found, expected)
        self.assertGreater(open_blocks, 3, "keys lie over the edges of splits")
        print(f"{count} lines in {len(parts)} splits, {open_blocks} of which end in a key: the same as the filter's")


if __name__ == "__main__":
    unittest.main()
