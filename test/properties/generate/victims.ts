import { notations } from "../../../bench/eval/notations.ts";
import type { Choices } from "../choices.ts";
import { hosts } from "./hosts.ts";
import type { Field } from "./notation.ts";
import { records } from "./records.ts";
import { wires } from "./wires.ts";
import { sample } from "./words.ts";

/** Names and values of credentials as somebody's own lines hold them. */
const credentials: readonly (readonly [name: string, value: string])[] = [
  ["password", "hunter22x"],
  ["token", "Zq8Lw2Xk9Vb4"],
  ["dbPassword", "marzipan-otter-4"],
  ["apiKey", "Zq8Lw2Xk9Vb4"],
  ["authorization", "Bearer Zq8Lw2Xk9Vb4"],
  ["cookie", "sid=Zq8Lw2Xk9Vb4; theme=dark22"],
  ["clientSecret", "it's me 22"],
  ["password", 'say "x" 22'],
];

/** Lines that no notation has. */
const lines: readonly string[] = [
  "password: hunter22x",
  "Authorization: Bearer Zq8Lw2Xk9Vb4",
  "DB_PASSWORD=marzipan-otter-4",
  "Cookie: sid=Zq8Lw2Xk9Vb4",
  "export TOKEN=Zq8Lw2Xk9Vb4",
  "level=info password=hunter22x user=ann",
  "+ mysql -u root -phunter22x db",
  "the password is hunter22x now",
  "connect to https://ann:hunter22x@db.example/app failed",
  "curl -u ann:hunter22x https://a.example/",
  "INSERT INTO users (id, password) VALUES (7, 'hunter22x')",
  "app: token -> Zq8Lw2Xk9Vb4",
  "-- password=hunter22x",
  "<user><password>hunter22x</password></user>",
  "GET /v1?id=7&token=Zq8Lw2Xk9Vb4&page=2 HTTP/1.1",
  "X-Api-Key: Zq8Lw2Xk9Vb4",
  '"password": "hunter22x",',
  "password",
  "2026-03-02T09:14:01.118Z DEBUG [http] request password: hunter22x",
  "Password for ann: hunter22x",
  "{ user: 'ann', password: 'hunter22x' }",
];

/** One line or several that hold a credential, in any notation, without a line end after them. */
export function victim(choices: Choices): string {
  switch (choices.below(4)) {
    case 0:
      return choices.pick(lines);
    case 1: {
      const [name, value] = choices.pick(credentials);
      const notation = choices.pick(notations);
      const carried = notation.accepts?.(value) === false ? "hunter22x" : value;
      return notation.render(name, carried).replace(/[\r\n]+$/, "");
    }
    case 2: {
      const fields: Field[] = [["id", 7], choices.pick(credentials), ["ok", true]];
      return choices
        .pick(hosts)(choices.pick([...records, ...wires]).render(fields))
        .replace(/[\r\n]+$/, "");
    }
    default:
      return `got ${sample(choices)} now`;
  }
}
