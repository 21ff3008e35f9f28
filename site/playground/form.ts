// The settings: fields in, options out, and how they look as code, configuration, flags and link.
import {
  asCode,
  asCommand,
  asConfiguration,
  asLink,
  CENSORS,
  fromLink,
  type JsonOptions,
  optionsOf,
  type Settings,
} from "./settings.ts";

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const FIELDS: readonly (keyof Settings)[] = ["rules", "own", "keys", "allow", "censor", "text"];

const VIEWS: Readonly<Record<string, (options: JsonOptions) => string>> = {
  code: asCode,
  configuration: asConfiguration,
  command: asCommand,
};

export class Form {
  readonly #onChange: (options: JsonOptions) => Promise<string | undefined>;
  #view = "code";

  /** @param onChange Takes options, and returns what is wrong with them. */
  constructor(onChange: (options: JsonOptions) => Promise<string | undefined>) {
    this.#onChange = onChange;
    this.#fill(fromLink(location.hash.slice(1)));
    for (const name of FIELDS) element<Field>(name).addEventListener("input", () => this.#changed());
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-view]"))
      button.addEventListener("click", () => this.#show(button.dataset.view!));
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-add-rule]"))
      button.addEventListener("click", () => this.addRule(button.dataset.addRule!));
    element("copy").addEventListener("click", () => copy(element("options").textContent, element("copy")));
    element("link").addEventListener("click", () => copy(this.#link(), element("link")));
    addEventListener("hashchange", () => {
      this.#fill(fromLink(location.hash.slice(1)));
      this.#changed();
    });
  }

  /** Applies the settings as they are. */
  start(): Promise<void> {
    return this.#changed();
  }

  addRule(id: string): void {
    const field = element<HTMLInputElement>("rules");
    const rules = field.value.split(",").map((rule) => rule.trim());
    if (!rules.includes(id)) field.value = [...rules.filter((rule) => rule !== ""), id].join(", ");
    this.#changed();
  }

  #settings(): Settings {
    const values = Object.fromEntries(FIELDS.map((name) => [name, element<Field>(name).value]));
    const censor = CENSORS.find((name) => name === values.censor) ?? "redacted";
    return { ...(values as unknown as Settings), censor };
  }

  #fill(settings: Settings): void {
    for (const name of FIELDS) element<Field>(name).value = settings[name];
    if (settings.own !== "") element<HTMLDetailsElement>("own-rules").open = true;
  }

  async #changed(): Promise<void> {
    const settings = this.#settings();
    element("text-field").hidden = settings.censor !== "text";
    const error = await this.#apply(settings);
    const message = element("error");
    message.textContent = error ?? "";
    message.hidden = error === undefined;
    history.replaceState(undefined, "", this.#link());
    this.#show(this.#view);
  }

  async #apply(settings: Settings): Promise<string | undefined> {
    try {
      return await this.#onChange(optionsOf(settings));
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** The page's address with the settings, and with nothing of the text. */
  #link(): string {
    const link = asLink(this.#settings());
    return location.href.replace(/#.*$/, "") + (link === "" ? "" : `#${link}`);
  }

  #show(view: string): void {
    this.#view = view;
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    try {
      element("options").textContent = VIEWS[view]!(optionsOf(this.#settings()));
    } catch {
      // The message stands above.
    }
  }
}

/** Copies a text, and says so on the button for a moment. */
async function copy(text: string, button: HTMLElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed here";
  }
  setTimeout(() => {
    button.textContent = label;
  }, 1500);
}
