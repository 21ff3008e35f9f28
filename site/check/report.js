/** What was checked, and what is wrong. */
export class Report {
  #checks = 0;
  /** @type {string[]} */
  #wrong = [];

  /** @param {string} what @param {unknown} found @param {unknown} [expected] */
  same(what, found, expected) {
    this.#checks++;
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
    if (one !== other) this.#wrong.push(`${what}: ${one}, not ${other}`);
  }

  /** @param {string} what @param {readonly unknown[]} list */
  none(what, list) {
    this.#checks++;
    if (list.length > 0) this.#wrong.push(`${what}:\n    ${list.join("\n    ")}`);
  }

  /** @param {string} what @param {boolean} holds */
  that(what, holds) {
    this.same(what, holds, true);
  }

  /** Prints it; the status is 1 if something is wrong. */
  print() {
    for (const wrong of this.#wrong) console.error(`  ${wrong}`);
    console.log(`${this.#checks - this.#wrong.length} of ${this.#checks} checks of the site hold`);
    if (this.#wrong.length > 0) process.exitCode = 1;
  }
}
