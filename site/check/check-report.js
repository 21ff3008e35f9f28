import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../paths.js";
import { SCHEMES, SIZES } from "./check-pages.js";
import { overflowing, paleTexts } from "./looks.js";

/** Names of files as they are met: short, deep, with signs, of one word that no line has room for. */
const FILES = ["app.log", "worker-2026-11-30.log.1", `${"a-very-long-name-of-a-service.".repeat(5)}log`];
/** Hours that the report's picture goes over. */
const HOURS = 30;

/**
 * The report of `scrubjay audit --format html` is whole and legible, and requests nothing.
 *
 * @param {import("./check-pages.js").Checked} checked
 */
export async function checkReport({ browser, report, looks }) {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-report-"));
  try {
    for (const [i, name] of FILES.entries()) writeFileSync(join(folder, name), logOf(i));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, "dist/scrubjay.cjs"), "audit", "--format", "html", ...FILES],
      { cwd: folder, encoding: "utf8" },
    );
    const file = join(folder, "report.html");
    writeFileSync(file, stdout);
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport, colorScheme });
        /** @type {string[]} */
        const wrong = [];
        page.on("console", (message) => wrong.push(message.text()));
        page.on("request", (request) => wrong.push(`a request to ${request.url()}`));
        await page.goto(pathToFileURL(file).href);
        const what = `the report of an audit, ${size}, ${colorScheme}`;
        report.none(`${what}: errors and requests`, wrong.slice(1));
        report.none(`${what}: wider than the window`, await page.evaluate(overflowing));
        report.none(`${what}: pale text`, await page.evaluate(paleTexts));
        await looks.check(page, `report-${size}-${colorScheme}`);
        await page.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Hours of a log in which some lines have a credential, the more the later. @param {number} file */
function logOf(file) {
  return Array.from({ length: HOURS * 12 }, (_, i) => {
    const time = new Date(Date.UTC(2026, 10, 29, 0, 5 * i)).toISOString();
    const leak = (i * 7 + file) % (40 - HOURS + file * 3) === 0 ? ` password=hunter${i}` : "";
    const token = i % 50 === file ? ` Authorization: Bearer k3Jq9v${i}R2xW7bN5t` : "";
    return `${time} INFO request ${i} done${leak}${token}\n`;
  }).join("");
}
