import { programFor } from "../redactor/program-for.ts";
import { catalogue } from "../rules/catalogue.ts";
import { tracedBuild } from "./call-trace.ts";
import { explainRule } from "./explain-rule.ts";
import { explainCalls, explainText } from "./explain-text.ts";

/** What is explained: a rule of the catalogue by its id, or any text. */
export interface Question {
  readonly subject: string;
  /** Of a text, all calls of the kernel and not only what they came to. */
  readonly calls: boolean;
}

/**
 * What a rule was compiled to, or which candidates a text has and why each was taken or left. Shows no secret.
 *
 * @param tracedKernel Gives the traced build, which a rule does not need
 */
export async function explain(
  { subject, calls }: Question,
  tracedKernel: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const rules = catalogue.filter(
    ({ id }) => id === subject || (subject.endsWith("/*") && id.startsWith(subject.slice(0, -1))),
  );
  if (rules.length > 0) return rules.map(explainRule).join("\n\n");
  const kernel = tracedBuild(await tracedKernel());
  return (calls ? explainCalls : explainText)(programFor({}), kernel, subject);
}
