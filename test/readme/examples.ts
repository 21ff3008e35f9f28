/** The `@example` of a docstring, and the declaration that it stands above. */
export interface Example {
  readonly of: string;
  /** Whether that is an interface or the name of a type: its example is compiled, not run. */
  readonly isType: boolean;
  readonly code: string;
}

const DOCSTRING = /\/\*\*([\s\S]*?)\*\/\s*(.*)/g;

/** Every `@example` in a source file. */
export function examplesOf(source: string): Example[] {
  return [...source.matchAll(DOCSTRING)].flatMap(([, body, declaration]) => {
    const text = body!.replace(/^\s*\* ?/gm, "");
    const [, example] = /@example\s([\s\S]*?)(?=\n@|$)/.exec(text) ?? [];
    // "@module" is about a whole entry.
    return example === undefined || text.includes("@module")
      ? []
      : [{ of: nameOf(declaration!), isType: TYPE.test(declaration!), code: example.trim() }];
  });
}

const TYPE = /^(?:export |declare )*(?:interface|type) /;

function nameOf(declaration: string): string {
  const plain = declaration.replace(
    /^export\s+|\b(?:declare|default|async|function|class|const|interface|type|readonly)\s+/g,
    "",
  );
  return /^\w+/.exec(plain)?.[0] ?? declaration;
}

/** The example's statements, and what its last comment says of the value of the last one. */
export function statedValue(code: string): {
  readonly statements: string;
  readonly value: string;
  readonly says: string;
} {
  const lines = code.split("\n");
  const [, value = "", says = ""] = /^(.*?);\s*\/\/\s*(.*)$/.exec(lines.at(-1)!) ?? [];
  return { statements: lines.slice(0, -1).join("\n"), value, says };
}
