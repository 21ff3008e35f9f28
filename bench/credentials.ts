// Credentials put together at run time: no live-looking literal stands in the project.
import type { Random } from "./random.ts";

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** One credential of a kind in children/patterns.js. */
export function makeCredential(random: Random) {
  switch (random.below(5)) {
    case 0:
      return ["gh", "p_", random.text(36)].join("");
    case 1:
      return ["xox", "b-", random.text(12, "123456789"), "-", random.text(24)].join("");
    case 2:
      return ["gl", "pat-", random.text(20)].join("");
    case 3:
      return ["npm", "_", random.text(36)].join("");
    default:
      return makeJwt(random);
  }
}

export const makeJwt = (random: Random) =>
  [
    base64url({ alg: "RS256", typ: "JWT" }),
    base64url({ sub: random.uuid(), iss: "https://id.example", exp: 1763820483 }),
    random.text(86),
  ].join(".");
