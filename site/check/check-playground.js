import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { out } from "../paths.js";
import { SCHEMES, SIZES } from "./check-pages.js";
import { overflowing, paleTexts } from "./looks.js";

/** @typedef {import("playwright-core").Page} Page */

/** What the issue asks of a keystroke in a megabyte. */
const KEYSTROKE_MS = 100;
const READY = "body[data-state=ready]";

/** @param {import("./check-pages.js").Checked} checked */
export async function checkPlayground(checked) {
  await checkLooks(checked);
  await checkSecrecy(checked);
  await checkSettings(checked);
  await checkReasons(checked);
  await checkSpeed(checked);
}

/** @param {import("./check-pages.js").Checked} checked */
async function checkLooks({ browser, url, report, screens, looks }) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of SCHEMES) {
      const page = await openPage(await browser.newPage({ viewport, colorScheme }), url);
      const what = `the playground, ${size}, ${colorScheme}`;
      await page.click("#log .cm-line:nth-child(3) .goes");
      await page.waitForSelector("#why code");
      report.none(`${what}: wider than the window`, await page.evaluate(overflowing));
      report.none(`${what}: pale text`, await page.evaluate(paleTexts));
      await looks.check(page, `playground-top-${size}-${colorScheme}`);
      await page.screenshot({ path: join(screens, `playground-${size}-${colorScheme}.png`), fullPage: true });
      await page.close();
    }
  }
}

/** Nothing leaves the page: after it is loaded it requests nothing, and could not. @param {import("./check-pages.js").Checked} checked */
async function checkSecrecy({ browser, url, report }) {
  const context = await browser.newContext();
  const page = await openPage(await context.newPage(), url);
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await context.setOffline(true);
  await setLog(page, "password=hunter2 and ann@shop.example");
  await page.fill("#keys", "ssn");
  await page.fill("#rules", "pii/email");
  await page.waitForFunction(() => /2 replaced/.test(document.querySelector("#summary").textContent));
  await page.click("#log .goes");
  await page.waitForSelector("#why code");
  await page.click("#link");
  await page.waitForTimeout(500);
  report.none("the playground requests", requests);
  report.same("redacted without a network", await resultOf(page), "password=[REDACTED] and [REDACTED]");
  report.that("the link has nothing of the log", !atobOf(page.url()).includes("hunter2"));
  await context.setOffline(false);
  const tried = await page.evaluate(async (target) => {
    const results = await Promise.allSettled([
      fetch(target),
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = resolve;
        image.onerror = reject;
        image.src = `${target}logo.png`;
      }),
      new Promise((resolve, reject) => {
        try {
          const socket = new WebSocket(target.replace("http", "ws"));
          socket.onopen = resolve;
          socket.onerror = reject;
        } catch (error) {
          reject(error);
        }
      }),
    ]);
    return [...results.map(({ status }) => status), navigator.sendBeacon(target, "x")];
  }, url);
  report.same("attempts to reach a server", tried.slice(0, 3), ["rejected", "rejected", "rejected"]);
  await context.close();
  const fromDisk = await browser.newPage();
  await fromDisk.goto(pathToFileURL(join(out, "playground.html")).href);
  await fromDisk.waitForSelector(READY);
  report.that("works from a disk", (await resultOf(fromDisk)).includes("DATABASE_PASSWORD=[REDACTED]"));
  await fromDisk.close();
}

/** @param {import("./check-pages.js").Checked} checked */
async function checkSettings({ browser, url, report }) {
  const page = await openPage(await browser.newPage(), url);
  await setLog(page, "ssn=078-05-1120 password=example-1");
  await page.fill("#keys", "ssn");
  await page.fill("#allow", "example-1");
  await page.selectOption("#censor", "label");
  await page.waitForFunction(() => document.querySelector("#options").textContent.includes("label"));
  report.same("with settings", await resultOf(page), "ssn=[REDACTED:user/key] password=example-1");
  const options = await page.textContent("#options");
  report.that("the options as code", /keys: \[\s*"ssn"\s*\],[\s\S]*censor: "label"/.test(options ?? ""));
  await page.click("[data-view=configuration]");
  const configuration = JSON.parse((await page.textContent("#options")) ?? "");
  report.same("the configuration", configuration.allow, ["example-1"]);
  await page.click("[data-view=command]");
  report.same(
    "the command",
    await page.textContent("#options"),
    "scrubjay --keys ssn --allow example-1 --censor label app.log\n",
  );
  const shared = await browser.newPage();
  await shared.goto(page.url());
  await shared.waitForSelector(READY);
  report.same("settings of a link", await shared.inputValue("#keys"), "ssn");
  report.that("a link has no log", !(await resultOf(shared)).includes("078-05"));
  await page.fill("#rules", "pii/emial");
  await page.waitForSelector("#error:not([hidden])");
  report.that("a wrong rule is named", /pii\/emial/.test((await page.textContent("#error")) ?? ""));
  await page.close();
  await shared.close();
}

