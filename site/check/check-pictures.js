import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.js";
import { SCHEMES } from "./check-pages.js";

const PICTURES = ["before-after", "architecture"];

/**
 * The pictures have a ground of their own, so they are as legible on any page.
 *
 * @param {import("./check-pages.js").Checked} checked
 */
export async function checkPictures({ browser, report, looks }) {
  for (const name of PICTURES) {
    const svg = readFileSync(join(root, "docs", `${name}.svg`), "utf8");
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport: { width: 920, height: 470 }, colorScheme });
      const ground = colorScheme === "dark" ? "#0d1117" : "#ffffff";
      await page.setContent(`<body style="margin:20px;background:${ground}">${svg}</body>`);
      const what = `${name}.svg, ${colorScheme}`;
      report.none(`${what}: text over an edge`, await page.evaluate(outside));
      report.none(`${what}: pale text`, await page.evaluate(pale));
      await looks.check(page, `${name}-${colorScheme}`);
      await page.close();
    }
  }
}

/** Texts that reach out of the smallest box that they begin in. Runs in the page. */
function outside() {
  const boxes = [...document.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect());
  return [...document.querySelectorAll("text")]
    .filter((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      const around = boxes
        .filter((box) => left >= box.left && left <= box.right && top >= box.top && top <= box.bottom)
        .sort((a, b) => a.width * a.height - b.width * b.height)[0];
      return around === undefined || right > around.right || bottom > around.bottom;
    })
    .map((text) => text.textContent);
}

/** Texts with less than 4.5 to 1 between them and the lightest ground. Runs in the page. */
function pale() {
  const luminance = (text) =>
    text
      .match(/\d+/g)
      .slice(0, 3)
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const grounds = [...document.querySelectorAll("rect")].map((rect) =>
    luminance(getComputedStyle(rect).fill),
  );
  const lightest = Math.max(...grounds);
  return [...document.querySelectorAll("text, tspan")]
    .filter((text) => (luminance(getComputedStyle(text).fill) + 0.05) / (lightest + 0.05) < 4.5)
    .map((text) => text.textContent);
}
