import type { Program } from "../program/image/program.ts";
import type { Kernel } from "../scanner/kernel.ts";
import { Scanner } from "../scanner/scanner.ts";
import { instrument, type Tell, tableOf } from "./instrument.ts";

/** One call of a function of the kernel. */
export interface Call {
  readonly name: string;
  /** The first four arguments that are numbers, by the parameters' names. */
  readonly arguments: Readonly<Record<string, number>>;
  /** Which of the parameters are addresses. */
  readonly addresses: ReadonlySet<string>;
  /** 0 for one that returns nothing. */
  result: number;
  readonly calls: Call[];
}

/** A match or a part of one, from byte `start` of the text to before byte `end`. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly rule: number;
  readonly flags: number;
}

/** A kernel that reports its calls, and the titles of its functions by the numbers that it reports. */
export interface TracedKernel {
  instantiate(memory: WebAssembly.Memory, tell: Tell): Kernel;
  readonly titles: Readonly<Record<number, string>>;
}

export interface CallTrace {
  readonly calls: readonly Call[];
  readonly spans: readonly FoundSpan[];
  /** The text's first byte, as the kernel's addresses have it. */
  readonly base: number;
}

/**
 * Scans a whole text with a kernel that reports its calls.
 *
 * @param text At most as long as a scanner's haystack, some 70 KB
 */
export function traceScan(program: Program, kernel: TracedKernel, text: Uint8Array): CallTrace {
  const recorder = new Recorder(kernel.titles);
  const scanner = new Scanner(program, (memory) => {
    const instance = kernel.instantiate(memory, recorder);
    recorder.calls.length = 0;
    return instance;
  });
  if (text.length > scanner.haystack.length) {
    throw new RangeError(`the text has ${text.length} bytes; it can have ${scanner.haystack.length}`);
  }
  scanner.haystack.set(text);
  const { base } = scanner;
  const limit = base + text.length;
  const spans: FoundSpan[] = [];
  let [floor, from] = [base, base];
  do {
    const count = scanner.scan(base, floor, from, limit, true);
    for (let i = 0; i < count; i++) {
      const [start, end] = [scanner.spanStart(i) - base, scanner.spanEnd(i) - base];
      spans.push({ start, end, rule: scanner.spanRule(i), flags: scanner.spanFlags(i) });
    }
    ({ floor, resume: from } = scanner);
  } while (scanner.isFull);
  return { calls: recorder.calls, spans, base };
}

/** The traced build of the kernel (`build/trace-calls.js`), which reports all calls. */
export function tracedBuild(wasm: Uint8Array<ArrayBuffer>): TracedKernel {
  const module = new WebAssembly.Module(wasm);
  const [section] = WebAssembly.Module.customSections(module, "titles");
  return {
    titles: JSON.parse(new TextDecoder().decode(new Uint8Array(section!))),
    instantiate: (memory, { enter, leave }) => started(module, { memory, enter, leave }),
  };
}

/**
 * The kernel that is shipped, made to report the calls of some of its functions.
 *
 * @param titles Of these functions, by their numbers in the module (`build/kernel.js`)
 */
export function instrumentedKernel(wasm: Uint8Array, titles: Readonly<Record<number, string>>): TracedKernel {
  const module = new WebAssembly.Module(instrument(wasm, Object.keys(titles).map(Number)));
  return { titles, instantiate: (memory, tell) => started(module, { memory, trace: tableOf(tell) }) };
}

function started(module: WebAssembly.Module, env: Record<string, unknown>): Kernel {
  const abort = (): never => {
    throw new Error("the kernel stopped");
  };
  const { exports } = new WebAssembly.Instance(module, { env: { ...env, abort } });
  const kernel = exports as unknown as Kernel;
  kernel.setup();
  return kernel;
}

class Recorder implements Tell {
  readonly calls: Call[] = [];
  readonly #open: Call[] = [];
  readonly #titles: ReadonlyMap<number, Title>;

  constructor(titles: TracedKernel["titles"]) {
    this.#titles = new Map(Object.entries(titles).map(([number, title]) => [Number(number), titleOf(title)]));
  }

  // Functions of their own: they are called without the recorder.
  readonly enter = (title: number, ...values: readonly number[]): void => {
    const { name, parameters } = this.#titles.get(title)!;
    const call: Call = {
      name,
      arguments: Object.fromEntries(parameters.map(([parameter], i) => [parameter, values[i]! >>> 0])),
      addresses: new Set(parameters.flatMap(([parameter, type]) => (type === "usize" ? [parameter] : []))),
      result: 0,
      calls: [],
    };
    (this.#open.at(-1)?.calls ?? this.calls).push(call);
    this.#open.push(call);
  };

  readonly leave = (_title: number, result: number): void => {
    const call = this.#open.pop();
    if (call !== undefined) call.result = result >>> 0;
  };
}

/** A function's name and what its parameters are called, with their types. */
interface Title {
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, type: string])[];
}

/** Of `name parameter:type …`. */
function titleOf(title: string): Title {
  const [name = "", ...parameters] = title.split(" ");
  return {
    name,
    parameters: parameters.map((parameter) => parameter.split(":") as unknown as readonly [string, string]),
  };
}
