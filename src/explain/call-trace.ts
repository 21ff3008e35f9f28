import type { Program } from "../program/image/program.ts";
import type { Kernel } from "../scanner/kernel.ts";
import { Scanner } from "../scanner/scanner.ts";

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
}

export interface CallTrace {
  readonly calls: readonly Call[];
  readonly spans: readonly FoundSpan[];
  /** The text's first byte, as the kernel's addresses have it. */
  readonly base: number;
}

/**
 * Scans a whole text with the traced build of the kernel (`build/trace-calls.js`).
 *
 * @param wasm The traced build
 * @param text At most as long as a scanner's haystack, some 70 KB
 */
export function traceScan(program: Program, wasm: Uint8Array<ArrayBuffer>, text: Uint8Array): CallTrace {
  const recorder = new Recorder();
  const scanner = new Scanner(program, (memory) => instantiate(wasm, memory, recorder));
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
      spans.push({ start, end, rule: scanner.spanRule(i) });
    }
    ({ floor, resume: from } = scanner);
  } while (scanner.isFull);
  return { calls: recorder.calls, spans, base };
}

function instantiate(wasm: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory, recorder: Recorder): Kernel {
  const module = new WebAssembly.Module(wasm);
  const titles = titlesOf(module);
  const env = {
    memory,
    abort: () => {
      throw new Error("the kernel stopped");
    },
    enter: (title: number, ...values: readonly number[]) => recorder.enter(titles[title]!, values),
    leave: (_title: number, result: number) => recorder.leave(result),
  };
  const instance = new WebAssembly.Instance(module, { env });
  const kernel = instance.exports as unknown as Kernel;
  kernel.setup();
  recorder.calls.length = 0;
  return kernel;
}

class Recorder {
  readonly calls: Call[] = [];
  readonly #open: Call[] = [];

  enter({ name, parameters }: Title, values: readonly number[]): void {
    const call: Call = {
      name,
      arguments: Object.fromEntries(parameters.map(([parameter], i) => [parameter, values[i]! >>> 0])),
      addresses: new Set(parameters.flatMap(([parameter, type]) => (type === "usize" ? [parameter] : []))),
      result: 0,
      calls: [],
    };
    (this.#open.at(-1)?.calls ?? this.calls).push(call);
    this.#open.push(call);
  }

  leave(result: number): void {
    const call = this.#open.pop();
    if (call !== undefined) call.result = result >>> 0;
  }
}

/** A function's name and what its parameters are called, with their types. */
interface Title {
  readonly name: string;
  readonly parameters: readonly (readonly [name: string, type: string])[];
}

/** The titles in a traced build, by their numbers: `name parameter:type …`. */
function titlesOf(module: WebAssembly.Module): readonly Title[] {
  const [section] = WebAssembly.Module.customSections(module, "titles");
  return (JSON.parse(new TextDecoder().decode(new Uint8Array(section!))) as readonly string[]).map(
    (title) => {
      const [name = "", ...parameters] = title.split(" ");
      return {
        name,
        parameters: parameters.map(
          (parameter) => parameter.split(":") as unknown as readonly [string, string],
        ),
      };
    },
  );
}
