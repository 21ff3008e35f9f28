import type { ShapeRule } from "../../src/rules/rule.ts";
import { headOf, sampleOfRule } from "./generate.ts";

/** Ends of words that programs put after a prefix: variables, functions, files, flags. */
const ENDS = [
  "lifecycle_event",
  "buff_alloc",
  "enabled",
  "config_registry",
  "session_handler",
  "user-settings",
  "id",
  "1",
  "v2",
  "test_case_name",
  "2024",
  "x86",
  "default",
];

/** Words and sentences that begin as a rule's token does, or hold its head alone. */
export function wordsAlike(rule: ShapeRule): readonly string[] {
  const head = headOf(rule);
  if (head.length < 2) return [];
  const regex = new RegExp(rule.pattern, rule.ignoreCase ? "i" : "");
  // A head that ends in a letter is no prefix of words: `b3BlbnNzaC1rZXktdjEA`. A blank is part of `FlyV1 `.
  const isPrefix = /[_.-]$/.test(head);
  return [
    head,
    `${head}ab`,
    ...[`${head} 0123456789abcdef0123456789abcdef`].filter((text) => !regex.test(text)),
    `${head}, ${head}; (${head})`,
    `the prefix "${head}" stands for it`,
    `${head}\n${head}`,
    `my${head}id`,
    ...(isPrefix ? ENDS.flatMap((end) => [head + end, `my_${head}${end}()`]) : []),
    `${head}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
    `${head}${"*".repeat(30)}`,
    `${head}<your-token-here>`,
    `${head}$\{TOKEN}`,
  ];
}

/** The head with a body of another alphabet, and samples with a character too few for anything. */
export function alienOf(rule: ShapeRule, random: () => number): readonly string[] {
  const head = headOf(rule);
  if (head.length < 2) return [];
  const regex = new RegExp(rule.pattern, rule.ignoreCase ? "i" : "");
  const sample = sampleOfRule(rule, random);
  const body = sample.slice(head.length);
  return [
    head + body.replace(/[\w.+/=:-]/g, "~"),
    head + body.replace(/[\w.+/=:-]/g, "!"),
    head + body.replace(/[\w.+/=:-]/g, "é"),
    head + body.replace(/[\w.+/=:-]/g, " "),
    head + body.slice(0, 2),
  ].filter((miss) => !regex.test(miss));
}
