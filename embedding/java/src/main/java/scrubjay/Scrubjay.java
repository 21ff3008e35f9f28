package scrubjay;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.nio.file.Path;
import java.util.function.Function;

/** The compiled module, of which any number of redactors are made. It is the build without SIMD. */
public final class Scrubjay {
  private final WasmModule module;
  private final Function<Instance, Machine> machine;

  /** Compiles the module of a file, which takes some seconds. */
  public Scrubjay(Path wasm) {
    module = Parser.parse(wasm);
    machine = MachineFactoryCompiler.compile(module);
  }

  /**
   * Makes a redactor.
   *
   * @param policy what {@code scrubjay compile} wrote; null: the default policy
   * @param key of pseudonyms; null: none
   * @param timeMs milliseconds since 1970, for claims; negative: not known
   */
  public Redactor open(byte[] policy, byte[] key, long timeMs) {
    return new Redactor(this, policy == null ? new byte[0] : policy, key, timeMs);
  }

  Instance instantiate() {
    return Instance.builder(module).withMachineFactory(machine).build();
  }
}
