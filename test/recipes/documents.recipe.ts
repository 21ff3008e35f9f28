// Runs the blocks of docs/ that need packages which are not dependencies of this project.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allBlocksOf, type Block } from "../readme/blocks.ts";
import { readDocument, USER_DOCUMENTS } from "../readme/documents.ts";
import { createProject, expectToPrint } from "../readme/reader.ts";
import { root } from "../structure/files.ts";
import { PROOFS } from "./proofs.ts";

const folder = join(root, "test", "recipes");
const modules = join(folder, "node_modules");
let project: string;

beforeAll(() => {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], { cwd: folder, stdio: "inherit" });
  project = createProject(
    modules,
    readdirSync(modules).filter((name) => !name.startsWith(".")),
  );
});
afterAll(() => rmSync(project, { recursive: true }));

const blocks = USER_DOCUMENTS.flatMap((name) =>
  allBlocksOf(readDocument(name))
    .filter(({ mark }) => mark === "packages")
    .map((block) => ({ name, block, at: `${name}, line ${block.line}` })),
);

describe("blocks with other packages", () => {
  test("are there", () => expect(blocks.length).toBeGreaterThan(5));

  test.each(blocks)("$at", async ({ name, block }) => {
    const proof = PROOFS.find(({ uses }) => block.code.includes(uses));
    if (proof === undefined) expectToPrint(project, block, name);
    else expectRedacted(await sent(block, proof.code));
  });
});

function expectRedacted(text: string): void {
  expect(text).toContain("[REDACTED]");
  expect(text).not.toContain("hunter2");
}

/** What a block and the code that uses it print, and send to the server that the environment names. */
async function sent({ code, line }: Block, proof: string): Promise<string> {
  const pieces: Buffer[] = [];
  const keep = (piece: Buffer): void => void pieces.push(piece);
  const server = createServer((request, response) => {
    const isPacked = request.headers["content-encoding"] === "gzip";
    const body = isPacked ? request.pipe(createGunzip()) : request;
    body.on("data", keep).on("end", () => response.end("{}"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const file = join(project, `sends-${line}.mjs`);
  writeFileSync(file, `${code}\n${proof}`);
  const env = {
    ...process.env,
    SENTRY_DSN: `http://public@127.0.0.1:${port}/1`,
    ELASTIC_APM_SERVER_URL: `http://127.0.0.1:${port}`,
    ELASTIC_APM_LOG_LEVEL: "off",
    ELASTIC_APM_CLOUD_PROVIDER: "none",
  };
  const child = spawn(process.execPath, [file], { cwd: project, env, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.on("data", keep);
  const status = await new Promise((ended) => child.on("close", ended));
  server.close();
  expect(status).toBe(0);
  return Buffer.concat(pieces).toString();
}