/** @param {import("./check-pages.js").Checked} checked */
async function checkReasons({ browser, url, report }) {
  const page = await openPage(await browser.newPage(), url);
  await setLog(page, "mail to ann@shop.example, token_type=bearer password=hunter2");
  const explained = async (at, pattern) => {
    await page.click("#log .cm-content");
    await page.keyboard.press("Home");
    for (let i = 0; i < at; i++) await page.keyboard.press("ArrowRight");
    const matches = (source) => new RegExp(source).test(document.querySelector("#why").textContent);
    await page.waitForFunction(matches, pattern, { timeout: 10_000 }).catch(() => {});
    report.that(`${pattern}: ${await page.textContent("#why")}`, await page.evaluate(matches, pattern));
  };
  await explained(55, "Replaced by key/password.*value of “password”");
  await explained(12, "Nothing here is replaced.*pii/email would replace it");
  await page.click("#why button");
  await page.waitForFunction(() => /2 replaced/.test(document.querySelector("#summary").textContent));
  report.same("a rule that is turned on", await page.inputValue("#rules"), "pii/email");
  await page.close();
}

/** A keystroke in the middle of a megabyte, until the result shows it. @param {import("./check-pages.js").Checked} checked */
async function checkSpeed({ browser, url, report }) {
  const page = await openPage(await browser.newPage({ viewport: SIZES.desktop }), url);
  for (const [name, line] of Object.entries({
    "ordinary lines":
      '{"level":30,"time":1772442842113,"req":{"method":"GET","url":"/orders?page=2"},"msg":"done"}\n',
    "a credential in each line": 'level=info msg="signed in" user=ann password=plum-tart-0417 attempt=2\n',
  })) {
    const text = line.repeat(Math.ceil(1_000_000 / line.length));
    await setLog(page, text);
    await page.waitForFunction(() => /in 1,0\d\d KB/.test(document.querySelector("#summary").textContent));
    await page.waitForTimeout(1_000);
    const times = await page.evaluate(typeInTheMiddle);
    const sorted = times.toSorted((a, b) => a - b);
    const [middle, worst] = [sorted[sorted.length >> 1], sorted.at(-1)].map(Math.round);
    console.log(`a keystroke in 1 MB of ${name}: ${middle} ms, at most ${worst} ms`);
    report.that(`1 MB of ${name}: within ${KEYSTROKE_MS} ms a keystroke`, middle <= KEYSTROKE_MS);
  }
  await page.close();
}

/** Types in the page itself, so that no time of the browser's driver counts. */
async function typeInTheMiddle() {
  const log = document.querySelector("#log .cm-scroller");
  log.scrollTop = log.scrollHeight / 2;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const lines = document.querySelectorAll("#log .cm-line");
  const line = lines[lines.length >> 1];
  line.closest(".cm-content").focus();
  getSelection().collapse(line, 0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const result = document.querySelector("#result .cm-content");
  const times = [];
  let typed = "";
  for (const character of "abcdefghijklmnopqrst") {
    typed += character;
    const start = performance.now();
    document.execCommand("insertText", false, character);
    while (!result.textContent.includes(typed)) {
      if (performance.now() - start > 5_000) return [...times, 5_000];
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return times;
}

/** @param {Page} page @param {string} url */
async function openPage(page, url) {
  await page.goto(`${url}playground.html`);
  await page.waitForSelector(READY);
  return page;
}

/** @param {Page} page @param {string} text */
async function setLog(page, text) {
  await page.click("#clear");
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document
      .querySelector("#log .cm-content")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** What the result shows, when it is done. @param {Page} page */
async function resultOf(page) {
  await page.waitForTimeout(400);
  return page.evaluate(() =>
    [...document.querySelectorAll("#result .cm-line")].map((line) => line.textContent).join("\n"),
  );
}

/** @param {string} url */
const atobOf = (url) => Buffer.from(url.split("#")[1] ?? "", "base64url").toString();
