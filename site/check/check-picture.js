import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.js";
import { SCHEMES } from "./check-pages.js";

/** The picture of README.md has a ground of its own, so it is as legible on any page. @param {import("./check-pages.js").Checked} checked */
export async function checkPicture({ browser, report, screens }) {
  const svg = readFileSync(join(root, "docs", "before-after.svg"), "utf8");
  for (const colorScheme of SCHEMES) {
    const page = await browser.newPage({ viewport: { width: 820, height: 360 }, colorScheme });
    const ground = colorScheme === "dark" ? "#0d1117" : "#ffffff";
    await page.setContent(`<body style="margin:20px;background:${ground}">${svg}</body>`);
    const outside = await page.evaluate(() => {
      const frame = document.querySelector("rect").getBoundingClientRect();
      return [...document.querySelectorAll("text")]
        .filter((text) => {
          const { right, bottom } = text.getBoundingClientRect();
          return right > frame.right || bottom > frame.bottom;
        })
        .map((text) => text.textContent);
    });
    report.none(`the picture, ${colorScheme}: text over its edge`, outside);
    const pale = await page.evaluate(() => {
      const channels = (text) => text.match(/\d+/g).slice(0, 3).map(Number);
      const luminance = (text) =>
        channels(text)
          .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
          .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
      const back = luminance(getComputedStyle(document.querySelector("rect")).fill);
      return [...document.querySelectorAll("text, tspan")]
        .filter((text) => (luminance(getComputedStyle(text).fill) + 0.05) / (back + 0.05) < 4.5)
        .map((text) => text.textContent);
    });
    report.none(`the picture, ${colorScheme}: pale text`, pale);
    await page.screenshot({ path: join(screens, `before-after-${colorScheme}.png`) });
    await page.close();
  }
}
