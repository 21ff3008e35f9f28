// The mutated rooms in this process: the switch that says which mutation is on, and the step counters that end what
// would run for ever.

import type { Switch } from "./search.ts";

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
let kernels: { readonly memory: WebAssembly.Memory; readonly seen: number }[] = [];
const seen: Uint8Array = new Uint8Array(1 << 16);
let id = 0;
let left = MOST;
/** While texts are searched, kernels come and go; only the last ones are at work. */
let isSearching = false;
const WATCHED = 4;

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
      if (id === ALL || isSearching) kernels.push({ memory, seen: seenMutations() });
      if (isSearching) kernels = kernels.slice(-WATCHED);
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
function takeSeen(count: number): readonly number[] {
  const own = kernels.map((kernel) => new Uint8Array(kernel.memory.buffer, kernel.seen, count));
  const all = [seen.subarray(0, count), ...own];
  const numbers = Array.from({ length: count }, (_, number) => number);
  const found = numbers.filter((number) => all.some((noted) => noted[number] === 1));
  for (const noted of all) noted.fill(0);
  return found;
}

/** Lets go of the kernels that were watched. */
export function forgetKernels(): void {
  kernels = [];
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
const SEARCH_STEPS = 2_000_000;

/** What `search.ts` switches the mutations with; those with numbers up to `mutations`. */
export function searchSwitch(mutations: number): Switch {
  isSearching = true;
  return {
    on(number, work) {
      switchTo(number, { kernel: SEARCH_STEPS, typescript: MOST });
      try {
        return work();
      } finally {
        switchOff();
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
