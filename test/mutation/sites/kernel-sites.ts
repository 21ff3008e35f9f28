// Finds the sites of AssemblyScript sources with the compiler's own parser.
import * as assemblyscript from "assemblyscript";
import type { ParsedFile, Span } from "./site.ts";
import { SiteWalk } from "./site-walk.ts";

/** A node of the compiler's tree, as far as it is looked at here. */
interface AsNode {
  readonly kind: number;
  readonly range: { readonly start: number; readonly end: number };
  readonly [property: string]: unknown;
}

const compiler = assemblyscript as unknown as {
  readonly NodeKind: Readonly<Record<string, number>>;
  newOptions(): unknown;
  newProgram(options: unknown): { readonly sources: readonly AsNode[] };
  parse(program: unknown, text: string, path: string, isEntry: boolean): void;
  nextDiagnostic(program: unknown): unknown;
};
const kinds = compiler.NodeKind;

/** What holds types and no code. */
const TYPES: ReadonlySet<number | undefined> = new Set(
  ["NamedType", "FunctionType", "TupleType", "TypeName", "TypeParameter", "Decorator", "TypeDeclaration"].map(
    (name) => kinds[name],
  ),
);

/** The sites of one source; throws where it cannot be parsed. */
export function parseKernelFile(path: string, text: string): ParsedFile {
  const program = compiler.newProgram(compiler.newOptions());
  compiler.parse(program, text, path, true);
  const diagnostic = compiler.nextDiagnostic(program);
  if (diagnostic) throw new Error(`${path}: ${String(diagnostic)}`);
  const walk = new KernelWalk(text);
  walk.visit(program.sources.at(-1)!, "", "");
  const { sites, constants, returns, names } = walk;
  return { path, text, sites, constants, returns, names };
}

/** `within` is the function around a node, `role` what a number at it would stand in. */
type Visit = (node: AsNode, within: string, role: string) => void;

class KernelWalk extends SiteWalk {
  readonly #visits: Readonly<Record<number, Visit>> = {
    [kinds.FunctionDeclaration!]: (node, within) => this.#visitFunction(node, within),
    [kinds.MethodDeclaration!]: (node, within) => this.#visitFunction(node, within),
    [kinds.ClassDeclaration!]: (node, within) => {
      const name = this.declare(this.read(spanOf(node.name as AsNode)), within);
      for (const member of node.members as readonly AsNode[]) this.visit(member, name, "");
    },
    [kinds.VariableDeclaration!]: (node, within) => this.#visitVariable(node, within),
    [kinds.ImportDeclaration!]: (node) => {
      this.names.add(this.read(spanOf(node.name as AsNode)));
    },
    [kinds.Binary!]: (node, within) => this.#visitBinary(node, within),
    [kinds.UnaryPrefix!]: (node, within) => {
      const operand = node.operand as AsNode;
      const span = spanOf(node);
      if (this.text[span.from] === "!")
        this.sites.push({ kind: "not", span, within, operand: spanOf(operand) });
      this.visit(operand, within, "");
    },
    [kinds.Call!]: (node, within) => {
      const args = node.args as readonly AsNode[];
      const callee = this.addCall(spanOf(node), within, spanOf(node.expression as AsNode), args.map(spanOf));
      for (const arg of args) this.visit(arg, within, `argument of ${callee}`);
    },
    [kinds.If!]: (node, within) => {
      if (!node.ifFalse && leaves(node.ifTrue as AsNode)) {
        this.sites.push({ kind: "guard", span: spanOf(node.condition as AsNode), within });
      }
      this.#visitChildren(node, within, "");
    },
    [kinds.For!]: (node, within) => this.#visitLoop(node, within),
    [kinds.While!]: (node, within) => this.#visitLoop(node, within),
    [kinds.Do!]: (node, within) => this.#visitLoop(node, within),
    [kinds.Literal!]: (node, within, role) => {
      const value = this.read(spanOf(node));
      if (/^(0x[0-9a-f]+|\d+)$/i.test(value)) this.addNumber(spanOf(node), within, Number(value), role);
    },
    [kinds.Identifier!]: (node, within) => this.addName(spanOf(node), within),
    [kinds.PropertyAccess!]: (node, within) => this.visit(node.expression as AsNode, within, ""),
    [kinds.Parenthesized!]: (node, within, role) => this.#visitChildren(node, within, role),
  };

  visit(node: AsNode, within: string, role: string): void {
    const visit = this.#visits[node.kind];
    if (visit === undefined) this.#visitChildren(node, within, "");
    else visit(node, within, role);
  }

  #visitFunction(node: AsNode, within: string): void {
    const name = this.read(spanOf(node.name as AsNode));
    const { returnType } = node.signature as { readonly returnType?: AsNode };
    if (returnType) this.returns.set(name, this.read(spanOf(returnType)));
    this.declare(name, within);
    if (node.body) this.visit(node.body as AsNode, within === "" ? name : `${within}.${name}`, "");
  }

  #visitVariable(node: AsNode, within: string): void {
    const name = this.read(spanOf(node.name as AsNode));
    const initializer = node.initializer as AsNode | null;
    const inside = this.declare(name, within);
    if (!initializer) return;
    const value = Number(this.read(spanOf(initializer)));
    if (within === "" && Number.isInteger(value)) this.constants.set(name, value);
    this.visit(initializer, inside, within === "" ? "const" : "");
  }

  #visitBinary(node: AsNode, within: string): void {
    const [left, right] = [node.left as AsNode, node.right as AsNode];
    const operator = operatorIn(this.text.slice(left.range.end, right.range.start));
    this.addBinary(spanOf(node), within, operator, spanOf(left), spanOf(right));
    this.visit(left, within, `left ${operator}`);
    this.visit(right, within, `right ${operator}`);
  }

  #visitLoop(node: AsNode, within: string): void {
    const body = node.body as AsNode;
    this.sites.push({ kind: "loop", span: spanOf(body), within, isBlock: body.kind === kinds.Block });
    this.#visitChildren(node, within, "");
  }

  #visitChildren(node: AsNode, within: string, role: string): void {
    for (const child of Object.values(node).flat()) {
      if (isNode(child) && !TYPES.has(child.kind)) this.visit(child, within, role);
    }
  }
}

function isNode(value: unknown): value is AsNode {
  return typeof value === "object" && value !== null && "kind" in value && "range" in value;
}

function spanOf({ range }: AsNode): Span {
  return { from: range.start, to: range.end };
}

/** The operator in what stands between two operands: comments and the operands' parentheses may stand there, too. */
function operatorIn(text: string): string {
  return text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "").replace(/[\s()]/g, "");
}

/** Whether a statement does nothing but leave. */
function leaves(node: AsNode): boolean {
  if (node.kind !== kinds.Block) {
    return [kinds.Return, kinds.Continue, kinds.Break].includes(node.kind);
  }
  const statements = node.statements as readonly AsNode[];
  return statements.length === 1 && leaves(statements[0]!);
}
