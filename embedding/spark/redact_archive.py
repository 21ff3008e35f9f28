"""Redacts an archive of logs with Spark:

    spark-submit --py-files scrubjay.py --files scrubjay.wasm redact_archive.py IN OUT

Each split of a file is redacted by itself, line for line. A block of several lines, as a private key, may have begun in
the split before. So the end of that split is redacted first, and only what comes after it is written.
"""

import argparse
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain

import scrubjay
from pyspark import RDD, SparkContext, SparkFiles

# Bytes before a split that are redacted to know what is open there. A private key of RSA with 16,384 bits has 12,700.
RUN_UP = 16_384
# What the module is given at once.
CHUNK = 60_000


def end_of(lines: Iterator[bytes], most: int = RUN_UP) -> list[bytes]:
    """The last lines of a split, of so many bytes at most."""
    end: deque[bytes] = deque()
    size = 0
    for line in lines:
        end.append(line)
        size += len(line) + 1
        while size > most:
            size -= len(end.popleft()) + 1
    return list(end)


def before(split: int, ends: dict[int, list[bytes]], most: int = RUN_UP) -> list[bytes]:
    """The lines before a split; where the one before it is small, those of more of them."""
    found: list[bytes] = []
    while split > 0 and sum(len(line) + 1 for line in found) < most:
        split -= 1
        found = ends.get(split, []) + found
    return end_of(iter(found), most)


def chunks_of(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines in pieces that are worth a call."""
    piece: list[bytes] = []
    size = 0
    for line in lines:
        piece.append(line)
        size += len(line) + 1
        if size >= CHUNK:
            yield b"\n".join(piece) + b"\n"
            piece, size = [], 0
    if piece:
        yield b"\n".join(piece) + b"\n"


def redacted(run_up: list[bytes], lines: Iterator[bytes], redactor: scrubjay.Redactor) -> Iterator[bytes]:
    """The redacted lines of a split, without those of its run-up."""
    left = len(run_up)
    rest = b""
    for out in redactor.stream(chunks_of(chain(run_up, lines))):
        *whole, rest = (rest + out).split(b"\n")
        yield from whole[left:]
        left = max(0, left - len(whole))
    if rest:
        yield rest


def redact(lines: RDD, target: str, make: Callable[[], scrubjay.Redactor]) -> int:
    """Redacts an RDD of lines as bytes and saves it in a folder that is not there yet. Returns the number of lines."""
    ends = lines.mapPartitionsWithIndex(lambda i, part: [(i, end_of(part))]).collectAsMap()
    run_ups = lines.context.broadcast({i: before(i, ends) for i in ends})
    counted = lines.context.accumulator(0)

    def one_split(i: int, part: Iterator[bytes]) -> Iterator[bytes]:
        for line in redacted(run_ups.value[i], part, make()):
            counted.add(1)
            yield line

    lines.mapPartitionsWithIndex(one_split).saveAsTextFile(target)
    return counted.value


_modules = {}


def module():
    """The module, compiled once in each process."""
    path = os.environ.get("SCRUBJAY_WASM") or SparkFiles.get("scrubjay.wasm")
    if path not in _modules:
        _modules[path] = scrubjay.load(path)
    return _modules[path]


def main() -> None:
    parser = argparse.ArgumentParser(description="Redacts text files, or gzip of them, line for line.")
    parser.add_argument("source")
    parser.add_argument("target", help="a folder that is not there yet")
    parser.add_argument("--policy", help="what `scrubjay compile` wrote")
    parser.add_argument("--splits", type=int, help="at least so many; else as Spark cuts the files")
    options = parser.parse_args()
    policy = b""
    if options.policy:
        with open(options.policy, "rb") as file:
            policy = file.read()
    context = SparkContext.getOrCreate()
    lines = context.textFile(options.source, options.splits, use_unicode=False)
    count = redact(lines, options.target, lambda: scrubjay.Redactor(module(), policy))
    print(f"{count} lines", file=sys.stderr)


if __name__ == "__main__":
    main()
