// npm run picture: writes docs/before-after.svg, a terminal with a log before and after the filter, which really ran.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../", import.meta.url);

/** The log of the picture; its credentials are marked with « and ». */
const LOG = [
  '{"level":50,"msg":"upstream 401","err":{"headers":{"Authorization":"Bearer «hunter2»"}}}',
  "GET /orders?access_token=«hunter2»&page=2 200 12ms",
  "connect postgres://shop:«hunter2»@db.example/orders",
  String.raw`body: "{\"user\":\"ann\",\"password\":\"«hunter2»\"}"`,
];
const CHARACTER = 7.8;
const LINE = 20;
const LEFT = 20;
const COLUMNS = Math.max(...LOG.map((line) => line.length)) + 2;
const WIDTH = Math.ceil(COLUMNS * CHARACTER + 2 * LEFT);

/** What the filter makes of a text. @param {string} text */
function filtered(text) {
  const program = fileURLToPath(new URL("dist/scrubjay.cjs", root));
  const { stdout, status } = spawnSync(process.execPath, [program], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error("the filter failed");
  return stdout;
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A line of text with its marked parts in a class. @param {string} line @param {number} row @param {string} style */
function lineOf(line, row, style) {
  const spans = line
    .split(/(«[^»]*»)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("«") ? `<tspan class="${style}">${escaped(part.slice(1, -1))}</tspan>` : escaped(part),
    );
  return `<text x="${LEFT}" y="${60 + row * LINE}" xml:space="preserve">${spans.join("")}</text>`;
}

/** The picture, as it is written. */
export function picture() {
  const raw = LOG.map((line) => line.replaceAll(/[«»]/g, ""));
  const after = filtered(`${raw.join("\n")}\n`)
    .trimEnd()
    .split("\n")
    .map((line) => line.replaceAll("[REDACTED]", "«[REDACTED]»"));
  const rows = [
    ["$ cat app.log", "command"],
    ...LOG.map((line) => [line, "secret"]),
    ["", ""],
    ["$ scrubjay app.log", "command"],
    ...after.map((line) => [line, "mark"]),
  ];
  const height = 60 + rows.length * LINE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="A log before and after scrubjay">
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d7dde5; }
.command { fill: #8b96a5; }
.secret { fill: #ff8f8f; font-weight: bold; }
.mark { fill: #7ee0a1; font-weight: bold; }
</style>
<rect width="${WIDTH}" height="${height}" rx="8" fill="#1b2129" stroke="#3a4552"/>
<circle cx="22" cy="20" r="6" fill="#ff6058"/><circle cx="42" cy="20" r="6" fill="#ffbe2f"/><circle cx="62" cy="20" r="6" fill="#2aca44"/>
${rows.map(([line, style], row) => (style === "command" ? lineOf(line, row, "").replace("<text ", '<text class="command" ') : lineOf(line, row, style))).join("\n")}
</svg>
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(new URL("docs/before-after.svg", root), picture());
