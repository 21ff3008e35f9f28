import { expect, test } from "vitest";
import { helpText } from "../../src/cli/flags/filter-command.ts";
import { readText, repositoryFiles } from "../structure/files.ts";
import { proseOf, readDocument, USER_DOCUMENTS } from "./documents.ts";
import { TURNS, turnsIn } from "./turns.ts";

test.each([...USER_DOCUMENTS, "CONTRIBUTING.md", "SECURITY.md"])("%s is in plain words", (name) => {
  // CONTRIBUTING names the words that are refused.
  const text = proseOf(readDocument(name)).replace(/^- Words: .*$/m, "");
  expect(turnsIn(text)).toEqual([]);
});

const ROOMS =
  /^src\/(?:adapters|cli|config|node|object|redaction|redactor|scanner|stream)\/|^src\/[\w-]+\.ts$/;
const sources = repositoryFiles().filter((file) => ROOMS.test(file) && file.endsWith(".ts"));

/** The texts of a source file that are sentences: messages. */
const messagesOf = (source: string): string[] =>
  source
    .replace(/^\s*(?:\/\/|\/?\*).*$/gm, "")
    .match(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g)
    ?.filter((text) => text.split(" ").length > 3) ?? [];

test("comments are in plain words", () => {
  const comments = sources.flatMap((file) =>
    (readText(file).match(/^\s*(?:\/\/|\/?\*).*$/gm) ?? []).map((line) => [file, line] as const),
  );
  expect(comments.length).toBeGreaterThan(500);
  expect(comments.flatMap(([file, line]) => turnsIn(line).map((turn) => `${file}: ${turn}`))).toEqual([]);
});

/** A comment that begins its line, or stands after code. */
const COMMENT = /^\s*(?:\/\/|\/?\*).*$|\s\/\/ .*$/gm;

test("no comment says behind for after", () => {
  const behind = /(?<![-\w`/?=])behind\b(?!-)/i;
  const comments = repositoryFiles()
    .filter((file) => /^(?:src|build|bench|embedding|site)\/.*\.[jt]s$/.test(file))
    .flatMap((file) => (readText(file).match(COMMENT) ?? []).map((line) => `${file}: ${line.trim()}`));
  expect(comments.length).toBeGreaterThan(5000);
  expect(comments.filter((line) => behind.test(line.replace(/`[^`]*`/g, "")))).toEqual([]);
});

const commentsOf = (source: string): string[] => source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];

test("messages are in plain words", () => {
  const messages = sources.flatMap((file) => messagesOf(readText(file)).map((text) => [file, text] as const));
  expect(messages.length).toBeGreaterThan(50);
  const odd = messages.flatMap(([file, text]) => turnsIn(text).map((turn) => `${file}: ${turn}`));
  expect(odd).toEqual([]);
  expect(turnsIn(helpText())).toEqual([]);
});

const ENTRIES = [
  "index",
  ...["opentelemetry", "pino", "register", "stream", "web", "winston"].map((name) => `adapters/${name}`),
];

test.each(ENTRIES)("doc comments of dist/%s.d.cts are in plain words", (name) => {
  const comments = commentsOf(readText(`dist/${name}.d.cts`));
  expect(comments.flatMap(turnsIn)).toEqual([]);
});

test.each(TURNS)("$example: refused", ({ turn, example }) => {
  expect(example).toMatch(turn);
});

test("plain words are not refused", () => {
  expect(
    turnsIn("The line is not JSON, so it is skipped; the filter reports it after the last line."),
  ).toEqual([]);
});
