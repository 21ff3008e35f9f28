// Looks at the built site in a headless Chromium: every page at the width of a desktop and of a phone, light and dark; the
// playground's promises; the report of an audit; the pictures. The screenshots are in site/.screens/, for people, and are
// compared with `looks.json`.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { site } from "../paths.js";
import { startBrowser } from "./browser.js";
import { checkPages } from "./check-pages.js";
import { checkPictures } from "./check-pictures.js";
import { checkPlayground } from "./check-playground.js";
import { checkReport } from "./check-report.js";
import { Looks } from "./looks-alike.js";
import { Report } from "./report.js";
import { serveSite } from "./server.js";

const screens = join(site, ".screens");
rmSync(screens, { recursive: true, force: true });
mkdirSync(screens);
const report = new Report();
const tsc = join(site, "node_modules", "typescript", "bin", "tsc");
const types = spawnSync(process.execPath, [tsc, "-p", site], { encoding: "utf8" });
report.none("the playground's types", types.stdout.split("\n").filter(Boolean));
const looks = new Looks(screens, report, process.argv.includes("--write"));
const server = await serveSite();
const browser = await startBrowser();
try {
  const checked = { browser, url: server.url, report, screens, looks };
  await checkPictures(checked);
  await checkReport(checked);
  await checkPlayground(checked);
  await checkPages(checked);
  looks.end();
} finally {
  await browser.close();
  server.close();
}
report.print();
