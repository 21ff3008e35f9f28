// gitleaks is a program that reads files: each text becomes one, and what it reports is masked.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Peer, replaceRanges } from "./peer.ts";

type Finding = { File: string; StartLine: number; EndLine: number; Match: string; Secret: string };

export const gitleaks: Peer = {
  name: "gitleaks",
  reads: "text",
  given: "its own rules; the secrets that it reports are masked",
  async load() {
    const version = readVersion();
    return version === undefined ? undefined : { version, redactAll: async (texts) => redactAll(texts) };
  },
};

function readVersion() {
  try {
    const printed = execFileSync("gitleaks", ["version"], { encoding: "utf8" }).trim();
    return /^v?\d/.test(printed) ? printed.replace(/^v/, "") : readBuildVersion();
  } catch {
    return undefined;
  }
}

/** `go install` builds without a version in the program; Go's own note in the binary has it. */
function readBuildVersion() {
  try {
    const program = execFileSync("sh", ["-c", "command -v gitleaks"], { encoding: "utf8" }).trim();
    const note = execFileSync("go", ["version", "-m", program], { encoding: "utf8" });
    return /^\s*mod\s+\S+\s+v(\S+)/m.exec(note)?.[1] ?? "";
  } catch {
    return "";
  }
}

function redactAll(texts: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-gitleaks-"));
  try {
    const files = join(folder, "texts");
    mkdirSync(files);
    texts.forEach((text, i) => {
      writeFileSync(join(files, `${i}.log`), text);
    });
    const report = join(folder, "report.json");
    const flags = ["--no-banner", "--log-level", "error", "--exit-code", "0", "--ignore-gitleaks-allow"];
    const args = ["dir", ...flags, "--report-format", "json", "--report-path", report, files];
    // One core, as all the others have.
    execFileSync("gitleaks", args, { cwd: folder, env: { ...process.env, GOMAXPROCS: "1" } });
    return maskFindings(texts, JSON.parse(readFileSync(report, "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function maskFindings(texts: string[], findings: Finding[]) {
  const ranges: Map<number, { start: number; end: number }[]> = new Map();
  for (const finding of findings) {
    const index = Number.parseInt(basename(finding.File), 10);
    ranges.set(index, [...(ranges.get(index) ?? []), ...placesOf(texts[index] ?? "", finding)]);
  }
  return texts.map((text, i) => replaceRanges(text, ranges.get(i) ?? []));
}

/** Where the secret stands in the lines that are reported; where it was decoded, the whole match. */
function placesOf(text: string, { StartLine, EndLine, Match, Secret }: Finding) {
  const lines = text.split("\n");
  const from = lines.slice(0, StartLine - 1).join("\n").length;
  const to = lines.slice(0, EndLine).join("\n").length + 1;
  const wanted = text.slice(from, to).includes(Secret) ? Secret : Match;
  const places = [];
  for (
    let at = text.indexOf(wanted, from);
    at >= 0 && at < to;
    at = text.indexOf(wanted, at + wanted.length)
  ) {
    places.push({ start: at, end: at + wanted.length });
  }
  return places;
}
