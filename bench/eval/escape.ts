// How each notation writes a string. Reference: the language's own printer, not a style guide.

/** JSON string body without its quotes. */
export const json = (s: string) => JSON.stringify(s).slice(1, -1);

/** `json` applied `depth` times: a JSON text carried in a JSON string, and again. */
export const jsonTimes = (s: string, depth: number) => {
  let out = s;
  for (let i = 0; i < depth; i++) out = json(out);
  return out;
};

/** CPython `repr(str)`: single quotes unless the text has a single and no double quote. */
export const python = (s: string) => {
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  const body = controls(s.replaceAll("\\", "\\\\"));
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
};

/** Ruby `String#inspect`; `#{`, `#$` and `#@` are escaped too. */
export const ruby = (s: string) => `"${json(s).replace(/#(?=[{$@])/g, "\\#")}"`;

/** Go `%q`; Rust `{:?}` and Elixir `inspect` agree on what matters here. */
export const go = (s: string) => `"${json(s)}"`;

/** PHP `var_export`: only the quote and the backslash. */
export const php = (s: string) => `'${s.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** XML text and attribute values. */
export const xml = (s: string) =>
  s.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/** HTML with numeric entities, as Go's html/template and Jinja write them. */
export const htmlNumeric = (s: string) =>
  s.replace(
    /[&<>"']/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[c] ?? c,
  );

/** POSIX single quotes. */
export const shellSingle = (s: string) => `'${s.replaceAll("'", "'\\''")}'`;

/** POSIX double quotes. */
export const shellDouble = (s: string) => `"${s.replace(/["\\$`]/g, "\\$&")}"`;

/** YAML single quotes. */
export const yamlSingle = (s: string) => `'${s.replaceAll("'", "''")}'`;

/** SQL string literal, standard quoting. */
export const sql = (s: string) => `'${s.replaceAll("'", "''")}'`;

/** `application/x-www-form-urlencoded`. */
export const form = (s: string) => encodeURIComponent(s).replaceAll("%20", "+");

const controls = (s: string) => s.replaceAll("\r", "\\r").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
