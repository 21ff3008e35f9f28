import logging
import os
import unittest
from pathlib import Path

import scrubjay
from scrubjay import Redactor, RedactingFilter, ScrubjayError, Stopped, WITHHELD

HERE = Path(__file__).parent
VECTORS = HERE.parent / "vectors"
MODULE = scrubjay.load(os.environ.get("SCRUBJAY_WASM", str(HERE.parent.parent / "dist" / "scrubjay.wasm")))


def spoil(redactor):
    """The kernel stops at the next scan: the program leads nowhere."""
    redactor._memory.write(redactor._store, b"\xff" * 160, 0x68000)


class Vectors(unittest.TestCase):
    def test_all(self):
        redactors = {}
        lines = (VECTORS / "vectors.tsv").read_text().splitlines()
        self.assertGreater(len(lines), 4000)
        for number, line in enumerate(lines, 1):
            kind, policy, key, time, cuts, name, data, expected = line.split("\t")
            if policy not in redactors:
                file = b"" if policy == "default" else (VECTORS / f"{policy}.policy").read_bytes()
                redactors[policy] = Redactor(MODULE, file, key.encode() if key else None, int(time))
            redactor, data = redactors[policy], bytes.fromhex(data)
            if kind == "record":
                out = redactor.redact(data)
            elif kind == "field":
                out = redactor.field(bytes.fromhex(name), data)
            else:
                ends = [0, *map(int, cuts.split(",") if cuts else []), len(data)]
                out = b"".join(redactor.stream(data[a:b] for a, b in zip(ends, ends[1:])))
            self.assertEqual(out.hex(), expected, f"vector {number}: {kind}, {policy}, cut at {cuts}")


class Host(unittest.TestCase):
    def test_errors_have_nothing_of_the_input(self):
        for options in ({"policy": b"password=hunter2"}, {"key": b"hunter2"}):
            with self.assertRaises(ScrubjayError) as raised:
                Redactor(MODULE, **options)
            self.assertNotIn("hunter2", str(raised.exception))

    def test_after_a_trap_nothing_raw_comes_out(self):
        redactor = Redactor(MODULE)
        spoil(redactor)
        self.assertEqual(redactor.redact(b"password=hunter2"), WITHHELD)
        self.assertEqual(redactor.redact(b"password=hunter2 x"), b"password=[REDACTED] x")
        out = []

        def chunks():
            yield b"first line\npassword=hun"
            spoil(redactor)
            yield b"ter2\nsecond line password=hunter2\n"
            self.fail("the stream went on")

        with self.assertRaises(Stopped):
            for piece in redactor.stream(chunks()):
                out.append(piece)
        self.assertEqual(b"".join(out), b"first line\npassword=" + WITHHELD + b"\n")

    def test_logging(self):
        redactor = Redactor(MODULE)
        logger = logging.Logger("test")
        lines = []
        handler = logging.Handler()
        handler.emit = lambda record: lines.append(handler.format(record))
        handler.addFilter(RedactingFilter(redactor))
        logger.addHandler(handler)
        logger.info("user %s password=%s", "ann", "hunter2")
        try:
            raise ValueError("token=hunter2")
        except ValueError:
            logger.exception("failed")
        logger.info("too few: %s %s", "password=hunter2")
        spoil(redactor)
        logger.info("password=%s", "hunter2")
        self.assertEqual(lines[0], "user ann password=[REDACTED]")
        self.assertIn("ValueError: token=[REDACTED]", lines[1])
        self.assertEqual(lines[2:], [WITHHELD.decode()] * 2)
        self.assertNotIn("hunter2", "".join(lines))


if __name__ == "__main__":
    unittest.main()
