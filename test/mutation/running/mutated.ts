// The mutated rooms in this process: the switch that says which mutation is on, and the step counters that end what
// would run for ever.

import * as abi from "../../../src/kernel/abi.ts";
import type { Switch } from "../search.ts";

/** Which mutation is on: 0 for none, ALL to be told of each that the code comes by. */
const ALL = -1;
const MOST = 0x7fff_ffff;

interface Global {
  value: number;
}

/** Node's types leave out what few need. */
const host = WebAssembly as unknown as {
  readonly Global: new (type: { readonly value: "i32"; readonly mutable: true }, value: number) => Global;
};

const mutant = new host.Global({ value: "i32", mutable: true }, 0);
const steps = new host.Global({ value: "i32", mutable: true }, MOST);
/** Where each kernel, and the TypeScript, notes what it comes by. */
let kernels: {
  readonly memory: WebAssembly.Memory;
  readonly seen: number;
  /** It is the module that looks for known values. */
  readonly isKnown: boolean;
}[] = [];
const seen: Uint8Array = new Uint8Array(1 << 16);
let id = 0;
let left = MOST;
/** Whether each kernel that is made is watched from then on. */
let isWatching = false;

/** What `mutation:switch` is to the TypeScript in the bundle. */
export const forTypeScript = {
  on(number: number): boolean {
    if (id === ALL) seen[number] = 1;
    return id === number;
  },
  tick(): void {
    if (--left < 0) throw new Error("too many steps");
  },
};

/** Has every kernel that is made from now on ask this process for the mutation that is on. */
export function switchKernels(): void {
  const { Instance, Module } = WebAssembly;
  const modules = new Map<number, WebAssembly.Module>();
  WebAssembly.Instance = class extends Instance {
    constructor(
      module: WebAssembly.Module,
      imports: { readonly env?: Readonly<Record<string, unknown>> } = {},
    ) {
      super(module, { ...imports, env: { ...imports.env, mutant, steps } });
      const { seenMutations } = this.exports as { seenMutations?(): number };
      // What unpacks the program has no mutants.
      if (seenMutations === undefined) return;
      const memory = imports.env!.memory as WebAssembly.Memory;
      if (isWatching) kernels.push({ memory, seen: seenMutations(), isKnown: "ownerOf" in this.exports });
    }
  };
  // The bundle is run anew for each mutant; its kernel need not be compiled again.
  WebAssembly.Module = class {
    constructor(bytes: Uint8Array<ArrayBuffer>) {
      const known = modules.get(bytes.length) ?? new Module(bytes);
      modules.set(bytes.length, known);
      // biome-ignore lint/correctness/noConstructorReturn: what is made is another's
      return known;
    }
  } as unknown as typeof Module;
}

/** Numbers of the mutations that the code came by since the last call. */
function takeSeen(count: number, isOne = false): readonly number[] {
  const found = new Set<number>();
  const take = (noted: Uint8Array): void => {
    for (let at = noted.indexOf(1); at >= 0; at = noted.indexOf(1, at + 1)) {
      found.add(at);
      noted[at] = 0;
    }
  };
  take(seen.subarray(0, count));
  for (const [i, kernel] of kernels.entries()) {
    const before = found.size;
    take(new Uint8Array(kernel.memory.buffer, kernel.seen, count));
    if (!isOne || found.size === before) continue;
    // Of the next call, the same kernel is likely.
    kernels.splice(i, 1);
    kernels.unshift(kernel);
    break;
  }
  return [...found];
}

/** For a call, which is one kernel's work. */
export function observeCall(
  run: () => string,
  mutations: number,
): { readonly out: string; readonly steps: number; readonly covered: readonly number[] } {
  switchTo(ALL, { kernel: MOST, typescript: MOST });
  try {
    const out = run();
    return { out, steps: MOST - steps.value, covered: takeSeen(mutations + 1, true) };
  } finally {
    switchOff();
  }
}

/** What a kernel has learnt with a mutation on is wrong without it: its memos are empty again. */
export function forgetLearnt(): void {
  for (const { memory, isKnown } of kernels) {
    if (isKnown) continue;
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(0, abi.STOP_MEMO, abi.STOP_MEMO + 2 * (16 << abi.STOP_MEMO_BITS));
    bytes.fill(0, abi.FAR_MEMO, abi.FAR_MEMO + 4 * (abi.FAR_MEMO_SIZE << abi.FAR_MEMO_BITS));
  }
}

/** From now on, what every kernel comes by that is made is noted. */
export function watchAll(): void {
  isWatching = true;
}

/** Runs `work`, whose kernels are not watched: they are its own. */
export async function unwatched<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = isWatching;
  isWatching = false;
  try {
    return await work();
  } finally {
    isWatching = before;
  }
}

/** Lets go of the kernels that were watched, and watches no other. */
export function forgetKernels(): void {
  kernels = [];
  isWatching = false;
}

/** Steps taken, in the kernel and in TypeScript. */
export interface Steps {
  readonly kernel: number;
  readonly typescript: number;
}

/** Switches a mutation on, with as many steps as it may take. */
export function switchTo(number: number, most: Steps): void {
  id = number;
  mutant.value = number;
  steps.value = Math.min(MOST, most.kernel);
  left = most.typescript;
}

/** Switches all mutations off. */
export function switchOff(): void {
  switchTo(0, { kernel: MOST, typescript: MOST });
}

/** Runs `work` with no mutation on; returns what it took and the mutations that it came by. */
export async function observe(
  work: () => unknown,
  mutations: number,
): Promise<{ readonly ms: number; readonly steps: Steps; readonly covered: readonly number[] }> {
  takeSeen(mutations + 1);
  switchTo(ALL, { kernel: MOST, typescript: MOST });
  try {
    const start = performance.now();
    await work();
    const ms = performance.now() - start;
    return {
      ms,
      steps: { kernel: MOST - steps.value, typescript: MOST - left },
      covered: takeSeen(mutations + 1),
    };
  } finally {
    switchOff();
  }
}

/** For the search: as many steps as a short text may take. */
const SEARCH_STEPS = 20_000_000;

/** What `search.ts` switches the mutations with; those with numbers up to `mutations`. */
export function searchSwitch(mutations: number): Switch {
  return {
    on(number, work) {
      forgetLearnt();
      switchTo(number, { kernel: SEARCH_STEPS, typescript: MOST });
      try {
        return work();
      } finally {
        switchOff();
        forgetLearnt();
      }
    },
    seen(work) {
      switchTo(ALL, { kernel: MOST, typescript: MOST });
      work();
      switchOff();
      return takeSeen(mutations + 1);
    },
  };
}
