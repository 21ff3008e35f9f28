// Recall by notation: the secrets of the positives, written into every notation under names that fit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "./cases.ts";
import { countLines, isFoundAt, parsesAsJson } from "./judge.ts";
import { type Kind, type Notation, notations } from "./notations.ts";
import { realLineNotations } from "./real-lines.ts";
import type { Engine } from "./recall.ts";
import { sharedDir } from "./shared.ts";

export type Placement = {
  kind: Kind;
  key: string;
  before: string;
  secret: string;
  after: string;
  family: string;
};
export type Fault = { notation: string; kind: Kind; family: string; text: string; output: string };

/** Secrets taken per rule: a pattern's hundredth sample says nothing new. */
const perRule = 6;

/** A placement written down. */
export interface Rendered {
  notation: Notation;
  kind: Kind;
  family: string;
  secret: string;
  text: string;
  /** Where in the text the secret stands */
  start: number;
  end: number;
  /** What may be replaced where that is more than the secret */
  replaceable?: number[];
}

export function measureNotations(cases: Case[], engine: Engine) {
  return judgePlacements(renderPlacements(cases, engine), engine);
}

/** Every secret in every notation that can carry it. The engine tells which real lines are clean. */
export function renderPlacements(cases: Case[], engine: Engine): Rendered[] {
  const placements = choosePlacements(cases);
  const rendered: Rendered[] = [];
  for (const notation of [...notations, ...realLineNotations(engine)]) {
    for (const placement of placements) {
      const { kind, family, secret } = placement;
      if (notation.kinds && !notation.kinds.includes(kind)) continue;
      const place = render(notation, placement);
      if (place === undefined) continue;
      const replaceable = replaceableIn(notation, placement, place);
      rendered.push({ notation, kind, family, secret, ...place, replaceable });
    }
  }
  return rendered;
}

export function judgePlacements(rendered: Rendered[], engine: Engine) {
  const byNotation: Map<string, Record<Kind, { found: number; of: number }>> = new Map();
  const misses: Fault[] = [];
  const contextLost: Fault[] = [];
  const jsonBroken: Fault[] = [];
  for (const { notation, kind, family, secret, text, start, end, replaceable } of rendered) {
    const shares = byNotation.get(notation.name) ?? emptyShares();
    byNotation.set(notation.name, shares);
    const output = engine.redact(text);
    const fault = { notation: notation.name, kind, family, text, output };
    shares[kind].of++;
    if (isFoundAt(text, start, end, engine.scan(text), output, secret)) shares[kind].found++;
    else misses.push(fault);
    const [from, to] = replaceable ?? [start, end];
    const kept = output.startsWith(text.slice(0, from)) && output.endsWith(text.slice(to));
    if (!kept || countLines(output) !== countLines(text)) contextLost.push(fault);
    if (notation.json && !parsesAsJson(output)) jsonBroken.push(fault);
  }
  return { byNotation, misses, contextLost, jsonBroken, measured: rendered.length };
}

const emptyShares = () => ({
  header: { found: 0, of: 0 },
  key: { found: 0, of: 0 },
  shape: { found: 0, of: 0 },
});

/**
 * The text, and where in it the secret stands in that notation's spelling: what differs from the same
 * text with a marker of equal length in the secret's place.
 */
function render(
  notation: Notation,
  { key, before, secret, after }: Pick<Placement, "key" | "before" | "secret" | "after">,
) {
  const value = before + secret + after;
  if (notation.accepts && !notation.accepts(value)) return undefined;
  const text = notation.render(key, value);
  // Unlike the secret in every place, so that no part of it counts as surroundings.
  const marker = secret.replaceAll(/Q|[\s\S]/g, (c) => (c === "Q" ? "Z" : "Q"));
  const marked = notation.render(key, before + marker + after);
  let start = marked.indexOf(marker);
  let tail = marked.length - start - marker.length;
  if (start < 0 || !text.startsWith(marked.slice(0, start))) start = commonPrefix(text, marked);
  if (!text.endsWith(marked.slice(marked.length - tail))) tail = commonSuffix(text, marked);
  return { text, start, end: Math.max(text.length - tail, start) };
}

/** What may be replaced: the secret, or what holds it. */
function replaceableIn(
  notation: Notation,
  placement: Placement,
  { text, start, end }: { text: string; start: number; end: number },
) {
  if (notation.bracketed) return bracketsAround(text, start, end);
  if (!notation.whole) return [start, end];
  const { key, before, secret, after } = placement;
  const whole = render(notation, { key, before: "", secret: before + secret + after, after: "" });
  return whole ? [whole.start, whole.end] : [start, end];
}

