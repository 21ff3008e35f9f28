"""Keeps credentials out of logs: a host of scrubjay.wasm, the embedding module. docs/embedding.md says what its functions do."""

import logging
import sys
import time
from collections.abc import Iterable, Iterator

from wasmtime import Engine, Instance, Module, Store

ABI_MAJOR = 1
INPUT_MOST = 65_536
ENGINE = Engine()
WITHHELD = b"[scrubjay: line withheld]"


class ScrubjayError(Exception):
    """What went wrong; it has nothing of any input."""


class Stopped(ScrubjayError):
    """The instance stopped in the middle of a call: what it was given is withheld."""


class Redactor:
    """Has an instance of its own; one thread at a time uses it. `policy` is what `scrubjay compile` wrote."""

    def __init__(self, module: Module, policy: bytes = b"", key: bytes | None = None, time_ms: int | None = None):
        self._module, self._options = module, (policy, key, time_ms)
        self._open()

    def _open(self) -> None:
        policy, key, time_ms = self._options
        self._store = Store(ENGINE)
        self._exports = dict(Instance(self._store, self._module, []).exports(self._store))
        self._memory = self._exports["memory"]
        if self._call("sj_abi") >> 16 != ABI_MAJOR:
            raise ScrubjayError(f"this host is for version {ABI_MAJOR} of the module")
        self._handle = self._give(policy, "sj_open")
        if key is not None:
            self._give(key, "sj_key", self._handle)
        if time_ms is not None:
            self._call("sj_time", self._handle, time_ms)

    def _call(self, name: str, *args: int) -> int:
        if self._exports is None:
            self._open()
        try:
            result = self._exports[name](self._store, *args)
        except Exception:
            self._exports = None
            # Without what a trap tells: it may have addresses, and what lies there.
            raise Stopped("scrubjay: the instance stopped") from None
        if result is not None and result < 0:
            at = self._exports["sj_message"](self._store, result)
            text = bytes(self._memory.read(self._store, at, at + 256)).split(b"\0")[0]
            raise ScrubjayError(f"scrubjay: {text.decode()} ({result})")
        return result

    def _give(self, data: bytes, name: str, *args: int) -> int:
        at = self._call("sj_alloc", len(data))
        self._memory.write(self._store, data, at)
        result = self._call(name, *args, at, len(data))
        self._call("sj_free", at)
        return result

    def _run(self, name: str, data: bytes, *args: int) -> bytes:
        at = self._call("sj_input", self._handle)
        self._memory.write(self._store, data, at)
        size = self._call(name, self._handle, *args)
        at = self._call("sj_out", self._handle)
        return bytes(self._memory.read(self._store, at, at + size))

    def policy(self) -> str:
        """The id of rules and configuration, the same in every host."""
        at = self._call("sj_policy", self._handle)
        return bytes(self._memory.read(self._store, at, at + 32)).decode()

    def redact(self, record: bytes) -> bytes:
        """A redacted record, of any size; what cannot be redacted is withheld."""
        if len(record) > INPUT_MOST:
            return b"".join(self.stream([record]))
        return self._record("sj_redact", record, len(record))

    def field(self, name: bytes, value: bytes) -> bytes:
        """The redacted value of a name; what cannot be redacted is withheld."""
        return self._record("sj_field", name + value, len(name), len(value))

    def _record(self, call: str, data: bytes, *sizes: int) -> bytes:
        if len(data) > INPUT_MOST:
            return WITHHELD
        try:
            return self._run(call, data, *sizes)
        except Stopped:
            return WITHHELD

    def stream(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Redacts a stream; the redactor is the stream's until its end. Raises Stopped after the withheld line."""
        try:
            for chunk in chunks:
                for at in range(0, len(chunk), INPUT_MOST):
                    piece = chunk[at : at + INPUT_MOST]
                    yield self._run("sj_feed", piece, len(piece), 0)
            yield self._run("sj_feed", b"", 0, 1)
        except Stopped:
            yield WITHHELD + b"\n"
            raise


class RedactingFilter(logging.Filter):
    """Redacts what is logged: `handler.addFilter(RedactingFilter(redactor))`. The text of an exception is redacted, too."""

    def __init__(self, redactor: Redactor):
        super().__init__()
        self._redactor = redactor
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
            if record.exc_info:
                record.exc_text = self._text(record.exc_text or self._formatter.formatException(record.exc_info))
            record.msg, record.args = self._text(message), ()
        except Exception:
            record.msg, record.args, record.exc_info, record.exc_text = WITHHELD.decode(), (), None, None
        return True

    def _text(self, text: str) -> str:
        return self._redactor.redact(text.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")


def load(path: str) -> Module:
    """Compiles the file scrubjay.wasm, which takes a second."""
    return Module.from_file(ENGINE, path)


def _main() -> None:
    """Copies standard input to standard output, redacted: scrubjay.py SCRUBJAY.WASM."""
    redactor = Redactor(load(sys.argv[1]))
    begin = time.monotonic()
    chunks = iter(lambda: sys.stdin.buffer.read(INPUT_MOST), b"")
    for piece in redactor.stream(chunks):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
    print(f"seconds {time.monotonic() - begin:.3f}", file=sys.stderr)


if __name__ == "__main__":
    _main()
