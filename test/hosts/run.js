// `npm run hosts`: tries the package on every host and in every bundler that npm brings, each in a temporary folder
// of its own, and prints what came of it. `--write` writes docs/hosts.md; `--only NAME` tries one host;
// `npm run test:modules` is Jest and TypeScript alone.

import { bundlers, next } from "./bundlers.js";
import { chromium, workerd } from "./edge.js";
import { servers } from "./frameworks.js";
import { jest, typescript } from "./modules.js";
import { nodeWays } from "./node-ways.js";
import { writeReport } from "./report.js";
import { rollups } from "./rollup.js";
import { runtimes, withoutWebAssembly } from "./runtimes.js";
import { pack, Workshop } from "./workshop.js";

/**
 * @typedef {object} Host
 * @property {string} name Of its folder
 * @property {string} title
 * @property {Readonly<Record<string, string>>} dependencies
 * @property {(shop: Workshop, way: string) => string} version
 * @property {(shop: Workshop) => unknown} [setUp] What it returns, if anything, is called at the end
 * @property {Readonly<Record<string, (shop: Workshop) => unknown>>} ways Throws where it does not work; else what is
 *   to be told, if anything
 */

/** @typedef {{ host: string, way: string, version: string, result: string, isGood: boolean, gzipped?: number }} Row */

/** @type {Host[]} */
const hosts = [
  ...runtimes,
  nodeWays,
  withoutWebAssembly,
  jest,
  typescript,
  ...bundlers,
  ...rollups,
  next,
  ...servers,
  workerd,
  chromium,
];

const args = process.argv.slice(2);
const only = args.flatMap((arg, i) => (arg === "--only" ? [args[i + 1] ?? ""] : []));
const chosen =
  only.length === 0 ? hosts : hosts.filter(({ name }) => only.some((each) => name.startsWith(each)));

const packed = pack();
console.log(`package: ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`);
/** @type {Row[]} */
const rows = [];
for (const host of chosen) rows.push(...(await tryHost(host)));
if (args.includes("--write")) writeReport(rows, packed);
const failed = rows.filter(({ isGood }) => !isGood).length;
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;

/** @param {Host} host @returns {Promise<Row[]>} */
async function tryHost(host) {
  /** @type {Row[]} */
  const found = [];
  const add = (/** @type {Omit<Row, "host">} */ row) => {
    found.push({ host: host.title, ...row });
    const size = row.gzipped === undefined ? "" : `, ${row.gzipped} bytes gzipped`;
    console.log(`${host.title} ${row.version}, ${row.way}: ${row.result}${size}`);
  };
  const failure = (/** @type {unknown} */ error) =>
    `fails: ${error instanceof Error ? error.message : error}`;
  let cleanUp;
  try {
    const shop = new Workshop(host.name, host.dependencies, packed.tarball);
    cleanUp = await host.setUp?.(shop);
    for (const [way, attempt] of Object.entries(host.ways)) {
      const version = host.version(shop, way);
      try {
        const told = await attempt(shop);
        const gzipped = typeof told === "object" ? told.gzipped : undefined;
        const result = typeof told === "string" ? told : "works";
        add({ way, version, result, isGood: true, ...(gzipped && { gzipped }) });
      } catch (error) {
        add({ way, version, result: failure(error), isGood: false });
      }
    }
  } catch (error) {
    add({ way: "all", version: "", result: failure(error), isGood: false });
  }
  if (typeof cleanUp === "function") cleanUp();
  return found;
}
