import { readdirSync } from "node:fs";
import { join } from "node:path";
import { out } from "../paths.js";
import { overflowing, paleTexts } from "./looks.js";

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
export const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** Pages of which there are pictures. */
const SHOWN = ["index.html", "docs/pino.html", "docs/detection.html", "reference/scrubjay.html"];

/** @typedef {{ browser: import("playwright-core").Browser, url: string, report: import("./report.js").Report, screens: string, looks: import("./looks-alike.js").Looks }} Checked */

/** Every page is whole and legible. @param {Checked} checked */
export async function checkPages({ browser, url, report, screens, looks }) {
  const pages = /** @type {string[]} */ (readdirSync(out, { recursive: true }))
    .filter((name) => name.endsWith(".html") && name !== "playground.html")
    .sort();
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport, colorScheme });
      /** @type {string[]} */
      const wrong = [];
      page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(url)) wrong.push(`a request to ${request.url()}`);
      });
      const shown = pages.filter((name) => SHOWN.includes(name));
      // The colours of a page do not depend on its size.
      for (const name of size === "phone" && colorScheme === "light" ? pages : shown) {
        const what = `${name}, ${size}, ${colorScheme}`;
        await page.goto(url + name, { waitUntil: "networkidle" });
        report.none(`${what}: errors`, wrong.splice(0));
        report.none(`${what}: wider than the window`, await page.evaluate(overflowing));
        report.none(`${what}: pale text`, await page.evaluate(paleTexts));
        if (shown.includes(name)) {
          await looks.check(page, `${name.replaceAll("/", "-").replace(".html", "")}-${size}-${colorScheme}`);
        }
      }
      if (size === "desktop") await checkSearch(page, { report, screens, colorScheme });
      await page.close();
    }
  }
}

/** @param {import("playwright-core").Page} page @param {{ report: Checked["report"], screens: string, colorScheme: string }} checked */
async function checkSearch(page, { report, screens, colorScheme }) {
  await page.keyboard.press("Control+k");
  await page.waitForSelector("#localsearch-input");
  await page.fill("#localsearch-input", "keepOnly");
  const first = page.locator("#localsearch-list li a").first();
  await first.waitFor();
  report.that(`search, ${colorScheme}`, /options/.test((await first.getAttribute("href")) ?? ""));
  await page.screenshot({ path: join(screens, `search-${colorScheme}.png`) });
}
