/**
 * Named second tests of a match: checksums (`"luhn"`), formats (`"jwt"`) and how random it is (`"entropy"`).
 *
 * @example
 * const check: CheckName = "luhn";
 */
export type CheckName =
  | "crc32-base62"
  | "luhn"
  | "mod-97"
  | "entropy"
  | "jwt"
  | "random"
  | "mixed"
  | "not-uuid"
  | "issued";

interface RuleBase {
  /** Stable id, `issuer/kind`, as labels, reports and the `rules` option show it. */
  readonly id: string;
  /** What a person calls it. */
  readonly name?: string;
  /** The page or RFC that describes the format. */
  readonly source?: string;
  /** Recognised, but left alone unless asked for by id (publishable keys, identifiers). */
  readonly optIn?: true;
}

/**
 * A credential known by its shape.
 *
 * `pattern` is a linear-time regular expression over bytes: literals, classes (`[A-Za-z0-9]`, `\d`,
 * `\w`, `\s`, `.`), groups, alternation, repeats (`?`, `*`, `+`, `{n}`, `{n,}`, `{n,m}`) and the
 * boundaries `\b`, `\B`, `^`, `$` (the last two mean the ends of a line). One capture group, if there
 * is one, says what is replaced; what stands before it is kept.
 *
 * @example
 * const rule: ShapeRule = { id: "npm/token", pattern: "npm_[A-Za-z0-9]{36}", check: "crc32-base62" };
 */
export interface ShapeRule extends RuleBase {
  readonly pattern: string;
  /** Letters match in either case. */
  readonly ignoreCase?: true;
  readonly check?: CheckName;
  /** In place of a check: bits of Shannon entropy that each character of a match has at the least, 0.1 to 8. */
  readonly entropy?: number;
  /** A failed check rejects the match (a shape that is not distinctive); without it, it only lowers the confidence. */
  readonly checkDecides?: true;
  /**
   * Where a quote stands right in front of the capture group, the group goes on to the quote that closes it, over
   * blanks: `-p 'two words'`.
   */
  readonly toQuote?: boolean;
  /**
   * The pattern is a literal and the rest of a token. It also finds the token cut short (`ghp_abc…`), and takes a longer one
   * to its end. Only for the catalogue: a rule of a user's own finds what its pattern says.
   */
  readonly token?: true;
  /** Also takes values that look like placeholders: an IP address is one whatever its digits are. A user's own rules do, too. */
  readonly anyValue?: true;
  /** What matches this as a whole is no match, though it looks like one: `user@1000.service` is no address. */
  readonly not?: string;
}

/**
 * How the value after a sensitive key is read.
 *
 * @example
 * const value: ValueKind = "cookies";
 */
export type ValueKind =
  /** Any value: a string, a number, an array, an object. */
  | "value"
  /** `Authorization`: an optional scheme word, which is kept, then credentials or parameters. */
  | "credentials"
  /** `Cookie`: `name=value; name=value`, names kept. */
  | "cookies"
  /** `INSERT INTO`: a list of columns, then `VALUES` and lists of values. */
  | "columns"
  /** `value` of a pair: secret where a member after it names a credential (`src/rules/joins/pairs.ts`). */
  | "named"
  /** `Set-Cookie`: the first `name=value`, attributes kept. */
  | "set-cookie";

/**
 * A credential known by the name in front of it. Names are compared with case, `_`, `-`, `.` and
 * camelCase folded away: `api_key`, `apiKey`, `API-KEY` and `x-api-key` are all `apikey` or end in it.
 *
 * @example
 * const rule: KeyRule = { id: "key/password", key: ["password", "passwd"], not: ["changed password"] };
 */
