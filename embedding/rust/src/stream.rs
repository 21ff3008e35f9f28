use std::io::{self, Read, Write};

use crate::{Error, INPUT_MOST, Redactor, WITHHELD};

/// What is written comes out of another writer redacted; `finish` decides what is held back. After an instance has stopped,
/// nothing more comes out than the withheld line.
pub struct Writer<'a, W: Write> {
    stream: Stream<'a>,
    to: W,
}

impl<'a, W: Write> Writer<'a, W> {
    pub fn new(redactor: &'a mut Redactor, to: W) -> Self {
        Self {
            stream: Stream {
                redactor,
                is_stopped: false,
            },
            to,
        }
    }

    pub fn finish(mut self) -> io::Result<()> {
        let (out, result) = self.stream.feed(&[], 1);
        self.to.write_all(&out)?;
        result
    }
}

impl<W: Write> Write for Writer<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = &bytes[..bytes.len().min(INPUT_MOST)];
        let (out, result) = self.stream.feed(piece, 0);
        self.to.write_all(&out)?;
        result.map(|()| piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What is read from it is what another reader has, redacted.
pub struct Reader<'a, R: Read> {
    stream: Stream<'a>,
    from: R,
    out: Vec<u8>,
    done: usize,
    is_over: bool,
}

impl<'a, R: Read> Reader<'a, R> {
    pub fn new(redactor: &'a mut Redactor, from: R) -> Self {
        Self {
            stream: Stream {
                redactor,
                is_stopped: false,
            },
            from,
            out: Vec::new(),
            done: 0,
            is_over: false,
        }
    }
}

impl<R: Read> Read for Reader<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let mut input = [0; INPUT_MOST];
        while self.done == self.out.len() && !self.is_over {
            let size = self.from.read(&mut input)?;
            let (out, result) = self.stream.feed(&input[..size], usize::from(size == 0));
            self.is_over = size == 0 || result.is_err();
            (self.out, self.done) = (out, 0);
        }
        if self.done == self.out.len() && self.stream.is_stopped {
            return Err(io::Error::other(Error::Stopped));
        }
        let size = to.len().min(self.out.len() - self.done);
        to[..size].copy_from_slice(&self.out[self.done..self.done + size]);
        self.done += size;
        Ok(size)
    }
}

struct Stream<'a> {
    redactor: &'a mut Redactor,
    is_stopped: bool,
}

impl Stream<'_> {
    /// What comes out, and whether the stream goes on.
    fn feed(&mut self, bytes: &[u8], last: usize) -> (Vec<u8>, io::Result<()>) {
        if self.is_stopped {
            return (Vec::new(), Err(io::Error::other(Error::Stopped)));
        }
        match self.redactor.run("sj_feed", bytes, &[bytes.len(), last]) {
            Ok(out) => (out, Ok(())),
            Err(error) => {
                self.is_stopped = true;
                ([WITHHELD, b"\n"].concat(), Err(io::Error::other(error)))
            }
        }
    }
}
