// Turns the kernel's source into that of the checked build, on the compiler's syntax tree: the source itself holds
// nothing of it, so that what is shipped cannot change by a byte, and a new loop is counted from the start.
//
// - every call of a function, every turn of a loop and every byte that is read by `at` counts a step; functions that
//   are put in place of their calls are a few instructions and count nothing else;
// - loads, stores, fills and copies are held against what may be read and written (`src/kernel/checked/checks.ts`),
//   and what is read for a stop that is remembered against the window by which it is (`src/kernel/reading/window.ts`).
import { Node, NodeKind } from "assemblyscript";

/** Calls by their names, and what is called in their place. */
const CHECKED = new Map([
  ["load", "checkedLoad"],
  ["store", "checkedStore"],
  ["v128.load", "checkedVectorLoad"],
  ["v128.store", "checkedVectorStore"],
  ["memory.fill", "checkedFill"],
  ["memory.copy", "checkedCopy"],
  ["loadAhead", "checkedLoadAhead"],
  ["openWindow", "checkedOpenWindow"],
  ["isWindow", "checkedIsWindow"],
]);

const LOOPS = new Set([NodeKind.For, NodeKind.While, NodeKind.Do]);

/** A transform of the AssemblyScript compiler. Files in `checked/` stay as they are. */
export const countSteps = {
  /** @param {{ sources: any[] }} parser */
  afterParse({ sources }) {
    for (const source of sources) {
      if (source.isLibrary || source.internalPath.startsWith("checked/")) continue;
      for (const statement of source.statements) visit(statement);
    }
  },
};

/** @param {any} node Of any kind, with its children as properties and in arrays */
function visit(node) {
  if (node.kind === NodeKind.Call) replaceCallee(node);
  if (LOOPS.has(node.kind) || isFunction(node)) node.body = countedBody(node.body);
  for (const [name, child] of Object.entries(node)) {
    if (name === "range") continue;
    for (const each of Array.isArray(child) ? child : [child]) if (each instanceof Node) visit(each);
  }
}

/** @param {any} node */
function isFunction(node) {
  if (node.kind !== NodeKind.FunctionDeclaration || !node.body) return false;
  const isInlined = (node.decorators ?? []).some((/** @type {any} */ { name }) => name.text === "inline");
  return !isInlined || node.name.text === "at";
}

/** @param {any} body A statement */
function countedBody(body) {
  const { range } = body;
  const call = Node.createCallExpression(
    Node.createIdentifierExpression("countStep", range),
    null,
    [],
    range,
  );
  return Node.createBlockStatement([Node.createExpressionStatement(call), body], range);
}

/** @param {any} call */
function replaceCallee(call) {
  const name = nameOf(call.expression);
  const checked = name && CHECKED.get(name);
  if (checked) call.expression = Node.createIdentifierExpression(checked, call.expression.range);
}

/** @param {any} expression @returns {string | undefined} */
function nameOf(expression) {
  if (expression.kind === NodeKind.Identifier) return expression.text;
  if (expression.kind !== NodeKind.PropertyAccess) return undefined;
  const of = nameOf(expression.expression);
  return of && `${of}.${expression.property.text}`;
}
