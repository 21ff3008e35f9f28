// The playground: a log in, the redacted log out, and why. Nothing leaves the page: its policy allows no connection.
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { Engine } from "./engine.ts";
import { Form } from "./form.ts";
import { Matches } from "./matches.ts";
import { showCounts, showReasons } from "./panels.ts";
import { createLog, createResult, matchesOf, setMatches, showText } from "./panes.ts";
import type { Notes, Redacted } from "./protocol.ts";

/** A text up to this length is redacted whole at each change. */
const SMALL = 32_768;
/** Of a longer one, this much around a change is redacted at once, and all of it when nobody types, after this time. */
const WINDOW = 8_192;
const PAUSE_MS = 200;
/** After a move of the cursor. */
const EXPLAIN_MS = 120;
/** The most of a text that the kernel's trace takes. */
const EXPLAINED_MOST = 30_000;

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? "";

class Playground {
  readonly #engine = new Engine(textOf("worker-program"));
  readonly #log: EditorView;
  readonly #result: EditorView;
  readonly #form: Form;
  #notes: Notes = {};
  /** What the result shows. */
  #shown = "";
  /** Counts the changes of the log and of the options. */
  #version = 0;
  #isBusy = false;
  /** What the result does not show yet, in places of the log. */
  #changed: { from: number; to: number } | undefined;
  #wholeTimer = 0;
  #explainTimer = 0;

  constructor() {
    this.#result = createResult(document.getElementById("result")!);
    this.#log = createLog(document.getElementById("log")!, (update) => this.#updated(update));
    this.#log.scrollDOM.addEventListener("scroll", () => follow(this.#log, this.#result), { passive: true });
    this.#form = new Form(async (options) => {
      const { error, notes } = await this.#engine.setOptions(options);
      this.#notes = notes;
      this.#version++;
      await this.#redactWhole();
      return error;
    });
    document.getElementById("example")!.addEventListener("click", () => this.#takeLog(textOf("example-log")));
    document.getElementById("clear")!.addEventListener("click", () => this.#takeLog(""));
  }

  async start(): Promise<void> {
    this.#setLog(textOf("example-log"));
    await this.#form.start();
    document.body.dataset.state = "ready";
    // The first explanation prepares what the others use.
    void this.#engine.explain("", 0);
  }

  #setLog(text: string): void {
    this.#log.dispatch({ changes: { from: 0, to: this.#log.state.doc.length, insert: text } });
  }

  /** Not at the start: a phone would show its keyboard. */
  #takeLog(text: string): void {
    this.#setLog(text);
    this.#log.focus();
  }

  #updated({ docChanged, selectionSet, changes, state }: ViewUpdate): void {
    if (docChanged) {
      this.#version++;
      let [from, to] = [state.doc.length, 0];
      if (this.#changed !== undefined)
        [from, to] = [changes.mapPos(this.#changed.from, -1), changes.mapPos(this.#changed.to, 1)];
      changes.iterChangedRanges((_from, _to, newFrom, newTo) => {
        from = Math.min(from, newFrom);
        to = Math.max(to, newTo);
      });
      this.#changed = { from, to };
      const isSmall = state.doc.length <= SMALL || to - from > WINDOW;
      if (!isSmall) void this.#redactChange();
      clearTimeout(this.#wholeTimer);
      this.#wholeTimer = setTimeout(() => void this.#redactWhole(), isSmall ? 0 : PAUSE_MS);
    }
    if (docChanged || selectionSet) {
      clearTimeout(this.#explainTimer);
      this.#explainTimer = setTimeout(() => void this.#explain(), EXPLAIN_MS);
    }
  }

  async #redactWhole(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      let version: number;
      let redacted: Redacted;
      do {
        version = this.#version;
        redacted = await this.#engine.redactWhole(this.#log.state.doc.toString());
      } while (version !== this.#version && this.#log.state.doc.length <= SMALL);
      if (version === this.#version) this.#showWhole(redacted);
    } finally {
      this.#isBusy = false;
    }
    if (this.#changed !== undefined) {
      clearTimeout(this.#wholeTimer);
      this.#wholeTimer = setTimeout(() => void this.#redactWhole(), PAUSE_MS);
    }
  }

  #showWhole(redacted: Redacted): void {
    this.#changed = undefined;
    this.#show(redacted.text, new Matches(redacted));
  }

  #show(text: string, matches: Matches): void {
    this.#log.dispatch({ effects: setMatches.of(matches) });
    showText(this.#result, text, this.#shown);
    this.#shown = text;
    follow(this.#log, this.#result);
    showCounts(matches, this.#log.state.doc.length, this.#notes, (rule) => this.#goTo(rule));
  }

  /** Redacts the lines around the last change, as long as each line of the log is a line of the result. */
  async #redactChange(): Promise<void> {
    const version = this.#version;
    const { doc } = this.#log.state;
    const { from, to } = this.#changed!;
    const first = doc.lineAt(Math.max(0, from - WINDOW));
    const last = doc.lineAt(Math.min(doc.length, to + WINDOW));
    // One long line is no window.
    if (last.to - first.from > 8 * WINDOW) return;
    const { text, ...found } = await this.#engine.redactLines(doc.sliceString(first.from, last.to));
    if (version !== this.#version || this.#changed === undefined) return;
    const result = this.#result.state.doc;
    const lastInResult = last.number - (doc.lines - result.lines);
    if (text.split("\n").length !== last.number - first.number + 1 || lastInResult < first.number) return;
    const matches = matchesOf(this.#log.state).changed(first.from, last.to, 0, new Matches(found));
    const [start, end] = [result.line(first.number).from, result.line(lastInResult).to];
    this.#show(this.#shown.slice(0, start) + text + this.#shown.slice(end), matches);
  }

  #goTo(rule: string): void {
    const { state } = this.#log;
    const place = matchesOf(state).next(rule, state.selection.main.head);
    if (place === undefined) return;
    this.#log.dispatch({ selection: { anchor: place }, scrollIntoView: true });
    this.#log.focus();
  }

  async #explain(): Promise<void> {
    const { doc, selection } = this.#log.state;
    const at = selection.main.head;
    const { starts, ends } = matchesOf(this.#log.state);
    const match = matchesOf(this.#log.state).firstAfter(at);
    const isIn = match < starts.length && starts[match]! <= at;
    const from = doc.lineAt(Math.max(0, Math.min(at, isIn ? starts[match]! : at) - WINDOW / 4)).from;
    const to = doc.lineAt(Math.min(doc.length, Math.max(at, isIn ? ends[match]! : at) + WINDOW / 4)).to;
    if (to - from > EXPLAINED_MOST) return;
    const explained = await this.#engine.explain(doc.sliceString(from, to), at - from);
    showReasons(explained, this.#notes, (rule) => this.#form.addRule(rule));
  }
}

/** Scrolls the result to the line that is at the top of the log. */
function follow(log: EditorView, result: EditorView): void {
  const block = log.lineBlockAtHeight(log.scrollDOM.scrollTop);
  const { number } = log.state.doc.lineAt(block.from);
  const line = result.state.doc.line(Math.min(number, result.state.doc.lines));
  result.scrollDOM.scrollTop = result.lineBlockAt(line.from).top + log.scrollDOM.scrollTop - block.top;
}

new Playground().start();
