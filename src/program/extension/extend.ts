// A program for options: that of the build, which has rules that are turned off, and others after its own.
import { RedactorConfigError } from "../../config-error.ts";
import * as abi from "../../kernel/abi.ts";
import type { KeyRule, Rule } from "../../rules/rule.ts";
import { encodeLists, type FirstLists, firstLists, type Joining, joinLists } from "../image/by-first.ts";
import type { Compiled } from "../image/compile-shape.ts";
import { encodeEntries, SLOTS_BYTES } from "../image/entries.ts";

import { addTo, BIT_SET_BYTES, type BitSet, bytesOf } from "../image/hash.ts";
import { addNames, type NameEnds, spellingsOf } from "../image/key-names.ts";
import { lookedUp } from "../image/looked-up.ts";
import { encodeInnocent, innocentLists, innocentTexts } from "../image/placeholders.ts";
import type { CompiledProgram, Program } from "../image/program.ts";
import { encodeRules, isOpen, variantsOf } from "../image/rule-records.ts";
import type { NameSink } from "../image/trie.ts";
import { buildNibbleTables, compileInnocent, compileRule } from "./compiler.ts";
import { Extension } from "./extension.ts";
import { TrieExtension } from "./trie-extension.ts";

/** What options change of the program that the build has made of `rules`. */
export interface Changes {
  /** The rules of the build, in their order; needed only where some are turned off. */
  readonly rules: readonly Rule[];
  /** Those of them that are turned off. */
  readonly off: ReadonlySet<Rule>;
  /** Rules of the catalogue that the build has left out. */
  readonly optIn: readonly Rule[];
  /** A user's own rules. */
  readonly own: readonly Rule[];
  /** Values that are not secrets, a user's own: exact ones, and patterns. */
  readonly allowed: { readonly texts: readonly string[]; readonly patterns: readonly string[] };
}

type Numbered = readonly (readonly [KeyRule, number])[];

/**
 * @throws RedactorConfigError naming the rule, what is wrong with it and how to mend it, or for more rules and names
 *   than a program can hold
 */
