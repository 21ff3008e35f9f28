import type { KeyRule } from "./rule.ts";

/** Statements in which the names stand in one list and the values in another. */
export const sqlRules: readonly KeyRule[] = [
  {
    id: "sql/insert",
    name: "Value of a sensitive column in SQL INSERT",
    source: "https://www.postgresql.org/docs/current/sql-insert.html",
    key: ["insert into", "replace into", "insert ignore into"],
    value: "columns",
    anyWord: true,
  },
];
