use wasmtime::{Engine, Instance, Memory, Module, Store, Val};

use crate::{ABI_MAJOR, Error, Options};

/// An instance, and its handle.
pub(crate) struct Running {
    store: Store<()>,
    instance: Instance,
    memory: Memory,
    handle: i32,
}

impl Running {
    pub fn new(engine: &Engine, module: &Module, options: &Options) -> Result<Self, Error> {
        let mut store = Store::new(engine, ());
        let instance = Instance::new(&mut store, module, &[]).map_err(|_| Error::Stopped)?;
        let memory = instance
            .get_memory(&mut store, "memory")
            .ok_or(Error::Stopped)?;
        let mut running = Self {
            store,
            instance,
            memory,
            handle: 0,
        };
        if running.call("sj_abi", &[])? >> 16 != ABI_MAJOR {
            return Err(Error::Refused(
                "another major version of the module".into(),
                0,
            ));
        }
        running.handle = running.give(&options.policy, "sj_open", &[])?;
        let handle = Val::I32(running.handle);
        if let Some(key) = &options.key {
            running.give(key, "sj_key", std::slice::from_ref(&handle))?;
        }
        if let Some(time) = options.time_ms {
            running.call("sj_time", &[handle, Val::I64(time)])?;
        }
        Ok(running)
    }

    fn call(&mut self, name: &str, args: &[Val]) -> Result<i32, Error> {
        let function = self
            .instance
            .get_func(&mut self.store, name)
            .ok_or(Error::Stopped)?;
        let mut results = [Val::I32(0)];
        let count = if name == "sj_free" { 0 } else { 1 };
        function
            .call(&mut self.store, args, &mut results[..count])
            .map_err(|_| Error::Stopped)?;
        let result = results[0].unwrap_i32();
        if result >= 0 || name == "sj_message" {
            return Ok(result);
        }
        let at = self.call("sj_message", &[Val::I32(result)])?;
        Err(Error::Refused(self.text(at), result))
    }

    /// The text at an address, which ends with a zero.
    fn text(&self, at: i32) -> String {
        let bytes = &self.memory.data(&self.store)[at as usize..];
        let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(0);
        String::from_utf8_lossy(&bytes[..end]).into_owned()
    }

    fn lay(&mut self, at: i32, bytes: &[u8]) -> Result<(), Error> {
        self.memory
            .write(&mut self.store, at as usize, bytes)
            .map_err(|_| Error::Stopped)
    }

    /// Lays bytes into the module's memory for one call.
    fn give(&mut self, bytes: &[u8], name: &str, args: &[Val]) -> Result<i32, Error> {
        let at = self.call("sj_alloc", &[Val::I32(bytes.len() as i32)])?;
        self.lay(at, bytes)?;
        let all = [args, &[Val::I32(at), Val::I32(bytes.len() as i32)]].concat();
        let result = self.call(name, &all)?;
        self.call("sj_free", &[Val::I32(at)])?;
        Ok(result)
    }

    /// Lays input, calls, and copies the output.
    pub fn run(&mut self, name: &str, input: &[u8], args: &[usize]) -> Result<Vec<u8>, Error> {
        let handle = Val::I32(self.handle);
        let at = self.call("sj_input", std::slice::from_ref(&handle))?;
        self.lay(at, input)?;
        let mut all = vec![handle.clone()];
        all.extend(args.iter().map(|&arg| Val::I32(arg as i32)));
        let size = self.call(name, &all)? as usize;
        let at = self.call("sj_out", &[handle])? as usize;
        Ok(self.memory.data(&self.store)[at..at + size].to_vec())
    }

    pub fn policy(&mut self) -> Result<String, Error> {
        let at = self.call("sj_policy", &[Val::I32(self.handle)])?;
        Ok(self.text(at))
    }

    pub fn spoil(&mut self) {
        self.lay(0x68000, &[0xff; 160])
            .expect("the program is there");
    }
}
