// Finds the sites of TypeScript sources, with the parser that vitest brings.
import { parseAst } from "vitest/node";
import type { ParsedFile, Span } from "./site.ts";
import { SiteWalk } from "./site-walk.ts";

/** A node of ESTree, as far as it is looked at here. */
interface EsNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** Nodes of types that hold code. */
const WITH_CODE = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSInstantiationExpression",
]);

/** The sites of one source; throws where it cannot be parsed. */
export function parseProgramFile(path: string, text: string): ParsedFile {
  const walk = new ProgramWalk(text);
  walk.visit(parseAst(text, { lang: "ts" }, path) as unknown as EsNode, "", "");
  const { sites, constants, returns, names } = walk;
  return { path, text, sites, constants, returns, names };
}

/** `within` is the function around a node, `role` what a number at it would stand in. */
type Visit = (node: EsNode, within: string, role: string) => void;

class ProgramWalk extends SiteWalk {
  readonly #visits: Readonly<Record<string, Visit>> = {
    FunctionDeclaration: (node, within) => this.#visitDeclaration(node, within),
    ClassDeclaration: (node, within) => this.#visitDeclaration(node, within),
    MethodDefinition: (node, within) => this.#visitDeclaration(node, within),
    PropertyDefinition: (node, within) => this.#visitDeclaration(node, within),
    VariableDeclarator: (node, within) => this.#visitVariable(node, within),
    ImportDeclaration: (node) => {
      for (const { local } of node.specifiers as readonly { readonly local: EsNode }[]) {
        this.names.add(this.read(spanOf(local)));
      }
    },
    ExportNamedDeclaration: (node, within) => {
      if (node.declaration) this.visit(node.declaration as EsNode, within, "");
    },
    LogicalExpression: (node, within) => this.#visitBinary(node, within),
    BinaryExpression: (node, within) => this.#visitBinary(node, within),
    UnaryExpression: (node, within) => {
      const operand = node.argument as EsNode;
      if (node.operator === "!") {
        this.sites.push({ kind: "not", span: spanOf(node), within, operand: spanOf(operand) });
      }
      this.visit(operand, within, "");
    },
    CallExpression: (node, within) => {
      const args = node.arguments as readonly EsNode[];
      const callee = node.callee as EsNode;
      const name = this.addCall(spanOf(node), within, spanOf(callee), args.map(spanOf));
      this.visit(callee, within, "");
      for (const arg of args) this.visit(arg, within, `argument of ${name}`);
    },
    IfStatement: (node, within) => {
      if (!node.alternate && leaves(node.consequent as EsNode)) {
        this.sites.push({ kind: "guard", span: spanOf(node.test as EsNode), within });
      }
      this.#visitChildren(node, within, "");
    },
    ForStatement: (node, within) => this.#visitLoop(node, within),
    ForInStatement: (node, within) => this.#visitLoop(node, within),
    ForOfStatement: (node, within) => this.#visitLoop(node, within),
    WhileStatement: (node, within) => this.#visitLoop(node, within),
    DoWhileStatement: (node, within) => this.#visitLoop(node, within),
    Literal: (node, within, role) => {
      if (Number.isInteger(node.value)) this.addNumber(spanOf(node), within, node.value as number, role);
    },
    Identifier: (node, within) => this.addName(spanOf(node), within),
    MemberExpression: (node, within) => {
      this.visit(node.object as EsNode, within, "");
      if (node.computed) this.visit(node.property as EsNode, within, "");
    },
    Property: (node, within) => {
      if (node.computed) this.visit(node.key as EsNode, within, "");
      if (!node.shorthand) this.visit(node.value as EsNode, within, "");
    },
    ParenthesizedExpression: (node, within, role) => this.#visitChildren(node, within, role),
  };

  visit(node: EsNode, within: string, role: string): void {
    if (node.type.startsWith("TS") && !WITH_CODE.has(node.type)) return;
    const visit = this.#visits[node.type];
    if (visit === undefined) this.#visitChildren(node, within, "");
    else visit(node, within, role);
  }

  #visitDeclaration(node: EsNode, within: string): void {
    const name = this.read(spanOf((node.id ?? node.key) as EsNode));
    this.declare(name, within);
    const inside = within === "" ? name : `${within}.${name}`;
    for (const parameter of (node.params ?? []) as readonly EsNode[]) this.#visitBinding(parameter, inside);
    const body = (node.body ?? node.value) as EsNode | null;
    if (body) this.visit(body, inside, "");
  }

  #visitVariable(node: EsNode, within: string): void {
    const id = node.id as EsNode;
    const init = node.init as EsNode | null;
    const inside = this.declare(id.type === "Identifier" ? (id.name as string) : "", within);
    if (!init) return;
    if (within === "" && typeof init.value === "number") this.constants.set(inside, init.value);
    this.visit(init, inside, within === "" ? "const" : "");
  }

  #visitBinary(node: EsNode, within: string): void {
    const [left, right] = [node.left as EsNode, node.right as EsNode];
    const operator = node.operator as string;
    this.addBinary(spanOf(node), within, operator, spanOf(left), spanOf(right));
    this.visit(left, within, `left ${operator}`);
    this.visit(right, within, `right ${operator}`);
  }

  #visitLoop(node: EsNode, within: string): void {
    const body = node.body as EsNode;
    this.sites.push({ kind: "loop", span: spanOf(body), within, isBlock: body.type === "BlockStatement" });
    this.#visitChildren(node, within, "");
  }

  /** Of what is bound, only default values are code. */
  #visitBinding(node: EsNode, within: string): void {
    if (node.type === "AssignmentPattern") this.visit(node.right as EsNode, within, "");
  }

  #visitChildren(node: EsNode, within: string, role: string): void {
    const isFunction = /Function/.test(node.type);
    const isBinding = node.type.endsWith("Pattern");
    for (const [key, value] of Object.entries(node)) {
      for (const child of [value].flat()) {
        if (!isNode(child)) continue;
        if (isBinding || (isFunction && key === "params")) this.#visitBinding(child, within);
        else this.visit(child, within, role);
      }
    }
  }
}

function isNode(value: unknown): value is EsNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function spanOf({ start, end }: EsNode): Span {
  return { from: start, to: end };
}

/** Whether a statement does nothing but leave. */
function leaves(node: EsNode): boolean {
  if (node.type !== "BlockStatement") {
    return ["ReturnStatement", "ContinueStatement", "BreakStatement"].includes(node.type);
  }
  const statements = node.body as readonly EsNode[];
  return statements.length === 1 && leaves(statements[0]!);
}
