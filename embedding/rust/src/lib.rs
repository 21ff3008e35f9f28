//! Keeps credentials out of logs: a host of scrubjay.wasm, the embedding module. docs/embedding.md says what its functions
//! do.
mod running;
mod stream;

use std::fmt;
use std::io::Write;

use wasmtime::{Engine, Module};

use running::Running;
pub use stream::{Reader, Writer};

const ABI_MAJOR: i32 = 1;
const INPUT_MOST: usize = 65_536;

/// What stands for a record that could not be redacted.
pub const WITHHELD: &[u8] = b"[scrubjay: line withheld]";

/// What went wrong; it has nothing of any input.
#[derive(Debug)]
pub enum Error {
    /// The instance stopped in the middle of a call: what it was given is withheld.
    Stopped,
    /// The module's message, and its code.
    Refused(String, i32),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Stopped => write!(
                f,
                "scrubjay: the instance stopped; the rest of the stream is withheld"
            ),
            Error::Refused(message, code) => write!(f, "scrubjay: {message} ({code})"),
        }
    }
}

impl std::error::Error for Error {}

/// What a redactor is opened with. `policy` is what `scrubjay compile` wrote, empty for the default one.
#[derive(Clone, Default)]
pub struct Options {
    pub policy: Vec<u8>,
    pub key: Option<Vec<u8>>,
    /// For claims: milliseconds since 1970.
    pub time_ms: Option<i64>,
}

/// The compiled module, of which any number of redactors are made.
pub struct Scrubjay(Engine, Module);

impl Scrubjay {
    /// Compiles the bytes of scrubjay.wasm.
    pub fn compile(wasm: &[u8]) -> wasmtime::Result<Self> {
        let engine = Engine::default();
        let module = Module::new(&engine, wasm)?;
        Ok(Self(engine, module))
    }

    pub fn open(&self, options: Options) -> Result<Redactor, Error> {
        let mut redactor = Redactor {
            engine: self.0.clone(),
            module: self.1.clone(),
            options,
            running: None,
        };
        redactor.start()?;
        Ok(redactor)
    }
}

/// Has an instance of its own; one thread at a time uses it.
pub struct Redactor {
    engine: Engine,
    module: Module,
    options: Options,
    running: Option<Running>,
}

impl Redactor {
    fn start(&mut self) -> Result<&mut Running, Error> {
        if self.running.is_none() {
            self.running = Some(Running::new(&self.engine, &self.module, &self.options)?);
        }
        Ok(self.running.as_mut().expect("it was started"))
    }

    /// Runs a call with input; after a trap, the next one has another instance.
    fn run(&mut self, name: &str, input: &[u8], args: &[usize]) -> Result<Vec<u8>, Error> {
        let result = self.start()?.run(name, input, args);
        if matches!(result, Err(Error::Stopped)) {
            self.running = None;
        }
        result
    }

    /// The id of rules and configuration, the same in every host.
    pub fn policy(&mut self) -> Result<String, Error> {
        self.start()?.policy()
    }

    /// A redacted record, of any size; what cannot be redacted is withheld.
    pub fn redact(&mut self, record: &[u8]) -> Vec<u8> {
        if record.len() <= INPUT_MOST {
            return self
                .run("sj_redact", record, &[record.len()])
                .unwrap_or_else(|_| WITHHELD.to_vec());
        }
        let mut out = Vec::new();
        let mut writer = Writer::new(self, &mut out);
        match writer.write_all(record).and_then(|()| writer.finish()) {
            Ok(()) => out,
            Err(_) => WITHHELD.to_vec(),
        }
    }

    /// The redacted value of a name; what cannot be redacted is withheld.
    pub fn field(&mut self, name: &[u8], value: &[u8]) -> Vec<u8> {
        if name.len() + value.len() > INPUT_MOST {
            return WITHHELD.to_vec();
        }
        let input = [name, value].concat();
        self.run("sj_field", &input, &[name.len(), value.len()])
            .unwrap_or_else(|_| WITHHELD.to_vec())
    }

    /// Makes the instance trap at the next call, for tests: a program that leads nowhere stops the kernel.
    pub fn stop(&mut self) {
        if let Some(running) = &mut self.running {
            running.spoil();
        }
    }
}
