// Names and shapes that no rule covers, but whose values look like credentials: what nobody has named yet.

/** A name or a shape, without any value. */
export interface Suspect {
  /** As the option `keys` takes it; of a shape what its tokens begin with. */
  readonly name: string;
  readonly kind: "name" | "shape";
  /** From 0 to 1: how much its values look generated and differ from each other. */
  readonly score: number;
  readonly seen: number;
  /** How many different values, up to so many as are counted. */
  readonly different: number;
  /** The least and the greatest length, in characters. */
  readonly length: readonly [least: number, most: number];
}

interface Seen {
  seen: number;
  generated: number;
  /** Hashes of values: no value is kept. */
  readonly hashes: Set<number>;
  least: number;
  most: number;
}

/** So many names and shapes are counted, and so many different values of each. */
const NAMES_MOST = 2_000;
const VALUES_MOST = 256;
/** A longer line is looked at in pieces. */
const LINE_MOST = 16_384;
/** Most values of a name have to look generated. */
const SHARE_LEAST = 0.8;
const NEWLINE = 0x0a;
/** Stands in a line where a credential was found. */
const FOUND = "\0";

const PAIR =
  /(["']?)\b([A-Za-z][A-Za-z0-9_.-]{1,60})\1[ \t]{0,2}[:=][ \t]{0,2}["']?([A-Za-z0-9+/_=~-]{16,200})(?![A-Za-z0-9+/_=~.\0-])/g;
const SHAPE = /(?<![A-Za-z0-9_-])((?:[A-Za-z]{2,10}[_-]){1,2})([A-Za-z0-9]{20,120})(?![A-Za-z0-9_-])/g;

/** Last words of names whose values are random and no secret. */
const HARMLESS = new Set(
  "id ids uid uuid guid etag hash hashes digest sha sha1 sha256 sha512 md5 crc checksum commit revision rev trace span traceparent tracestate request correlation fingerprint integrity version build cursor url uri path file filename host hostname image layer key-id kid jti time date name type etags build-id".split(
    " ",
  ),
);

/** Collects suspects from the text that is left when credentials are taken out. */
export class Suspects {
  readonly #names = new Map<string, Seen>();
  readonly #shapes = new Map<string, Seen>();
  #line = "";

  /** @param isSecret Whether the bytes are of a credential that was found */
  take(bytes: Uint8Array, isSecret: boolean): void {
    if (isSecret) {
      if (!this.#line.endsWith(FOUND)) this.#line += FOUND;
      return;
    }
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      this.#line += latin1(bytes.subarray(from, end));
      this.endLine();
      from = end + 1;
    }
    this.#line += latin1(bytes.subarray(from));
    if (this.#line.length > LINE_MOST) this.endLine();
  }

  endLine(): void {
    const line = this.#line;
    this.#line = "";
    for (const [, , name, value] of line.matchAll(PAIR)) {
      const words = wordsOf(name!);
      if (!HARMLESS.has(words.split(" ").at(-1)!)) count(this.#names, words, value!, value!);
    }
    for (const [, head, body] of line.matchAll(SHAPE)) count(this.#shapes, head!, body!, `${head}${body}`);
  }

  /** The most suspicious first. */
  list(): readonly Suspect[] {
    const of = (kind: Suspect["kind"], all: ReadonlyMap<string, Seen>): readonly Suspect[] =>
      [...all].flatMap(([name, { seen, generated, hashes, least, most }]) => {
        const share = generated / seen;
        if (share < SHARE_LEAST || name.length < 2) return [];
        const different = hashes.size;
        // One value that comes again and again may be a constant.
        const score = share * (different / Math.min(seen, VALUES_MOST)) * (different > 1 ? 1 : 0.5);
        return [
          {
            name,
            kind,
            score: Math.round(score * 100) / 100,
            seen,
            different,
            length: [least, most] as const,
          },
        ];
      });
    const weight = ({ score, seen }: Suspect): number => score * Math.log2(1 + seen);
    return [...of("name", this.#names), ...of("shape", this.#shapes)].sort(
      (a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1),
    );
  }
}

function count(all: Map<string, Seen>, name: string, judged: string, value: string): void {
  const known = all.get(name);
  if (known === undefined && all.size >= NAMES_MOST) return;
  const seen = known ?? {
    seen: 0,
    generated: 0,
    hashes: new Set<number>(),
    least: Number.POSITIVE_INFINITY,
    most: 0,
  };
  all.set(name, seen);
  seen.seen++;
  if (looksGenerated(judged)) seen.generated++;
  if (seen.hashes.size < VALUES_MOST) seen.hashes.add(hashOf(value));
  seen.least = Math.min(seen.least, value.length);
  seen.most = Math.max(seen.most, value.length);
}

/** Letters and digits in turns, of more than three bits each; no UUID, hash, date or path. */
export function looksGenerated(value: string): boolean {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)) return false;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value) && [16, 32, 40, 56, 64, 96, 128].includes(value.length))
    return false;
  if (/^\d{4}-\d\d-\d\d/.test(value) || value.split("/").length > 3) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  const kinds = value
    .replace(/[^A-Za-z0-9]/g, "")
    .replace(/\d/g, "0")
    .replace(/[a-z]/g, "a")
    .replace(/[A-Z]/g, "A");
  let changes = 0;
  for (let i = 1; i < kinds.length; i++) if (kinds[i] !== kinds[i - 1]) changes++;
  return changes * 5 >= value.length && entropyOf(value) >= 3.2;
}

function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The last part of a path, as words: `user.sessionRef` is `session ref`. */
function wordsOf(name: string): string {
  const last = name.split(".").findLast((part) => part !== "") ?? name;
  return last
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toLowerCase();
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/** Names that can be given to the option `keys`. */
export function keysOf(suspects: readonly Suspect[]): readonly string[] {
  return suspects.filter(({ kind }) => kind === "name").map(({ name }) => name);
}

/** A line for each, and the names as a list to copy. */
export function suspectsText(suspects: readonly Suspect[]): string {
  if (suspects.length === 0) return "";
  const rows = suspects.map(({ name, kind, score, seen, different, length: [least, most] }) =>
    [
      score.toFixed(2).padStart(5),
      String(seen).padStart(8),
      String(different).padStart(9),
      (least === most ? `${least}` : `${least}-${most}`).padStart(8),
      kind === "shape" ? `  ${name}…` : `  ${name}`,
    ].join(" "),
  );
  const heading = "score     seen different   length   name, or what a token begins with";
  const keys = keysOf(suspects);
  return `${[heading, ...rows].join("\n")}\n${keys.length === 0 ? "" : `\n"keys": ${JSON.stringify(keys)}\n`}`;
}