export function extendProgram(base: CompiledProgram, changes: Changes): Program {
  const { rules, off, optIn, own, allowed } = changes;
  const extension = new Extension(base);
  const added = [...optIn, ...own];
  const compiled = added.map((rule, i) => compileRule(rule, i >= optIn.length));
  const first = base.ruleIds.length;
  try {
    const ends = extendNames(extension, keysOf(rules, 0), off, [
      keysOf(optIn, first),
      keysOf(own, first + optIn.length),
    ]);
    extendPrefilter(extension, compiled, ends, first);
    const records = encodeRules(
      extension,
      added,
      compiled,
      (rule, i) => i >= optIn.length || isOpen(rule),
      first,
    );
    const all = extendRules(extension, rules, off, first, records);
    extendLists(extension, rules, off, compiled, all, first);
    allow(extension, allowed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RedactorConfigError("invalid-option", error.message);
  }
  const addedIds = [...added, ...variantsOf(added).map(({ record }) => record)].map(({ id }) => id);
  return extension.finish([...base.ruleIds, ...addedIds]);
}

function keysOf(rules: readonly Rule[], from: number): Numbered {
  return rules.flatMap((rule, i) => ("key" in rule ? [[rule, from + i] as const] : []));
}

/** Takes the names of rules that are off out of the trie, and adds those of others. Returns how these end. */
function extendNames(
  extension: Extension,
  keys: Numbered,
  off: ReadonlySet<Rule>,
  [optIn, own]: readonly [optIn: Numbered, own: Numbered],
): NameEnds {
  const gone = off.size === 0 ? [] : keys.filter(([rule]) => off.has(rule));
  if (gone.length === 0 && optIn.length === 0 && own.length === 0) return { short: [], sure: [], inner: [] };
  const left = gone.length === 0 ? [] : keys.filter(([rule]) => !off.has(rule));
  const trie = left.length < gone.length ? newTrie(left) : copyTrie(extension);
  if (left.length >= gone.length) removeNames(trie, gone, left);
  const ends = [addNames(trie, optIn), addNames(overAll(trie), own)];
  extension.set(abi.P_NAMES, extension.append(trie.bytes, 8));
  return {
    short: ends.flatMap(({ short }) => short),
    sure: ends.flatMap(({ sure }) => sure),
    inner: ends.flatMap(({ inner }) => inner),
  };
}

/** What the catalogue says of the same name where a word begins, or of the whole of it, would go first; the user's own does. */
function overAll(trie: TrieExtension): NameSink {
  const own = new Set<string>();
  return {
    add(word, place, value) {
      try {
        const node = trie.add(word, place, value);
        own.add(`${place}${word}`);
        for (const narrower of [1, 2] as const)
          if (narrower > place && trie.has(node, narrower) && !own.has(`${narrower}${word}`))
            trie.set(node, narrower, value);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new RangeError(`keys: too many names; ${own.size} like these are possible`);
      }
    },
  };
}

function copyTrie(extension: Extension): TrieExtension {
  const size = extension.word(abi.P_NAME_NODES) * abi.NODE_SIZE;
  return new TrieExtension(extension.copy(extension.word(abi.P_NAMES), size));
}

/** Of a few rules that are left: sooner made than the others are taken out. */
function newTrie(left: Numbered): TrieExtension {
  const trie = new TrieExtension(new Uint8Array(abi.NODE_SIZE));
  for (const [rule, index] of left)
    for (const { letters, place, value } of spellingsOf(rule, index)) trie.add(letters, place, value);
  return trie;
}

function removeNames(trie: TrieExtension, gone: Numbered, left: Numbered): void {
  if (gone.length === 0) return;
  const removed = new Set<string>();
  const names = new Set<string>();
  for (const [rule, index] of gone) {
    for (const { letters, place, value } of spellingsOf(rule, index))
      if (trie.remove(letters, place, value)) removed.add(`${place}${letters}`);
    for (const name of namesOf(rule)) names.add(name);
  }
  // What it said may be said by another rule, too.
  for (const [rule, index] of left) {
    if (!namesOf(rule).some((name) => names.has(name))) continue;
    for (const { letters, place, value } of spellingsOf(rule, index))
      if (removed.has(`${place}${letters}`)) trie.add(letters, place, value);
  }
}

/** Its names, all that are written alike being one. */
function namesOf({ key, not = [], phrases = [] }: KeyRule): readonly string[] {
  return [...key, ...not, ...phrases].map((name) => name.replace(/[ _=]/g, ""));
}

function extendPrefilter(
  extension: Extension,
  compiled: readonly (Compiled | undefined)[],
  ends: NameEnds,
  first: number,
): void {
  const multiplier = extension.word(abi.P_HASH);
  const { fragments, ends: nameEnds, heads, sure } = lookedUp(compiled, ends);
  // The kernel adds fragments to the set by itself, but to a set of its own: the other one is shared.
  addToSet(extension, abi.P_SET, new Set([...fragments, ...nameEnds]), multiplier);
  addToSet(extension, abi.P_HEAD_SET, heads, multiplier);
  addToSet(extension, abi.P_KEY_SET, sure, multiplier);
  if (!compiled.some((shape) => shape?.fragments?.length)) return;
  const before = extension.word(abi.P_ENTRY_COUNT);
  const added = encodeEntries(compiled, first, before);
  const entries = extension.copy(extension.word(abi.P_ENTRIES), before * abi.ENTRY_SIZE, added.length);
  entries.set(added, before * abi.ENTRY_SIZE);
  extension.set(abi.P_LINKED, 0);
  extension.set(abi.P_SLOTS, extension.append(new Uint8Array(SLOTS_BYTES), 8));
  extension.set(abi.P_ENTRIES, extension.append(entries));
  extension.set(abi.P_ENTRY_COUNT, entries.length / abi.ENTRY_SIZE);
  // The build's own program has none in the tables.
  const windows = compiled
    .flatMap((shape) => shape?.fragments ?? [])
    .flatMap(({ window }) => (window === undefined ? [] : [window]));
  if (windows.length > 0)
    extension.set(abi.P_TABLES, extension.append(buildNibbleTables([...new Set(windows)]), 16));
}

function addToSet(
  extension: Extension,
  name: number,
  fragments: ReadonlySet<number>,
  multiplier: number,
): void {
  if (fragments.size === 0) return;
  const set: BitSet = new Uint32Array(extension.copy(extension.word(name), BIT_SET_BYTES).buffer);
  extension.set(name, extension.append(bytesOf(addTo(set, fragments, multiplier)), 8));
}

/** A shape that is off starts with no byte. Returns the records of all rules. */
function extendRules(
  extension: Extension,
  rules: readonly Rule[],
  off: ReadonlySet<Rule>,
  first: number,
  records: Uint8Array,
): Uint16Array {
  const size = abi.RULE_SIZE * first;
  const bytes = extension.copy(extension.word(abi.P_RULES), size, records.length);
  const view = new DataView(bytes.buffer);
  rules.forEach((rule, i) => {
    if (off.has(rule) && !("key" in rule)) view.setUint32(i * abi.RULE_SIZE + abi.R_FIRST, 0, true);
  });
  bytes.set(records, size);
  extension.set(abi.P_RULES, extension.append(bytes));
  return new Uint16Array(bytes.buffer);
}

/** The lists of rules by first bytes: without those that are off, and with those that are added. */
function extendLists(
  extension: Extension,
  rules: readonly Rule[],
  off: ReadonlySet<Rule>,
  compiled: readonly (Compiled | undefined)[],
  records: Uint16Array,
  first: number,
): void {
  if (off.size === 0 && !compiled.some((shape) => shape !== undefined)) return;
  const { all, lines, slow } = firstLists(compiled, first);
  const base = extension.base;
  const joining: Joining = {
    records,
    off: rules.flatMap((rule, i) => (off.has(rule) ? [i] : [])),
    kept: off.size === 0 ? [] : rules.flatMap((rule, i) => (off.has(rule) || "key" in rule ? [] : [i])),
  };
  const joined = (name: number, more: FirstLists) => joinLists(base, extension.word(name), more, joining);
  extension.set(abi.P_FIRST, extension.append(joined(abi.P_FIRST, all)));
  extension.set(abi.P_FIRST_LINES, extension.append(joined(abi.P_FIRST_LINES, lines)));
  if (slow.length > 0) extension.set(abi.P_SLOW, extension.append(encodeLists(slow)));
  const reach = compiled.reduce((most, shape) => Math.max(most, shape?.fragmentEnd ?? 0), 0);
  extension.set(abi.P_TAIL, Math.max(extension.word(abi.P_TAIL), reach));
}

function allow(extension: Extension, { texts, patterns }: Changes["allowed"]): void {
  const innocents = patterns.map((pattern) => compileInnocent(pattern, true));
  if (texts.length > 0) innocents.push(...innocentTexts(texts));
  if (innocents.length === 0) return;
  const dfas = innocents.map((innocent) => ({
    dfa: innocent.dfa,
    value: extension.append(encodeInnocent(innocent)) + abi.INNOCENT_HEAD,
  }));
  const { all, phrases } = innocentLists(dfas);
  const joined = (name: number, more: FirstLists) => joinLists(extension.base, extension.word(name), more);
  extension.set(abi.P_INNOCENT, extension.append(joined(abi.P_INNOCENT, all)));
  extension.set(abi.P_INNOCENT_PHRASES, extension.append(joined(abi.P_INNOCENT_PHRASES, phrases)));
  const most = Math.max(...innocents.map(({ most }) => most));
  extension.set(abi.P_INNOCENT_MOST, Math.max(extension.word(abi.P_INNOCENT_MOST), most));
}
