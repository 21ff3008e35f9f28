//! Copies standard input to standard output, redacted: redact SCRUBJAY.WASM. It tells how many seconds that took once the
//! module was compiled.
use std::error::Error;
use std::io::{Read, Write, stdin, stdout};
use std::time::Instant;

use scrubjay::{Options, Scrubjay, Writer};

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("redact SCRUBJAY.WASM")?;
    let mut redactor = Scrubjay::compile(&std::fs::read(file)?)?.open(Options::default())?;
    let begin = Instant::now();
    let mut writer = Writer::new(&mut redactor, stdout().lock());
    let mut input = stdin().lock();
    let mut block = [0; 65_536];
    loop {
        let size = input.read(&mut block)?;
        if size == 0 {
            break;
        }
        writer.write_all(&block[..size])?;
    }
    writer.finish()?;
    eprintln!("seconds {:.3}", begin.elapsed().as_secs_f64());
    Ok(())
}
