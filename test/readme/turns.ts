/** A turn that readers stumble over, with what to write instead. */
export interface Turn {
  readonly turn: RegExp;
  readonly instead: string;
  readonly example: string;
}

/** Turns that stood in messages and documents, and are kept out of them. */
export const TURNS: readonly Turn[] = [
  { turn: /makes? no sense/, instead: "is wrong", example: "the command line makes no sense" },
  {
    turn: /left as (?:it is|they are|it was)(?: and told|;|,)/,
    instead: "skipped",
    example: "are left as they are and told",
  },
  { turn: /what they come to/, instead: "in place", example: "replace the files by what they come to" },
  {
    turn: /(?:is|are) no (?:text|bytes|secrets?|JSON|credentials?|functions?|numbers?)\b/,
    instead: "is not",
    example: "what is no text",
  },
  {
    turn: /(?:that|which|what|who) (?:is|are) none\b/,
    instead: "say what it is not",
    example: "a path that is none",
  },
  { turn: /when `\w+` is none/, instead: "is not a …", example: "when `processor` is none" },
  { turn: /\bin vain\b/, instead: "false alarm", example: "changed in vain" },
  { turn: /\b(?:start|started|tried|opened|made) anew\b/, instead: "again", example: "tried anew" },
  { turn: /\beach for itself\b/, instead: "separately", example: "redacted each for itself" },
  { turn: /\bbehind\b/, instead: "after", example: "behind a credential header" },
  { turn: /\b(?:is|are|be) told\b/i, instead: "is reported", example: "Is told of every match" },
  { turn: /nothing can be told/, instead: "cannot be reported", example: "nothing can be told of it" },
  { turn: /by its look/, instead: "looks like", example: "no text by its look" },
  { turn: /\band its kin\b/, instead: "and its relatives", example: "`fs.write` and its kin" },
  {
    turn: /stands? (?:in for|in (?:its|his|their) place|for a (?:secret|credential))/,
    instead: "replaces",
    example: "what stands in for a credential",
  },
  { turn: /\bunless given\b/, instead: "by default", example: '`"redacted"` unless given' },
];

export const turnsIn = (text: string): string[] =>
  TURNS.flatMap(({ turn, instead }) => {
    const [found] = turn.exec(text) ?? [];
    return found === undefined ? [] : [`${found} → ${instead}`];
  });
