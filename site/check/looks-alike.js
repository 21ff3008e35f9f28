// Screenshots, and whether a page still looks as it did: not by its pixels, which differ with fonts and machines, but by how
// much ink there is in each field of a coarse grid. `npm run test:site -- --write` takes the looks of today.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { site } from "../paths.js";

const BASELINES = join(site, "check", "looks.json");
const COLUMNS = 16;
const ROWS = 10;
/** Of fifteen; so much a field may differ. */
const MOST_DIFFERENCE = 2;
/** So many fields of a hundred may differ by more: a line of text that breaks elsewhere. */
const MOST_FIELDS = 5;

/** Screenshots of pages, compared with what they looked like. */
export class Looks {
  #screens;
  #report;
  #known;
  #isWriting;
  /** @type {Record<string, readonly string[]>} */
  #taken = {};

  /**
   * @param {string} screens The folder of the pictures
   * @param {import("./report.js").Report} report
   * @param {boolean} isWriting Whether today's looks are taken as right
   */
  constructor(screens, report, isWriting) {
    this.#screens = screens;
    this.#report = report;
    this.#isWriting = isWriting;
    this.#known = existsSync(BASELINES) ? JSON.parse(readFileSync(BASELINES, "utf8")) : {};
  }

  /**
   * Takes a picture of the window, for people and to be compared.
   *
   * @param {import("playwright-core").Page} page
   * @param {string} name
   */
  async check(page, name) {
    const picture = await page.screenshot({
      path: join(this.#screens, `${name}.png`),
      animations: "disabled",
    });
    // A page of its own, as the one that is looked at may load no picture.
    const canvas = await (page.context().browser() ?? page.context()).newPage();
    const rows = await canvas.evaluate(inkOf, {
      url: `data:image/png;base64,${picture.toString("base64")}`,
      columns: COLUMNS,
      rows: ROWS,
    });
    await canvas.close();
    this.#taken[name] = rows;
    if (!this.#isWriting) this.#report.none(`${name} looks otherwise`, otherwise(rows, this.#known[name]));
  }

  /** Writes today's looks; otherwise it names those that nothing was compared with. */
  end() {
    if (this.#isWriting) writeFileSync(BASELINES, `${JSON.stringify(this.#taken, null, 2)}\n`);
    else
      this.#report.none(
        "looks that no page has any more",
        Object.keys(this.#known).filter((name) => this.#taken[name] === undefined),
      );
  }
}

/**
 * The fields' ink, if too many of them differ.
 *
 * @param {readonly string[]} rows
 * @param {readonly string[] | undefined} known
 */
function otherwise(rows, known) {
  if (known === undefined) return ["no look is known: npm run test:site -- --write"];
  const pairs = rows.flatMap((row, y) => [...row].map((field, x) => [field, known[y]?.[x] ?? "0"]));
  const differing = pairs.filter(
    ([a, b]) => Math.abs(Number.parseInt(a, 16) - Number.parseInt(b, 16)) > MOST_DIFFERENCE,
  );
  return differing.length * 100 > MOST_FIELDS * pairs.length
    ? rows.map((row, y) => `${row}  was  ${known[y]}`)
    : [];
}

/**
 * Of each field, two digits from 0 to f: its most frequent shade, and how far the rest is from that. Runs in a page.
 *
 * @param {{ url: string, columns: number, rows: number }} options
 */
async function inkOf({ url, columns, rows }) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  canvas.width = image.width;
  canvas.height = image.height;
  context.drawImage(image, 0, 0);
  const field = (column, row) => {
    const [left, top] = [(column * image.width) / columns, (row * image.height) / rows].map(Math.floor);
    const width = Math.floor(image.width / columns);
    const height = Math.floor(image.height / rows);
    const { data } = context.getImageData(left, top, width, height);
    const counts = new Array(256).fill(0);
    for (let at = 0; at < data.length; at += 4)
      counts[Math.round(0.3 * data[at] + 0.6 * data[at + 1] + 0.1 * data[at + 2])]++;
    const ground = counts.indexOf(Math.max(...counts));
    const ink = counts.reduce((sum, count, shade) => sum + count * Math.abs(shade - ground), 0);
    // Text inks a twentieth of a field or so.
    const digits = [ground >> 4, Math.min(15, Math.round((ink / (width * height) / 255) * 150))];
    return digits.map((digit) => digit.toString(16)).join("");
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => field(column, row)).join(""),
  );
}
