// Looks at the built site in a headless Chromium: every page at the width of a desktop and of a phone, light and dark; the
// playground's promises; the picture of README.md. The screenshots are in site/.screens/, for people.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { site } from "../paths.js";
import { startBrowser } from "./browser.js";
import { checkPages } from "./check-pages.js";
import { checkPictures } from "./check-pictures.js";
import { checkPlayground } from "./check-playground.js";
import { Report } from "./report.js";
import { serveSite } from "./server.js";

const screens = join(site, ".screens");
rmSync(screens, { recursive: true, force: true });
mkdirSync(screens);
const report = new Report();
const tsc = join(site, "node_modules", "typescript", "bin", "tsc");
const types = spawnSync(process.execPath, [tsc, "-p", site], { encoding: "utf8" });
report.none("the playground's types", types.stdout.split("\n").filter(Boolean));
const server = await serveSite();
const browser = await startBrowser();
try {
  const checked = { browser, url: server.url, report, screens };
  await checkPictures(checked);
  await checkPlayground(checked);
  await checkPages(checked);
} finally {
  await browser.close();
  server.close();
}
report.print();