/** [start, end) widened to the brackets that hold it. */
function bracketsAround(text: string, start: number, end: number) {
  const from = Math.max(text.lastIndexOf("[", start), text.lastIndexOf("{", start));
  return [from, end + text.slice(end).search(/[\]}]/) + 1];
}

function commonPrefix(a: string, b: string) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

function commonSuffix(a: string, b: string) {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}

/** A PEM block as a file has it. */
const cleanPem = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)\n([\w+/=\n]+)\n(-----END [A-Z ]*PRIVATE KEY-----)/;

const passwordKeys = ["password", "dbPassword", "userPasswd", "passphrase", "clientSecret"];
const tokenKeys = ["apiKey", "accessToken", "clientSecret", "authToken", "refreshToken"];

function choosePlacements(cases: Case[]): Placement[] {
  const distinctive = distinctivePrefixes();
  const taken: Map<string, number> = new Map();
  const seen: Set<string> = new Set();
  const placements: Placement[] = [];
  for (const { positive, rule, family, parts, text } of cases) {
    const pem = family === "private keys" ? cleanPem.exec(text) : null;
    const secret = pem?.[2] ?? parts[0];
    if (!positive || !secret || secret.length < 8 || secret.length > 4096 || seen.has(secret)) continue;
    if (pem) {
      seen.add(secret);
      const [before, after] = [`${pem[1]}\n`, `\n${pem[3]}`];
      placements.push({ kind: "key", key: "privateKey", before, secret, after, family });
      placements.push({ kind: "shape", key: "note", before, secret, after, family });
      continue;
    }
    if ((taken.get(rule) ?? 0) >= perRule || !isValueLike(secret, family)) continue;
    taken.set(rule, (taken.get(rule) ?? 0) + 1);
    seen.add(secret);
    for (const [kind, key, before, after] of fitting(family, secret, placements.length, distinctive)) {
      placements.push({ kind, key, before, secret, after, family });
    }
  }
  return placements;
}

function fitting(
  family: string,
  secret: string,
  turn: number,
  distinctive: (secret: string) => boolean,
): [Kind, key: string, before: string, after: string][] {
  if (family === "cookies") return [["header", "cookie", "session=", ""]];
  if (family === "signed requests and URLs") {
    return [
      ["header", "authorization", "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=", ""],
    ];
  }
  if (family === "SAML") return [["key", "SAMLResponse", "", ""]];
  if (family === "private keys") return [["key", "privateKey", "", ""]];
  const all: [Kind, string, string, string][] = [];
  if (/^[A-Za-z0-9._~+/-]+=*$/.test(secret)) {
    const scheme =
      /^[A-Za-z0-9+/]+=*$/.test(secret) && family === "Authorization headers" ? "Basic" : "Bearer";
    all.push(["header", turn % 4 === 3 ? "proxyAuthorization" : "authorization", `${scheme} `, ""]);
  }
  const keys = distinctive(secret) ? tokenKeys : passwordKeys;
  all.push(["key", keys[turn % keys.length] ?? "password", "", ""]);
  if (distinctive(secret)) all.push(["shape", "note", "", ""]);
  return all;
}

/** Not prose, not a placeholder, not a whole file: something that stands as one value. */
function isValueLike(secret: string, family: string) {
  if (family === "SAML") return !secret.includes("<");
  if (family === "private keys") return !secret.includes("{");
  if (secret.endsWith("\\")) return false; // half of an escape of the text it was cut from
  if (/^\W|[$%]\{|^<|\*\*\*|x{4}|\.\.\.|example/i.test(secret)) return false;
  return !/\s/.test(secret) && new Set(secret).size > 4;
}

interface Format {
  confidence_class: string;
  sensitivity: string;
  prefixes: string[];
}

/** Secrets that their issuer made recognisable, by formats.json. */
function distinctivePrefixes() {
  const formats: Format[] = JSON.parse(readFileSync(join(sharedDir, "formats.json"), "utf8"));
  const prefixes: string[] = formats
    .filter((format) => format.confidence_class === "distinctive prefix" && format.sensitivity === "secret")
    .flatMap((format) => format.prefixes)
    .filter((prefix) => prefix.length >= 4 && /[-_.]$|^eyJ/.test(prefix));
  return (secret: string) => secret.length >= 20 && prefixes.some((prefix) => secret.startsWith(prefix));
}
