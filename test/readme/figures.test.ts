import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../structure/files.ts";
import { readDocument } from "./documents.ts";

const MOST_BYTES = 12_288;
const readme = readDocument("README.md");

/** The rows of the first table below a heading, as their cells. */
function tableBelow(heading: string, markdown: string): string[][] {
  const lines = markdown.slice(markdown.indexOf(heading)).split("\n");
  const from = lines.findIndex((line) => /^\|(?:-+\|)+$/.test(line)) + 1;
  const to = lines.findIndex((line, i) => i > from && !line.startsWith("|"));
  return lines.slice(from, to).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("README.md", () => {
  test("is short", () => {
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("gives the reason for every dependency", () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const section = readme.slice(readme.indexOf("## Dependencies"));
    for (const name of Object.keys({ ...dependencies, ...peerDependencies }))
      expect(section).toContain(`\`${name}\``);
  });

  test.each(tableBelow("## What it costs", readme))(
    "quotes what its document says: %s",
    (what, cost, link) => {
      const [, document] = /\]\(([^)#]+)/.exec(link!) ?? [];
      const text = readDocument(document!);
      const figures = cost!.match(/\d[\d.,]* (?:×|MB\/s|MB|KB)/g) ?? [];
      expect(figures.length, what).toBeGreaterThan(0);
      for (const figure of figures) {
        // A column of the table of speeds has its unit in its heading.
        const quoted = figure.endsWith("MB/s") ? `| ${figure.split(" ")[0]} |` : figure;
        expect(text).toContain(quoted);
      }
    },
  );

  test("quotes the table of other tools", () => {
    const table = readDocument("docs/detection.md").split("<!-- peers:begin -->")[1]!;
    const [, head = ""] = table.split("\n");
    const cells = (line: string) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
    const row = (label: string) => cells(table.split("\n").find((line) => line.startsWith(`| ${label}`))!);
    const recall = row("labelled by people");
    const [, json] = table.split("**Recall where the whole text is JSON**");
    const inJson = cells(json!.split("\n").find((line) => line.startsWith("| after a sensitive name"))!);
    const speed = row("MB/s");
    const rows = tableBelow("## Next to other tools", readme);
    expect(rows.length).toBeGreaterThan(8);
    for (const [tool, , , found, foundInJson, speedOfTool] of rows) {
      if (found === "not measured") continue;
      const name = tool!.replaceAll("*", "").replace(/ \(.*|, .*/, "");
      const column = cells(head).findIndex((cell) => cell.startsWith(name));
      expect({ name, found, foundInJson, speedOfTool }).toEqual({
        name,
        found: recall[column],
        foundInJson: inJson[column],
        speedOfTool: speed[column],
      });
    }
  });

  test("quotes the trial and the false alarms", () => {
    const [trial, alarms] = tableBelow("## What is found, and what is not", readme);
    const [, , , planted, named, unnamed, , plantedNow, namedNow, unnamedNow] = readDocument("docs/trial.md")
      .split("\n")
      .find((line) => line.startsWith("| **all**"))!
      .split("|")
      .slice(1)
      .map(Number);
    const share = (all: number, left: number) => `${Math.round((100 * (all - left)) / all)} %`;
    expect(trial?.slice(1)).toEqual([
      share(planted!, named! + unnamed!),
      share(plantedNow!, namedNow! + unnamedNow!),
    ]);
    const row = readDocument("docs/detection.md")
      .split("\n")
      .find((line) => line.startsWith("| false alarms per 10 MB"))!;
    expect(alarms?.slice(1)).toEqual(
      row
        .split(" | ")
        .slice(1)
        .map((cell) => cell.replace(" |", "")),
    );
  });
});
