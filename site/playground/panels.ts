// What is said about the text: how much goes by which rule, and why something at the cursor goes or stays.
import type { Matches } from "./matches.ts";
import type { Explained, Notes } from "./protocol.ts";

const element = (id: string): HTMLElement => document.getElementById(id)!;

function make(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function button(text: string, title: string, onClick: () => void): HTMLElement {
  const made = make("button", text, { type: "button", title });
  made.addEventListener("click", onClick);
  return made;
}

/** A rule's name, with a link to the page that describes the format. */
function noteOf(rule: string, notes: Notes): readonly HTMLElement[] {
  const [name, source] = notes[rule] ?? ["", ""];
  if (source === "") return name === "" ? [] : [make("span", name)];
  return [make("a", name || source, { href: source, target: "_blank", rel: "noreferrer" })];
}

export function showCounts(
  matches: Matches,
  length: number,
  notes: Notes,
  onRule: (rule: string) => void,
): void {
  const counts = matches.counts();
  const total = matches.starts.length;
  element("summary").textContent =
    length === 0
      ? "Paste a log on the left."
      : `${total.toLocaleString("en")} replaced in ${sizeOf(length)}.`;
  element("rules-found").replaceChildren(
    ...counts.map(([rule, count]) => {
      const row = document.createElement("tr");
      const cells = [
        [make("span", count.toLocaleString("en"))],
        [button(rule, "Go to the next match of this rule", () => onRule(rule))],
        noteOf(rule, notes),
      ];
      row.append(
        ...cells.map((children) => {
          const cell = document.createElement("td");
          cell.append(...children);
          return cell;
        }),
      );
      return row;
    }),
  );
}

const sizeOf = (length: number): string =>
  length < 10_000
    ? `${length.toLocaleString("en")} characters`
    : `${Math.round(length / 1000).toLocaleString("en")} KB`;

/** The most reasons that are shown. */
const MOST = 8;

export function showReasons(explained: Explained, notes: Notes, onAddRule: (rule: string) => void): void {
  const { match, reasons, offRules } = explained;
  const head = document.createElement("p");
  if (match === undefined) head.append("Nothing here is replaced.");
  else head.append("Replaced by ", make("code", match.rule), " ", ...noteOf(match.rule, notes));
  const list = document.createElement("ul");
  list.append(...reasons.slice(0, MOST).map((reason) => make("li", reason)));
  for (const rule of new Set(offRules)) {
    const item = make("li", `${rule} would replace it, but is off. `);
    item.append(button("Turn it on", `Add ${rule} to the rules`, () => onAddRule(rule)));
    list.append(item);
  }
  element("why").replaceChildren(head, list);
}
