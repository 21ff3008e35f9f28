// Stands in for vitest where the same tests are run hundreds of times in one process: takes in what they declare.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

/** An asynchronous test that takes longer waits for what never comes. */
const WAIT_MS = 10_000;

/** Throws what the test throws. */
export async function runTest({ run }: Test): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), WAIT_MS);
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

type Body = (...values: unknown[]) => unknown;

/** vitest's own `expect`, which outside of its runner it does not hand out. */
async function loadExpect(): Promise<unknown> {
  const own = createRequire(createRequire(import.meta.url).resolve("vitest"));
  const load = (name: string) => import(pathToFileURL(own.resolve(name)).href);
  const { chai, JestChaiExpect, JestAsymmetricMatchers, JestExtend } = await load("@vitest/expect");
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
  return chai.expect;
}

const expect: unknown = await loadExpect();

/** What a test file gets for `vitest`, and the tests that it declares. */
export class Declared {
  #tests: Test[] = [];
  readonly #path: string[] = [];
  #before: Body[] = [];
  #after: Body[] = [];

  readonly vitest: Readonly<Record<string, unknown>> = {
    expect,
    test: this.#declaring((name, body) => this.#addTest(name, body)),
    it: this.#declaring((name, body) => this.#addTest(name, body)),
    describe: this.#declaring((name, body) => this.#addSuite(name, body)),
    beforeAll: (body: Body) => this.#before.push(once(body)),
    beforeEach: (body: Body) => this.#before.push(body),
    afterEach: (body: Body) => this.#after.push(body),
    afterAll: () => undefined,
    vi: { stubEnv, unstubAllEnvs },
  };

  /** What was declared since the last call: one file's. */
  take(): readonly Test[] {
    const tests = this.#tests;
    [this.#tests, this.#before, this.#after] = [[], [], []];
    return tests;
  }

  /** With the forms `test(name, body, options)`, `test(name, options, body)`, `.each`, `.skipIf` and `.runIf`. */
  #declaring(add: (name: string, body: Body) => void): unknown {
    const declare = (name: string, ...rest: readonly unknown[]) => {
      const body = rest.find((value) => typeof value === "function");
      if (body !== undefined) add(name, body as Body);
    };
    const each =
      (rows: readonly unknown[]) =>
      (name: string, ...rest: readonly unknown[]) => {
        const body = rest.find((value) => typeof value === "function") as Body;
        rows.forEach((row, i) => {
          add(`${name} (${i + 1})`, () => body(...(Array.isArray(row) ? row : [row])));
        });
      };
    const nothing = Object.assign(() => undefined, { each: () => () => undefined });
    return Object.assign(declare, {
      each,
      skip: nothing,
      skipIf: (condition: unknown) => (condition ? nothing : declare),
      runIf: (condition: unknown) => (condition ? declare : nothing),
    });
  }

  #addSuite(name: string, body: Body): void {
    const [before, after] = [this.#before, this.#after];
    [this.#before, this.#after] = [[...before], [...after]];
    this.#path.push(name);
    body();
    this.#path.pop();
    [this.#before, this.#after] = [before, after];
  }

  #addTest(name: string, body: Body): void {
    const [before, after] = [this.#before, this.#after];
    const run = async () => {
      for (const hook of before) await hook();
      try {
        await body();
      } finally {
        for (const hook of after) await hook();
      }
    };
    this.#tests.push({ name: [...this.#path, name].join(" > "), run });
  }
}

const stubbed = new Map<string, string | undefined>();

function stubEnv(name: string, value: string): void {
  if (!stubbed.has(name)) stubbed.set(name, process.env[name]);
  process.env[name] = value;
}

function unstubAllEnvs(): void {
  for (const [name, value] of stubbed) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  stubbed.clear();
}

function once(body: Body): Body {
  let result: { readonly value: unknown } | undefined;
  return () => {
    result ??= { value: body() };
    return result.value;
  };
}
