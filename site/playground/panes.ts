// The two texts: the log, in which what goes is marked, and what comes out.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { Matches } from "./matches.ts";

export const setMatches = StateEffect.define<Matches>();

const matchesField = StateField.define<Matches>({
  create: () => Matches.none,
  update(matches, { changes, effects }) {
    // Those in front of the last change keep their places while it is made.
    const ranges: (readonly [number, number, number])[] = [];
    changes.iterChangedRanges((from, to, newFrom, newTo) =>
      ranges.push([from, to, newTo - newFrom - (to - from)]),
    );
    const moved = ranges.reduceRight(
      (all, [from, to, shift]) => all.changed(from, to, shift, Matches.none),
      matches,
    );
    return effects.find((effect) => effect.is(setMatches))?.value ?? moved;
  },
});

/** The matches that are shown. */
export const matchesOf = (state: EditorState): Matches => state.field(matchesField);

const mark = Decoration.mark({ class: "goes" });

/** Marks matches, in what is visible. */
const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = visibleMarks(view);
    }

    update(update: ViewUpdate): void {
      const isNew = update.transactions.some(({ effects }) =>
        effects.some((effect) => effect.is(setMatches)),
      );
      if (isNew || update.viewportChanged) this.decorations = visibleMarks(update.view);
      else if (update.docChanged) this.decorations = this.decorations.map(update.changes);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function visibleMarks(view: EditorView): DecorationSet {
  const { starts, ends } = matchesOf(view.state);
  const builder = new RangeSetBuilder<Decoration>();
  const length = view.state.doc.length;
  let last = 0;
  for (const { from, to } of view.visibleRanges) {
    for (let i = matchesOf(view.state).firstAfter(from); i < starts.length && starts[i]! < to; i++) {
      const start = Math.max(starts[i]!, last);
      const end = Math.min(ends[i]!, length);
      if (start < end) builder.add(start, end, mark);
      last = Math.max(last, end);
    }
  }
  return builder.finish();
}

/** Replacements look the same wherever they are, so those that are visible are found by their text. */
const replacements = new MatchDecorator({
  regexp: /\[REDACTED(?:[:#][^\]\n]*)?\]|\*{4,}|\[scrubjay: [^\]\n]*\]/g,
  decoration: Decoration.mark({ class: "came" }),
});
const replacementMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = replacements.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = replacements.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const common: Extension = [lineNumbers(), drawSelection(), EditorView.lineWrapping, keymap.of(searchKeymap)];

/** @param onUpdate Called after each change of the text or the selection. */
export function createLog(parent: HTMLElement, onUpdate: (update: ViewUpdate) => void): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        common,
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        matchesField,
        marks,
        EditorView.contentAttributes.of({ "aria-label": "Log", spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of(onUpdate),
      ],
    }),
  });
}

export function createResult(parent: HTMLElement): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        common,
        replacementMarks,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ "aria-label": "Redacted log" }),
      ],
    }),
  });
}

/** Replaces only what is different, so that what is visible stays where it is. */
export function showText(view: EditorView, text: string, shown: string): void {
  const most = Math.min(text.length, shown.length);
  let from = 0;
  while (from < most && text.charCodeAt(from) === shown.charCodeAt(from)) from++;
  let back = 0;
  while (
    back < most - from &&
    text.charCodeAt(text.length - back - 1) === shown.charCodeAt(shown.length - back - 1)
  )
    back++;
  if (from + back === text.length && text.length === shown.length) return;
  view.dispatch({
    changes: { from, to: shown.length - back, insert: text.slice(from, text.length - back) },
  });
}
