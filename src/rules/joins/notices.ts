// What a line tells about a credential in place of its value: what was met or failed, of which members it is, where it is
// looked up. The example of each is a text like it in which the name has a value.
import type { Join } from "./join.ts";

const NONE = { value: "none" } as const;

export const notices: readonly Join[] = [
  {
    // A list of members stands where a value would: `jwt: alg=RS256 kid=1`.
    ...NONE,
    id: "members",
    name: "(?:[\\w.-]+[_.-])?(?:jwt|token|credentials?)",
    between: ": +[A-Za-z_]+=[^= \\n]+ +[A-Za-z_]+=[^=]",
    example: "password: «x1=y2z3»",
    not: "jwt: alg=RS256 kid=x1 typ=JWT",
  },
  {
    // What a parser has met: a kind in capitals.
    ...NONE,
    id: "kind-of-token",
    name: "token",
    between: ": +[A-Z_]{1,12}(?:[ ,;)]|\\n)",
    exactCase: true,
    example: "token: «X1Y2Z3»",
    not: "parse error, next token: LPAREN",
  },
  {
    ...NONE,
    id: "unexpected",
    between: ": +(?:unexpected|unterminated|unrecognized|unsupported|malformed|illegal) [a-z]",
    example: "password: «unexpectedx1y2z3» a",
    not: "token: unexpected end, expected string",
  },
  {
    // nsswitch.conf
    ...NONE,
    id: "name-services",
    name: "passwd",
    between: ": +(?:files|compat|db|nis|sss|ldap|winbind|systemd)[ \\n]",
    example: "passwd: «filesx1y2z3»",
    not: "passwd:         files systemd",
  },
  {
    // Of Kubernetes: a namespace and a name.
    ...NONE,
    id: "namespaced-secret",
    name: "secret",
    between: "= *'?[a-z][a-z0-9-]+/[a-z][a-z0-9.-]+'?(?: |\\n)",
    exactCase: true,
    example: "secret=«App/x1y2z3»",
    not: 'msg="secret synced" secret=shop/db namespace=shop',
  },
  {
    // The statement that failed: `UNIQUE constraint failed: users.password: INSERT INTO …`.
    ...NONE,
    id: "statement",
    between: ": (?:INSERT INTO|REPLACE INTO|DELETE FROM|UPDATE '?\\w+'? SET|SELECT) ",
    example: "password: «INSERTx1y2z3» x",
    not: "UNIQUE constraint failed: users.password: INSERT INTO users (name) VALUES ('bob')",
  },
  {
    // What the system or a network says.
    ...NONE,
    id: "system-error",
    between:
      ": +(?:connection (?:refused|reset|closed|timed|aborted)|network (?:is )?unreachable|no such (?:file|host|key|secret|user|entry)|permission denied|access (?:is )?denied|(?:context )?deadline exceeded|context canceled|i/o timeout|(?:operation |request )?timed out|unexpected eof|operation not permitted|dial tcp|broken pipe|too many )[^\\w]?",
    example: "password: «connectionx1y2z3» refused",
    not: "failed to refresh token: connection refused",
  },
  {
    ...NONE,
    id: "failed",
    between: ": +[a-z]+ (?:[a-z]+ )?failed[ .,;\\n]",
    example: "password: «x1y2z3» failed",
    not: "JWT: signature verification failed",
  },
];
