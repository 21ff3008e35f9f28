// A line in, a JSON object out: what rsyslog's mmexternal asks of a program.
import { WITHHELD } from "../../redactor/byte-redactor-with.ts";
import type { Output, Wait } from "../output/output.ts";
import type { Intake } from "./intake.ts";
import type { ByteRedactor } from "./redacting.ts";

const NEWLINE = 0x0a;

/** The most bytes that are read at once: the capacity of a pipe. */
const SPACE_BYTES = 65_536;

/** A longer line is withheld: rsyslog's own messages have 8 KB, and 1 MB where it was told to allow more. */
const MAX_LINE_BYTES = 1_048_576;

/**
 * Set with each reply, so that whoever asks can tell a message that was looked at from one that was not: rsyslog passes
 * a message on as it came if the program ends before it has replied.
 */
const MARK = { scrubjay: "done" } as const;

/** What a line is: the property `msg` or `rawmsg`, or an object with all properties. */
export type ReplyForm = "json" | "rawmsg" | "fulljson";

/** The properties of a message that may hold a credential and that a reply may change. */
const CHANGEABLE = ["msg", "rawmsg", "syslogtag", "structured-data", "hostname", "msgid", "procid"] as const;

type Properties = Record<string, unknown>;

/**
 * The reply to a line: the properties that change, and the mark. Both texts have a character for each byte.
 *
 * @example replyTo("json", "pin: 1234x", "pin: [REDACTED]") // {"msg":"pin: [REDACTED]","$!":{"scrubjay":"done"}}
 */
export function replyTo(form: ReplyForm, line: string, redacted: string): string {
  return JSON.stringify(form === "fulljson" ? changesOf(line, redacted) : changeOf(form, line, redacted));
}

function changeOf(form: "json" | "rawmsg", line: string, redacted: string): Properties {
  const name = form === "json" ? "msg" : "rawmsg";
  return { ...(line !== redacted && { [name]: redacted }), "$!": MARK };
}

function changesOf(line: string, redacted: string): Properties {
  const before = objectOf(line);
  const after = objectOf(redacted);
  const changes: Properties = {};
  for (const name of CHANGEABLE) {
    // What is no object any more was withheld as a whole.
    if (after === undefined) changes[name] = name === "msg" || name === "rawmsg" ? WITHHELD : "";
    else if (before === undefined || after[name] !== before[name]) changes[name] = after[name];
  }
  const own = after?.["$!"];
  const isChanged = JSON.stringify(own) !== JSON.stringify(before?.["$!"]);
  return { ...changes, "$!": { ...(isChanged && (own as object)), ...MARK } };
}

function objectOf(text: string): Properties | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Properties) : undefined;
  } catch {
    return undefined;
  }
}

/** Replies to each line, at once and in their order. A block of several lines, as a key, is still known as one. */
export class ReplyIntake implements Intake {
  readonly #redactor: ByteRedactor;
  readonly #output: Output;
  readonly #form: ReplyForm;
  readonly #withheld: () => void;
  #space: Uint8Array = new Uint8Array(SPACE_BYTES);
  #begun: Uint8Array[] = [];
  #begunBytes = 0;

  /** @param withheld Is called for each line that was withheld for its length. */
  constructor(redactor: ByteRedactor, output: Output, form: ReplyForm, withheld: () => void) {
    this.#redactor = redactor;
    this.#output = output;
    this.#form = form;
    this.#withheld = withheld;
  }

  space(): Uint8Array {
    return this.#space;
  }

  take(size: number): Wait {
    let replies = "";
    const bytes = this.#space.subarray(0, size);
    for (let start = 0; start < size; ) {
      const newline = bytes.indexOf(NEWLINE, start);
      const end = newline < 0 ? size : newline;
      this.#begin(bytes.subarray(start, end));
      if (newline >= 0) replies += this.#reply();
      start = end + 1;
    }
    return replies === "" ? undefined : this.#output.write(Buffer.from(replies, "latin1"));
  }

  async end(): Promise<void> {
    if (this.#begunBytes > 0) await this.#output.write(Buffer.from(this.#reply(), "latin1"));
    this.#redactor.end();
    await this.#output.end();
  }

  #begin(piece: Uint8Array): void {
    this.#begunBytes += piece.length;
    if (this.#begunBytes <= MAX_LINE_BYTES) this.#begun.push(piece.slice());
  }

  #reply(): string {
    const line = Buffer.concat(this.#begun);
    const isWhole = line.length === this.#begunBytes;
    this.#begun = [];
    this.#begunBytes = 0;
    // Its start is read all the same: a block may begin or end there.
    const redacted = this.#redact(line);
    if (isWhole) return `${replyTo(this.#form, line.toString("latin1"), redacted)}\n`;
    this.#withheld();
    return `${replyTo(this.#form, "", WITHHELD)}\n`;
  }

  /** The line as it may be shown; what the redactor holds back until the next line is asked for now. */
  #redact(line: Uint8Array): string {
    let text = "";
    const bytes = Buffer.concat([line, Uint8Array.of(NEWLINE)]);
    for (let done = 0; done < bytes.length; ) {
      const space = this.#redactor.space();
      const piece = bytes.subarray(done, done + space.length);
      space.set(piece);
      done += piece.length;
      text += Buffer.from(this.#redactor.advance(piece.length)).toString("latin1");
    }
    if (!text.endsWith("\n"))
      for (const piece of this.#redactor.end()) text += Buffer.from(piece).toString("latin1");
    return text.replace(/\n$/, "");
  }
}
