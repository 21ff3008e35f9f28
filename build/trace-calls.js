// Turns the kernel's source into that of the traced build, on the compiler's syntax tree: every function tells what
// it is called with and what it returns (`src/kernel/traced/index.ts`). The kernel itself holds nothing of it.
import { Node, NodeKind } from "assemblyscript";

/** Numbers that a call can be told with, each as a word of 32 bits. */
const WORDS = new Set(["u32", "i32", "usize", "bool", "u8", "u16", "u64"]);
/** Arguments that are told of. */
const ARGUMENTS = 4;

/** What each function is called, with its parameters and their types: a call is told with its number in here. */
const titles = /** @type {string[]} */ ([]);

/** A transform of the AssemblyScript compiler. Files in `traced/` stay as they are. */
export const traceCalls = {
  /** @param {{ sources: any[] }} parser */
  afterParse({ sources }) {
    titles.length = 0;
    for (const source of sources) {
      if (source.isLibrary || source.internalPath.startsWith("traced/")) continue;
      for (const statement of source.statements) {
        if (statement.kind === NodeKind.FunctionDeclaration && isTraceable(statement)) trace(statement);
      }
    }
  },
};

/**
 * The module with the titles in it. In the kernel's memory is no room for them: what it shares with its host begins at
 * 64 KB.
 *
 * @param {Uint8Array} wasm @returns {Uint8Array}
 */
export function withTitles(wasm) {
  const name = Buffer.from("titles");
  const content = Buffer.concat([Uint8Array.of(name.length), name, Buffer.from(JSON.stringify(titles))]);
  return Buffer.concat([wasm, Uint8Array.of(0), leb128(content.length), content]);
}

/** @param {number} value */
function leb128(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Uint8Array.of(...bytes, rest);
    bytes.push((rest & 127) | 128);
  }
}

/** @param {any} declaration */
function isTraceable({ body, decorators, signature }) {
  const isInlined = decorators?.some((/** @type {any} */ { name }) => name.text === "inline");
  return body && !isInlined && (isVoid(signature) || WORDS.has(typeOf(signature.returnType)));
}

/** @param {any} signature */
function isVoid({ returnType }) {
  return typeOf(returnType) === "void";
}

/** @param {any} type */
function typeOf(type) {
  return type?.name?.identifier.text;
}

/** @param {any} declaration */
function trace(declaration) {
  const { range, signature } = declaration;
  const parameters = signature.parameters.slice(0, ARGUMENTS);
  const names = parameters.map((/** @type {any} */ { name, type }) => `${name.text}:${typeOf(type)}`);
  const number = titles.push([declaration.name.text, ...names].join(" ")) - 1;
  const title = () => Node.createIntegerLiteralExpression(i64_new(number), range);
  const call = (
    /** @type {string} */ name,
    /** @type {any[]} */ args,
    /** @type {any[] | null} */ types = null,
  ) => Node.createCallExpression(Node.createIdentifierExpression(name, range), types, args, range);
  const values = Array.from({ length: ARGUMENTS }, (_, i) =>
    parameters[i] && WORDS.has(typeOf(parameters[i].type))
      ? Node.createIdentifierExpression(parameters[i].name.text, range)
      : zero(range),
  );
  const words = values.map((value) =>
    Node.createAssertionExpression(
      0,
      value,
      Node.createNamedType(Node.createSimpleTypeName("u32", range), null, false, range),
      range,
    ),
  );
  const leave = () => Node.createExpressionStatement(call("traceLeave", [title()]));
  const returned = (/** @type {any} */ statement) => {
    if (!isVoid(signature)) {
      statement.value = call("traceResult", [title(), statement.value], [signature.returnType]);
      return statement;
    }
    const before = statement.value ? [Node.createExpressionStatement(statement.value)] : [];
    return Node.createBlockStatement([...before, leave(), Node.createReturnStatement(null, range)], range);
  };
  const body = withReturns(declaration.body, returned);
  const enter = Node.createExpressionStatement(call("traceEnter", [title(), ...words]));
  declaration.body = Node.createBlockStatement([enter, body, ...(isVoid(signature) ? [leave()] : [])], range);
}

/** @param {any} range */
function zero(range) {
  return Node.createFalseExpression(range);
}

/**
 * The statement with `returned` of each `return` in its place.
 *
 * @param {any} node @param {(statement: any) => any} returned
 * @returns {any}
 */
function withReturns(node, returned) {
  if (node.kind === NodeKind.Return) return returned(node);
  for (const [name, child] of Object.entries(node)) {
    if (name === "range") continue;
    if (Array.isArray(child)) {
      for (const [i, each] of child.entries())
        if (each instanceof Node) child[i] = withReturns(each, returned);
    } else if (child instanceof Node) node[name] = withReturns(child, returned);
  }
  return node;
}
