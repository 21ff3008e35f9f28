import type { Site, Span } from "./site.ts";

/** Takes down the sites of one file while its tree is walked; the base of the walks through both languages' trees. */
export class SiteWalk {
  readonly sites: Site[] = [];
  readonly constants: Map<string, number> = new Map();
  readonly returns: Map<string, string> = new Map();
  readonly names: Set<string> = new Set();
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  protected read({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  protected addBinary(span: Span, within: string, operator: string, left: Span, right: Span): void {
    this.sites.push({ kind: "binary", span, within, operator, left, right });
  }

  protected addNumber(span: Span, within: string, value: number, role: string): void {
    this.sites.push({ kind: "number", span, within, value, role });
  }

  protected addName(span: Span, within: string): void {
    this.sites.push({ kind: "name", span, within, name: this.read(span) });
  }

  /** Returns the name of what is called. */
  protected addCall(span: Span, within: string, calleeSpan: Span, args: readonly Span[]): string {
    const callee = this.read(calleeSpan);
    const texts = args.filter(({ from }) => this.text[from] === '"');
    this.sites.push({ kind: "call", span, within, callee, calleeSpan, texts });
    return callee;
  }

  /** `name` is declared, at the file's top if `within` is empty. Returns the function or constant that is walked now. */
  protected declare(name: string, within: string): string {
    if (within !== "") return within;
    this.names.add(name);
    return name;
  }
}
