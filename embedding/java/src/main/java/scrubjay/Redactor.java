package scrubjay;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Has an instance of its own; one thread at a time uses it. */
public final class Redactor {
  /** What stands for a record that could not be redacted. */
  public static final byte[] WITHHELD = "[scrubjay: line withheld]".getBytes(StandardCharsets.US_ASCII);

  static final int INPUT_MOST = 65_536;
  private static final int ABI_MAJOR = 1;

  private final Scrubjay module;
  private final byte[] policy;
  private final byte[] key;
  private final long timeMs;
  private final Map<String, ExportFunction> calls = new HashMap<>();
  private Instance instance;
  private long handle;

  Redactor(Scrubjay module, byte[] policy, byte[] key, long timeMs) {
    this.module = module;
    this.policy = policy;
    this.key = key;
    this.timeMs = timeMs;
    open();
  }

  private void open() {
    calls.clear();
    instance = module.instantiate();
    if (call("sj_abi") >> 16 != ABI_MAJOR) throw new ScrubjayException("this host is for version 1 of the module");
    handle = give("sj_open", policy);
    if (key != null) give("sj_key", key, handle);
    call("sj_time", handle, timeMs);
  }

  private long call(String name, long... args) {
    long[] results;
    try {
      results = calls.computeIfAbsent(name, instance::export).apply(args);
    } catch (RuntimeException | StackOverflowError trap) {
      instance = null;
      throw new ScrubjayException.Stopped();
    }
    int result = results == null || results.length == 0 ? 0 : (int) results[0];
    if (result >= 0) return result;
    int at = (int) calls.computeIfAbsent("sj_message", instance::export).apply(result)[0];
    throw new ScrubjayException("scrubjay: " + instance.memory().readCString(at) + " (" + result + ")");
  }

  /** Lays bytes into the module's memory for one call, behind other arguments. */
  private long give(String name, byte[] bytes, long... args) {
    int at = (int) call("sj_alloc", bytes.length);
    instance.memory().write(at, bytes);
    long[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = at;
    all[args.length + 1] = bytes.length;
    long result = call(name, all);
    call("sj_free", at);
    return result;
  }

  /** Lays input, calls, and copies the output; after a trap, the next call has another instance. */
  byte[] run(String name, byte[] input, int length, long... args) {
    if (instance == null) open();
    int at = (int) call("sj_input", handle);
    instance.memory().write(at, input, 0, length);
    long[] all = new long[args.length + 1];
    all[0] = handle;
    System.arraycopy(args, 0, all, 1, args.length);
    int size = (int) call(name, all);
    return instance.memory().readBytes((int) call("sj_out", handle), size);
  }

  /** The id of rules and configuration, the same in every host. */
  public String policy() {
    return instance.memory().readCString((int) call("sj_policy", handle));
  }

  /** A redacted record, of any size; what cannot be redacted is withheld. */
  public byte[] redact(byte[] record) {
    try {
      if (record.length > INPUT_MOST)
        return new RedactingInputStream(this, new ByteArrayInputStream(record)).readAllBytes();
      return run("sj_redact", record, record.length, record.length);
    } catch (IOException | ScrubjayException failed) {
      return WITHHELD;
    }
  }

  /** The redacted value of a name; what cannot be redacted is withheld. */
  public byte[] field(byte[] name, byte[] value) {
    if (name.length + value.length > INPUT_MOST) return WITHHELD;
    byte[] input = Arrays.copyOf(name, name.length + value.length);
    System.arraycopy(value, 0, input, name.length, value.length);
    try {
      return run("sj_field", input, input.length, name.length, value.length);
    } catch (ScrubjayException failed) {
      return WITHHELD;
    }
  }

  /** Makes the instance trap at the next call, for tests: a program that leads nowhere stops the kernel. */
  void stop() {
    byte[] nowhere = new byte[160];
    Arrays.fill(nowhere, (byte) 0xff);
    instance.memory().write(0x68000, nowhere);
  }
}
