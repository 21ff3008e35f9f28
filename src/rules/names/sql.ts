import type { KeyRule } from "../rule.ts";

/** Statements in which the names stand in one list and the values in another. */
export const sqlRules: readonly KeyRule[] = [
  {
    id: "sql/insert",
    name: "Value of a sensitive column in SQL INSERT",
    source: "https://www.postgresql.org/docs/current/sql-insert.html",
    // Whatever stands before it, on the line before too, as Hibernate prints: what follows has to be columns and values.
    key: ["insert into", "replace into", "insert ignore into", "=into"],
    value: "columns",
    anyWord: true,
  },
  {
    // What its columns or conditions are called says which of them are secret.
    id: "sql/bound",
    name: "Value that the statement after it binds",
    source: "https://learn.microsoft.com/ef/core/logging-events-diagnostics/extensions-logging",
    key: ["=parameters", "=bindings", "=params", "=args"],
    value: "named",
  },
];
