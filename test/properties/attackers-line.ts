import type { Choices } from "./choices.ts";
import { attack } from "./generate/attack.ts";
import { document } from "./generate/documents.ts";
import { opening } from "./generate/openings.ts";
import { oneLineStyle, prettyStyle, render } from "./generate/render.ts";
import { victim } from "./generate/victims.ts";
import { lostIn, show } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { redact, scan } from "./subject.ts";

/** Lines that somebody wrote to confuse. */
function attackersText(choices: Choices): string {
  return [attackersLineOf(choices), ...choices.list(1, 3, () => attackersLineOf(choices))].join(
    choices.pick(["\n", "\r\n"]),
  );
}

/** Anchors, or what is cut in its middle. */
function attackersLineOf(choices: Choices): string {
  switch (choices.below(6)) {
    case 0:
    case 1:
    case 2:
      return attack(choices);
    case 3:
      return cut(choices, victim(choices));
    case 4:
      return cut(
        choices,
        render(document(choices), choices.isOneOf(3) ? prettyStyle(choices) : oneLineStyle(choices)),
      );
    default:
      return `GET /?q=${attack(choices)}`;
  }
}

function cut(choices: Choices, text: string): string {
  return text.slice(0, 1 + choices.below(text.length));
}

/**
 * Whether a text shows by itself that it may go on what stands before it: it begins with a blank, a quote or a
 * bracket, is a run of base64, or has as many cells as a heading could have.
 */
function mayGoOn(text: string, before: string): boolean {
  const first = /^[^\r\n]*/.exec(text)![0];
  if (/^[\s"'`)\]}>,;|+*.:=&\\-]/.test(first) || /^[\w+/=.-]*$/.test(first)) return true;
  // A dialog's next line, a container runtime's.
  if (/^(?:PASS |\$\d|\+OK|331|(?:C|->?|>+):? |.{10,40} std(?:out|err) [PF] )/.test(first)) return true;
  // Below a heading that dashes underline, lines with blanks where its columns have them are rows.
  if (/^ *-+(?: +-+)* *$/m.test(before) && / /.test(first)) return true;
  const cells = (line: string, sign: string): number => line.split(sign).length;
  return [",", ";", "\t", "|", "│"].some((sign) => {
    const count = cells(first, sign);
    return count > 1 && before.split("\n").some((line) => cells(line, sign) === count);
  });
}

/** All that is found in lines alone is found after others. */
function losesNothing(name: string, what: string, textFor: (choices: Choices) => string): Property {
  return {
    name,
    what,
    make(choices): Case {
      const before = textFor(choices);
      const text = victim(choices);
      const input = `${before}\n${text}`;
      return {
        inputs: [input],
        check() {
          const lost = lostIn(scan(text), scan(input), before.length + 1);
          if (lost === undefined) return undefined;
          const { rule, start, end } = lost;
          return {
            promise: "what is found alone is found",
            detail: `${rule} ${show(text.slice(start, end))}\n${redact(input)}`,
          };
        },
      };
    },
  };
}

/** Lines come out after others as they do alone, where they do not go on what stands there. */
function changesNothing(name: string, what: string, textFor: (choices: Choices) => string): Property {
  return {
    name,
    what,
    make(choices): Case {
      const before = textFor(choices);
      const text = victim(choices);
      const input = `${before}\n${text}`;
      return {
        inputs: [input],
        check() {
          if (mayGoOn(text, before)) return undefined;
          const out = redact(input);
          const alone = redact(text);
          return out.endsWith(`\n${alone}`) ? undefined : spoilt(alone, out);
        },
      };
    },
  };
}

export const attackersLine: Property = losesNothing(
  "attackers-line",
  "lines with credentials in many notations after an attacker's: all that is found in them alone is found",
  attackersText,
);

export const openingLine: Property = losesNothing(
  "opening-line",
  "the same after what opens something: a prompt, a statement, a block, a table, a value below its name, a cut record",
  opening,
);

export const attackersLineChangesNone: Property = changesNothing(
  "attackers-line-changes-none",
  "the same where the lines do not go on the attacker's: they come out as they do alone",
  attackersText,
);

export const openingLineChangesNone: Property = changesNothing(
  "opening-line-changes-none",
  "the same after what opens something",
  opening,
);

export const laterLine: Property = {
  name: "later-line",
  what: "an attacker's line after lines with credentials: they come out as they do alone",
  make(choices): Case {
    const text = victim(choices);
    const input = `${text}\n${attackersText(choices)}`;
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        const alone = redact(`${text}\n`);
        return out.startsWith(alone) ? undefined : spoilt(alone, out);
      },
    };
  },
};

function spoilt(alone: string, out: string): Failure {
  return { promise: "lines come out as they do alone", detail: `${out}\nalone: ${alone}` };
}