export interface KeyRule extends RuleBase {
  /**
   * Names, lower case, in any script, words separated by a space: `"api key"`. A name matches whole or as the end of
   * a longer one (`db_password`); one that starts with `=` only whole; one that starts with `_` only
   * at the start of a word (`_pin` is the end of `card_pin`, not of `spin`).
   */
  readonly key: readonly string[];
  /** Innocent names that would end in one of `key`, from a word's start on; the longest name wins. */
  readonly not?: readonly string[];
  /** Innocent names that hold in a sentence too, a blank between their words: `"unexpected token"`. */
  readonly phrases?: readonly string[];
  /** In quotes any word is a value, also those that say how it is outside of them (`yes`, `ok`, `500`). */
  readonly anyWord?: true;
  /** A value that fails this check stays: for names that often precede something else. */
  readonly check?: CheckName;
  /**
   * Words after the name belong to it: `API_KEY_PROD`, `passwordEu`. After one that `name-words.ts` does not know, a
   * value has to pass this check; some words make the name something else (`token_type`).
   */
  readonly qualified?: CheckName;
  /** In place of `check`, where the name of a vendor stands in front: `CYPRESS_RECORD_KEY`. */
  readonly vendor?: CheckName;
  /** In place of `check`, where an index follows: `tokens[0]`. */
  readonly indexed?: CheckName;
  /** The names hold only without "_" between their words: `clientToken`, not `client_token`. */
  readonly joined?: true;
  /** How the value is read; `"value"` by default. */
  readonly value?: ValueKind;
}

/**
 * A credential between a begin and an end mark, possibly over lines: PEM, PGP, XML. The marks are kept.
 *
 * @example
 * const rule: BlockRule = { id: "acme/letter", begin: "<letter>", end: "</letter>", body: "text" };
 */
export interface BlockRule extends RuleBase {
  /** Pattern of the begin mark, in the same subset as {@link ShapeRule.pattern}. */
  readonly begin: string;
  /** Pattern of the end mark's start. */
  readonly end: string;
  /**
   * What is replaced between the marks: runs of base64 (the default), which leaves headers and loggers'
   * prefixes, or any text.
   */
  readonly body?: "base64" | "text";
}

/**
 * An HTTP authentication scheme, so that its word is kept and its credentials are found.
 *
 * @example
 * const digest: AuthScheme = { word: "Digest", secretParams: ["response"] };
 */
export interface AuthScheme {
  /** The scheme word; compared without case. */
  readonly word: string;
  /**
   * Names of the parameters that are secret, lower case, where the scheme takes `name=value`
   * parameters (Digest, SigV4, OAuth 1.0a); the other parameters are kept. Left out for schemes with
   * one opaque credential, which is replaced whole.
   */
  readonly secretParams?: readonly string[];
}

/** What words beside a sensitive name say about it. */
export interface NameWords {
  /**
   * - `turns`: after a name it makes something else of it.
   * - `ends`: the same after a dot only.
   * - `qualifies`: after a name it changes nothing, whatever the value.
   * - `negates`: right in front of a name it makes something else of it.
   * - `opens`: in front of a token it makes it one that everybody may see, an id or a hash.
   * - `tells`: in front of twenty random characters it tells of a token; `proves`: of hexadecimal digits, too.
   * - `stays`: a member whose name ends in it is not a secret where all of an object is one.
   * - `describes`: a member of a schema.
   * - `shows`: the same, whose value is one of those that are described.
   * - `issues`: anywhere in front of `key` it lets a UUID or hexadecimal be one.
   */
  readonly says:
    | "turns"
    | "ends"
    | "qualifies"
    | "negates"
    | "issues"
    | "stays"
    | "describes"
    | "shows"
    | "opens"
    | "tells"
    | "proves";
  /** Lower case, letters only, separated by blanks. */
  readonly words: string;
  /** A name that one of the words decides, and one that only looks like it. */
  readonly example: string;
  readonly not: string;
}

/** What a list of words in texts is for; `src/rules/words/text-words.ts` has its words. */
export type TextList =
  | "headers of key blocks"
  | "constants of SQL"
  | "begin of rows in SQL"
  | "settings of cookies"
  | "dates of cookies"
  | "elements of a name"
  | "types in a schema"
  | "names of types in a schema"
  | "references in a schema"
  | "nothing"
  | "verbs of setters"
  | "values of pairs"
  | "sides of changes"
  | "lists of bindings"
  | "verbs of SQL"
  | "words of sentences"
  | "streams of programs"
  | "members of records"
  | "names under a vendor"
  | "dumps of bytes"
  | "names of resources"
  | "verbs of changes"
  | "before what was"
  | "before what is";

/** Words that tell what stands in a text. */
export interface TextWords {
  readonly list: TextList;
  /** Lower case, separated by blanks. */
  readonly words: string;
  /** A text in which one of the words tells a credential, and one with a word that only looks like it. */
  readonly example: string;
  readonly not: string;
}

/**
 * A rule: a shape, a name or a block.
 *
 * @example
 * const rule: Rule = { id: "acme/door", key: ["door code"] };
 */
export type Rule = ShapeRule | KeyRule | BlockRule;
