// How each notation writes a string. Reference: the language's own printer, not a style guide.

/** JSON string body without its quotes. @param {string} s */
export const json = (s) => JSON.stringify(s).slice(1, -1);

/** `json` applied `depth` times: a JSON text carried in a JSON string, and again. @param {string} s @param {number} depth */
export const jsonTimes = (s, depth) => {
  let out = s;
  for (let i = 0; i < depth; i++) out = json(out);
  return out;
};

/** CPython `repr(str)`: single quotes unless the text has a single and no double quote. @param {string} s */
export const python = (s) => {
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  const body = controls(s.replaceAll("\\", "\\\\"));
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
};

/** Ruby `String#inspect`; `#{`, `#$` and `#@` are escaped too. @param {string} s */
export const ruby = (s) => `"${json(s).replace(/#(?=[{$@])/g, "\\#")}"`;

/** Go `%q`; Rust `{:?}` and Elixir `inspect` agree on what matters here. @param {string} s */
export const go = (s) => `"${json(s)}"`;

/** PHP `var_export`: only the quote and the backslash. @param {string} s */
export const php = (s) => `'${s.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** XML text and attribute values. @param {string} s */
export const xml = (s) =>
  s.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/** HTML with numeric entities, as Go's html/template and Jinja write them. @param {string} s */
export const htmlNumeric = (s) =>
  s.replace(
    /[&<>"']/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[c] ?? c,
  );

/** POSIX single quotes. @param {string} s */
export const shellSingle = (s) => `'${s.replaceAll("'", "'\\''")}'`;

/** POSIX double quotes. @param {string} s */
export const shellDouble = (s) => `"${s.replace(/["\\$`]/g, "\\$&")}"`;

/** YAML single quotes. @param {string} s */
export const yamlSingle = (s) => `'${s.replaceAll("'", "''")}'`;

/** SQL string literal, standard quoting. @param {string} s */
export const sql = (s) => `'${s.replaceAll("'", "''")}'`;

/** `application/x-www-form-urlencoded`. @param {string} s */
export const form = (s) => encodeURIComponent(s).replaceAll("%20", "+");

/** @param {string} s */
const controls = (s) => s.replaceAll("\r", "\\r").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
